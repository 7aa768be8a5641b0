/** Part of the build: keeps the value of every bundled YAML template, so that no command parses the text again. */
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parsedPath } from '../dist/readers/template-yaml.js';
import { readYaml } from '../dist/readers/yaml-document.js';

const templates = fileURLToPath(new URL('../templates/', import.meta.url));
const names = (await readdir(templates, { recursive: true })).filter((name) => name.endsWith('.yaml'));
const folder = dirname(parsedPath(new Uint8Array()));
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const name of names) {
  const bytes = await readFile(join(templates, name));
  const { value, findings } = readYaml(bytes.toString('utf8'), name);
  if (findings.length > 0) throw new Error(`${name}: ${findings.map(({ message }) => message).join(' ')}`);
  await writeFile(parsedPath(bytes), JSON.stringify(value));
}
