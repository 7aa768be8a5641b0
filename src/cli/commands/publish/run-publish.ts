/** The body of `tdkvh publish`: makes the bundle, refuses to write over another one, says its code. */
import { join, resolve } from 'node:path';
import { badValue } from '../../../findings/bad-value.js';
import { finding, isError, NOWHERE } from '../../../findings/finding.js';
import type { Finding, SealedManifest } from '../../../model.js';
import { pathFromHere } from '../../../office/path-from-here.js';
import { prepareRun } from '../../../office/prepare-run.js';
import { differingOutputs } from '../../../office/sealing/differing-outputs.js';
import type { Rebuilt } from '../../../office/sealing/rebuild.js';
import { sealRun, type SealedRun } from '../../../office/sealing/seal-run.js';
import { exists, WORKSPACE_FILES } from '../../../office/workspace-files.js';
import { readBundleFile } from '../../../readers/sealed/sealed-bundle.js';
import { sha256 } from '../../../readers/read-source.js';
import { defined } from '../../../values/defined.js';
import { safeText } from '../../../values/safe-text.js';
import { changeFileSafely } from '../../../writers/output-set.js';
import type { CommandCall, Outcome } from '../../command.js';
import { completeCall } from '../../office-call.js';
import { openReasons } from '../aggregate/refusals.js';
import { answerWith, failWith } from '../../screen/answer.js';
import { hanging } from '../../screen/wrap-text.js';
import { shownPath } from '../../screen/shown-path.js';
import { quotedWord } from '../../screen/as-called.js';
import { nextSteps } from '../../screen/next-steps.js';

export async function runPublish(call: CommandCall): Promise<Outcome> {
  const { args, options } = call;
  if (args.length > 0)
    return failWith([finding('cli/excess-argument', NOWHERE, { command: 'tdkvh publish' })], call);
  const chosen = options.text('out');
  if (chosen !== undefined && !/\.zip$/iu.test(chosen))
    return failWith(
      [
        badValue({
          option: '--out',
          text: chosen,
          allowed: 'tên tệp có đuôi .zip',
        }),
      ],
      call,
    );
  const choices = defined({ workspace: options.text('workspace'), registry: options.text('registry') });
  const prepared = await prepareRun([], choices);
  const { run, folder } = prepared;
  if (folder === undefined)
    return failWith([finding('sealed/no-workspace', { file: WORKSPACE_FILES.configuration }, {})], call);
  if (run === undefined || prepared.findings.some(isError)) return failWith(prepared.findings, call);
  const final = options.text('as') !== 'draft';
  const { sealed, findings } = await sealRun(run, {
    folder,
    final,
    complete: (one) => completeCall(one, call, final),
    refuse: (rebuilt) => (final ? refusalsOf(rebuilt) : []),
  });
  const all = [...prepared.findings, ...findings];
  if (sealed === undefined) return failWith(all, call);
  const { manifest } = sealed;
  const path = resolve(chosen ?? join(folder, WORKSPACE_FILES.sealed, usualName(manifest)));
  const written = await write(path, sealed);
  const remarks = [
    ...written.findings,
    ...(await differingOutputs(manifest, join(folder, WORKSPACE_FILES.out))),
  ];
  if (remarks.some(isError)) return failWith(remarks, call);
  const file = pathFromHere(path);
  const { seal } = sealed;
  const json = { schema: 'tdkvh/publish@1', file, seal, written: written.fresh, manifest };
  return answerWith(call, { text: textOf(sealed, shownPath(file), written.fresh, call), json }, remarks);
}

const usualName = ({ unit, period }: SealedManifest): string => `chot-so-${unit.code}-${period.id}.zip`;

const refusalsOf = ({ prose, unwritten }: Rebuilt): readonly Finding[] => [
  ...(unwritten.length === 0
    ? []
    : [finding('sealed/unwritten', { file: WORKSPACE_FILES.narrative }, { parts: unwritten.join('; ') })]),
  ...(prose.frame.results.complete
    ? []
    : [finding('sealed/incomplete', { file: WORKSPACE_FILES.submissions }, { reasons: openReasons(prose) })]),
];

/** What is sealed stays; the same bundle again is no fault. */
async function write(
  path: string,
  { bytes, seal }: SealedRun,
): Promise<{ readonly fresh: boolean; readonly findings: readonly Finding[] }> {
  let fresh = true;
  const name = pathFromHere(path);
  const findings = await changeFileSafely(path, async () => {
    if (!(await exists(path))) return { bytes };
    fresh = false;
    const there = await readBundleFile(path, name);
    const isSame = !('code' in there) && sha256(there) === seal;
    return { refused: isSame ? [] : [finding('sealed/already', { file: name }, { file: name })] };
  });
  return { fresh, findings };
}

function textOf(
  { manifest, seal }: SealedRun,
  file: string,
  fresh: boolean,
  { terminal }: CommandCall,
): string {
  const { unit, period, state, findings, members } = manifest;
  const wrap = (lead: string, text: string): string => hanging(lead, safeText(text), terminal.columns);
  const sent = members.filter(({ role }) => role === 'submission').length;
  const kind = state === 'final' ? 'bản chính thức' : 'bản dự thảo';
  return [
    wrap('', `${unit.name} (mã ${unit.code}), kỳ ${period.id}: ${kind}.`),
    ...manifest.headlines.map(({ label, text }) => wrap('  ', `${label}: ${text}`)),
    wrap(
      '',
      `Trong gói: ${String(members.length)} tệp, có ${String(sent)} tệp đã gửi; còn ${String(findings.errors)} mục Phải sửa, ` +
        `${String(findings.warnings)} mục Cần xác nhận, ${String(findings.accepted)} mục đã xác nhận.`,
    ),
    wrap('', fresh ? `Đã ghi “${file}”.` : `Gói “${file}” đã có đúng nội dung này; không ghi lại.`),
    'Mã chốt số (SHA-256 của gói):',
    `  ${seal}`,
    nextSteps(
      [
        { text: 'ghi mã chốt số vào biên bản hoặc văn bản gửi kèm, lưu gói ở nơi không ai sửa' },
        { text: 'kiểm tra gói', run: `reproduce ${quotedWord(shownPath(safeText(file)))}` },
      ],
      terminal.columns,
    ),
  ].join('\n');
}
