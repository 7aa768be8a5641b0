/** Annex VI and the sheet "So sánh": every headline figure beside last year's and its target. */
import type {
  ComparedFigure,
  ComparisonBlock,
  IndicatorRecord,
  Table,
  TableCell,
  TableColumn,
  TableRow,
} from '../../model.js';
import { lastYear, type LastYear } from '../prose/earlier-year.js';
import type { Prose } from '../prose/prose.js';
import type { AnnexDeclaration, ColumnDeclaration } from '../wording/annex-declarations.js';
import { comparedCells, isEstimate, kindOf, type ComparedLine } from './compared-cells.js';
import { sectionsOf, type Section } from './row-order.js';
import {
  annexHead,
  declaredColumn,
  ordinalColumn,
  tablesByScale,
  textCell,
  type TableMaker,
} from './table-maker.js';
import { coverageNote, markNotes } from './unit-table-notes.js';
import { defined } from '../../values/defined.js';
import { unitFullName, unitName } from '../../units/names/unit-name.js';
import { lowerFirst, upperFirst } from '../../values/vietnamese-text.js';
import { largest } from '../../values/of-many.js';

const NAME_WIDTH = 30;

/** What each column holds, whatever an office calls it. */
const KINDS: Readonly<Record<string, TableColumn['kind']>> = {
  nowN: 'amount',
  nowD: 'amount',
  nowRate: 'rate',
  thenN: 'amount',
  thenD: 'amount',
  thenRate: 'rate',
  number: 'amount',
  points: 'rate',
};

/** Empty without an earlier period, and then not printed. */
const OF_LAST_YEAR: ReadonlySet<string> = new Set([
  'published',
  'thenN',
  'thenD',
  'thenRate',
  'number',
  'points',
]);

/** One line an indicator, for the report: the whole alone. */
export function wholeComparison(maker: TableMaker, annex: AnnexDeclaration): Table {
  const indicators = comparedIndicators(maker.prose);
  const last = lastYear(maker.prose.frame);
  const root = maker.prose.frame.results.unit;
  const lines = indicators.map((indicator): ComparedLine => ({
    ...lineOf(maker.prose, indicator, root, last),
    // Beside counts an amount says what it is counted in.
    name: indicator.kind === 'amount' ? `${indicator.label} (${indicator.unit})` : indicator.label,
  }));
  return tableOf(maker, annex, lines, last, lines.every(isSameGround));
}

/** The sheets of the workbook: indicator by indicator the whole, its units and its blocks; amounts apart from counts. */
export function unitComparisons(maker: TableMaker, annex: AnnexDeclaration): readonly Table[] {
  const { prose } = maker;
  const indicators = comparedIndicators(prose);
  const last = lastYear(prose.frame);
  return tablesByScale(annex, indicators, (scale) => {
    const own = indicators.filter((indicator) => indicator.scale === scale);
    const lines = own.flatMap((indicator) => linesOf(prose, indicator, last));
    return tableOf(maker, annex, lines, last);
  });
}

/**
 * Headline indicators of which this or an earlier period has a figure, and whatever has a target; in a first year
 * those with a target alone.
 */
function comparedIndicators({ frame }: Prose): readonly IndicatorRecord[] {
  const { comparison, indicators, measures, unit, targetAssessments = [] } = frame.results;
  const aimedAt = new Set(targetAssessments.map(({ target }) => target.indicator));
  return indicators.filter(
    ({ id, headline }) =>
      aimedAt.has(id) ||
      (headline &&
        comparison !== undefined &&
        (comparison.units[unit]?.[id] ?? measures[unit]?.[id]) !== undefined),
  );
}

function linesOf(
  prose: Prose,
  indicator: IndicatorRecord,
  last: LastYear | undefined,
): readonly ComparedLine[] {
  const { frame } = prose;
  const root = frame.results.unit;
  const sections = sectionsOf(frame);
  const blocks = last?.period.blocks.filter(({ kind }) => kind === 'split') ?? [];
  const blank: ComparedLine = { indicator, name: indicator.label, role: 'section', unit: '' };
  return [
    blank,
    { ...lineOf(prose, indicator, root, last), role: 'total', name: prose.say('comparison.whole', {}) },
    ...sections.flatMap((section): readonly ComparedLine[] => [
      ...sectionLine(prose, indicator, section, last),
      ...section.leaves
        .filter(({ code }) => code !== root)
        .map((leaf) => ({ ...lineOf(prose, indicator, leaf.code, last), name: unitFullName(leaf) })),
    ]),
    ...blocks.map((block): ComparedLine => ({
      ...ofYear(last?.period.blockFigures[block.id]?.[indicator.id], last),
      indicator,
      role: 'subtotal',
      name: blockName(prose, block),
      unit: '',
      isBlock: true,
    })),
  ];
}

/** The district, or the office's own grouping, above its units. */
function sectionLine(
  prose: Prose,
  indicator: IndicatorRecord,
  { name, code, measures }: Section,
  last: LastYear | undefined,
): readonly ComparedLine[] {
  if (name === undefined) return [];
  const { comparison } = prose.frame.results;
  if (code !== undefined) return [{ ...lineOf(prose, indicator, code, last), role: 'subtotal', name }];
  const current = measures[indicator.id];
  return [
    {
      ...ofYear(comparison?.groups[name]?.[indicator.id], last),
      ...defined({ current }),
      indicator,
      role: 'subtotal',
      name,
      unit: name,
    },
  ];
}

const blockName = (prose: Prose, block: ComparisonBlock): string =>
  prose.say('comparison.block', {
    new: block.new.map(unitName).join(', '),
    old: block.old.map(unitName).join(', '),
  });

