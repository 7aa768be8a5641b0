/**
 * A registry of units: a folder with dated lists. Either the bundled form (registry.json and units.csv) or any
 * folder of units*.csv files, which are read together.
 */
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DelimitedTable, Finding, Registry, UnitVersion } from '../model.js';
import { finding } from '../findings/finding.js';
import { admitUnitRows } from '../units/list/admit-unit-rows.js';
import { readDelimitedTable } from './csv/delimited-table.js';
import { defined } from '../values/defined.js';
import { dayBefore } from '../values/calendar-day.js';
import { append } from '../values/of-many.js';
import { OfficeFileFault, readOfficeFile, readOfficeText } from './office-file.js';
import { prepared } from './prepared.js';
import { sha256 } from './read-source.js';
import { systemCode } from '../values/system-code.js';

export interface RegistryOutcome {
  /** Absent when no list could be read at all; with findings when some rows could not. */
  readonly registry?: Registry;
  readonly findings: readonly Finding[];
}

/** The national list that the build writes; the same folder seen from src and from dist. */
export const bundledRegistryDirectory = (): string =>
  fileURLToPath(new URL('../../dist/registry', import.meta.url));

/** Reads a registry. Never throws for what a folder can be or hold. */
export async function readRegistry(directory: string): Promise<RegistryOutcome> {
  let names: string[];
  try {
    names = (await readdir(directory)).sort();
  } catch (error) {
    return { findings: [unreadable(directory, error)] };
  }
  const lists = names.filter((name) => /^units.*\.csv$/iu.test(name));
  if (lists.length === 0)
    return { findings: [finding('registry/no-list', { file: directory }, { path: directory })] };

  const findings: Finding[] = [];
  const units: UnitVersion[] = [];
  const hash = createHash('sha256');
  for (const name of lists) {
    const path = join(directory, name);
    let bytes: Uint8Array;
    try {
      bytes = await readOfficeFile(path, path);
    } catch (error) {
      // A list that is there but cannot be read: half a registry would propose half the units.
      return { findings: [...findings, unreadable(path, error)] };
    }
    // One list is known by its own hash, as `sha256sum` shows it; several by the hash of names and contents.
    if (lists.length > 1) hash.update(`${name}\0${String(bytes.length)}\0`);
    hash.update(bytes);
    const list = readList(bytes, path);
    append(findings, list.findings);
    append(units, list.units);
  }
  if (units.length === 0) return { findings };

  const description = names.includes('registry.json') ? await readDescription(directory) : {};
  const digest = hash.digest('hex');
  if (description.sha256 !== undefined && description.sha256 !== digest)
    findings.push(finding('registry/changed', { file: directory }, { path: directory }));
  const registry: Registry = {
    name: description.name ?? basename(resolve(directory)),
    asOf: description.asOf ?? newestDate(units),
    ...defined({ knownFrom: description.knownFrom }),
    sha256: digest,
    units,
  };
  return { registry, findings };
}

interface UnitList {
  readonly units: readonly UnitVersion[];
  readonly findings: readonly Finding[];
}

/** Lists without a fault, by their SHA-256: several steps of one run ask for the same one. */
const readLists = new Map<string, UnitList>();

/** The list as the build prepared it, or read here row by row. */
function readList(bytes: Uint8Array, path: string): UnitList {
  const hash = sha256(bytes);
  const known = readLists.get(hash);
  if (known !== undefined) return known;
  const ready = prepared('units', hash) as readonly UnitVersion[] | undefined;
  const list = ready === undefined ? admittedList(bytes, path) : { units: ready, findings: [] };
  if (list.findings.length === 0) readLists.set(hash, list);
  return list;
}

function admittedList(bytes: Uint8Array, path: string): UnitList {
  const table = readDelimitedTable(bytes, path);
  const admitted = admitUnitRows(table);
  return {
    units: admitted.units,
    findings: [...table.findings, ...(table.columns.length === 0 ? [] : admitted.findings)],
  };
}

export interface RegistryMapOutcome {
  /** One table per file, each row with `old_valid_to`: for the admission of crosswalk.csv. */
  readonly maps: readonly DelimitedTable[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the map files of a registry (map*.csv, columns as in crosswalk.csv). A file named by the day its changes take
 * effect, map-2025-07.csv or map-2026-04-30.csv, needs no old_valid_to in its rows. Without a map there is none.
 */
export async function readRegistryMap(directory: string): Promise<RegistryMapOutcome> {
  let names: string[];
  try {
    names = (await readdir(directory)).filter((name) => /^map.*\.csv$/iu.test(name)).sort();
  } catch (error) {
    return { maps: [], findings: [unreadable(directory, error)] };
  }
  const maps: DelimitedTable[] = [];
  const findings: Finding[] = [];
  for (const name of names) {
    const path = join(directory, name);
    try {
      const table = readDelimitedTable(await readOfficeFile(path, path), path);
      append(findings, table.findings);
      if (table.columns.length > 0) maps.push(withLastDay(table, name));
    } catch (error) {
      findings.push(unreadable(path, error));
    }
  }
  return { maps, findings };
}

/** The last day of the old units, the day before the one in the file's name, in the rows that do not say it. */
function withLastDay({ path, columns, rows }: DelimitedTable, name: string): DelimitedTable {
  const [, year = '', month = '', day = '01'] = /(20\d\d)-(\d\d)(?:-(\d\d))?/u.exec(name) ?? [];
  const start = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(start.getTime())) return { path, columns, rows };
  const lastDay = dayBefore(start.toISOString().slice(0, 10));
  return {
    path,
    columns: columns.includes('old_valid_to') ? columns : [...columns, 'old_valid_to'],
    rows: rows.map(({ line, cells }) => ({
      line,
      cells: cells.has('old_valid_to') ? cells : new Map([...cells, ['old_valid_to', lastDay]]),
    })),
  };
}

type Description = Partial<Record<'name' | 'asOf' | 'knownFrom' | 'sha256', string>>;

/** What registry.json says of the list; a broken one says nothing, the lists stand for themselves. */
async function readDescription(directory: string): Promise<Description> {
  let value: unknown;
  try {
    value = JSON.parse(await readOfficeText(join(directory, 'registry.json'), 'registry.json'));
  } catch {
    return {};
  }
  if (typeof value !== 'object' || value === null) return {};
  const keys = ['name', 'asOf', 'knownFrom', 'sha256'] as const;
  const entries = new Map<string, unknown>(Object.entries(value));
  return Object.fromEntries(
    keys.flatMap((key) => {
      const text = entries.get(key);
      return typeof text === 'string' ? [[key, text]] : [];
    }),
  );
}

const newestDate = (units: readonly UnitVersion[]): string =>
  units.reduce((newest, unit) => {
    const latest = unit.validFrom ?? '';
    return latest > newest ? latest : newest;
  }, '');

function unreadable(path: string, error: unknown): Finding {
  if (error instanceof OfficeFileFault) return error.finding;
  const reason = systemCode(error) ?? String(error);
  return finding('registry/unreadable', { file: path }, { path, reason });
}
