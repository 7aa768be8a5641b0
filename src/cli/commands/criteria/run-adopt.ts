/** The body of `tdkvh criteria adopt`: an office's own form becomes a file that says how it is read, and a preview of it. */
import { basename, dirname, join, resolve } from 'node:path';
import { fieldsNamed, isCounted, withOwnForms } from '../../../criteria/own-forms.js';
import { finding, isError } from '../../../findings/finding.js';
import type { CriteriaSet, Finding, OwnForm, RawFile } from '../../../model.js';
import { loadCriteria, newestCriteria } from '../../../office/load-criteria.js';
import { communesNamed } from '../../../office/own-forms/communes-named.js';
import { formIdOf } from '../../../office/own-forms/open-form.js';
import { formsBeside, readOwnForm, type Rival } from '../../../office/own-forms/form-files.js';
import { pathFromHere } from '../../../office/path-from-here.js';
import { configurationOfFolder, findWorkspace, WORKSPACE_FILES } from '../../../office/workspace-files.js';
import { openAnySource } from '../../../readers/open-source.js';
import { readSource } from '../../../readers/read-source.js';
import { readYaml } from '../../../readers/yaml-document.js';
import type { Decided } from '../../../submission/adopt/decide-doubts.js';
import { faultsOf, nothingFound } from '../../../submission/adopt/adoption-faults.js';
import { compareForms, type FormChange } from '../../../submission/adopt/compare-forms.js';
import { withYears } from '../../../submission/layout/header-path.js';
import { readIdentity } from '../../../submission/layout/identity-sheet.js';
import { ownFormYaml } from '../../../submission/adopt/own-form-yaml.js';
import { asSummary } from '../../../submission/adopt/summary-form.js';
import { namesPeople, previewOfForm } from '../../../submission/adopt/preview-cells.js';
import { proposeOwnForm } from '../../../submission/adopt/propose.js';
import type { Doubt } from '../../../submission/adopt/proposing.js';
import { defined } from '../../../values/defined.js';
import { without } from '../../../values/without.js';
import { fillWorkbook } from '../../../writers/filling/fill-workbook.js';
import { markWorkbook } from '../../../writers/marking/mark-workbook.js';
import { writeInFolder } from '../../../writers/output-set.js';
import type { CommandCall, Outcome } from '../../command.js';
import { answerWith, failWith } from '../../screen/answer.js';
import { quotedWord } from '../../screen/as-called.js';
import { shownPath } from '../../screen/shown-path.js';
import { askAboutDoubts } from './ask-about-doubts.js';
import { hanging, wrapWords } from '../../screen/wrap-text.js';
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
  const { set, year, isHalf, faults } = await setFor(folder);
  if (set === undefined) return failWith(faults, call);
  const id = formIdOf(path);
  const target = join(folder, WORKSPACE_FILES.forms, `${id}.yaml`);
  const before = await readOwnForm(target);
  if (before.findings.some(isError)) return failWith(before.findings, call);
  const communeNamed = await communesNamed(folder);
  const isSummary = call.options.flag('summary');
  const unread = listOf(call.options.text('unread'));
  const named = {
    id,
    label: stem(path),
    source: basename(path),
    year,
    isHalf,
    isSummary,
    communeNamed,
    unread,
  };
  const whole = proposeOwnForm(opened.file, set, { ...named, ...defined({ before: before.form }) });
  const proposed = whole === undefined || !isSummary ? whole : asSummary(whole, set);
  if (proposed === undefined)
    return failWith([...opened.findings, nothingFound(basename(path), opened.file)], call);
  const against = faultsOf(basename(path), proposed, isSummary);
  if (against.length > 0) return failWith([...opened.findings, ...against], call);
  const rival = (await formsBeside(target)).flatMap((one) => rivalry(one, proposed.form) ?? [])[0];
  if (rival !== undefined) return failWith([rival], call);
  const { form, changes } =
    before.form === undefined ? { ...proposed, changes: [] } : compareForms(before.form, proposed.form);
  const doubts = before.form === undefined ? proposed.doubts : newDoubts(proposed.doubts, changes);
  const adopted: Adopted = { set, year, form, doubts, changes, target, again: before.form !== undefined };
  return writeAdopted({ file: opened.file, bytes: source.bytes, remarks: opened.findings }, adopted, call);
}

const listOf = (text = ''): readonly string[] =>
  text.split(';').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));

