/** The body of `tdkvh correct`: the sealed results beside a run of today, what differs and why, and the two files. */
import { join, resolve } from 'node:path';
import { correctionsOf } from '../../../comparison/corrections.js';
import { finding, isError, NOWHERE } from '../../../findings/finding.js';
import type { Corrections, Finding, ResultsDocument, SealedManifest } from '../../../model.js';
import { SEALED_PLACES } from '../../../model/sealing.js';
import { loadWording } from '../../../office/load-wording.js';
import { OUTPUTS } from '../../../office/outputs/output-writers.js';
import { pathFromHere } from '../../../office/path-from-here.js';
import { prepareRun } from '../../../office/prepare-run.js';
import { openBundle } from '../../../office/sealing/open-bundle.js';
import { WORKSPACE_FILES } from '../../../office/workspace-files.js';
import { readResultsJson } from '../../../readers/results/results-json.js';
import type { SealedBundle } from '../../../readers/sealed/sealed-bundle.js';
import { correctionLetter } from '../../../reports/correction/correction-letter.js';
import { correctionTable } from '../../../reports/correction/correction-table.js';
import { reasonWords } from '../../../reports/correction/correction-words.js';
import { proseOf, type Prose } from '../../../reports/prose/prose.js';
import type { ReportWording } from '../../../reports/wording/report-wording.js';
import { defined } from '../../../values/defined.js';
import { safeText } from '../../../values/safe-text.js';
import { writeDocx } from '../../../writers/docx.js';
import { publishSet } from '../../../writers/output-set.js';
import { writeSummaryWorkbook } from '../../../writers/summary-workbook.js';
import { catchingWording } from '../../catch-wording.js';
import type { CommandCall, Outcome } from '../../command.js';
import { exitCodeOf } from '../../exit-code-of.js';
import { completeCall } from '../../office-call.js';
import { answerWith, failWith } from '../../screen/answer.js';
import { hanging } from '../../screen/wrap-text.js';
import { shownPath } from '../../screen/shown-path.js';
import { nextSteps } from '../../screen/next-steps.js';

export async function runCorrect(call: CommandCall): Promise<Outcome> {
  const { args, options } = call;
  const [path = '', excess] = args;
  if (excess !== undefined)
    return failWith([finding('cli/excess-argument', NOWHERE, { command: 'tdkvh correct' })], call);
  const { bundle, name, findings: said } = await openBundle(path);
  const sealed = bundle === undefined ? undefined : resultsIn(bundle);
  if (bundle === undefined || sealed === undefined) return failWith(said, call);
  const choices = defined({ workspace: options.text('workspace'), registry: options.text('registry') });
  const { run, folder, findings: faults } = await prepareRun([], choices);
  const { wording, findings: worded } = await loadWording(folder);
  const before = [...said, ...faults, ...worded];
  if (run === undefined || folder === undefined || wording === undefined || before.some(isError))
    return failWith(before, call);
  const { unit, period } = run.facts.config;
  if (unit !== sealed.unit || period.id !== sealed.period.id)
    return failWith([otherRun(name, bundle.manifest, unit, period.id)], call);
  const completed = await completeCall(run, call, bundle.manifest.state === 'final');
  const { results: now } = completed;
  if (now === undefined) return failWith([...before, ...completed.findings], call);
  const corrections = correctionsOf({ sealed, now }, run.facts.set);
  const out = resolve(options.text('out') ?? join(folder, WORKSPACE_FILES.sealed));
  const outcome = await catchingWording(async () => {
    const sides = { prose: proseOf(now, wording), sealed: proseOf(sealed, wording) };
    const files = await filesOf(sides, wording, corrections, name);
    return { prose: sides.prose, files };
  });
  if ('fault' in outcome) return failWith([...before, outcome.fault], call);
  const { prose, files } = outcome.result;
  const written = files.size === 0 ? [] : await publishSet(out, files);
  const all = [...before, ...written];
  if (written.some(isError)) return failWith(all, call);
  const names = [...files.keys()].map((file) => pathFromHere(join(out, file)));
  const json = { schema: 'tdkvh/correct@1', bundle: name, ...corrections, written: names };
  const text = textOf(
    prose,
    corrections,
    name,
    names.map((one) => shownPath(one)),
    call.terminal.columns,
  );
  return { ...answerWith(call, { text, json }, all), exitCode: exitCodeOf(all) };
}

