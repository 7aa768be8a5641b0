/** Headers that say of which year the figures under them are: another than the form's, and they are no figures of it. */
import { columnLetter } from '../../values/cell-address.js';
import { finding } from '../../findings/finding.js';
import { isQuantity } from '../../measures/field-types.js';
import type { FieldId, Finding } from '../../model.js';
import { inner } from '../../values/inner-quotes.js';
import { formSubject, refOf, type FormPlace } from '../layout/form-place.js';
import type { HeaderColumns } from '../layout/locate-header.js';
import { listed, shortened } from '../listed.js';
import { isRateLabel } from '../layout/label-index.js';
import { isEstimate, isPlan } from '../layout/plan-words.js';
import { periodsSaid } from '../layout/period-text.js';
import type { SheetGrid } from '../layout/sheet-grid.js';
import type { CellPlace, ValueColumn } from '../layout/value-column.js';
import { foldMarks } from '../../values/vietnamese-text.js';

/** Figures that stand under one header. */
interface Under {
  readonly row: number;
  readonly column: number;
  /** The label and the headings over it. */
  readonly said: readonly string[];
  readonly fields: readonly FieldId[];
}

/** A table: each column under its own header. */
export function columnsOfOtherPeriod(place: FormPlace, header: HeaderColumns): readonly Finding[] {
  const under = place.fields.flatMap((field): readonly Under[] => {
    const column = header.columns.get(field.id);
    if (column === undefined || field.type === 'text' || field.type === 'date') return [];
    // “Năm trước” is what the field itself is called on the form of agencies: its figure is of this form all the same.
    const own = new Set([field.label, ...(field.aliases ?? [])].map(foldMarks));
    const said = saidOver(place.grid, header, column).filter((label) => !own.has(foldMarks(label)));
    return [{ row: header.labelRow, column, said, fields: [field.id] }];
  });
  return ofOtherPeriod(place, under);
}

/** Of two columns of one field the one that is not of another period, where the headers say so: last year's beside this one. */
export function inPeriod(place: FormPlace, header: HeaderColumns): HeaderColumns {
  const { period } = place.subject;
  if (period === undefined || isOfRegistration(period) || header.doubled.length === 0) return header;
  const saidOf = (column: number): readonly string[] => saidOver(place.grid, header, column);
  const isPlanned = (column: number): boolean => {
    const [own = '', ...over] = saidOf(column);
    return isShareOfPlan(own) || [own, ...over].some((label) => isPlan(label));
  };
  const isOther = (column: number): boolean =>
    isPlanned(column) || saidOf(column).some((label) => isOfOther(label, period));
  const [columns, unknown] = [new Map(header.columns), new Map(header.unknown)];
  const doubled = header.doubled.filter(({ field, first, second }) => {
    const all = header.doubled.filter((one) => one.field === field).map((one) => one.second);
    const [own, ...more] = [first, ...all].filter((column) => !isOther(column));
    if (own === undefined || more.length > 0) return true;
    // Beside a plan "Đăng ký" is no result either.
    if ([first, ...all].some(isPlanned) && !saidOf(own).some(saysDone)) return true;
    columns.set(field, own);
    for (const column of [first, second])
      if (column !== own) unknown.set(column, (header.said.get(column) ?? []).toReversed().join(' - '));
    return false;
  });
  return { ...header, columns, unknown, doubled };
}

/** "TH/KH (%)", "Tỷ lệ so với kế hoạch", "%" over the one column: what was done as a share of the plan. */
const isShareOfPlan = (label: string): boolean =>
  isRateLabel(label) || /%|\bth\s*\/\s*kh\b|\bso (?:voi )?(?:kh|ke hoach)\b/u.test(foldMarks(label));

/** "TH", "Thực hiện", "Kết quả năm 2024", "Ước thực hiện": figures of what was done, the last of which is asked about. */
const saysDone = (label: string): boolean =>
  /^\W*(?:(?:ket qua|kq|so lieu|da|so)\s+)*(?:th|thuc hien|ket qua|kq|dat|dat duoc|so lieu|cong nhan)(?:\s+(?:ca|cua|nam|nay|den|20\d\d|duoc))*\W*$/u.test(
    foldMarks(label),
  ) || isEstimate(label);

