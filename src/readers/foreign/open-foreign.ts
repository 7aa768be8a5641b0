/** An old or other spreadsheet, read by a child process behind our own checks of its container. */
import { finding } from '../../findings/finding.js';
import type { SourceFile } from '../../model.js';
import { hiddenSheetFindings } from '../xlsx/hidden-sheets.js';
import { openPackage } from '../package/package-gate.js';
import { isFault, type GateFault } from '../read-fault.js';
import type { ReadOutcome } from '../xlsx/xlsx.js';
import { foreignPool, type ChildPool } from './child-pool.js';

export type ForeignKind = 'ole-xls' | 'xlsb';

const FORMATS: Readonly<Record<ForeignKind, string>> = {
  'ole-xls': '.xls (Excel 97-2003)',
  xlsb: '.xlsb',
};

const MEGABYTE = 1024 * 1024;
/** The child holds the bytes several times over; no form filled in comes near. */
const LARGEST = 16;

/** Sheets of the file with a note that recommends .xlsx, or the one finding why there are none. */
export async function openForeign(
  source: SourceFile,
  kind: ForeignKind,
  pool: ChildPool = foreignPool(),
): Promise<ReadOutcome> {
  const at = { file: source.path };
  const format = FORMATS[kind];
  if (source.bytes.length > LARGEST * MEGABYTE) {
    const megabytes = Math.ceil(source.bytes.length / MEGABYTE);
    return { findings: [finding('file/too-big', at, { megabytes, limit: LARGEST })] };
  }
  const damage = containerFault(source.bytes, kind);
  if (damage !== undefined) return { findings: [damage.toFinding(source.path)] };
  const reply = await pool.read(source.bytes);
  switch (reply.outcome) {
    case 'died':
      return { findings: [finding('file/foreign-too-heavy', at, { format })] };
    case 'locked':
      return { findings: [finding('file/encrypted', at, {})] };
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

/** The library believes a damaged package; an .xls file has no checksum that could be asked. */
function containerFault(bytes: Uint8Array, kind: ForeignKind): GateFault | undefined {
  const opened = kind === 'xlsb' ? openPackage(bytes) : undefined;
  return opened !== undefined && isFault(opened) ? opened : undefined;
}
