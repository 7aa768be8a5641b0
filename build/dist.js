/**
 * `npm run dist`: one folder to copy to an office PC without Node: the files of the package (what `npm pack` takes),
 * beside them launchers, a guide, and the Node runtime that runs it.
 * `--out DIR` (default out/dist-package), `--node FILE` (a runtime for another machine, node.exe), `--without-node`.
 *
 * No single executable: the program starts children of itself to read old Excel files and lets the office read its
 * templates, and both need files beside it; a blob would also need a tool that is not among our packages.
 */
import { chmod, cp, mkdir, readFile, readdir, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { guideAsPage, guideAsText, unixLauncher, windowsLauncher } from './dist-texts.js';
import { packedFiles } from './packed-files.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: options } = parseArgs({
  options: {
    out: { type: 'string' },
    node: { type: 'string' },
    'without-node': { type: 'boolean', default: false },
  },
});
/** Where a licence lies that came with a runtime: beside it, above its bin, or where systems keep such texts. */
const LICENCE_PLACES = ['.', '..', '../share/doc/nodejs', '../share/doc/node'];

const target = join(resolve(options.out ?? join(root, 'out', 'dist-package')), 'tdkvh');

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
for (const file of packedFiles())
  await cp(join(root, file), join(target, 'app', file), { dereference: true });
await writeFile(join(target, 'tdkvh.cmd'), windowsLauncher());
await writeFile(join(target, 'tdkvh.sh'), unixLauncher());
await chmod(join(target, 'tdkvh.sh'), 0o755);
const guide = await readFile(join(root, 'templates', 'forms', 'huong-dan-may-tinh.md'), 'utf8');
const pictures = new Map();
for (const [, name = ''] of guide.matchAll(/!\[[^\]]*\]\(([^)]*)\)/gu))
  pictures.set(name, await readFile(join(root, 'fixtures', 'pictures', name), 'base64'));
await writeFile(
  join(target, 'huong-dan.html'),
  guideAsPage(guide, (name) => pictures.get(name)),
);
// Notepad of older Windows knows UTF-8 by its mark only, and wants both line ends.
await writeFile(join(target, 'huong-dan.txt'), `\uFEFF${guideAsText(guide).replaceAll('\n', '\r\n')}`);
const runtime = options['without-node'] ? undefined : await copyRuntime(options.node ?? process.execPath);
const megabytes = Math.ceil((await sizeOf(target)) / 1024 / 1024);
console.log(`dist: ${relative(process.cwd(), target)}, ${megabytes} MB, ${runtime ?? 'no Node runtime'}`);
console.log('dist: no single executable; tdkvh.cmd (Windows) and tdkvh.sh start the program');
if (runtime !== 'node.exe')
  console.log('dist: for Windows put node.exe into the folder “node”, or give it with --node FILE');

/** The runtime, and its licence: nobody may pass it on without. */
async function copyRuntime(/** @type {string} */ file) {
  const name = /\.exe$/iu.test(file) ? 'node.exe' : 'node';
  const folder = join(target, 'node');
  await mkdir(folder);
  await cp(file, join(folder, name), { dereference: true });
  await chmod(join(folder, name), 0o755);
  for (const place of LICENCE_PLACES) {
    const found = await readFile(join(dirname(await realpath(file)), place, 'LICENSE'), 'utf8').catch(
      () => '',
    );
    if (!/Node\.js is licensed/u.test(found)) continue;
    await writeFile(join(folder, 'LICENSE'), found);
    return name;
  }
  console.log(
    `dist: put the LICENSE of this Node into ${relative(process.cwd(), folder)} before you pass it on`,
  );
  return name;
}

async function sizeOf(/** @type {string} */ folder) {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