/** Of several columns of a list the one that is not of another period, and the others. */
export function listInPeriod(
  place: FormPlace,
  values: ValueColumn,
): { readonly values: ValueColumn; readonly others: readonly CellPlace[] } {
  const { period } = place.subject;
  const { several = [] } = values;
  if (period === undefined || several.length < 2) return { values, others: [] };
  const isOther = ({ row, column }: CellPlace): boolean =>
    [row, row - 1].some((each) => isOfOther(place.grid.textOver(each, column), period));
  const own = several.filter((one) => !isOther(one));
  const [first, second] = own;
  if (first === undefined || own.length === several.length) return { values, others: [] };
  return {
    values: { ...values, column: first.column, second: second?.column },
    others: several.filter(isOther),
  };
}

/** A list: all figures under one heading. */
export const listOfOtherPeriod = (
  place: FormPlace,
  at: { readonly row: number; readonly column: number },
): readonly Finding[] =>
  ofOtherPeriod(place, [
    {
      ...at,
      said: [place.grid.textOver(at.row, at.column)],
      fields: place.fields.filter(isQuantity).map(({ id }) => id),
    },
  ]);

function ofOtherPeriod(place: FormPlace, all: readonly Under[]): readonly Finding[] {
  const { period } = place.subject;
  // What was registered may be told beside the results of the year before.
  if (period === undefined || isOfRegistration(period)) return [];
  const other = all.flatMap((one) => {
    const text = one.said.find((label) => isOfOther(label, period));
    return text === undefined ? [] : [{ ...one, text }];
  });
  const [first] = other;
  if (first === undefined) return [];
  return [
    finding(
      'layout/columns-of-other-period',
      refOf(place, first.row, first.column),
      {
        form: place.formTitle,
        count: other.length,
        columns: listed(
          other.map(({ column, text }) => `cột ${columnLetter(column)} (“${inner(shortened(text))}”)`),
          'cột',
        ),
        period,
      },
      {
        ...formSubject(place),
        fields: other.flatMap(({ fields }) => fields),
        related: other.slice(1).map(({ row, column }) => refOf(place, row, column)),
      },
    ),
  ];
}

