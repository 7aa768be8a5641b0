/** The body of `tdkvh return`: replies to every commune that must correct or confirm something, as one set of files. */
import { join, resolve } from 'node:path';
import { badValue } from '../../../findings/bad-value.js';
import { finding, isError, NOWHERE } from '../../../findings/finding.js';
import { proseOf } from '../../../reports/prose/prose.js';
import { parseDay } from '../../../values/calendar-day.js';
import { publishInPeriod } from '../../../office/outputs/publish-in-period.js';
import { answerWith, failWith } from '../../screen/answer.js';
import { catchingWording } from '../../catch-wording.js';
import type { CommandCall, Outcome } from '../../command.js';
import { exitCodeOf } from '../../exit-code-of.js';
import { loadWording } from '../../../office/load-wording.js';
import { untoldOf } from '../../../office/prepare-run.js';
import {
  makeReturns,
  RETURNS_FOLDER,
  returnsOfLastTime,
  type Returns,
} from '../../../office/outputs/make-returns.js';
import { completeCall, prepareCall } from '../../office-call.js';
import { returnsText } from './returns-text.js';
import { WORKSPACE_FILES } from '../../../office/workspace-files.js';
import { defined } from '../../../values/defined.js';
import { pathFromHere } from '../../../office/path-from-here.js';

export async function runReturn(call: CommandCall): Promise<Outcome> {
  const { options } = call;
  const untilText = options.text('until');
  const until = untilText === undefined ? undefined : parseDay(untilText.trim());
  if (untilText !== undefined && until === undefined) {
    const wrong = { option: '--until', text: untilText, allowed: '2024-12-05 hoặc 05/12/2024' };
    return failWith([badValue(wrong)], call);
  }
  const prepared = await prepareCall({ ...call, args: [] });
  const wanted = await loadWording(prepared.folder);
  const before = [...prepared.findings, ...wanted.findings];
  const { run } = prepared;
  const { wording } = wanted;
  if (run?.folder === undefined || wording === undefined)
    return failWith([...before, ...untoldOf(prepared)], call);
  const { results, findings, unitName, files } = await completeCall(run, call);
  if (results === undefined) return failWith([...before, ...findings], call, { files, unitName });

  const only = options.text('unit');
  const letter = options.flag('letter') ? { letter: defined({ until }) } : {};
  const outcome = await catchingWording(() =>
    makeReturns(run, proseOf(results, wording), {
      complete: (one) => completeCall(one, call),
      ...letter,
      ...defined({ only }),
    }),
  );
  if ('fault' in outcome) return failWith([...before, outcome.fault], call);
  const made = outcome.result;
  const { replies, comparisons, reasons } = made;
  if (only !== undefined && replies.length === 0)
    return failWith([...before, finding('return/unit-not-answered', NOWHERE, { unit: only })], call);
  const target = resolve(options.text('out') ?? join(run.folder, WORKSPACE_FILES.out, RETURNS_FOLDER));
  const written = await publishInPeriod(run.folder, target, async () => ({
    files: made.files,
    gone: only === undefined ? await returnsOfLastTime(target) : [],
  }));
  const nothing = replies.length === 0 ? [finding('return/nothing', NOWHERE, {})] : [];
  const all = [...before, ...made.findings, ...nothing, ...written];
  if (written.some(isError)) return failWith(all, call, { unitName });

  const folder = pathFromHere(target);
  const json = { folder, ...returnsJson(made) };
  const facts = { replies, comparisons, folder, reasons: reasons.length, columns: call.terminal.columns };
  answerWith(call, { text: returnsText(facts), json }, all);
  return { findings: all, exitCode: exitCodeOf([...all, ...findings]) };
}

const returnsJson = ({ replies, listed, shared, reasons }: Returns) => ({
  schema: 'tdkvh/returns@1' as const,
  returns: replies.map((reply) => ({
    unit: reply.unit,
    name: reply.name,
    files: listed.filter((one) => one.reply === reply).map(({ file }) => file),
    corrections: reply.corrections.map(({ id }) => id),
    gaps: reply.gaps.map(({ id }) => id),
    questions: reply.questions.map(({ id }) => id),
    ...defined({ comparison: reply.comparison }),
  })),
  shared: shared.map(({ file, input, replies: theirs }) => ({
    file,
    input,
    units: theirs.map(({ unit }) => unit),
  })),
  reasons,
});