/** Two files for one form would claim the same sheets; new indicators of the same id would stop the period. */
function rivalry({ form: other, file }: Rival, form: OwnForm): Finding | undefined {
  if ((other.summary === true) !== (form.summary === true)) return undefined;
  const taken = new Set((other.fields ?? []).map(({ id }) => id));
  const same = form.summary === true ? [] : (form.fields ?? []).filter(({ id }) => taken.has(id));
  if (same.length === 0 && other.id !== form.id && compareForms(other, form).changes.length > 0)
    return undefined;
  const named = same.map(({ label }) => `“${label}”`).slice(0, MOST_NAMED);
  const parameters = {
    otherFile: file,
    source: other.source ?? other.label,
    same: named.length === 0 ? '' : ` (${same.length} chỉ tiêu mới: ${named.join(', ')})`,
  };
  return finding('cli/form-adopted-before', { file }, parameters);
}

const MOST_NAMED = 3;

interface Adopted {
  readonly set: CriteriaSet;
  readonly year: number;
  readonly form: OwnForm;
  readonly doubts: readonly Doubt[];
  readonly changes: readonly FormChange[];
  readonly target: string;
  readonly again: boolean;
}

interface FormFile {
  readonly file: RawFile;
  readonly bytes: Uint8Array;
  /** What was said of the file when it was opened: macros, hidden sheets. */
  readonly remarks: readonly Finding[];
}

async function writeAdopted(source: FormFile, adopted: Adopted, call: CommandCall): Promise<Outcome> {
  const { changes, target, again } = adopted;
  const unwritten = (why: string): Outcome => {
    const text = `${summaryOf(adopted, call)}\n${why}`;
    return answerWith(call, { text, json: jsonOf(adopted) }, source.remarks);
  };
  if (again && changes.length === 0) return unwritten('Mẫu không đổi; không ghi lại tệp nào.');
  const decided = await decide(adopted, call);
  if (decided === undefined) return unwritten('Chưa ghi tệp nào; chạy lại với --yes để ghi.');
  const { yaml, ...joined } = joinedWith(adopted, decided);
  if (joined.set === undefined) return failWith(joined.findings.filter(isError), call);
  const preview = previewOf(source, joined.set, adopted.year, decided.doubts);
  const name = basename(target);
  const files = new Map<string, Uint8Array>([[name, new TextEncoder().encode(yaml)]]);
  if (preview !== undefined) files.set(name.replace(/\.yaml$/u, '-xem-thu.xlsx'), preview);
  const { written, findings } = await writeInFolder(dirname(dirname(target)), WORKSPACE_FILES.forms, files);
  if (findings.some(isError)) return failWith(findings, call);
  const lines = written.map((one) => `Đã ghi: ${shownPath(pathFromHere(one))}`);
  const look =
    preview === undefined
      ? 'đọc lại tệp .yaml (không lập tệp xem thử: mẫu có tên hộ, hoặc không phải .xlsx)'
      : 'mở tệp xem thử để kiểm tra (ô xanh được cộng, tiêu đề vàng không cộng; rê chuột vào ô để xem là chỉ tiêu nào), sửa tệp .yaml nếu cần';
  const next =
    decided.form.summary === true
      ? { text: `${look}, rồi điền kết quả vào biểu`, run: `report --into ${quotedWord(call.args[0] ?? '')}` }
      : { text: `${look}, rồi kiểm tra các tệp đã gửi`, run: 'validate' };
  // What was written is printed, not what was proposed.
  const stored = { ...adopted, ...decided };
  const text = [summaryOf(stored, call), ...lines, nextSteps([next], call.terminal.columns)].join('\n');
  return answerWith(call, { text, json: jsonOf(stored) }, [...source.remarks, ...findings]);
}

/** The set with the form as its file would say it. */
function joinedWith({ set, target }: Adopted, { form, doubts }: Decided) {
  const yaml = ownFormYaml(form, doubts);
  const shown = `${WORKSPACE_FILES.forms}/${basename(target)}`;
  const read = readYaml(yaml, shown);
  const joined = withOwnForms(set, [{ value: read.value, file: shown, locate: (path) => read.locate(path) }]);
  return { yaml, ...joined, findings: [...read.findings, ...joined.findings] };
}

const jsonOf = ({ form, doubts, changes, target }: Adopted) => ({
  schema: 'tdkvh/adopted-form@1',
  file: pathFromHere(target),
  tables: form.tables.length,
  newFields: (form.fields ?? []).map(({ id }) => id),
  doubts: doubts.map((doubt) => without(doubt, ['proposed'])),
  changes,
});

/**
 * The form with the id of a field and a sample in each cell, and what it is in a comment; of a list with names of people
 * nothing is kept.
 */
function previewOf(
  { file, bytes }: FormFile,
  set: CriteriaSet,
  year: number,
  doubts: readonly Doubt[],
): Uint8Array | undefined {
  if (file.format !== 'xlsx' || namesPeople(file, set, year)) return undefined;
  const { cells, marks } = previewOfForm(file, set, year, doubts);
  const filled = fillWorkbook(
    bytes,
    cells.map((cell) => ({ ...cell, value: { text: cell.text } })),
  );
  if (!('bytes' in filled)) return undefined;
  const marked = markWorkbook(filled.bytes, { marks, resolvedText: '' });
  return 'bytes' in marked ? marked.bytes : filled.bytes;
}

