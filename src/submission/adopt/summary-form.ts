/** A form of a level above: its cells are filled from what the set already measures, so that nothing new is asked of anybody. */
import { pathOfLine } from '../../criteria/own-form-entries.js';
import { isOfRows } from '../../criteria/own-forms.js';
import { totalField } from '../../criteria/own-list.js';
import { indicatorsOf } from '../../criteria/set-queries.js';
import { rowsKey } from '../../criteria/totals.js';
import type { CriteriaSet, FieldDefinition, OwnColumn, OwnLine, OwnTable } from '../../model.js';
import { defined } from '../../values/defined.js';
import { addTo } from '../../values/groups.js';
import { only } from '../../values/of-many.js';
import { cleanText, foldBare } from '../../values/vietnamese-text.js';
import { without } from '../../values/without.js';
import { inList, meant } from './meant-fields.js';
import type { Proposal } from './propose.js';
import type { Doubt } from './proposing.js';
import { baseOfShare, countOfShare, shareKey, type CountBeside } from './share-words.js';

type Entry = OwnColumn | OwnLine;

/** The proposal without new fields: an indicator where one is meant, else a cell that stays blank, and is told. */
export function asSummary({ form, doubts, ...others }: Proposal, set: CriteriaSet): Proposal {
  const added = new Set((form.fields ?? []).map(({ id }) => id));
  const leftBlank: Doubt[] = [];
  const tables = form.tables.map((table): OwnTable => {
    const asked: Asked = { set, added, table, leftBlank };
    const { columns, lines } = table;
    return {
      ...table,
      ...(columns === undefined ? {} : { columns: withIndicators(columns, ({ header }) => header, asked) }),
      ...(lines === undefined ? {} : { lines: withIndicators(lines, pathOfLine, asked) }),
    };
  });
  const isOpen = (doubt: Doubt): boolean =>
    leftBlank.some(({ sheet, header }) => sheet === doubt.sheet && header === doubt.header);
  const kept = doubts.filter((doubt) => {
    const isNew = typeof doubt.proposed === 'object' && added.has(doubt.proposed.field);
    return !isNew && !isOpen(doubt);
  });
  const told = leftBlank.map((one): Doubt => {
    const near = doubts.find(({ sheet, header }) => sheet === one.sheet && header === one.header)?.near;
    return { ...one, ...defined({ near }) };
  });
  return {
    form: { ...without(form, ['fields']), summary: true, tables },
    doubts: [...kept, ...told],
    ...others,
  };
}

interface Asked {
  readonly set: CriteriaSet;
  /** New fields, which a form of a level above does not have. */
  readonly added: ReadonlySet<string>;
  readonly table: OwnTable;
  readonly leftBlank: Doubt[];
}

function withIndicators<One extends Entry>(
  entries: readonly One[],
  pathOf: (entry: One) => readonly string[],
  asked: Asked,
): One[] {
  const { set, added, table, leftBlank } = asked;
  const blank = (entry: One, proposal: string): void => {
    leftBlank.push({
      sheet: table.sheet ?? '',
      header: pathOf(entry).join(' › '),
      proposal,
      proposed: 'ignored',
    });
  };
  /** The count before a share, and the rates of it that the shares behind it are already. */
  let beside: CountBeside | undefined;
  let taken: readonly string[] = [];
  let over = '';
  return entries.map((entry) => {
    const path = pathOf(entry);
    const { field } = entry;
    const rest = without(entry, ['field']);
    const isNew = field !== undefined && added.has(field);
    const rated = set.fields.find(({ id }) => id === field)?.rateOf;
    const isShare = rated !== undefined || entry.role === 'share';
    // Below another heading of lines it is of none that stands above.
    const section = 'section' in entry ? (entry.section ?? '') : over;
    if (section !== over) beside = undefined;
    over = section;
    if (isShare) {
      const found = rateMeant(path, beside, asked);
      if (found !== undefined && !taken.includes(found)) {
        taken = [...taken, found];
        return indicatorEntry(rest, found);
      }
      blank(entry, 'để trống: chưa rõ là tỷ lệ của số nào');
      return { ...rest, role: 'share' };
    }
    // The share beside the figure of the plan or of the year before is not that of the period.
    const isOther = entry.role !== undefined && entry.role !== 'actual';
    taken = [];
    const known = isNew ? undefined : fieldOf(field, set);
    beside = isOther || field === undefined ? undefined : { path, ...defined({ field: known }) };
    if (!isNew) return entry;
    const found = labelled(path.at(-1) ?? '', set);
    if (found !== undefined) return indicatorEntry(rest, found);
    blank(entry, 'để trống');
    return { ...rest, role: 'ignored' };
  });
}

