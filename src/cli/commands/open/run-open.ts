/** The body of `tdkvh open`: which files are meant, whether this machine can show them, and what to do where it cannot. */
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { finding, NOWHERE } from '../../../findings/finding.js';
import type { Finding } from '../../../model.js';
import { OUTPUTS } from '../../../office/outputs/output-writers.js';
import { pathFromHere } from '../../../office/path-from-here.js';
import { exists, findWorkspace, outFolderOf } from '../../../office/workspace-files.js';
import { expectedOnly, nearestWord } from '../../../values/nearest-word.js';
import { safeText } from '../../../values/safe-text.js';
import { answerWith, failWith } from '../../screen/answer.js';
import type { CommandCall, Outcome } from '../../command.js';
import { shownPath } from '../../screen/shown-path.js';
import { hanging } from '../../screen/wrap-text.js';
import { openOnDesktop, openerOf } from './desktop.js';
import { farFiles } from './far-files.js';

/** What a leader wants to see first. */
const FIRST: readonly string[] = [OUTPUTS.report.file, OUTPUTS.summary.file];

export async function runOpen(call: CommandCall): Promise<Outcome> {
  const { args, options, terminal } = call;
  const wanted = options.text('workspace');
  const folder = await findWorkspace(wanted ?? process.cwd());
  if (wanted !== undefined && folder === undefined)
    return failWith([finding('cli/no-workspace', NOWHERE, {})], call);
  const out = outFolderOf(folder);
  const { files, findings } = await filesMeant(out, args);
  if (findings.length > 0) return failWith(findings, call);
  const state = options.flag('json') || !terminal.interactive ? 'unasked' : await openAll(files);
  const shown = files.map((file) => pathFromHere(file));
  return answerWith(call, {
    text: textOf(shown, [LEADS[state], await farFiles(files)], terminal.columns),
    json: { schema: 'tdkvh/opened@1', files: shown, opened: state === 'opened' },
  });
}

/** The outputs by name, with or without ending; a path is taken as it is. */
async function filesMeant(
  out: string,
  names: readonly string[],
): Promise<{ readonly files: readonly string[]; readonly findings: readonly Finding[] }> {
  const present = await readdir(out).catch((): string[] => []);
  if (names.length === 0) {
    const files = FIRST.filter((name) => present.includes(name));
    return files.length > 0
      ? { files: files.map((name) => join(out, name)), findings: [] }
      : {
          files,
          findings: [finding('cli/no-results', NOWHERE, { path: pathFromHere(join(out, FIRST[0] ?? '')) })],
        };
  }
  const files: string[] = [];
  const findings: Finding[] = [];
  for (const name of names) {
    const own = present.find((one) => one === name || one.replace(/\.[^.]+$/u, '') === name);
    if (own !== undefined) files.push(join(out, own));
    else if (await exists(name)) files.push(resolve(name));
    else {
      const nearest = nearestWord(name, present);
      findings.push(finding('cli/not-found', NOWHERE, { path: name }, expectedOnly(nearest)));
    }
  }
  return { files, findings };
}

/** What is said of the files that are listed. */
const LEADS = {
  opened: 'Đã yêu cầu máy mở:',
  unasked: 'Lệnh chạy trong tệp lệnh tự động hoặc không có màn hình nên không mở; các tệp cần mở:',
  noDesktop:
    'Máy này không có màn hình để mở tệp; mở các tệp sau ở máy có Word, Excel, hoặc chép sang máy đó:',
  failed:
    'Máy không mở được: chưa có chương trình cho loại tệp này, hoặc chương trình bị chặn. Mở các tệp sau bằng Word, Excel, trình duyệt:',
} as const;

async function openAll(files: readonly string[]): Promise<keyof typeof LEADS> {
  const opener = await openerOf(process);
  if (opener === undefined) return 'noDesktop';
  for (const file of files) if (!(await openOnDesktop(opener, file))) return 'failed';
  return 'opened';
}

const textOf = (
  files: readonly string[],
  [lead, far]: readonly [lead: string, far: string | undefined],
  columns: number,
): string =>
  [
    hanging('', lead, columns),
    // A path that is cut cannot be copied.
    ...files.map((file) => `  ${safeText(shownPath(file))}`),
    ...(far === undefined ? [] : [hanging('', safeText(far), columns)]),
  ].join('\n');
