/** The body of `tdkvh reproduce`: proof of the bundle, the outputs again, and the period as it lies there today. */
import { readdir } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { finding, isError, NOWHERE } from '../../../findings/finding.js';
import type { Finding, SealedManifest } from '../../../model.js';
import { SEALED_PLACES } from '../../../model/sealing.js';
import { openBundle } from '../../../office/sealing/open-bundle.js';
import { pathFromHere } from '../../../office/path-from-here.js';
import { outputsIn, reproduceBundle, type Reproduced } from '../../../office/sealing/reproduce-bundle.js';
import { changedSince } from '../../../office/sealing/todays-inputs.js';
import { configurationOfFolder, findWorkspace, WORKSPACE_FILES } from '../../../office/workspace-files.js';
import type { SealedBundle } from '../../../readers/sealed/sealed-bundle.js';
import { safeText } from '../../../values/safe-text.js';
import { publishFolder } from '../../../writers/output-set.js';
import type { CommandCall, Outcome } from '../../command.js';
import { exitCodeOf } from '../../exit-code-of.js';
import { completeCall } from '../../office-call.js';
import { answerWith, failWith } from '../../screen/answer.js';
import { shownPath } from '../../screen/shown-path.js';
import { hanging } from '../../screen/wrap-text.js';

export async function runReproduce(call: CommandCall): Promise<Outcome> {
  const { args, options } = call;
  const [path = '', excess] = args;
  if (excess !== undefined)
    return failWith([finding('cli/excess-argument', NOWHERE, { command: 'tdkvh reproduce' })], call);
  const { bundle, name, findings } = await openBundle(path, options.text('seal'));
  if (bundle === undefined) return failWith(findings, call);
  const { manifest } = bundle;
  const final = manifest.state === 'final';
  const reproduced = await reproduceBundle(bundle, name, (run) => completeCall(run, call, final));
  const today = await todayOf(manifest, name, call);
  const written = await writeAsked(bundle, options.text('out'));
  const all = [...findings, ...reproduced.findings, ...today.findings, ...written.findings];
  const facts = { bundle, name, reproduced, today: today.folder, written: written.folder };
  const { same } = reproduced;
  const json = {
    schema: 'tdkvh/reproduce@1',
    file: name,
    seal: bundle.seal,
    identical: same.length === outputsIn(manifest).size && !reproduced.findings.some(isError),
    same,
    manifest,
  };
  return {
    ...answerWith(call, { text: textOf(facts, call), json }, all),
    exitCode: exitCodeOf(all),
  };
}

interface Facts {
  readonly bundle: SealedBundle;
  readonly name: string;
  readonly reproduced: Reproduced;
  readonly today: string | undefined;
  readonly written: string | undefined;
}

/** The period that was named, or the one around the current folder when it is the sealed one or holds the bundle. */
async function todayOf(
  manifest: SealedManifest,
  name: string,
  { args: [path = ''], options }: CommandCall,
): Promise<{ readonly folder?: string; readonly findings: readonly Finding[] }> {
  const named = options.text('workspace');
  const folder = await findWorkspace(named ?? process.cwd());
  if (folder === undefined)
    return { findings: named === undefined ? [] : [finding('cli/no-workspace', NOWHERE, {})] };
  const { unit, period } = await configurationOfFolder(folder);
  const isSealedOne = unit === manifest.unit.code && period?.id === manifest.period.id;
  const isItsOwn = !relative(folder, resolve(path)).startsWith('..');
  if (!isSealedOne && !isItsOwn && named === undefined) return { findings: [] };
  return { folder, findings: await changedSince(manifest, folder, name) };
}

/** The period as it was sealed, with its outputs in place. */
async function writeAsked(
  { manifest, content }: SealedBundle,
  out: string | undefined,
): Promise<{ readonly folder?: string; readonly findings: readonly Finding[] }> {
  if (out === undefined) return { findings: [] };
  const folder = resolve(out);
  const there = await readdir(folder).catch(() => []);
  const shown = pathFromHere(folder);
  if (there.length > 0)
    return {
      findings: [finding('cli/workspace-exists', NOWHERE, { path: shown, name: there[0] ?? '' })],
    };
  const inputs = `${SEALED_PLACES.inputs}/`;
  const outputs = `${SEALED_PLACES.outputs}/`;
  const period = manifest.folder === '' ? '' : `${manifest.folder}/`;
  const files = new Map<string, () => Uint8Array>();
  for (const { path, role } of manifest.members) {
    if (role === 'passedOver') continue;
    const target = path.startsWith(inputs)
      ? path.slice(inputs.length)
      : path.startsWith(outputs)
        ? `${period}${WORKSPACE_FILES.out}/${path.slice(outputs.length)}`
        : undefined;
    if (target !== undefined) files.set(target, () => content(path) ?? new Uint8Array());
  }
  const findings = await publishFolder(folder, { files });
  return findings.some(isError) ? { findings } : { folder: shown, findings };
}

function textOf({ bundle, name, reproduced, today, written }: Facts, { terminal }: CommandCall): string {
  const { manifest, seal } = bundle;
  const { unit, period, state, tool } = manifest;
  const wrap = (lead: string, text: string): string => hanging(lead, safeText(text), terminal.columns);
  const outputs = outputsIn(manifest).size;
  const kind = state === 'final' ? 'bản chính thức' : 'bản dự thảo';
  const isSame = reproduced.same.length === outputs && !reproduced.findings.some(isError);
  return [
    wrap(
      '',
      `Gói ${shownPath(name)}: ${unit.name} (mã ${unit.code}), kỳ ${period.id}, ${kind}, chốt bằng tdkvh ${tool.version}.`,
    ),
    `Mã chốt số: ${seal}`,
    wrap('', `Trong gói: ${String(manifest.members.length)} tệp, tất cả đúng như lúc chốt.`),
    ...(today === undefined ? [] : [wrap('', `Đã so các tệp của kỳ báo cáo đang có với gói.`)]),
    ...(written === undefined ? [] : [wrap('', `Đã ghi kỳ báo cáo đã chốt vào “${shownPath(written)}”.`)]),
    wrap(
      '',
      isSame
        ? `Lập lại từ gói: ${String(outputs)}/${String(outputs)} tệp kết quả giống hệt từng byte.`
        : `Lập lại từ gói: ${String(reproduced.same.length)}/${String(outputs)} tệp kết quả giống hệt; các tệp khác nêu ở trên.`,
    ),
  ].join('\n');
}
