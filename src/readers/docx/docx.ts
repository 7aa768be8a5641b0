/** A Word file read back: paragraphs, tables, text boxes, notes, headers; tracked changes accepted and refused. */
import type { Finding, SourceFile, WrittenReport } from '../../model.js';
import { finding } from '../../findings/finding.js';
import { defined } from '../../values/defined.js';
import { openPackage } from '../package/package-gate.js';
import type { PackageParts } from '../package/inflated-parts.js';
import { relationshipsOf } from '../package/package-parts.js';
import { catching, isFault, type GateFault } from '../read-fault.js';
import { parseXml, type XmlListener } from '../xml/xml-events.js';
import { DocxFlow, type FlowKind } from './docx-flow.js';

export interface ReadReport {
  /** Absent when a finding says why. */
  readonly report?: WrittenReport;
  readonly findings: readonly Finding[];
}

/** Reads the whole text of a Word file. */
export function readDocx(source: SourceFile): ReadReport {
  const at = { file: source.path };
  const damaged = (fault: GateFault): ReadReport => ({
    findings: [
      finding('verify/document-damaged', at, {
        format: 'tệp Word',
        reason: fault.toFinding(source.path).message,
      }),
    ],
  });
  const opened = openPackage(source.bytes);
  if (isFault(opened)) return damaged(opened);
  const main = relationshipsOf(opened.parts, '').find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined || !opened.parts.has(main))
    return { findings: [finding('verify/other-format', at, { format: 'văn bản không phải của Word' })] };
  const read = catching(() => {
    const after = readParts(opened.parts, main, 'after');
    const before = after.changes > 0 ? readParts(opened.parts, main, 'before') : undefined;
    return { after, before };
  });
  if (isFault(read)) return damaged(read);
  const { blocks, marks } = read.after.flow;
  const before =
    read.before === undefined ? undefined : { blocks: read.before.flow.blocks, changes: read.after.changes };
  return { report: { blocks, marks, ...defined({ before }) }, findings: [] };
}

/** `before`: as if the tracked changes had been refused. */
type Reading = 'after' | 'before';

const PARTS: readonly (readonly [type: string, kind: FlowKind])[] = [
  ['footnotes', 'note'],
  ['endnotes', 'note'],
  ['header', 'header'],
  ['footer', 'footer'],
];

function readParts(parts: PackageParts, main: string, reading: Reading): { flow: DocxFlow; changes: number } {
  const flow = new DocxFlow();
  const related = relationshipsOf(parts, main);
  let changes = readPart(parts, main, flow, 'body', reading);
  const done = new Set<string>();
  for (const [wanted, kind] of PARTS)
    for (const { type, target } of related) {
      if (type !== wanted || done.has(target) || !parts.has(target)) continue;
      done.add(target);
      changes += readPart(parts, target, flow, kind, reading);
    }
  return { flow, changes };
}

const WORD = /(?:wordprocessingml\/2006\/main|ooxml\/wordprocessingml\/main)$/u;
const COMPATIBILITY = /markup-compatibility\/2006$/u;

/** Answers the number of tracked changes. */
function readPart(
  parts: PackageParts,
  part: string,
  flow: DocxFlow,
  kind: FlowKind,
  reading: Reading,
): number {
  const bytes = parts.get(part);
  if (bytes === undefined) return 0;
  flow.part(kind);
  const listener = new PartListener(flow, reading);
  parseXml(part, bytes, listener);
  return listener.changes;
}

/** Elements inside which text is not of this reading. */
const GONE: Readonly<Record<Reading, ReadonlySet<string>>> = {
  after: new Set(['del', 'moveFrom']),
  before: new Set(['ins', 'moveTo']),
};
const CHANGES = new Set(['ins', 'del', 'moveFrom', 'moveTo']);
const PROPERTIES = new Set(['pPr', 'rPr', 'tblPr', 'sectPr', 'tcPr', 'trPr']);

class PartListener implements XmlListener {
  changes = 0;
  private readonly flow: DocxFlow;
  private readonly reading: Reading;
  private gone = 0;
  private fallback = 0;
  private properties = 0;
  private row = false;
  private listening = false;
  /** Names of the elements whose close counts, by depth of the change. */
  constructor(flow: DocxFlow, reading: Reading) {
    this.flow = flow;
    this.reading = reading;
  }

  open(local: string, space: string, attribute: (name: string, space?: string) => string | undefined): void {
    if (local === 'Fallback' && COMPATIBILITY.test(space)) this.fallback += 1;
    if (this.fallback > 0 || !WORD.test(space)) return;
    const value = (name: string): string | undefined => attribute(name, space) ?? attribute(`w:${name}`);
    if (CHANGES.has(local)) {
      this.changes += 1;
      if (GONE[this.reading].has(local)) {
        if (this.row) this.flow.dropRow();
        if (this.properties === 0) this.gone += 1;
      }
    }
    if (PROPERTIES.has(local)) this.properties += 1;
    if (local === 'trPr') this.row = true;
    this.openContent(local, value);
  }

  private openContent(local: string, value: (name: string) => string | undefined): void {
    const { flow } = this;
    if (local === 'p') flow.openParagraph();
    else if (local === 'tbl') flow.openTable();
    else if (local === 'tr') flow.openRow();
    else if (local === 'tc') flow.openCell();
    else if (local === 'gridSpan') flow.span(Number(value('val') ?? 1));
    else if (local === 'gridBefore') flow.skip(Number(value('val') ?? 0));
    else if (local === 'vMerge' && value('val') !== 'restart') flow.continued();
    else if (local === 'txbxContent') flow.openBox();
    else if (local === 'bookmarkStart') flow.openMark(value('id') ?? '', value('name') ?? '');
    else if (local === 'bookmarkEnd') flow.closeMark(value('id') ?? '');
    else if (this.gone > 0 || this.properties > 0) this.listening = false;
    else if (local === 't' || (local === 'delText' && this.reading === 'before')) this.listening = true;
    else if (local === 'tab') flow.text(' ');
    else if (local === 'br' || local === 'cr') flow.text('\n');
    else if (local === 'noBreakHyphen') flow.text('-');
  }

  text(text: string): void {
    if (this.listening && this.fallback === 0) this.flow.text(text);
  }

  close(local: string, space: string): void {
    if (local === 'Fallback' && COMPATIBILITY.test(space)) this.fallback -= 1;
    if (this.fallback > 0 || !WORD.test(space)) return;
    if (PROPERTIES.has(local)) this.properties -= 1;
    if (GONE[this.reading].has(local) && this.properties === 0 && this.gone > 0) this.gone -= 1;
    if (local === 'trPr') this.row = false;
    if (local === 't' || local === 'delText') this.listening = false;
    else if (local === 'p') this.flow.closeParagraph();
    else if (local === 'tc') this.flow.closeCell();
    else if (local === 'tr') this.flow.closeRow();
    else if (local === 'tbl') this.flow.closeTable();
    else if (local === 'txbxContent') this.flow.closeBox();
  }
}
