/** An old or other spreadsheet, read by a child process behind our own checks of its container. */
import { finding } from '../../findings/finding.js';
import type { SourceFile } from '../../model.js';
import { hiddenSheetFindings } from '../hidden-sheets.js';
import { openPackage, openPlainPackage } from '../package-gate.js';
import { isFault } from '../read-fault.js';
import type { ReadOutcome } from '../xlsx.js';
import { foreignPool, type ChildPool } from './child-pool.js';

export type ForeignKind = 'ole-xls' | 'xlsb' | 'ods';

const FORMATS: Readonly<Record<ForeignKind, string>> = {
  'ole-xls': '.xls (Excel 97-2003)',
  xlsb: '.xlsb',
  ods: '.ods',
};

/** Sheets of the file with a note that recommends .xlsx, or the one finding why there are none. */
export async function openForeign(
  source: SourceFile,
  kind: ForeignKind,
  pool: ChildPool = foreignPool(),
): Promise<ReadOutcome> {
  const at = { file: source.path };
  const format = FORMATS[kind];
  // The library believes a damaged package; an .xls file has no checksum that could be asked.
  const checked =
    kind === 'xlsb' ? openPackage(source.bytes) : kind === 'ods' ? openPlainPackage(source.bytes) : {};
  if (isFault(checked)) return { findings: [checked.toFinding(source.path)] };
  const reply = await pool.read(source.bytes);
  switch (reply.outcome) {
    case 'died':
      return { findings: [finding('file/foreign-too-heavy', at, { format })] };
    case 'failed':
      return { findings: [finding('file/foreign-failed', at, { format })] };
    case 'read': {
      const { sheets } = reply;
      if (sheets.length === 0) return { findings: [finding('file/no-sheets', at, {})] };
      return {
        file: { source, format: 'xlsx', sheets },
        findings: [finding('file/foreign-read', at, { format }), ...hiddenSheetFindings(source.path, sheets)],
      };
    }
  }
}
