/** Titles and headings that call the figures a plan or an estimate of the year itself: no results, whatever year they name. */
import { columnLetter } from '../../values/cell-address.js';
import { finding } from '../../findings/finding.js';
import { isQuantity } from '../../measures/field-types.js';
import type { FieldDefinition, FieldId, Finding, RawCell } from '../../model.js';
import { inner } from '../../values/inner-quotes.js';
import { cleanText, foldMarks } from '../../values/vietnamese-text.js';
import { formSubject, refOf, type FormPlace } from '../layout/form-place.js';
import type { HeaderColumns } from '../layout/locate-header.js';
import { tellsResults } from '../layout/period-text.js';
import { callsPlan, endsInEstimate, isEstimate, isNothingButPlans, isPlan } from '../layout/plan-words.js';
import { isOfRegistration, saidOver } from './header-periods.js';
import { listed, shortened } from '../listed.js';

/** Longer lines are notes. */
const LONGEST = 90;

/** "Số hộ đăng ký" counts what is planned for the year; "Số hộ đạt trên số đăng ký" counts results. */
const REGISTERED = /(?<!\b(?:trong|tren)\b.*)\bdang ky(?:\s+danh hieu\b.*)?$/u;

const isOfRegistered = ({ label }: FieldDefinition): boolean => REGISTERED.test(foldMarks(label));

/** What a table says of itself: of its columns, or else of the whole. */
export function plansOfTable(place: FormPlace, header: HeaderColumns): readonly Finding[] {
  const plans = columnsOfPlans(place, header);
  return plans.length > 0
    ? plans
    : titleOfPlans(place, header.firstRow, { over: overRegistered(place, header) });
}

/** What stands over the columns of registrations is said of these alone. */
const overRegistered = (place: FormPlace, header: HeaderColumns): ReadonlySet<string> =>
  new Set(
    place.fields.filter(isOfRegistered).flatMap(({ id }) => {
      const column = header.columns.get(id);
      return column === undefined ? [] : saidOver(place.grid, header, column).slice(1);
    }),
  );

/** Columns under a heading of plans are not the results; under one of estimates they are asked about. */
function columnsOfPlans(place: FormPlace, header: HeaderColumns): readonly Finding[] {
  if (isOfRegistration(place.subject.period ?? '')) return [];
  const under = place.fields.flatMap((field) => {
    const column = header.columns.get(field.id);
    if (column === undefined || !isQuantity(field)) return [];
    const [own = '', ...over] = saidOver(place.grid, header, column);
    return [{ column, field, own, over }];
  });
  const planned = under.flatMap(({ column, field, over }) => {
    const text = isOfRegistered(field) ? undefined : over.find((label) => isPlan(label));
    return text === undefined ? [] : [{ column, id: field.id, text }];
  });
  const estimated = under.flatMap(({ own, over }) => [
    ...[own, ...over].filter((label) => isEstimate(label)),
    ...(endsInEstimate(own) ? [own] : []),
  ]);
  const [estimate] = estimated;
  return [
    ...(planned.length === 0 ? [] : [plansFinding(place, header.labelRow, planned)]),
    ...(estimate === undefined ? [] : [askedTitle(place, header.labelRow, estimate)]),
  ];
}

const plansFinding = (
  place: FormPlace,
  row: number,
  planned: readonly { readonly column: number; readonly id: FieldId; readonly text: string }[],
): Finding => {
  const columns = new Map(planned.map(({ column, text }) => [column, text]));
  return finding(
    'layout/columns-of-plans',
    refOf(place, row, planned[0]?.column ?? 1),
    {
      form: place.formTitle,
      count: columns.size,
      columns: listed(
        Array.from(columns, ([column, text]) => `cột ${columnLetter(column)} (“${inner(shortened(text))}”)`),
        'cột',
      ),
    },
    { ...formSubject(place), fields: planned.map(({ id }) => id) },
  );
};

const askedTitle = (place: FormPlace, row: number, text: string): Finding =>
  finding(
    'layout/title-of-plans',
    refOf(place, row, 1),
    { form: place.formTitle, title: inner(shortened(cleanText(text))) },
    { ...formSubject(place), rowKey: foldMarks(text) },
  );

/** What stands in a column below a heading that is merged over several: no first line of the list. */
function belowWide({ grid }: FormPlace, row: number, column: number): RawCell | undefined {
  const merge = grid.mergeOver(row, column);
  return merge !== undefined && merge.right > merge.left ? grid.at(row + 1, column) : undefined;
}

/** A line above the table that calls it a plan, where none says that it tells results; the one heading of a list. */
export function titleOfPlans(
  place: FormPlace,
  headerRow: number,
  { column, over }: { readonly column?: number; readonly over?: ReadonlySet<string> },
): readonly Finding[] {
  const { period } = place.subject;
  if (period === undefined || isOfRegistration(period)) return [];
  const heading = column === undefined ? '' : place.grid.textOver(headerRow, column);
  if (isEstimate(heading)) return [askedTitle(place, headerRow, heading)];
  const below = column === undefined ? undefined : belowWide(place, headerRow, column);
  const plan = [heading, below?.raw ?? ''].find((text) => isPlan(text));
  if (column !== undefined && plan !== undefined)
    return [
      plansFinding(
        place,
        plan === heading ? headerRow : headerRow + 1,
        place.fields.filter(isQuantity).map(({ id }) => ({ column, id, text: plan })),
      ),
    ];
  const lines = linesAbove(place, headerRow).filter(({ raw }) => over?.has(cleanText(raw)) !== true);
  const results = lines.some(({ raw }) => tellsResults(raw) && !callsPlan(raw));
  const line = lines.find(({ raw }) => {
    const [year] = /20\d\d/u.exec(raw) ?? [];
    return callsPlan(raw) && (year === undefined ? !results : period.startsWith(year));
  });
  return line === undefined ? [] : [askedTitle(place, line.row, line.raw)];
}

const linesAbove = ({ grid }: FormPlace, headerRow: number): readonly RawCell[] =>
  grid.rows
    .filter((row) => row < headerRow)
    .flatMap((row) => grid.inRow(row))
    .filter(({ kind, raw }) => kind === 'text' && raw.length <= LONGEST);

/**
 * A title of an own form, above the first of its tables, that speaks of plans or estimates and of nothing else, where no
 * line tells results. The office chose its titles, and every commune sends them: anything less would ask all of them.
 */
export function ownTitleOfPlans(place: FormPlace, firstRow: number): readonly Finding[] {
  const { period } = place.subject;
  if (period === undefined || isOfRegistration(period)) return [];
  const lines = linesAbove(place, firstRow);
  if (lines.some(({ raw }) => tellsResults(raw) && !isNothingButPlans(raw))) return [];
  const line = lines.find(({ raw }) => {
    const [year] = /20\d\d/u.exec(raw) ?? [];
    return isNothingButPlans(raw) && (year === undefined || period.startsWith(year));
  });
  return line === undefined ? [] : [askedTitle(place, line.row, line.raw)];
}
