/** `--findings FILE`: all findings as CSV or JSON, by the ending of the name. */
import { resolve } from 'node:path';
import type { Finding, UnitRecord } from '../../model.js';
import { findingsCsvPieces } from '../../writers/csv-outputs.js';
import { findingsPieces } from '../../writers/json.js';
import type { FileContent } from '../../writers/byte-pieces.js';
import { writeFileSafely } from '../../writers/output-set.js';

interface FindingsFacts {
  readonly period: string;
  readonly units: readonly UnitRecord[];
}

/** What stands in the file. */
export const findingsContent = (
  path: string,
  findings: readonly Finding[],
  { period, units }: FindingsFacts,
): FileContent =>
  /\.json$/iu.test(path) ? findingsPieces(findings, period) : findingsCsvPieces(findings, units);

/** Writes the file; a finding when that is not possible. */
export const writeFindings = async (
  path: string,
  findings: readonly Finding[],
  facts: FindingsFacts,
): Promise<readonly Finding[]> => writeFileSafely(resolve(path), findingsContent(path, findings, facts));
