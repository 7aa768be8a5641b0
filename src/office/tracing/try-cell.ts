/** The whole run twice: as the files are, and as if one cell said something else. Nothing is written. */
import { relative, resolve } from 'node:path';
import type { Finding, RawCell, ResultsDocument } from '../../model.js';
import type { OpenedFile } from '../../readers/open-sources.js';
import { finding, NOWHERE } from '../../findings/finding.js';
import {
  movedCells,
  movedFigures,
  movedFindings,
  movedSentences,
  type MovedCell,
  type MovedFigure,
  type MovedText,
} from '../../tracing/impact.js';
import { parseCellAddress } from '../../values/cell-address.js';
import { nearestWord } from '../../values/nearest-word.js';
import { foldLabel } from '../../values/vietnamese-text.js';
import { prepareRun, type PreparedRun, type RunChoices } from '../prepare-run.js';
import { completeRun } from '../run-pipeline.js';
import { madeOutputs } from './printed-figures.js';
import { sentencesOf, sheetsOf } from './printed-texts.js';
import { cellAt, withCell, type CellPlace } from './replaced-cell.js';
import { defined } from '../../values/defined.js';
import { fileName } from '../../values/file-name.js';

export interface Impact {
  readonly file: string;
  readonly place: CellPlace;
  /** As it stands; empty for a blank cell. */
  readonly from: string;
  readonly to: string;
  readonly figures: readonly MovedFigure[];
  readonly sentences: readonly MovedText[];
  readonly cells: readonly MovedCell[];
  readonly appear: readonly Finding[];
  readonly go: readonly Finding[];
}

export interface Trial {
  /** Workspace-relative, or from the current folder. */
  readonly file: string;
  /** "Biểu 01!M9", of CSV "M9". */
  readonly cell: string;
  /** Absent: one more than the number that stands there. */
  readonly value?: string;
}

export interface TriedCell {
  readonly impact?: Impact;
  readonly findings: readonly Finding[];
}

export async function tryCell(trial: Trial, choices: RunChoices): Promise<TriedCell> {
  const refused = (why: string): TriedCell => ({
    findings: [finding('cli/no-such-cell', NOWHERE, { text: `${trial.file} ${trial.cell}`, why })],
  });
  const first = await prepareRun([], choices);
  if (first.run === undefined) return { findings: first.findings };
  const before = await runWith(first.run, trial, undefined);
  const { found, results } = before;
  if (found === undefined) return refused(notAmong(trial.file, before.paths));
  if ('why' in found) return refused(found.why);
  const from = found.cell?.raw ?? '';
  const value = trial.value?.normalize('NFC').trim() ?? oneMore(from);
  if (value === undefined)
    return refused(`ô ghi “${from}”, không phải số nguyên; nêu giá trị thử bằng --value`);
  const second = await prepareRun([], choices);
  if (second.run === undefined || results === undefined)
    return { findings: [...first.findings, ...before.findings] };
  const after = await runWith(second.run, trial, value);
  if (after.results === undefined) return { findings: after.findings };
  const printed = await bothPrinted(first.run, results, after.results);
  if (!('sentences' in printed)) return printed;
  return {
    impact: {
      file: found.file,
      place: found.place,
      from,
      to: value,
      figures: movedFigures(results, after.results),
      ...printed,
      ...movedFindings(results.findings, after.results.findings),
    },
    findings: first.findings,
  };
}

const oneMore = (text: string): string | undefined =>
  /^\d+$/u.test(text) ? String(BigInt(text) + 1n) : undefined;

/** Both runs as printed: what reads otherwise in the report and in the workbook. */
async function bothPrinted(
  { folder }: PreparedRun,
  before: ResultsDocument,
  after: ResultsDocument,
): Promise<Pick<Impact, 'sentences' | 'cells'> | { readonly findings: readonly Finding[] }> {
  const about = { folder: folder ?? process.cwd(), inWorkspace: folder !== undefined };
  const then = await madeOutputs({ ...about, results: before });
  const now = await madeOutputs({ ...about, results: after });
  if (then.made === undefined || now.made === undefined)
    return { findings: [...then.findings, ...now.findings] };
  return {
    sentences: movedSentences(sentencesOf(then.made.report), sentencesOf(now.made.report)),
    cells: movedCells(sheetsOf(then.made, before.decimals), sheetsOf(now.made, after.decimals)),
  };
}

type Found =
  | { readonly file: string; readonly place: CellPlace; readonly cell: RawCell | undefined }
  | { readonly why: string };

interface RunOnce {
  readonly results?: ResultsDocument;
  readonly findings: readonly Finding[];
  readonly found?: Found;
  /** Of every file that was read. */
  readonly paths: readonly string[];
}

/** One run; `value` replaces the cell, undefined leaves it. */
async function runWith(run: PreparedRun, trial: Trial, value: string | undefined): Promise<RunOnce> {
  const paths: string[] = [];
  const wanted = namesOf(trial.file, run.folder);
  let found: Found | undefined;
  async function* opened(): AsyncGenerator<OpenedFile> {
    for await (const one of run.opened) {
      paths.push(one.path);
      if (!wanted.includes(one.path)) {
        yield one;
        continue;
      }
      found = findCell(one, trial.cell);
      const { file } = one;
      yield value === undefined || file === undefined || 'why' in found
        ? one
        : { ...one, file: withCell(file, found.place, value) };
    }
  }
  const outcome = await completeRun({ ...run, opened: opened() }, false);
  return { ...outcome, paths, ...defined({ found }) };
}

/** The path as findings name it, or as it lies under the current folder. */
function namesOf(path: string, folder: string | undefined): readonly string[] {
  const plain = (text: string): string => text.normalize('NFC').replaceAll('\\', '/').replace(/^\.\//u, '');
  const under = folder === undefined ? path : relative(folder, resolve(path));
  return [plain(path), plain(under)];
}

function notAmong(file: string, paths: readonly string[]): string {
  const near = nearestWord(fileName(file), paths.map(fileName));
  const whole = paths.find((path) => fileName(path) === near);
  return `không có tệp này trong các tệp đã đọc${whole === undefined ? '' : `, có phải “${whole}”`}`;
}

function findCell({ path, file, results }: OpenedFile, typed: string): Found {
  if (results !== undefined) return { why: 'tệp là kết quả của cấp dưới; thử ở kỳ báo cáo của đơn vị đó' };
  if (file === undefined) return { why: 'tệp không đọc được số liệu nào' };
  const [, sheetText = '', address = ''] = /^(?:(.+)!)?(\$?[a-z]{1,3}\$?\d+)$/iu.exec(typed.trim()) ?? [];
  const at = parseCellAddress(address.toUpperCase());
  if (at === undefined) return { why: 'địa chỉ ô không đúng dạng “Biểu 01!M9”' };
  const wanted = foldLabel(sheetText.replace(/^'(.*)'$/u, '$1'));
  const [only, ...others] = file.sheets;
  const sheet =
    sheetText === '' && others.length === 0
      ? only
      : file.sheets.find(({ name }) => foldLabel(name) === wanted);
  if (sheet === undefined)
    return { why: `tệp không có trang đó; các trang: ${file.sheets.map(({ name }) => name).join(', ')}` };
  const place = { sheet: sheet.name, ...at };
  return { file: path, place, cell: cellAt(file, place) };
}
