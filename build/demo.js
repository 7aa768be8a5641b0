/**
 * The main job on the bundled example: copies it to out/demo and runs `tdkvh aggregate` there. The example has faults
 * on purpose, so that exit code 1, and only 1, is the expected end.
 */
import { cp, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const example = fileURLToPath(new URL('fixtures/district-2024/', root));
const folder = fileURLToPath(new URL('out/demo/', root));

const { run } = createRequire(import.meta.url)('../dist/program/main.cjs');
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await cp(example, folder, { recursive: true });
process.chdir(fileURLToPath(root));
// What to do next is printed as it runs from here, in a clone.
process.env['TDKVH_SCRIPT'] = fileURLToPath(new URL('bin/tdkvh.js', root));
const exitCode = await run(['aggregate', '--workspace', 'out/demo']);
process.exitCode = exitCode === 1 ? 0 : exitCode;
