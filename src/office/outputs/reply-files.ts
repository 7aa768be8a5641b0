/** The files of one reply: the commune's workbook marked and proved unchanged, else the reply sheet alone. */
import { finding, NOWHERE } from '../../findings/finding.js';
import type { Finding, InputRecord, RawSheet, Reply, SourceFile } from '../../model.js';
import { expandSource } from '../../readers/package/archive.js';
import { openSource } from '../../readers/open-source.js';
import { readSource } from '../../readers/read-source.js';
import { cellMarks } from '../../reports/deadline/cell-marks.js';
import { replyGrid, type Reasons } from '../../reports/deadline/reply-grid.js';
import type { Prose } from '../../reports/prose/prose.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import { markWorkbook, type MarkRefusal } from '../../writers/marking/mark-workbook.js';
import { writeReplyWorkbook } from '../../writers/reply-workbook.js';
import type { PreparedRun } from '../prepare-run.js';

const LONGEST_NAME = 60;

export interface ReplyFiles {
  readonly files: Map<string, Uint8Array>;
  readonly findings: readonly Finding[];
  /** The workbooks hold figures of other units as well, and nothing else forbids to mark them. */
  readonly isShared: boolean;
}

/** `09187-xa-an-binh`: ASCII, so that every mail program keeps it. */
export const stemOf = ({ unit, name }: Pick<Reply, 'unit' | 'name'>): string =>
  [unit, ...foldMarks(name).split(/[^a-z0-9]+/u)]
    .map((part) => part.replace(/[^A-Za-z0-9]+/gu, '-'))
    .filter((part) => part !== '')
    .join('-')
    .slice(0, LONGEST_NAME);

/** The reply sheet stands in the first workbook that can be marked. */
export async function replyFiles(
  run: PreparedRun,
  prose: Prose,
  reply: Reply,
  reasons: Reasons,
): Promise<ReplyFiles> {
  const files = new Map<string, Uint8Array>();
  const stem = `${stemOf(reply)}-de-nghi-sua`;
  const refused = new Set<Refusal>();
  for (const input of prose.frame.results.inputs.filter((one) => isCurrent(one, reply.unit))) {
    const marks = cellMarks(prose.say, reply, input.path);
    if (marks.length === 0 && files.size > 0) continue;
    const source = sourceOf(run, input);
    const grid = files.size === 0 ? { reply: replyGrid(prose, reply, false, reasons) } : {};
    const request = { marks, resolvedText: prose.say('mark.settled', {}), ...grid };
    const marked = markedCopy(source, input, reply.unit, request);
    if ('refused' in marked) refused.add(marked.refused);
    else {
      const ending = /\.xlsm$/iu.test(input.path) ? '.xlsm' : '.xlsx';
      files.set(files.size === 0 ? `${stem}${ending}` : `${stem}-${files.size + 1}${ending}`, marked.bytes);
    }
  }
  if (files.size > 0) return { files, findings: [], isShared: false };
  files.set(
    `${stem}.xlsx`,
    await writeReplyWorkbook(replyGrid(prose, reply, true, reasons), prose.frame.results.report.date),
  );
  const reason = [...refused].map((why) => prose.say(`refused.${why}`, {})).join('; ');
  const about = {
    unit: reply.name,
    reason: reason === '' ? prose.say('refused.notWorkbook', {}) : reason,
  };
  const isShared = refused.size === 1 && refused.has('shared');
  return { files, findings: [finding('return/reply-only', NOWHERE, about)], isShared };
}

export const isCurrent = ({ parts }: InputRecord, unit: string): boolean =>
  parts.some((part) => part.unit === unit && (part.state === 'used' || part.state === 'rejected'));

/** The bytes that were sent; those of a file inside an archive are unpacked anew, `archive.zip/inner.xlsx`. */
export function sourceOf({ listing }: PreparedRun, { path }: InputRecord): SourceFile | undefined {
  const entry = listing.files.find(
    (one) => path.startsWith(one.path) && (path.length === one.path.length || path[one.path.length] === '/'),
  );
  const source = entry === undefined ? undefined : readSource(entry).source;
  if (source === undefined || source.path === path) return source;
  for (const item of expandSource(source))
    if ('source' in item && item.source.path === path) return item.source;
  return undefined;
}

type Refusal =
  | MarkRefusal
  | 'notWorkbook'
  | 'notReadable'
  | 'otherFormat'
  | 'lowerResults'
  | 'shared'
  | 'valuesDiffer';

/** Marks one file for one unit. */
function markedCopy(
  source: SourceFile | undefined,
  { parts }: InputRecord,
  unit: string,
  request: Parameters<typeof markWorkbook>[1],
): { readonly bytes: Uint8Array } | { readonly refused: Refusal } {
  // Other units' figures are not this commune's to see.
  const isShared = parts.some((part) => part.unit !== undefined && part.unit !== unit);
  return markedWorkbook(source, request, isShared);
}

/** What comes out must read as what went in, cell by cell. `isKept`: it would be marked, and is not to be handed over. */
export function markedWorkbook(
  source: SourceFile | undefined,
  request: Parameters<typeof markWorkbook>[1],
  isKept = false,
): { readonly bytes: Uint8Array } | { readonly refused: Refusal } {
  if (source !== undefined && /\.(?:xlsb?|ods)$/iu.test(source.path)) return { refused: 'otherFormat' };
  const opened = source === undefined ? undefined : openSource(source);
  if (opened?.results !== undefined) return { refused: 'lowerResults' };
  const file = opened?.file;
  if (source === undefined || file === undefined) return { refused: 'notReadable' };
  if (file.format !== 'xlsx') return { refused: 'notWorkbook' };
  if (isKept) return { refused: 'shared' };
  const marked = markWorkbook(source.bytes, request);
  if ('refused' in marked) return marked;
  const again = openSource({ ...source, bytes: marked.bytes }).file;
  return again !== undefined && sameSheets(file.sheets, again.sheets) ? marked : { refused: 'valuesDiffer' };
}

/** All sheets of the original, equal and in the same order; the reply sheet may stand before them. */
const sameSheets = (before: readonly RawSheet[], after: readonly RawSheet[]): boolean =>
  JSON.stringify(before) === JSON.stringify(after.length > before.length ? after.slice(1) : after);