/** What is registered for the year is meant to be no result. */
export const isOfRegistration = (period: string): boolean => period.endsWith('-DK');
/** Ids of half a year and of other parts of one. */
const PART = /^\d{4}(?:-H1| \()/u;
/** "6 tháng đầu năm", "9 tháng năm 2024", "quý IV", "6 tháng" and no more; "từ 6 tháng trở lên" says how long. */
const SAYS_PART =
  /\bthang(?:\s*[/-]\s*|\s+(?:(?:dau|cuoi|cua)\s+)?(?:nam\s+)?)20\d\d|\bthang\s+(?:dau|cuoi)\s+nam\b|\bnua\s+(?:dau|cuoi)\s+nam\b|\b(?:quy|tuan)\s|\bh1\b|^(?:(?:ket qua|thuc hien|so lieu|uoc)\s+){0,2}(?:\d{1,2}|sau|chin)\s+thang$/u;

/** Years in headers that say by what rule something is counted: of laws, decisions, poverty lines and programmes; a decision that awards makes results. */
const RULES: readonly RegExp[] = [
  /\b(?:chuan|giai doan|nhiem ky|thoi ky)\b[^()\d]{0,30}20\d\d(?:\s*(?:[-–—]|den)\s*(?:nam\s+)?(?:20)?\d\d)?/gu,
  /\b(?:nghi dinh|quyet dinh|thong tu|nghi quyet|huong dan|nd|qd|tt|nq|hd)[\s:]+(?:so\s*:?\s*)?\d[^\s()]*(?!(?:\s+(?:ve|viec))*\s+(?:cong nhan|tang|khen|trao)\b)(?:\s+[^\s()\d]+){0,4}\s+20\d\d/gu,
  /(?:\b(?:theo|tai|can cu|kem theo)\s+|[(;,]\s*)(?:nghi dinh|quyet dinh|thong tu|nghi quyet|huong dan|luat|mau|nd|qd|tt|nq|hd)\b(?!(?:\s+so\s*\S+)?(?:\s+(?:ve|viec))*\s+(?:cong nhan|tang|khen|trao|ban hanh danh sach)\b)[^()\d]{0,60}(?:\d[^\s()]*\s+(?:nam\s+)?)?20\d\d/gu,
];

/** "Cùng kỳ năm trước", "Năm tới", "Số liệu năm ngoái" and nothing else: of no year that the form could be of. */
const RELATIVE =
  /^\W*(?:(?:cac|so lieu|ket qua|uoc|da|dat duoc|thuc hien|du kien|ke hoach|dang ky)\s+)*(?:cua\s+)?(?:(?:nam|ky) (?:truoc|ngoai|toi|sau)|cung ky(?: nam (?:truoc|ngoai))?)\W*$/u;

/** "Năm 2023", "(dự kiến 2025)", "Năm trước" over figures of 2024; "9 tháng 2024" over those of the year. */
function isOfOther(label: string, period: string): boolean {
  if (RELATIVE.test(foldMarks(label))) return true;
  const year = period.slice(0, 4);
  const folded = RULES.reduce((text, rule) => text.replace(rule, ' @ '), foldMarks(label));
  const isPart = SAYS_PART.test(folded);
  // "(6 tháng đầu năm)" leaves its year to be understood.
  const periods =
    periodsSaid(folded)?.periods ??
    (isPart ? periodsSaid(`${folded} nam ${year}`)?.periods : undefined) ??
    [];
  if (periods.length === 0 || isSpan(periods, year)) return false;
  return periods.every((one) => !one.startsWith(year) || (one !== period && isPart && PART.test(one)));
}

/** "2022-2025", "(2021, 2022, 2023)": years within which the figure was earned; no figures are of several. */
function isSpan(periods: readonly string[], year: string): boolean {
  const years = periods.map((one) => one.slice(0, 4)).sort();
  const [first = '', last = ''] = [years[0], years.at(-1)];
  return years.length > 2 || (first < year && year < last);
}

/** What a column says of itself, without the title of the sheet that happens to be merged over it. */
export function saidOver(grid: SheetGrid, header: HeaderColumns, column: number): readonly string[] {
  const titles = titlesOver(grid, header);
  return (header.said.get(column) ?? []).filter((text) => !titles.has(text));
}

const titlesKnown = new WeakMap<HeaderColumns, ReadonlySet<string>>();

/** "Năm 2023", "Thực hiện năm 2023", "Số liệu ước năm 2025": of what time the figures are, and nothing else. */
const FIGURES_OF =
  /^\W*(?:(?:cac|so lieu|ket qua|uoc|da|dat duoc|thuc hien|du kien|ke hoach)\s+)*(?:cua\s+)?(?:nam\s+)?20\d\d\W*$/u;

const saysOfWhat = (text: string): boolean =>
  [FIGURES_OF, RELATIVE].some((one) => one.test(foldMarks(text))) || isPlan(text) || isEstimate(text);

/** Texts alone in their rows over most of the columns, unless they say no more than of what year the figures are. */
function titlesOver(grid: SheetGrid, header: HeaderColumns): ReadonlySet<string> {
  const known = titlesKnown.get(header);
  if (known !== undefined) return known;
  const said = [...header.said.values()];
  const titles = new Set<string>();
  for (let row = header.labelRow - 1; row > 0 && row >= header.labelRow - HIGHEST; row -= 1) {
    const [cell, ...beside] = grid.inRow(row);
    if (cell === undefined || beside.length > 0 || saysOfWhat(cell.raw)) continue;
    const text = grid.textOver(row, cell.column);
    const under = said.filter((labels) => labels.slice(1).includes(text)).length;
    if (under * 2 >= said.length || text.startsWith('(')) titles.add(text);
  }
  titlesKnown.set(header, titles);
  return titles;
}

/** No header is higher. */
const HIGHEST = 4;
