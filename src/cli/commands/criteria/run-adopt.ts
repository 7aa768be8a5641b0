/** The body of `tdkvh criteria adopt`: an office's own form becomes a file that says how it is read, and a preview of it. */
import { basename, join, resolve } from 'node:path';
import { withOwnForms } from '../../../criteria/own-forms.js';
import { finding, isError } from '../../../findings/finding.js';
import type { CriteriaSet, Finding, OwnForm, RawFile } from '../../../model.js';
import { loadCriteria, newestCriteria } from '../../../office/load-criteria.js';
import { readOwnForm } from '../../../office/own-form-files.js';
import { pathFromHere } from '../../../office/path-from-here.js';
import { configurationOfFolder, findWorkspace, WORKSPACE_FILES } from '../../../office/workspace-files.js';
import { openAnySource } from '../../../readers/open-source.js';
import { readSource } from '../../../readers/read-source.js';
import { readYaml } from '../../../readers/yaml-document.js';
import { compareForms, type FormChange } from '../../../submission/adopt/compare-forms.js';
import { readIdentity } from '../../../submission/layout/identity-sheet.js';
import { ownFormYaml } from '../../../submission/adopt/own-form-yaml.js';
import { previewCells } from '../../../submission/adopt/preview-cells.js';
import { proposeOwnForm } from '../../../submission/adopt/propose.js';
import type { Doubt } from '../../../submission/adopt/proposing.js';
import { foldMarks } from '../../../values/vietnamese-text.js';
import { fillWorkbook } from '../../../writers/filling/fill-workbook.js';
import { writeFilesSafely } from '../../../writers/output-set.js';
import type { CommandCall, Outcome } from '../../command.js';
import { answerWith, failWith } from '../../screen/answer.js';
import { shownPath } from '../../screen/shown-path.js';
import { ask } from '../../screen/ask.js';
import { wrapWords } from '../../screen/wrap-text.js';
import { nextSteps } from '../../screen/next-steps.js';

export async function runAdopt(call: CommandCall): Promise<Outcome> {
  const [path = ''] = call.args;
  const { source, findings } = readSource({ path: basename(path), absolute: resolve(path) });
  if (source === undefined) return failWith(findings, call);
  const opened = await openAnySource(source);
  if (opened.file === undefined) return failWith(opened.findings, call);
  if (readIdentity(opened.file.sheets) !== undefined)
    return failWith([finding('own-form/already-read', { file: basename(path) }, {})], call);
  const folder = (await findWorkspace(call.options.text('workspace') ?? process.cwd())) ?? process.cwd();
  const { set, year, faults } = await setFor(folder);
  if (set === undefined) return failWith(faults, call);
  const id = idOf(path);
  const named = { id, label: stem(path), source: basename(path), year };
  const proposed = proposeOwnForm(opened.file, set, named);
  if (proposed === undefined)
    return failWith([finding('own-form/nothing-to-adopt', { file: basename(path) }, {})], call);
  const target = join(folder, WORKSPACE_FILES.forms, `${id}.yaml`);
  const before = await readOwnForm(target);
  if (before.findings.some(isError)) return failWith(before.findings, call);
  const { form, changes } =
    before.form === undefined ? { ...proposed, changes: [] } : compareForms(before.form, proposed.form);
  const doubts = before.form === undefined ? proposed.doubts : newDoubts(proposed.doubts, changes);
  const adopted: Adopted = { set, year, form, doubts, changes, target, again: before.form !== undefined };
  return writeAdopted(opened.file, source.bytes, adopted, call);
}

interface Adopted {
  readonly set: CriteriaSet;
  readonly year: number;
  readonly form: OwnForm;
  readonly doubts: readonly Doubt[];
  readonly changes: readonly FormChange[];
  readonly target: string;
  readonly again: boolean;
}