function lineOf(
  { frame }: Prose,
  indicator: IndicatorRecord,
  unit: string,
  last: LastYear | undefined,
): ComparedLine {
  const { comparison, measures, targetAssessments = [] } = frame.results;
  const current = measures[unit]?.[indicator.id];
  const target = targetAssessments.find((one) => one.unit === unit && one.target.indicator === indicator.id);
  return {
    ...ofYear(comparison?.units[unit]?.[indicator.id], last),
    ...defined({ current }),
    indicator,
    unit,
    role: 'unit',
    name: '',
    ...defined({ target }),
  };
}

function ofYear(
  figure: ComparedFigure | undefined,
  last: LastYear | undefined,
): Pick<ComparedLine, 'current' | 'year' | 'course'> {
  const year = figure?.years.find(({ period }) => period === last?.period.period.id);
  const course = figure?.years.filter(({ period }) => last?.course.includes(period) === true) ?? [];
  return {
    ...defined({ current: figure?.current }),
    ...defined({ year }),
    ...(course.length === 0 ? {} : { course }),
  };
}

function tableOf(
  maker: TableMaker,
  annex: AnnexDeclaration,
  lines: readonly ComparedLine[],
  last: LastYear | undefined,
  sameGround = false,
): Table {
  const { prose } = maker;
  const scale = largest(
    lines.map(({ indicator }) => indicator.scale),
    0,
  );
  const shared = sharedRemarks(lines);
  const cells = lines.map((line) => comparedCells(prose, line, scale, shared));
  const isNoted = cells.some(({ note }) => note?.kind === 'text' && note.text !== '');
  const shown = annex.columns.filter(({ id }) => {
    if (id === 'course') return (last?.course.length ?? 0) > 1;
    if (id === 'note') return isNoted;
    if (id === 'published' && sameGround) return false;
    return last !== undefined || !OF_LAST_YEAR.has(id);
  });
  const columns = comparedColumns(prose, shown, scale, { last, sameGround });
  const rows = comparedRows(lines, cells, columns);
  const name = prose.say('comparison.nameHeader', {});
  return {
    ...annexHead(maker, annex),
    columns: [
      ordinalColumn(maker),
      { id: 'unit', header: name, kind: 'text', width: NAME_WIDTH },
      ...columns,
    ],
    rows,
    notes: rows.length === 0 ? [] : notesOf(prose, lines, rows, last, { shared, sameGround }),
  };
}

function comparedColumns(
  { frame }: Prose,
  shown: readonly ColumnDeclaration[],
  scale: number,
  { last, sameGround }: { readonly last: LastYear | undefined; readonly sameGround: boolean },
): readonly TableColumn[] {
  const previous = upperFirst(last?.name ?? String(frame.words['previousPeriod']));
  const words = { ...frame.words, sameGround, previous };
  return shown.map((declaration): TableColumn => ({
    ...declaredColumn(declaration, words),
    ...kindOf(KINDS[declaration.id] ?? 'text', scale, frame.decimals),
    ...(declaration.id === 'nowRate' ? { rateOf: ['nowN', 'nowD'] as const } : {}),
    ...(declaration.id === 'thenRate' ? { rateOf: ['thenN', 'thenD'] as const } : {}),
  }));
}

/** Units are counted within each indicator. */
function comparedRows(
  lines: readonly ComparedLine[],
  cells: readonly Readonly<Record<string, TableCell>>[],
  columns: readonly TableColumn[],
): readonly TableRow[] {
  let ordinal = 0;
  return lines.map(({ role, name }, place) => {
    if (role === 'unit') ordinal += 1;
    else if (role === 'section') ordinal = 0;
    const own = columns.map(({ id }) => cells[place]?.[id] ?? { kind: 'none' as const });
    return { role, cells: [textCell(role === 'unit' ? String(ordinal) : ''), textCell(name), ...own] };
  });
}

/** Nothing was moved: what was published is what stands on today's ground. */
const isSameGround = ({ year }: ComparedLine): boolean =>
  year === undefined || (year.restated.kind === 'exact' && year.restated.n !== undefined);

/** What is remarked on every compared line is said once, under the table. */
function sharedRemarks(lines: readonly ComparedLine[]): ReadonlySet<string> {
  const [first, ...others] = lines.flatMap(({ year }) => (year === undefined ? [] : [year.remarks ?? []]));
  if (first === undefined || others.length === 0) return new Set();
  return new Set(first.filter((remark) => others.every((remarks) => remarks.includes(remark))));
}

function notesOf(
  prose: Prose,
  lines: readonly ComparedLine[],
  rows: readonly TableRow[],
  last: LastYear | undefined,
  { shared, sameGround }: { readonly shared: ReadonlySet<string>; readonly sameGround: boolean },
): readonly string[] {
  const blocks = lines.some(({ isBlock }) => isBlock === true);
  const estimates = prose.frame.results.comparison?.estimates;
  const estimated = lines.some(({ course = [] }) => course.some(isEstimate));
  const remarks = [...shared].map((remark) => prose.say(`comparison.remark.${remark}`, {}));
  return [
    coverageNote(prose),
    last === undefined
      ? prose.say('note.noComparison', {})
      : prose.say('note.comparison', { previous: lowerFirst(last.name), sameGround }),
    ...(remarks.length === 0 ? [] : [prose.say('note.remarks', { remarks: remarks.join('; ') })]),
    ...(blocks ? [prose.say('note.blocks', {})] : []),
    ...(estimates !== undefined && estimated
      ? [prose.say('note.estimates', { byAreas: estimates === 'areas' })]
      : []),
    ...((last?.course.length ?? 0) > 1 ? [prose.say('note.course', {})] : []),
    ...markNotes(prose, rows),
  ];
}