const fieldOf = (id: string | undefined, { fields, totals }: CriteriaSet): FieldDefinition | undefined => {
  const total = totals.find((one) => one.id === id);
  return total === undefined ? fields.find((one) => one.id === id) : totalField(total);
};

/** The figure that is called so and is no share. */
const labelled = (text: string, set: CriteriaSet): string | undefined =>
  only(
    indicatorsOf(set).filter(
      ({ label, denominator }) => denominator === undefined && foldBare(label) === foldBare(text),
    ),
  )?.id;

const byWords = new WeakMap<CriteriaSet, ReadonlyMap<string, readonly string[]>>();

/** Ids of the rates by what they are called. */
function ratesByWords(set: CriteriaSet): ReadonlyMap<string, readonly string[]> {
  const known = byWords.get(set);
  if (known !== undefined) return known;
  const made = new Map<string, string[]>();
  for (const { id, label, denominator } of indicatorsOf(set))
    if (denominator !== undefined) addTo(made, shareKey(label), id);
  byWords.set(set, made);
  return made;
}

/** The rate that a share of the form is: by its own words, or that of the count before it. */
function rateMeant(
  path: readonly string[],
  beside: CountBeside | undefined,
  { set, table }: Asked,
): string | undefined {
  const share = withoutYears(path.at(-1) ?? '');
  const called = only(ratesByWords(set).get(shareKey(share)) ?? []);
  if (called !== undefined) return called;
  const [form] = set.forms.filter(({ shape, sender }) => shape === 'table' && sender === 'commune');
  const ofRows = isOfRows(table);
  const headings = path.slice(0, -1).map(withoutYears);
  const inForm = (words: readonly string[]): FieldDefinition | undefined =>
    form === undefined ? undefined : meant(words, form, { set, year: 0 }, ofRows);
  const named = (label: string): FieldDefinition | undefined =>
    inForm([...headings, label]) ?? inForm([label]) ?? (ofRows ? undefined : inList(label, set));
  const counted = countOfShare(share, beside, named)?.id;
  return counted === undefined ? undefined : baseOfShare(share, ratesOf(counted, set))?.id;
}

/** The rates of a count, each called as what it is a share of. */
function ratesOf(
  field: string,
  set: CriteriaSet,
): readonly { readonly id: string; readonly label: string }[] {
  const counted = set.totals.find(({ id }) => id === field)?.totalOf ?? { sum: field };
  return indicatorsOf(set).flatMap(({ id, numerator, denominator: of }) => {
    if (of === undefined || rowsKey(numerator) !== rowsKey(counted)) return [];
    const sum = 'sum' in of ? set.fields.find((one) => one.id === of.sum)?.label : undefined;
    const total = set.totals.find(({ totalOf }) => rowsKey(totalOf) === rowsKey(of))?.label;
    return [{ id, label: sum ?? total ?? '' }];
  });
}

const withoutYears = (text: string): string =>
  cleanText(text.replaceAll(/(?:năm\s+)?\{năm(?: trước)?\}/giu, ' '));

/** The role of a share goes: the cell is filled with the rate. */
const indicatorEntry = <One extends Entry>(entry: One, indicator: string): One => ({
  ...without(entry, ['role']),
  indicator,
});
