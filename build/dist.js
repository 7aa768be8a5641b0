/**
 * `npm run dist`: one folder to copy to an office PC without Node: the files of the package (what `npm pack` takes),
 * beside them a launcher, a guide, and the Node runtime that runs it. `--out DIR` (default out/dist-package).
 * `--windows`, `--linux`, `--macos`, `--macos-intel`: with the pinned runtime for that system, and the folder as a .zip
 * too, the same bytes each time; otherwise the runtime that runs this (`--without-node`: none). The guide's screens are
 * taken by running what was packed (`--no-pictures`: none, for a quick look).
 *
 * No single executable: the program starts children of itself to read old Excel files and lets the office read its
 * templates, and both need files beside it; a blob would also need a tool that is not among our packages.
 */
import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { filesBelow, zipOf } from './office-folder/archive.js';
import { guideAsPage, guideAsText } from './office-folder/guide.js';
import { guidePictures } from './office-folder/guide-pictures.js';
import {
  INCOMPLETE,
  NO_RUNTIME,
  TOO_LONG,
  unixLauncher,
  windowsLauncher,
} from './office-folder/launchers.js';
import { RUNTIMES, fetchRuntime } from './office-folder/runtimes.js';
import startOfFolder from './office-folder/start.cjs';
import { packedFiles } from './packed-files.js';

const { sampleOf } = startOfFolder;
const root = fileURLToPath(new URL('..', import.meta.url));
const { values: options } = parseArgs({
  options: {
    out: { type: 'string' },
    windows: { type: 'boolean', default: false },
    linux: { type: 'boolean', default: false },
    macos: { type: 'boolean', default: false },
    'macos-intel': { type: 'boolean', default: false },
    'without-node': { type: 'boolean', default: false },
    'no-pictures': { type: 'boolean', default: false },
  },
});
/** Where a licence lies that came with a runtime: beside it, above its bin, or where systems keep such texts. */
const LICENCE_PLACES = ['.', '..', '../share/doc/nodejs', '../share/doc/node'];
const NAME = 'tdkvh';
/** Every file of the folder but itself. */
const LIST = 'app/files.json';
/** From this size on (the runtime alone) commands that are typed compare a sample. */
const LARGE_BYTES = 16 * 1024 * 1024;
/** @typedef {keyof typeof RUNTIMES} System */
const THIS_SYSTEM =
  process.platform === 'win32' ? 'windows' : process.platform === 'darwin' ? 'macos' : 'linux';

const out = resolve(options.out ?? join(root, 'out', 'dist-package'));
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const systems = /** @type {const} */ (['windows', 'linux', 'macos', 'macos-intel']).filter(
  (system) => options[system],
);
for (const system of systems) {
  const { program, licence } = fetchRuntime(system);
  const folder = await makeFolder(join(out, system, NAME), system, program, licence);
  const archive = join(out, zipName(system));
  const bytes = zipOf(folder, NAME, (path) => /^(?:tdkvh\.sh|node\/node)$/u.test(path));
  await writeFile(archive, bytes);
  const sha256 = sha256Of(bytes);
  await writeFile(`${archive}.sha256`, `${sha256}  ${basename(archive)}\n`);
  console.log(`dist: ${shown(archive)}, ${megabytes(bytes.length)} MB, SHA-256 ${sha256}`);
}
if (systems.length === 0) {
  const program = options['without-node'] ? undefined : process.execPath;
  const licence = program === undefined ? undefined : await licenceOf(program);
  await makeFolder(join(out, NAME), THIS_SYSTEM, program, licence);
}

/** The folder, whole. @param {string} target @param {System} system @param {string} [program] @param {string} [licence] */
async function makeFolder(target, system, program, licence) {
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const app = join(target, 'app');
  for (const file of packedFiles()) await cp(join(root, file), join(app, file), { dereference: true });
  if (program !== undefined) await copyRuntime(target, program, licence);
  const start = join(app, 'start.cjs');
  await cp(join(root, 'build', 'office-folder', 'start.cjs'), start);
  const startSha256 = sha256Of(await readFile(start));
  if (system === 'windows') await writeForWindows(target, startSha256);
  else {
    await writeFile(join(target, 'tdkvh.sh'), unixLauncher(startSha256));
    await chmod(join(target, 'tdkvh.sh'), 0o755);
  }
  await writeGuide(target, system);
  await writeFile(join(target, LIST), await listOf(target));
  console.log(
    `dist: ${shown(target)}, ${megabytes(await sizeOf(target))} MB, ${program === undefined ? 'no Node runtime' : basename(program)}`,
  );
  return target;
}

