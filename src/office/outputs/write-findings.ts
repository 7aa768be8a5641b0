/** `--findings FILE`: all findings as CSV or JSON, by the ending of the name. */
import { resolve } from 'node:path';
import type { Finding, UnitRecord } from '../../model.js';
import { findingsCsvPieces } from '../../writers/csv-outputs.js';
import { findingsPieces } from '../../writers/json.js';
import { writeFileSafely } from '../../writers/output-set.js';

/** Writes the file; a finding when that is not possible. */
export async function writeFindings(
  path: string,
  findings: readonly Finding[],
  facts: { readonly period: string; readonly units: readonly UnitRecord[] },
): Promise<readonly Finding[]> {
  const content = /\.json$/iu.test(path)
    ? findingsPieces(findings, facts.period)
    : findingsCsvPieces(findings, facts.units);
  return writeFileSafely(resolve(path), content);
}
