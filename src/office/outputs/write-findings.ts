/** `--findings FILE`: all findings as CSV or JSON, by the ending of the name. */
import { resolve } from 'node:path';
import type { Finding, UnitRecord } from '../../model.js';
import { findingsCsv } from '../../writers/csv-outputs.js';
import { findingsJson } from '../../writers/json.js';
import { writeFileSafely } from '../../writers/output-set.js';

/** Writes the file; a finding when that is not possible. */
export async function writeFindings(
  path: string,
  findings: readonly Finding[],
  facts: { readonly period: string; readonly units: readonly UnitRecord[] },
): Promise<readonly Finding[]> {
  const bytes = /\.json$/iu.test(path)
    ? findingsJson(findings, facts.period)
    : findingsCsv(findings, facts.units);
  return writeFileSafely(resolve(path), bytes);
}