async function writeAdopted(
  file: RawFile,
  bytes: Uint8Array,
  adopted: Adopted,
  call: CommandCall,
): Promise<Outcome> {
  const { form, doubts, changes, target, again } = adopted;
  const text = summaryOf(adopted, call);
  const json = {
    schema: 'tdkvh/adopted-form@1',
    file: pathFromHere(target),
    tables: form.tables.length,
    newFields: (form.fields ?? []).map(({ id }) => id),
    doubts,
    changes,
  };
  if (again && changes.length === 0)
    return answerWith(call, { text: `${text}\nMẫu không đổi; không ghi lại tệp nào.`, json });
  if (!(await isAgreed(adopted, call)))
    return answerWith(call, { text: `${text}\nChưa ghi tệp nào; chạy lại với --yes để ghi.`, json });
  const yaml = ownFormYaml(form, doubts);
  const shown = `${WORKSPACE_FILES.forms}/${basename(target)}`;
  const read = readYaml(yaml, shown);
  const joined = withOwnForms(adopted.set, [
    { value: read.value, file: shown, locate: (path) => read.locate(path) },
  ]);
  if (joined.set === undefined) return failWith([...read.findings, ...joined.findings], call);
  const cells = previewCells(file, joined.set, adopted.year);
  const filled =
    file.format === 'xlsx'
      ? fillWorkbook(
          bytes,
          cells.map((cell) => ({ ...cell, value: { text: cell.text } })),
        )
      : undefined;
  const preview = target.replace(/\.yaml$/u, '-xem-thu.xlsx');
  const files = new Map<string, Uint8Array>([[target, new TextEncoder().encode(yaml)]]);
  if (filled !== undefined && 'bytes' in filled) files.set(preview, filled.bytes);
  const { written, findings } = await writeFilesSafely(files);
  if (findings.some(isError)) return failWith(findings, call);
  const lines = written.map((one) => `Đã ghi: ${shownPath(pathFromHere(one))}`);
  const next = {
    text: 'mở tệp xem thử để kiểm tra, sửa tệp .yaml nếu cần, rồi kiểm tra các tệp đã gửi',
    run: 'validate',
  };
  return answerWith(
    call,
    { text: [text, ...lines, nextSteps([next], call.terminal.columns)].join('\n'), json },
    findings,
  );
}

/** Doubtful proposals are asked about once; what is changed afterwards is changed in the file. */
async function isAgreed({ doubts, again }: Adopted, call: CommandCall): Promise<boolean> {
  if (call.options.flag('yes') || (!again && doubts.length === 0)) return true;
  if (!call.terminal.interactive) return !again;
  const [answer] = await ask([
    {
      text: again
        ? 'Ghi các thay đổi này vào tệp của mẫu? (c/k)'
        : `Ghi tệp với ${doubts.length} chỗ cần xem như đề xuất? (c/k)`,
      proposal: 'c',
    },
  ]);
  return answer !== undefined && /^(?:c|co|có|y)/iu.test(answer);
}

function summaryOf({ form, doubts, changes, again }: Adopted, { terminal }: CommandCall): string {
  const fields = form.tables.flatMap(({ columns = [], lines = [] }) =>
    [...columns, ...lines].flatMap(({ field }) => field ?? []),
  );
  const lines = [
    `Mẫu “${form.label}”: ${form.tables.length} bảng, ${fields.length} chỉ tiêu được đọc, trong đó ${(form.fields ?? []).length} chỉ tiêu mới.`,
    ...(doubts.length === 0 ? [] : [`${doubts.length} chỗ cần xem:`]),
    ...doubts.map(
      ({ header, proposal, near }) =>
        `  ${header}: ${proposal}${near === undefined ? '' : ` (gần giống ${near})`}`,
    ),
    ...(again && changes.length > 0 ? ['Khác với lần nhận mẫu trước:'] : []),
    ...changes.map(({ kind, what }) => `  ${kind === 'added' ? 'thêm' : 'bớt'} ${what}`),
  ];
  return lines.flatMap((line) => wrapWords(line, terminal.columns)).join('\n');
}

/** Doubts about what came new; the rest was decided before. */
const newDoubts = (doubts: readonly Doubt[], changes: readonly FormChange[]): readonly Doubt[] =>
  doubts.filter(({ header }) => changes.some(({ kind, what }) => kind === 'added' && what.endsWith(header)));

const stem = (path: string): string => basename(path).replace(/\.[^.]+$/u, '');

/** "Phụ lục 1 (mẫu).xlsx" → phu-luc-1-mau. */
function idOf(path: string): string {
  const words = foldMarks(stem(path))
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '');
  const id = words.join('-');
  return /^[a-z]/u.test(id) ? id : `mau-${id}`;
}

/** The set of the period without its own forms, and the year of the period. */
async function setFor(
  folder: string,
): Promise<{ readonly set?: CriteriaSet; readonly year: number; readonly faults: readonly Finding[] }> {
  const config = await configurationOfFolder(folder).catch(() => undefined);
  const name = config?.criteria ?? (await newestCriteria()) ?? '';
  const { set, findings } = await loadCriteria(name, folder);
  const year = Number((config?.period?.id ?? config?.referenceDate ?? '').slice(0, 4));
  const told = {
    year: year > 0 ? year : (set?.titleYears.to ?? set?.titleYears.from ?? 0),
    faults: findings,
  };
  return set === undefined ? told : { ...told, set };
}
