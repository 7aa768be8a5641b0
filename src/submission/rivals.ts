/**
 * Several parts of one identity (unit, period, form): equal figures count once, a higher Lần nộp replaces a lower one,
 * otherwise none counts until the office settles it.
 */
import { ANY_FOLDED_AREA_KIND } from '../units/names/area-kinds.js';
import { finding, isError } from '../findings/finding.js';
import type { CriteriaSet, FigureTable, Finding, Part, SourceRef } from '../model.js';
import { formatScaled } from '../values/number-format.js';
import { figuresHash } from './tables/figures-hash.js';
import { exclusionLine } from './sender/settlement.js';
import { compareVietnamese, foldLabel, foldMarks } from '../values/vietnamese-text.js';
import { defined } from '../values/defined.js';
import { groupBy } from '../values/groups.js';
import { placeIn } from '../values/cell-address.js';
import { append, largest } from '../values/of-many.js';

/** Parts in listing order with their final states, and what has to be said about it. */
export function chooseAmongRivals(
  parts: readonly Part[],
  set: CriteriaSet,
  nameOf: (unit: string) => string,
): { readonly parts: readonly Part[]; readonly findings: readonly Finding[] } {
  const groups = groupBy(
    parts.filter(({ state }) => state === 'used'),
    (part) => [part.unit, part.period, part.form, agencyOf(part, set)].join('\u001f'),
  );
  const changed = new Map<Part, Part>();
  const findings: Finding[] = [];
  const copies: Copy[] = [];
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    chooseInGroup(group, { set, nameOf, changed, findings, copies });
  }
  append(findings, copyFindings(copies, set, nameOf));
  return { parts: parts.map((part) => changed.get(part) ?? part), findings };
}

/** A part and the equal one that counts. */
interface Copy {
  readonly part: Part;
  readonly counted: Part;
}

/** What choosing among the parts of one identity adds to. */
interface Choosing {
  readonly set: CriteriaSet;
  readonly nameOf: (unit: string) => string;
  readonly changed: Map<Part, Part>;
  readonly findings: Finding[];
  readonly copies: Copy[];
}

/** Copies of one file in another are told in one sentence, however many forms they hold. */
function copyFindings(
  copies: readonly Copy[],
  set: CriteriaSet,
  nameOf: (unit: string) => string,
): readonly Finding[] {
  const pairs = groupBy(copies, ({ part, counted }) =>
    [part.file, counted.file, part.unit, part.period].join('\u001f'),
  );
  return [...pairs.values()].flatMap((pair) => {
    const [first, ...others] = pair;
    if (first === undefined) return [];
    const { part, counted } = first;
    const alone = others.length === 0;
    const order = set.forms.map(({ id }) => id);
    const forms = pair
      .map((copy) => copy.part.form ?? '')
      .sort((a, b) => order.indexOf(a) - order.indexOf(b));
    const about = alone ? part : { ...part, sheet: '' };
    return [
      finding(
        'submission/duplicate',
        placeOf(about),
        {
          form: forms.map((form) => titleOf(form, set)).join(', '),
          unit: nameOf(part.unit ?? ''),
          otherFile: counted.file,
        },
        {
          ...subjectOf(alone ? part : withoutForm(part)),
          related: [placeOf(alone ? counted : { ...counted, sheet: '' })],
        },
      ),
    ];
  });
}

const titleOf = (form: string, set: CriteriaSet): string =>
  set.forms.find((candidate) => candidate.id === form)?.sheet ?? form;

const withoutForm = ({ unit, period }: Part): Pick<Part, 'unit' | 'period'> => ({
  ...defined({ unit, period }),
});

const subjectOf = (part: Pick<Part, 'unit' | 'period' | 'form'>) => ({
  ...defined({ unit: part.unit, period: part.period, form: part.form }),
});

