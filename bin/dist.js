/**
 * `npm run dist`: one folder to copy to an office PC without Node. The built program is bundled, beside it stand its
 * templates, the national list, the example, launchers, a guide, and the Node runtime that runs it.
 * `--out DIR` (default out/dist-package), `--node FILE` (a runtime for another machine, node.exe), `--without-node`.
 *
 * No single executable: the program starts children of itself to read old Excel files and lets the office read its
 * templates, and both need files beside it; a blob would also need a tool that is not among our packages.
 */
import { chmod, cp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { guideAsPage, guideAsText, unixLauncher, windowsLauncher } from './dist-texts.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = join(root, 'dist');
const { values: options } = parseArgs({
  options: {
    out: { type: 'string' },
    node: { type: 'string' },
    'without-node': { type: 'boolean', default: false },
  },
});
const target = join(resolve(options.out ?? join(root, 'out', 'dist-package')), 'tdkvh');
const app = join(target, 'app');

const { rolldown } = await import('rolldown').catch(() => {
  throw new Error('the bundler (rolldown, comes with vitest) is not installed: npm ci');
});
await stat(join(built, 'cli', 'main.js')).catch(() => {
  throw new Error('the program is not built: npm run build');
});

await rm(target, { recursive: true, force: true });
await mkdir(app, { recursive: true });
const modules = new Set([...(await bundle('cli/main.js')), ...(await bundle('readers/foreign/child.js'))]);
await copyData();
await writeFile(join(app, 'GIAY-PHEP-THU-VIEN.txt'), await licences(modules));
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

/** Bundles one entry in its own place, so that what the program reads is found as before. Answers the modules. */
async function bundle(/** @type {string} */ entry) {
  const folder = dirname(join(built, entry));
  const bundler = await rolldown({
    input: join(built, entry),
    platform: 'node',
    plugins: [{ name: 'places', transform: (code, id) => inItsPlace(code, id, folder) }],
    onLog: (level, log) => {
      if (level === 'warn' && !/node_modules/u.test(log.id ?? log.message))
        console.log(`dist: ${log.message}`);
    },
  });
  const { output } = await bundler.write({
    dir: join(app, 'dist', dirname(entry)),
    format: 'esm',
    entryFileNames: basename(entry),
    chunkFileNames: '[name]-[hash].js',
    minify: true,
  });
  await bundler.close();
  return output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
}

/** A module asks for its own place; in the bundle the place is reckoned from the bundle. */
function inItsPlace(/** @type {string} */ code, /** @type {string} */ id, /** @type {string} */ folder) {
  if (!id.startsWith(built + sep) || !code.includes('import.meta.url')) return null;
  const place = relative(folder, id).split(sep).join('/');
  const url = `new URL(${JSON.stringify(place.startsWith('.') ? place : `./${place}`)}, import.meta.url).href`;
  return { code: code.replaceAll('import.meta.url', url), map: null };
}

async function copyData() {
  await mkdir(join(app, 'bin'));
  await cp(join(root, 'bin', 'tdkvh.js'), join(app, 'bin', 'tdkvh.js'));
  for (const folder of ['templates', 'dist/registry', 'dist/parsed', 'fixtures/district-2024'])
    await cp(join(root, folder), join(app, folder), { recursive: true, dereference: true });
  await cp(join(root, 'LICENSE'), join(app, 'LICENSE'));
  const { name, version, license, engines } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const facts = { name, version, license, private: true, type: 'module', engines };
  await writeFile(join(app, 'package.json'), `${JSON.stringify(facts, null, 2)}\n`);
}

/** The licence of every package whose code is in the bundle. */
async function licences(/** @type {Set<string>} */ ids) {
  const folders = new Set(
    [...ids].flatMap((id) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/u.exec(id)?.[0] ?? []),
  );
  const parts = [];
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const files = (await readdir(folder)).filter((file) => /^licen[cs]e/iu.test(file)).sort();
    const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
    parts.push(
      [
        `${name} ${version} (${license ?? 'không ghi loại giấy phép'})`,
        ...texts.map((text) => text.trim()),
      ].join('\n\n'),
    );
  }
  return `${parts.sort().join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}

/** The runtime, and its licence where it was installed with one. */
async function copyRuntime(/** @type {string} */ file) {
  const name = /\.exe$/iu.test(file) ? 'node.exe' : 'node';
  const folder = join(target, 'node');
  await mkdir(folder);
  await cp(file, join(folder, name), { dereference: true });
  await chmod(join(folder, name), 0o755);
  for (const near of [dirname(file), dirname(dirname(file))]) {
    const licence = join(near, 'LICENSE');
    const found = await readFile(licence, 'utf8').catch(() => '');
    if (/Node\.js is licensed/u.test(found)) await writeFile(join(folder, 'LICENSE'), found);
  }
  return name;
}

async function sizeOf(/** @type {string} */ folder) {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
