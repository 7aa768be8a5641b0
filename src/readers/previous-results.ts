/** Reads the folder previous/: ….results.json of earlier periods and so-lieu.csv; every file that is not read is named. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DelimitedTable, Finding, ResultsDocument } from '../model.js';
import { finding } from '../findings/finding.js';
import { RESULTS_SCHEMA } from '../model/results.js';
import { parseResults } from '../results-schema.js';
import { readDelimitedTable } from './delimited-table.js';

export interface PreviousFolder {
  readonly documents: readonly { readonly path: string; readonly results: ResultsDocument }[];
  /** so-lieu.csv, for `admitEarlierFigures`. */
  readonly figures?: DelimitedTable;
  readonly findings: readonly Finding[];
}

export const EARLIER_FIGURES_FILE = 'so-lieu.csv';

/** `shown` is how the folder is named in findings and outputs. A folder that is not there holds nothing. */
export async function readPreviousFolder(folder: string, shown = 'previous'): Promise<PreviousFolder> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { documents: [], findings: [] };
    return { documents: [], findings: [unreadable(shown, error)] };
  }
  const findings: Finding[] = [];
  const documents: { path: string; results: ResultsDocument }[] = [];
  let figures: DelimitedTable | undefined;
  const names = entries
    .filter((entry) => !/^[.~]/u.test(entry.name))
    .map((entry) => entry.name.normalize('NFC'));
  for (const name of names.sort()) {
    const path = `${shown}/${name}`;
    if (!/\.results\.json$/iu.test(name) && name !== EARLIER_FIGURES_FILE) {
      findings.push(finding('previous/not-read', { file: path }, { path }));
      continue;
    }
    let bytes: Uint8Array;
    try {
      bytes = await readFile(join(folder, name));
    } catch (error) {
      findings.push(unreadable(path, error));
      continue;
    }
    if (name === EARLIER_FIGURES_FILE) {
      const table = readDelimitedTable(bytes, path);
      findings.push(...table.findings);
      if (table.columns.length > 0) figures = table;
    } else {
      const read = readResults(bytes, path);
      findings.push(...read.findings);
      if (read.results !== undefined) documents.push({ path, results: read.results });
    }
  }
  return { documents, ...(figures === undefined ? {} : { figures }), findings };
}

/** One results.json from its bytes, or why it cannot be used. */
export function readResults(
  bytes: Uint8Array,
  path: string,
): { readonly results?: ResultsDocument; readonly findings: readonly Finding[] } {
  const at = { file: path };
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : 'UTF-8';
    return { findings: [finding('previous/not-json', at, { reason })] };
  }
  const schema: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'schema') : undefined;
  if (schema !== RESULTS_SCHEMA) {
    const actual = typeof schema === 'string' ? schema : '—';
    const parameters = { actual, expected: RESULTS_SCHEMA };
    return { findings: [finding('previous/other-schema', at, parameters, { actual })] };
  }
  const { results, issues } = parseResults(value);
  if (results !== undefined) return { results, findings: [] };
  const [first] = issues;
  const parameters = { count: issues.length, place: first?.path ?? '', reason: first?.message ?? '' };
  return { findings: [finding('previous/malformed', at, parameters)] };
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);

const unreadable = (path: string, error: unknown): Finding =>
  finding('previous/unreadable', { file: path }, { path, reason: codeOf(error) });
