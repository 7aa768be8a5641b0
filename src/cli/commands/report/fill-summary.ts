/** The body of `tdkvh report --into`: the results in the office's copy of the form of a level above. */
import { basename, dirname, extname, join, resolve } from 'node:path';
import { lastYearOf } from '../../../comparison/last-year.js';
import { finding, isError, NOWHERE } from '../../../findings/finding.js';
import type { Finding, ResultsDocument, UnitRecord } from '../../../model.js';
import { earlierRecords } from '../../../office/earlier-records.js';
import { openWorkspace, registryFolder } from '../../../office/open-workspace.js';
import { filledWithResults } from '../../../office/own-forms/form-with-results.js';
import { cannotFill } from '../../../office/own-forms/make-own-templates.js';
import { openForm } from '../../../office/own-forms/open-form.js';
import { unitsInTitles } from '../../../office/own-forms/units-in-titles.js';
import { pathFromHere } from '../../../office/path-from-here.js';
import { readEarlier } from '../../../office/read-earlier.js';
import type { StoredResults } from '../../../office/stored-results.js';
import { formatDate } from '../../../values/number-format.js';
import { fillWorkbook } from '../../../writers/filling/fill-workbook.js';
import type { CommandCall, Outcome } from '../../command.js';
import { answerWith, failWith } from '../../screen/answer.js';
import { asCalled } from '../../screen/as-called.js';
import { nextSteps } from '../../screen/next-steps.js';
import { shownPath } from '../../screen/shown-path.js';
import { writeBeside } from './write-beside.js';

interface Wanted {
  readonly form: string;
  readonly folder: string | undefined;
  /** Of results.json, absolute. */
  readonly path: string;
  readonly stored: StoredResults;
}

const OTHERS = ['template', 'annexes', 'outline', 'as'] as const;

export async function fillSummary(
  call: CommandCall,
  { form, folder, path, stored }: Wanted,
): Promise<Outcome> {
  const { options } = call;
  const other = OTHERS.find((one) => options.text(one) !== undefined);
  if (other !== undefined)
    return failWith(
      [finding('cli/conflicting-options', NOWHERE, { one: '--into', other: `--${other}` })],
      call,
    );
  if (folder === undefined) return failWith([finding('cli/no-workspace', NOWHERE, {})], call);
  const { results } = stored;
  const unit = unitAsked(options.text('unit'), results);
  if (unit === undefined) return failWith([unknownUnit(options.text('unit') ?? '', results)], call);
  const { workspace, findings: faults } = await openWorkspace(folder);
  if (workspace === undefined) return failWith(faults, call);
  const among = { folder, set: workspace.set, period: results.period, summaries: true };
  const read = await openForm(form, among);
  if (read.opened === undefined) return failWith([...faults, ...read.findings], call);
  const place = registryFolder(folder, undefined, workspace.config.registry);
  const earlier = await readEarlier(folder, earlierRecords(workspace.set), place);
  const steps = workspace.crosswalk.length > 0 ? workspace.crosswalk : (earlier.registryMap ?? []);
  const before = earlier.previous?.documents ?? [];
  const lastYear = (code: string): ResultsDocument | undefined =>
    lastYearOf(code, before, results.period, steps);
  const named = unitsInTitles(read.opened.sheets, results);
  const filled = filledWithResults(read.opened, results, lastYear, (own) => named.get(own) ?? unit);
  const remarks: readonly Finding[] = [...faults, ...filled.findings];
  if (filled.findings.some(isError)) return failWith(remarks, call);
  const source = read.opened.file.source.path;
  const made = fillWorkbook(read.opened.bytes, filled.cells);
  if ('refused' in made) return failWith([...remarks, cannotFill(source, made.refused)], call);
  const ending = extname(source);
  const name = `${basename(source, ending)}-${results.period.id}${ending}`;
  const target = resolve(options.text('out') ?? join(dirname(path), name));
  const written = await writeBeside(path, stored.bytes, target, made.bytes);
  if (written.some(isError)) return failWith([...remarks, ...written], call);
  const shown = pathFromHere(target);
  const figures = filled.cells.filter(({ value }) => value !== 'blank').length;
  const draft =
    results.complete || results.final ? '' : asCalled(' (số liệu chưa đủ hoặc còn lỗi: xem tdkvh status)');
  const text = [
    `Đã ghi: ${shownPath(shown)}, ${figures} ô được điền${draft}`,
    nextSteps([{ text: 'mở tệp, đọc lại rồi mới gửi cấp trên' }], call.terminal.columns),
  ].join('\n');
  const json = { schema: 'tdkvh/written@1', files: [shown], cells: figures, draft: draft !== '' };
  return answerWith(call, { text, json }, remarks);
}

const unitAsked = (code: string | undefined, { unit, units }: ResultsDocument): UnitRecord | undefined =>
  units.find((one) => one.code === (code ?? unit));

const unknownUnit = (text: string, { referenceDate }: ResultsDocument): Finding =>
  finding('cli/unit-not-found', NOWHERE, {
    text,
    date: formatDate(referenceDate),
    otherwise: '; đơn vị phải có trong results.json',
  });
