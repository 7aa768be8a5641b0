/** An old or other spreadsheet, read by a child process behind our own checks of its container. */
import { finding } from '../../findings/finding.js';
import type { RawSheet, SourceFile } from '../../model.js';
import { hiddenSheetFindings } from '../xlsx/hidden-sheets.js';
import type { PackageParts } from '../package/inflated-parts.js';
import { openPackage, openPlainPackage } from '../package/package-gate.js';
import { catching, isFault, type GateFault } from '../read-fault.js';
import type { ReadOutcome } from '../xlsx/xlsx.js';
import { withHidden } from './ods-hidden.js';
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
  const parts = checkedParts(source.bytes, kind);
  if (parts !== undefined && isFault(parts)) return { findings: [parts.toFinding(source.path)] };
  if (kind === 'ods' && isLocked(parts)) return { findings: [finding('file/encrypted', at, {})] };
  const reply = await pool.read(source.bytes);
  switch (reply.outcome) {
    case 'died':
      return { findings: [finding('file/foreign-too-heavy', at, { format })] };
    case 'locked':
      return { findings: [finding('file/encrypted', at, {})] };
    case 'failed':
      return { findings: [finding('file/foreign-failed', at, { format })] };
    case 'read': {
      const sheets = kind === 'ods' ? shownAndHidden(parts, reply.sheets) : reply.sheets;
      if (isFault(sheets)) return { findings: [sheets.toFinding(source.path)] };
      if (sheets.length === 0) return { findings: [finding('file/no-sheets', at, {})] };
      return {
        file: { source, format: 'xlsx', sheets },
        findings: [finding('file/foreign-read', at, { format }), ...hiddenSheetFindings(source.path, sheets)],
      };
    }
  }
}

/** The library believes a damaged package; an .xls file has no checksum that could be asked. */
function checkedParts(bytes: Uint8Array, kind: ForeignKind): PackageParts | GateFault | undefined {
  if (kind === 'ole-xls') return undefined;
  const opened = kind === 'xlsb' ? openPackage(bytes) : openPlainPackage(bytes);
  return isFault(opened) ? opened : opened.parts;
}

/** OpenDocument says in its list of parts that they are encrypted. */
function isLocked(parts: PackageParts | undefined): boolean {
  const manifest = parts?.get('meta-inf/manifest.xml');
  return manifest !== undefined && Buffer.from(manifest).includes('encryption-data');
}

function shownAndHidden(
  parts: PackageParts | undefined,
  sheets: readonly RawSheet[],
): readonly RawSheet[] | GateFault {
  const content = parts?.get('content.xml');
  return content === undefined ? sheets : catching(() => withHidden(content, sheets));
}