function resultsIn({ content }: SealedBundle): ResultsDocument | undefined {
  const bytes = content(`${SEALED_PLACES.outputs}/${OUTPUTS.results.file}`);
  const read = bytes === undefined ? undefined : readResultsJson(bytes);
  return read?.kind === 'results' ? read.results : undefined;
}

const otherRun = (file: string, { unit, period }: SealedManifest, code: string, id: string): Finding =>
  finding(
    'sealed/other-run',
    { file },
    { file, sealed: `đơn vị ${unit.code}, kỳ ${period.id}`, now: `đơn vị ${code}, kỳ ${id}` },
  );

/** Nothing to write where no figure differs. */
async function filesOf(
  { prose, sealed }: { readonly prose: Prose; readonly sealed: Prose },
  wording: ReportWording,
  corrections: Corrections,
  bundle: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (corrections.figures.length === 0) return new Map();
  const table = correctionTable(prose, sealed, corrections, bundle);
  const letter = correctionLetter(prose, sealed, wording, corrections, table);
  const { decimals, report } = prose.frame.results;
  const stem = bundle.replace(/\.zip$/iu, '').replace(/^chot-so-/u, '');
  const facts = { title: table.title, draft: false, decimals, ...defined({ date: report.date }) };
  return new Map([
    [`dinh-chinh-${stem}.xlsx`, await writeSummaryWorkbook([table], facts)],
    [`dinh-chinh-${stem}.docx`, await writeDocx(letter)],
  ]);
}

const MOST = 20;

function textOf(
  prose: Prose,
  { figures, silent }: Corrections,
  bundle: string,
  names: readonly string[],
  columns: number,
): string {
  const wrap = (lead: string, text: string): string => hanging(lead, safeText(text), columns);
  const unmoved = [...new Set(silent.map((reason) => reasonWords(prose, reason)))];
  const causes = [
    ...new Set(figures.flatMap(({ reasons }) => reasons.map((reason) => reasonWords(prose, reason)))),
  ];
  const rest = figures.length - MOST;
  return [
    wrap(
      '',
      figures.length === 0
        ? `So với gói ${bundle}: không số liệu nào khác bản đã chốt; không ghi tệp nào.`
        : `So với gói ${bundle}: ${String(figures.length)} số liệu khác bản đã chốt.`,
    ),
    ...figures
      .slice(0, MOST)
      .map(({ unitName, label, published, revised }) =>
        wrap('  ', `${unitName}, ${label}: ${published} → ${revised}`),
      ),
    ...(rest > 0 ? [`  … và ${String(rest)} số liệu khác; xem đủ trong bảng đính chính.`] : []),
    ...(causes.length === 0 ? [] : ['Lý do:']),
    ...causes.slice(0, MOST).map((line) => wrap('  ', `${line}.`)),
    ...(causes.length > MOST ? [`  … và ${String(causes.length - MOST)} lý do khác.`] : []),
    ...(unmoved.length === 0 ? [] : ['Thay đổi không làm khác số liệu nào:']),
    ...unmoved.slice(0, MOST).map((line) => wrap('  ', `${line}.`)),
    ...(names.length === 0
      ? []
      : [
          wrap('', `Đã ghi: ${names.join(', ')}.`),
          nextSteps(
            [
              {
                text: 'đọc lại dự thảo công văn, ghi số và ngày; văn bản sai về nội dung thì ban hành kèm báo cáo sửa đổi, thay thế',
              },
              { text: 'chốt số liệu đã đính chính', run: 'publish -o chot-so-dinh-chinh.zip' },
            ],
            columns,
          ),
        ]),
  ].join('\n');
}
