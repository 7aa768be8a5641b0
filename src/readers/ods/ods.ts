/** An OpenDocument workbook (.ods, flat .fods) becomes raw sheets; with any fault of its container it is refused whole. */
import { finding } from '../../findings/finding.js';
import type { CellSink, SourceFile } from '../../model.js';
import { openPlainPackage } from '../package/package-gate.js';
import { PACKAGE_LIMITS } from '../package/inflate.js';
import { PackageWeight } from '../package/package-weight.js';
import { catching, fault, isFault, ReadFault, refuse, type GateFault } from '../read-fault.js';
import { SheetCollector } from '../sheet-collector.js';
import { hiddenSheetFindings } from '../xlsx/hidden-sheets.js';
import type { ReadOutcome } from '../xlsx/xlsx.js';
import { parseXml } from '../xml/xml-events.js';
import { refuseDoctype } from '../xml/xml-text.js';
import { OdsDocument } from './ods-document.js';
import { OdsStyles } from './ods-styles.js';
import { refuseTooManyCells } from './ods-weight.js';

const CONTENT = 'content.xml';
const STYLES = 'styles.xml';
const MANIFEST = 'meta-inf/manifest.xml';
/** Programs that travel with the workbook; LibreOffice also writes a list of none. */
const MACROS = /^(?:basic\/[^/]+\/(?!script-lb\.xml|dialog-lb\.xml)[^/]+\.xml|scripts\/.+\.\w+)$/u;
const MEGABYTE = 1024 * 1024;
const SHOWN = 5;

export type OdsKind = 'ods' | 'fods';

/** Reads all sheets of a workbook. */
export function readOds(source: SourceFile, kind: OdsKind): ReadOutcome {
  const collector = new SheetCollector();
  const notices = catching(() =>
    kind === 'ods' ? readPackage(source.bytes, collector) : readFlat(source.bytes, collector),
  );
  if (isFault(notices)) return { findings: [notices.toFinding(source.path)] };
  const sheets = collector.finish();
  const findings = [
    finding('file/foreign-read', { file: source.path }, { format: `.${kind}` }),
    ...notices.list.map(({ toFinding }) => toFinding(source.path)),
    ...hiddenSheetFindings(source.path, sheets),
  ];
  const { names } = notices;
  return {
    file: { source, format: 'xlsx', sheets, ...(names.size === 0 ? {} : { names }) },
    findings,
  };
}

interface Notices {
  readonly list: readonly GateFault[];
  readonly names: ReadonlyMap<string, string>;
}

function readPackage(bytes: Uint8Array, sink: CellSink): Notices {
  const opened = openPlainPackage(bytes, new Set([CONTENT, STYLES]));
  if (isFault(opened)) return refuseWith(opened);
  const { parts } = opened;
  const manifest = parts.get(MANIFEST);
  // The list of parts says which are encrypted; it is looked at only, because old programs begin it with a DOCTYPE.
  if (manifest !== undefined && Buffer.from(manifest).includes('encryption-data'))
    refuse('file/ods-encrypted', {});
  const content = parts.get(CONTENT) ?? refuse('file/missing-part', { part: CONTENT });
  const styles = new OdsStyles();
  const named = parts.get(STYLES);
  if (named !== undefined) parseXml(STYLES, named, styles);
  const { list, names } = readDocument(CONTENT, content, styles, sink);
  const hasMacros = [...parts.keys()].some((key) => MACROS.test(key));
  return { list: hasMacros ? [fault('file/macros', {}), ...list] : list, names };
}

function readFlat(bytes: Uint8Array, sink: CellSink): Notices {
  const part = '.fods';
  if (bytes.length > PACKAGE_LIMITS.part)
    refuse('file/over-size', { part, megabytes: PACKAGE_LIMITS.part / MEGABYTE });
  refuseDoctype(part, bytes);
  new PackageWeight().add(part, bytes);
  return readDocument(part, bytes, new OdsStyles(), sink);
}

function readDocument(part: string, content: Uint8Array, styles: OdsStyles, sink: CellSink): Notices {
  refuseTooManyCells(part, content);
  const document = new OdsDocument(styles, sink);
  parseXml(part, content, document);
  if (document.sheets.length === 0) refuse('file/no-sheets', {});
  const list = document.sheets.flatMap(({ name, outside }) => {
    const [first] = outside;
    if (first === undefined) return [];
    const cells = outside.slice(0, SHOWN).map(({ cell, raw }) => `${cell} (${raw})`);
    const parameters = { sheet: name, count: outside.length, cells: cells.join(', ') };
    return [fault('file/external-link', parameters, { sheet: name, cell: first.cell })];
  });
  return { list, names: document.names };
}

function refuseWith(found: GateFault): never {
  throw new ReadFault(found);
}