/** Member agencies of one unit send one form each; the agency is part of the identity there. */
export function agencyOf(part: Part, set: CriteriaSet): string {
  const form = set.forms.find((candidate) => candidate.id === part.form);
  const [agency] = form?.sender === 'agency' ? (form.rowKey ?? []) : [];
  const names = agency === undefined ? [] : (part.table?.columns.get(agency)?.texts ?? []);
  return [...new Set(names.map((name) => foldLabel(name ?? '')))].sort(compareVietnamese).join('; ');
}

/** Nearly every unit sends a form once: what a part says is put together only where there is another one. */
const HASHES = new WeakMap<FigureTable, string>();

function hashOf({ table }: Part): string | undefined {
  if (table === undefined) return undefined;
  const hash = HASHES.get(table) ?? figuresHash(table);
  HASHES.set(table, hash);
  return hash;
}

const sayTheSame = (one: Part, other: Part): boolean => hashOf(one) === hashOf(other);

function chooseInGroup(group: readonly Part[], { set, nameOf, changed, findings, copies }: Choosing): void {
  const latest = largest(group.map((part) => part.submissionNo));
  const top = group.filter((part) => part.submissionNo === latest);
  const [winner] = top;
  if (winner === undefined) return;
  const said = { form: titleOf(winner.form ?? '', set), unit: nameOf(winner.unit ?? '') };
  const others = group.filter((part) => part !== winner && !sayTheSame(part, winner));
  const isOtherPart = (part: Part): boolean =>
    namesOtherRows(part, winner, set) && (part.submissionNo === latest || isNoCorrection(part, winner));
  if (others.length > 0 && others.every(isOtherPart)) {
    for (const part of group) changed.set(part, { ...part, state: 'rejected' });
    findings.push(inParts(winner, others, said));
    return;
  }
  const different = top.filter((part) => part !== winner && !sayTheSame(part, winner));
  if (different.length > 0) {
    for (const part of top) changed.set(part, { ...part, state: 'rejected' });
    findings.push(
      finding(
        'submission/rivals',
        placeOf(winner),
        {
          ...said,
          count: top.length,
          submissionNo: latest,
          files: top.map(nameOfPart).join('; '),
          settlement: waysOut(top),
        },
        { ...subjectOf(winner), related: top.slice(1).map(placeOf) },
      ),
    );
  }
  for (const part of group) {
    if (part === winner || (different.length > 0 && part.submissionNo === latest)) continue;
    if (sayTheSame(part, winner)) {
      changed.set(part, { ...part, state: 'duplicate' });
      copies.push({ part, counted: winner });
    } else {
      changed.set(part, { ...part, state: 'superseded' });
      findings.push(
        finding(
          'submission/superseded',
          placeOf(part),
          {
            ...said,
            old: part.submissionNo,
            new: latest,
            otherFile: winner.file,
            difference: differences(part.table, winner.table, set),
          },
          { ...subjectOf(part), related: [placeOf(winner)] },
        ),
      );
    }
  }
}

function inParts(
  winner: Part,
  others: readonly Part[],
  said: { readonly form: string; readonly unit: string },
): Finding {
  const all = [winner, ...others];
  return finding(
    'submission/in-parts',
    placeOf(winner),
    {
      ...said,
      count: all.length,
      files: all.map(nameOfPart).join('; '),
      settlement: linesOut(all) ?? 'đề nghị đơn vị xóa phần không đúng rồi gửi lại tệp',
    },
    { ...subjectOf(winner), related: others.map(placeOf) },
  );
}

const nameOfPart = ({ file, sheet }: Pick<Part, 'file' | 'sheet'>): string =>
  sheet === '' ? file : `${file} (trang “${sheet}”)`;

/** Two tables of areas without any area in common are no versions of one: the second would take the place of the first. */
function namesOtherRows(one: Part, other: Part, set: CriteriaSet): boolean {
  const isOfAreas = set.forms.find(({ id }) => id === one.form)?.totalLabel !== undefined;
  const keys = new Set(one.table?.rowKeys);
  const beside = other.table?.rowKeys ?? [];
  // One area under another name is a correction.
  const isEnough = Math.min(keys.size, beside.length) > 0 && keys.size + beside.length > 2;
  return isOfAreas && isEnough && !beside.some((key) => keys.has(key));
}