/** What a mouse starts, and what it says when the copy is not whole. @param {string} target @param {string} startSha256 */
async function writeForWindows(target, startSha256) {
  const app = join(target, 'app');
  await writeFile(join(app, 'thieu-node.txt'), NO_RUNTIME);
  await writeFile(join(app, 'chep-thieu.txt'), INCOMPLETE);
  await writeFile(join(app, 'duong-dan-dai.txt'), TOO_LONG);
  const longest = Math.max(...filesBelow(target).map((path) => path.length));
  await writeFile(join(target, 'tdkvh.cmd'), windowsLauncher(startSha256, longest));
}

/** @param {string} target @param {System} system */
async function writeGuide(target, system) {
  const forWindows = system === 'windows';
  const source = forWindows ? 'huong-dan-may-tinh.md' : 'huong-dan-linux-macos.md';
  const text = await readFile(join(root, 'templates', 'forms', source), 'utf8');
  const guide = text.replaceAll('{zip}', zipName(system));
  const page = join(target, 'huong-dan.html');
  await writeFile(
    page,
    guideAsPage(guide, () => ''),
  );
  // Notepad of older Windows knows UTF-8 by its mark only, and wants both line ends.
  const plain = guideAsText(guide);
  await writeFile(
    join(target, 'huong-dan.txt'),
    forWindows ? `\uFEFF${plain.replaceAll('\n', '\r\n')}` : plain,
  );
  if (!forWindows || options['no-pictures']) return;
  // A folder that is whole, for the pictures of it and of its check.
  await writeFile(join(target, LIST), await listOf(target));
  await writeFile(page, guideAsPage(guide, await guidePictures(target, version)));
}

/** The runtime, and its licence: nobody may pass it on without. @param {string} target @param {string} program @param {string} [licence] */
async function copyRuntime(target, program, licence) {
  const folder = join(target, 'node');
  await mkdir(folder);
  await cp(program, join(folder, basename(program)), { dereference: true });
  await chmod(join(folder, basename(program)), 0o755);
  if (licence !== undefined) await cp(licence, join(folder, 'LICENSE'));
  else console.log(`dist: put the LICENSE of this Node into ${shown(folder)} before you pass it on`);
}

async function licenceOf(/** @type {string} */ program) {
  for (const place of LICENCE_PLACES) {
    const file = join(dirname(await realpath(program)), place, 'LICENSE');
    if (/Node\.js is licensed/u.test(await readFile(file, 'utf8').catch(() => ''))) return file;
  }
  return undefined;
}

/** Every file with size and digest, by which a copy that is cut short, changed or mixed is told before anything runs. */
async function listOf(/** @type {string} */ target) {
  const files = [];
  for (const path of filesBelow(target).filter((name) => name !== LIST)) {
    const place = join(target, path);
    const bytes = await readFile(place);
    const size = bytes.length;
    const sample = size < LARGE_BYTES ? {} : { sample: sampleOf(place, size) };
    files.push({ path, size, sha256: sha256Of(bytes), ...sample });
  }
  const sha256 = sha256Of(JSON.stringify(files));
  return `${JSON.stringify({ schema: 'tdkvh/files@1', sha256, files }, null, 1)}\n`;
}

/** @param {System} system */
function zipName(system) {
  return `${NAME}-${version}-${RUNTIMES[system].system}.zip`;
}

async function sizeOf(/** @type {string} */ folder) {
  const sizes = await Promise.all(
    filesBelow(folder).map(async (name) => (await stat(join(folder, name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function sha256Of(/** @type {string | Uint8Array} */ bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

function shown(/** @type {string} */ path) {
  return relative(process.cwd(), path);
}

function megabytes(/** @type {number} */ bytes) {
  return Math.ceil(bytes / 1024 / 1024);
}