/** The form with what was answered to each doubt, or nothing when it is not to be written. */
async function decide(adopted: Adopted, call: CommandCall): Promise<Decided | undefined> {
  const { set, form, doubts, again } = adopted;
  const asProposed = { form, doubts };
  if (call.options.flag('yes') || (!again && doubts.length === 0)) return asProposed;
  if (!call.terminal.interactive) return again ? undefined : asProposed;
  const ids = [...set.fields, ...(form.fields ?? [])].map(({ id }) => id);
  const faultOf = (decided: Decided): string | undefined =>
    joinedWith(adopted, decided).findings.find(isError)?.message;
  return askAboutDoubts({
    form,
    doubts,
    again,
    ids,
    faultOf,
    columns: call.terminal.columns,
    year: adopted.year,
  });
}

/** What stands under a line that ends in a colon. */
const ENTRY = '  ';

function summaryOf({ form, doubts, changes, again, year }: Adopted, { terminal }: CommandCall): string {
  // What stands beside it, last year's figure and the plan, is compared only.
  const fields = fieldsNamed(form.tables, isCounted);
  const what =
    form.summary === true
      ? `${new Set([...fields, ...indicatorsFilled(form)]).size} chỉ tiêu được điền`
      : `${new Set(fields).size} chỉ tiêu được đọc, trong đó ${(form.fields ?? []).length} chỉ tiêu mới`;
  const lines = [
    `Mẫu “${form.label}”: ${form.tables.length} bảng, ${what}.`,
    ...unusedLines(form, year),
    ...(doubts.length === 0 ? [] : [`${doubts.length} chỗ cần xem:`]),
    ...doubts.map(
      ({ header, proposal, near }) =>
        `${ENTRY}${withYears(header, year)}: ${proposal}${near === undefined ? '' : ` (gần giống ${near})`}`,
    ),
    ...(again && changes.length > 0 ? ['Khác với lần nhận mẫu trước:'] : []),
    ...changes.map(({ kind, what }) => `${ENTRY}${kind === 'added' ? 'thêm' : 'bớt'} ${what}`),
  ];
  const { columns } = terminal;
  return lines
    .flatMap((line) =>
      line.startsWith(ENTRY) ? [hanging(ENTRY, line.trim(), columns)] : wrapWords(line, columns),
    )
    .join('\n');
}

/** Of a form of a level above, beside its fields. */
const indicatorsFilled = ({ tables }: OwnForm): readonly string[] =>
  tables.flatMap(({ columns = [], lines = [] }) =>
    [...columns, ...lines].flatMap(({ indicator }) => indicator ?? []),
  );

/**
 * Plans and last year's figures are compared by unit and by indicator, not by area, nor where one column has them for all:
 * else the office would wait for it.
 */
function unusedLines({ tables }: OwnForm, year: number): readonly string[] {
  const unused = tables.flatMap(({ rows, across, columns = [] }) =>
    (rows === 'indicator' || rows === 'unit') && across !== true
      ? []
      : columns.flatMap(({ role, header }) =>
          role === 'plan' || role === 'lastYear' ? [`${ENTRY}${withYears(header.join(' › '), year)}`] : [],
        ),
  );
  return unused.length === 0
    ? []
    : ['Không dùng đến (kế hoạch, số năm trước đứng cạnh số của từng thôn, từng xã):', ...unused];
}

/** Doubts about what came new; the rest was decided before. */
const newDoubts = (doubts: readonly Doubt[], changes: readonly FormChange[]): readonly Doubt[] =>
  doubts.filter(({ header }) => changes.some(({ kind, what }) => kind === 'added' && what.endsWith(header)));

const stem = (path: string): string => basename(path).replace(/\.[^.]+$/u, '');

/** The set of the period without its own forms, and the year of the period. */
async function setFor(folder: string): Promise<{
  readonly set?: CriteriaSet;
  readonly year: number;
  readonly isHalf: boolean;
  readonly faults: readonly Finding[];
}> {
  const config = await configurationOfFolder(folder).catch(() => undefined);
  const name = config?.criteria ?? (await newestCriteria()) ?? '';
  const { set, findings } = await loadCriteria(name, folder, config?.criteriaAt);
  const year = Number((config?.period?.id ?? config?.referenceDate ?? '').slice(0, 4));
  const known = {
    year: year > 0 ? year : (set?.titleYears.to ?? set?.titleYears.from ?? 0),
    isHalf: config?.period?.kind === 'H1',
    faults: findings,
  };
  return set === undefined ? known : { ...known, set };
}
