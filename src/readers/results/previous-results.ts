/** Reads the folder previous/: ….results.json of earlier periods and so-lieu.csv; every file that is not read is named. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DelimitedTable, Finding, ResultsDocument } from '../../model.js';
import { finding } from '../../findings/finding.js';
import { readDelimitedTable } from '../csv/delimited-table.js';
import { readResultsJson } from './results-json.js';
import { defined } from '../../values/defined.js';
import { append } from '../../values/of-many.js';
import { OfficeFileFault, readOfficeFile } from '../office-file.js';
import { systemCode } from '../../values/system-code.js';

export interface PreviousFolder {
  readonly documents: readonly { readonly path: string; readonly results: ResultsDocument }[];
  /** so-lieu.csv, for `admitEarlierFigures`. */
  readonly figures?: DelimitedTable;
  readonly findings: readonly Finding[];
}

export const EARLIER_FIGURES_FILE = 'so-lieu.csv';

/** `shown` is how the folder is named in findings and outputs. */
export async function readPreviousFolder(folder: string, shown = 'previous'): Promise<PreviousFolder> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
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
      bytes = await readOfficeFile(join(folder, name), path, 'results');
    } catch (error) {
      findings.push(unreadable(path, error));
      continue;
    }
    if (name === EARLIER_FIGURES_FILE) {
      const table = readDelimitedTable(bytes, path);
      append(findings, table.findings);
      if (table.columns.length > 0) figures = table;
    } else {
      const read = readResults(bytes, path);
      append(findings, read.findings);
      if (read.results !== undefined) documents.push({ path, results: read.results });
    }
  }
  return { documents, ...defined({ figures }), findings };
}

/** One results.json from its bytes, or why it cannot be used. */
export function readResults(
  bytes: Uint8Array,
  path: string,
): { readonly results?: ResultsDocument; readonly findings: readonly Finding[] } {
  const at = { file: path };
  const read = readResultsJson(bytes);
  switch (read.kind) {
    case 'results':
      return { results: read.results, findings: [] };
    case 'not-json':
      return { findings: [finding('previous/not-json', at, {})] };
    case 'other-schema': {
      const { actual, expected } = read;
      return { findings: [finding('previous/other-schema', at, { actual, expected }, { actual })] };
    }
    case 'malformed':
      return { findings: [finding('previous/malformed', at, read)] };
  }
}

const codeOf = (error: unknown): string => systemCode(error) ?? String(error);

const unreadable = (path: string, error: unknown): Finding =>
  error instanceof OfficeFileFault
    ? error.finding
    : finding('previous/unreadable', { file: path }, { path, reason: codeOf(error) });
