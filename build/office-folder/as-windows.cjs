/**
 * Loaded before the program while the pictures of the guide are made: the same program on the same day on the same PC,
 * whoever packs and where. Paths are told as on Windows, somebody seems to sit at the keyboard, what is typed is shown.
 */
'use strict';

const path = require('node:path');
const files = require('node:fs/promises');
const readline = require('node:readline');

/** As wide as the window that Windows opens, but for what the page can show. */
const COLUMNS = 80;
const DAY = Date.parse('2024-12-05T03:00:00Z');
/** A disk of 100 GB free, in blocks. */
const FREE = { bavail: 25_600_000, bsize: 4096 };

// What Node takes files away with reads the separator once, and must have read the true one.
require('node:fs').rmSync(path.join(__dirname, 'nothing'), { recursive: true, force: true });
path.sep = '\\';
for (const stream of [process.stdin, process.stdout, process.stderr])
  Object.defineProperty(stream, 'isTTY', { value: true });
for (const stream of [process.stdout, process.stderr])
  Object.defineProperty(stream, 'columns', { value: COLUMNS });
// One window: what is told and what is answered stand in the order in which they came.
process.stderr.write = process.stdout.write.bind(process.stdout);

const Clock = Date;
globalThis.Date = class extends Clock {
  constructor(/** @type {any[]} */ ...given) {
    super(...(given.length === 0 ? [DAY] : given));
  }
  static now() {
    return DAY;
  }
};
files.statfs = () => Promise.resolve(FREE);
Object.defineProperty(process, 'versions', { value: { ...process.versions, node: process.env.TDKVH_NODE } });
if (process.env.TDKVH_PLATFORM !== undefined)
  Object.defineProperty(process, 'platform', { value: process.env.TDKVH_PLATFORM });

const { createInterface } = readline;
readline.createInterface = (/** @type {any} */ options) => {
  const talk = createInterface({ ...options, terminal: false });
  // A pipe does not echo; typed words are marked, and drawn in their own colour.
  talk.on('line', (/** @type {string} */ line) => process.stdout.write(`\u001B[93m${line}\u001B[0m\n`));
  return talk;
};