/** Sent before, without an error that asked for it to be sent again, and of areas that were not only written otherwise. */
function isNoCorrection(earlier: Part, latest: Part): boolean {
  if (earlier.findings?.some(isError) === true) return false;
  const names = new Set(earlier.table?.rowLabels.map(nameAlone));
  return latest.table?.rowLabels.some((label) => names.has(nameAlone(label))) !== true;
}

/** "Tổ dân phố số 1", "TDP 1": what is left without the kind and marks. */
const nameAlone = (label: string): string =>
  foldMarks(label)
    .replace(AREA_KIND, '')
    .replaceAll(/[^a-z0-9]+/gu, '');
const AREA_KIND = new RegExp(
  String.raw`^(?:${ANY_FOLDED_AREA_KIND}|kp|pho)(?![a-z])\.?\s*(?:so(?![a-z]))?`,
  'u',
);

/**
 * What the office may do: leave all but one out. A line speaks of a content, so that copies of one file share a line; of
 * sheets in one file it speaks by their names.
 */
const waysOut = (parts: readonly Part[]): string => {
  const lines = linesOut(parts);
  return lines === undefined
    ? 'Đề nghị đơn vị xóa phần không đúng rồi gửi lại tệp; không chọn được từng phần trong tdkvh.yaml.'
    : `Ghi “Lần nộp” cao hơn cho bản đúng, hoặc ${lines}`;
};

/** Undefined where no line can tell the parts of one file apart. */
function linesOut(parts: readonly Part[]): string | undefined {
  const alike = groupBy(parts, ({ sha256, sheet }) => `${sha256} ${sheet}`);
  const inOneFile = new Set(parts.map(({ file }) => file)).size < parts.length;
  if (inOneFile && parts.some(({ sheet }) => sheet === '')) return undefined;
  const lines = [...alike.values()].slice(0, 4).flatMap(([part]) => {
    if (part === undefined) return [];
    const { file, sheet, sha256, form } = part;
    return [
      `${exclusionLine(sha256, form, inOneFile ? sheet : undefined)} (bỏ ${inOneFile ? nameOfPart({ file, sheet }) : file})`,
    ];
  });
  return `bỏ bản sai bằng cách thêm vào mục submissions của tdkvh.yaml một trong các dòng: ${lines.join('; ')}`;
}

const placeOf = ({ file, sheet }: Part): SourceRef => placeIn(file, sheet);

const SHOWN = 5;

/** " Thay đổi: Tổng số hộ 1.250 → 1.260; …" over the sums of both tables. */
function differences(
  before: FigureTable | undefined,
  after: FigureTable | undefined,
  set: CriteriaSet,
): string {
  if (before === undefined || after === undefined) return '';
  const changes: string[] = [];
  if (before.rowCount !== after.rowCount && after.rowKeys.some((key) => key !== ''))
    changes.push(`số dòng ${before.rowCount} → ${after.rowCount}`);
  for (const field of set.fields) {
    if (field.type !== 'count' && field.type !== 'amount') continue;
    const [old, now] = [before, after].map((table) => sumText(table, field.id, field.scale));
    if (old !== now) changes.push(`${field.label} ${old ?? '…'} → ${now ?? '…'}`);
  }
  if (changes.length === 0) return '';
  const more = changes.length > SHOWN ? ` và ${changes.length - SHOWN} thay đổi khác` : '';
  return ` Thay đổi: ${changes.slice(0, SHOWN).join('; ')}${more}.`;
}

function sumText(table: FigureTable, field: string, scale: number): string | undefined {
  const column = table.columns.get(field);
  if (column === undefined) return undefined;
  let sum = 0;
  let any = false;
  for (const [row, state] of column.states.entries()) {
    if (state !== 'value') continue;
    sum += column.numbers[row] ?? Number.NaN;
    any = true;
  }
  return any && Number.isSafeInteger(sum) ? formatScaled(sum, scale) : undefined;
}
