/** The body of `tdkvh validate`: the findings are the result, so they go to stdout; nothing else is written. */
import type { Finding } from '../../../model.js';
import { isStandingError } from '../../../findings/acceptance.js';
import { isError } from '../../../findings/finding.js';
import { failWith } from '../../screen/answer.js';
import type { CommandCall, Outcome } from '../../command.js';
import { printFindings } from '../../screen/print-findings.js';
import { listLength } from '../../screen/list-length.js';
import { completeCall, prepareCall } from '../../office-call.js';
import { defined } from '../../../values/defined.js';
import { writeFindings } from '../../../office/outputs/write-findings.js';
import { byMouse, quotedWord } from '../../screen/as-called.js';
import { nextSteps, type NextStep } from '../../screen/next-steps.js';

/** About units that sent nothing: beside the point when single files are checked. */
const ABOUT_ABSENT_UNITS = 'unit/not-reported';

export async function runValidate(call: CommandCall): Promise<Outcome> {
  const { findings: wrong } = listLength(call.options);
  if (wrong.length > 0) return failWith(wrong, call);
  const { run, findings: before } = await prepareCall(call);
  if (run === undefined) return failWith(before, call);
  const { results, findings: found, files, unitName } = await completeCall(run, call);
  const about = run.named ? found.filter(({ code }) => code !== ABOUT_ABSENT_UNITS) : found;
  const path = call.options.text('findings');
  const facts = { period: run.facts.config.period.id, units: results?.units ?? [] };
  const written = path === undefined ? [] : await writeFindings(path, about, facts);
  const findings: readonly Finding[] = [...before, ...about, ...written];
  const fullList = written.some(isError) ? undefined : path;
  printFindings(findings, call, { asResult: true, files, unitName, ...defined({ fullList }) });
  const { terminal, options } = call;
  if (!options.flag('json') && !options.flag('quiet'))
    terminal.out(
      nextSteps(stepsAfter(findings, run.folder === undefined ? call.args : []), terminal.columns),
    );
  return { findings };
}

/** For somebody who dropped single files. */
const TOGETHER =
  'gom các tệp đã nhận vào một thư mục rồi thả thư mục đó vào tdkvh.cmd để tổng hợp và lập báo cáo';

/** `paths`: what was looked at outside of any period, to be added up by name. */
function stepsAfter(findings: readonly Finding[], paths: readonly string[]): readonly NextStep[] {
  const worst = findings.find(isStandingError);
  if (worst === undefined && paths.length > 0 && byMouse()) return [{ text: TOGETHER }];
  return worst === undefined
    ? [{ text: 'tổng hợp và lập báo cáo', run: ['aggregate', ...paths.map(quotedWord)].join(' ') }]
    : [
        { text: 'sửa các mục Phải sửa rồi chạy lại lệnh này' },
        { text: 'xem cách sửa', run: `explain ${worst.number}` },
      ];
}
