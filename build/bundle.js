/**
 * Part of the build: the program as it runs, in dist/program. One file to start, and files that are loaded when a
 * command needs them; every package of node_modules that only one package of ours uses stands in the file of that one.
 * Beside it dist/bundle.json says which packages each file holds (for tests), and dist/licences what is bundled.
 *
 * CommonJS, because Node 20 starts it a fifth of a bare start sooner than modules.
 */
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { writeLicences } from './licences.js';
import { beginLiteralsIn } from './literals.js';

/** @typedef {import('rolldown').OutputChunk} Chunk */

const root = fileURLToPath(new URL('..', import.meta.url));
const compiled = join(root, 'dist');
const program = join(compiled, 'program');

/** What is started by itself: the command line, the child that reads old formats, and what ends that child. */
const ENTRIES = {
  main: join(compiled, 'cli', 'main.js'),
  child: join(compiled, 'readers', 'foreign', 'child.js'),
  'cpu-watch': join(compiled, 'readers', 'foreign', 'cpu-watch.js'),
};

await stat(ENTRIES.main).catch(() => {
  throw new Error('the program is not compiled: npm run build');
});
const bundler = await rolldown({
  input: ENTRIES,
  platform: 'node',
  plugins: [{ name: 'places', transform: inItsPlace }],
  onLog: (level, log) => {
    if (level === 'warn' && !/node_modules/u.test(log.id ?? log.message))
      console.log(`bundle: ${log.message}`);
  },
});
await rm(program, { recursive: true, force: true });
const { output } = await bundler.write({
  dir: program,
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name].cjs',
  minify: true,
  codeSplitting: {
    groups: [
      { name: sharedPackage, debugName: 'packages of several', priority: 2 },
      { name: ownerOf, debugName: 'packages of one', priority: 1 },
    ],
  },
});
await bundler.close();
// Once more, for the packages: after everything else, or it would be taken for superfluous.
await beginLiteralsIn(program, '.cjs');
const chunks = output.filter((file) => file.type === 'chunk');
await mkdir(compiled, { recursive: true });
const bundled = new Set(chunks.flatMap(({ moduleIds }) => moduleIds).flatMap(packageFolder));
await writeFile(
  join(compiled, 'bundle.json'),
  `${JSON.stringify(Object.fromEntries(chunks.map(packagesIn).sort()), null, 2)}\n`,
);
await writeLicences([...bundled], join(compiled, 'licences'));

/** A module asks for its own place; in the bundle the place is reckoned from the bundle. What is started alone has it. */
function inItsPlace(/** @type {string} */ code, /** @type {string} */ id) {
  if (!id.startsWith(compiled + sep) || !code.includes('import.meta.url')) return null;
  if (Object.values(ENTRIES).includes(id)) return null;
  const place = JSON.stringify(relative(program, id).split(sep).join('/'));
  return { code: code.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`), map: null };
}

/** The folder of the package a module belongs to. */
function packageFolder(/** @type {string} */ id) {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/u.exec(id)?.[0] ?? [];
}

/** `docx`, `@e965/xlsx`: the name below the last node_modules. */
function packageName(/** @type {string} */ id) {
  const [folder] = [packageFolder(id)].flat();
  return folder?.split(`node_modules${sep}`).at(-1)?.split(sep).join('/');
}

/** A file's name and the packages in it. @param {Chunk} chunk @returns {[string, string[]]} */
function packagesIn({ fileName, moduleIds }) {
  return [fileName, [...new Set(moduleIds.flatMap((id) => packageName(id) ?? []))].sort()];
}

/**
 * The packages that our own modules ask for and by which a module comes in.
 * @param {string} id @param {import('rolldown').ChunkingContext} graph
 */
function owners(id, graph) {
  const found = new Set();
  const seen = new Set([id]);
  for (const each of seen) {
    const { importers = [], dynamicImporters = [] } = graph.getModuleInfo(each) ?? {};
    for (const importer of [...importers, ...dynamicImporters])
      if (packageName(importer) === undefined) found.add(packageName(each));
      else seen.add(importer);
  }
  return [...found];
}

function asFileName(/** @type {string} */ name) {
  return name.replace('@', '').replace('/', '-');
}

/** @param {string} id @param {import('rolldown').ChunkingContext} graph */
function sharedPackage(id, graph) {
  const name = packageName(id);
  return name !== undefined && owners(id, graph).length > 1 ? asFileName(name) : null;
}

/** @param {string} id @param {import('rolldown').ChunkingContext} graph */
function ownerOf(id, graph) {
  if (packageName(id) === undefined) return null;
  const [owner] = owners(id, graph);
  return owner === undefined ? null : asFileName(owner);
}
