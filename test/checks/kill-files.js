/** The set that check:kill publishes: files whose content tells their version and whether they are whole. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const SIZES = {
  'tong-hop.xlsx': 260_000,
  'bao-cao.docx': 70_000,
  'results.json': 400_000,
  'findings.csv': 900,
  'phieu/xa-hoa-phong.xlsx': 9_000,
  'phieu/xa-yen-son.xlsx': 9_001,
};
export const NAMES = Object.keys(SIZES);
/** A single file beside the set. */
export const SINGLE = 'mau.xlsx';

/** @param {string} name @param {number} version @param {number} [scale] */
export function contentOf(name, version, scale = 1) {
  const size = Math.ceil((SIZES[name] ?? 50_000) * scale);
  const head = `${name} ${version} ${size}\n`;
  const line = `${version} `.repeat(64);
  return Buffer.from(`${head}${line.repeat(Math.ceil(size / line.length))}`.slice(0, size), 'latin1');
}

/** @param {number} version @param {number} [scale] */
export const setOf = (version, scale) =>
  new Map(NAMES.map((name) => [name, contentOf(name, version, scale)]));

/** Version of a whole file; undefined when a single byte is other than it should be. @param {string} path */
function versionOf(path) {
  const bytes = readFileSync(path);
  const [name, version, size] = bytes
    .subarray(0, bytes.indexOf(10) + 1)
    .toString('latin1')
    .trim()
    .split(' ');
  const whole = contentOf(name ?? '', Number(version), Number(size) / (SIZES[name] ?? 50_000));
  return bytes.equals(whole) ? Number(version) : undefined;
}

/**
 * What a killed or finished run left: whole files by version, those that are not whole, those that are nowhere, and
 * everything that is no output.
 * @param {string} directory
 */
export function stateOf(directory) {
  const entries = existsSync(directory)
    ? readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((path) =>
        statSync(join(directory, path)).isFile(),
      )
    : [];
  const aside = new Set(
    entries
      .filter((path) => /^\.tdkvh-staging-[^/]*\/(?:old|new)\//u.test(path))
      .flatMap((path) => {
        const bytes = readFileSync(join(directory, path));
        const end = bytes.indexOf(32);
        return end < 0 || versionOf(join(directory, path)) === undefined
          ? []
          : [bytes.subarray(0, end).toString('latin1')];
      }),
  );
  const versions = new Map();
  const torn = [];
  for (const name of [...NAMES, SINGLE]) {
    const path = join(directory, name);
    if (!existsSync(path)) continue;
    const version = versionOf(path);
    if (version === undefined) torn.push(name);
    else versions.set(name, version);
  }
  const known = new Set([...NAMES, SINGLE]);
  return {
    versions,
    torn,
    lost: NAMES.filter((name) => !existsSync(join(directory, name)) && !aside.has(name)),
    stray: entries.filter((path) => !known.has(relative('.', path))),
    mixed: new Set(NAMES.map((name) => versions.get(name))).size > 1,
  };
}
