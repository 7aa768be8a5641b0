/** Annex VI and the sheet "So sánh": every headline figure beside last year's and its target (documents.md, Appendices). */
import type {
  ComparedFigure,
  ComparisonBlock,
  IndicatorRecord,
  Table,
  TableColumn,
  TableRow,
} from '../../model.js';
import { lastYear, type LastYear } from '../earlier-year.js';
import type { Prose } from '../prose.js';
import type { AnnexDeclaration } from './annex-declarations.js';
import { comparedCells, isEstimate, type ComparedLine } from './compared-cells.js';
import { sectionsOf, type Section } from './row-order.js';
import { ordinalColumn, textCell, type TableMaker } from './table-maker.js';
import { coverageNote, markNotes } from './unit-table-notes.js';
import { defined } from '../../values/defined.js';
import { unitFullName, unitName } from '../../units/names/unit-name.js';
import { lowerFirst, upperFirst } from '../../values/vietnamese-text.js';

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
  return tableOf(maker, annex, lines, last, annex.sheet, lines.every(isSameGround));
}

/** The sheets of the workbook: indicator by indicator the whole, its units and its blocks; amounts apart from counts. */
export function unitComparisons(maker: TableMaker, annex: AnnexDeclaration): readonly Table[] {
  const { prose } = maker;
  const indicators = comparedIndicators(prose);
  const last = lastYear(prose.frame);
  const scales = [...new Set(indicators.map(({ scale }) => scale))].sort((one, other) => one - other);
  return scales.map((scale, index) => {
    const lines = indicators
      .filter((indicator) => indicator.scale === scale)
      .flatMap((indicator) => linesOf(prose, indicator, last));
    const sheet = index === 0 ? annex.sheet : `${annex.sheet} (${String(index + 1)})`;
    const table = tableOf(maker, annex, lines, last, sheet);
    return index === 0 ? table : { ...table, id: `${table.id}-${String(index + 1)}` };
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
      unit: '',
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
    ...(figure?.current === undefined ? {} : { current: figure.current }),
    ...defined({ year }),
    ...(course.length === 0 ? {} : { course }),
  };
}

function tableOf(
  maker: TableMaker,
  annex: AnnexDeclaration,
  lines: readonly ComparedLine[],
  last: LastYear | undefined,
  sheetName: string,
  sameGround = false,
): Table {
  const { frame } = maker.prose;
  const scale = Math.max(0, ...lines.map(({ indicator }) => indicator.scale));
  const words = {
    ...frame.words,
    sameGround,
    previous: upperFirst(last?.name ?? String(frame.words['previousPeriod'])),
  };
  const shared = sharedRemarks(lines);
  const cellsOfLines = lines.map((line) => comparedCells(maker.prose, line, scale, shared));
  const isNoted = cellsOfLines.some(({ note }) => note?.kind === 'text' && note.text !== '');
  const shown = annex.columns.filter(({ id }) => {
    if (id === 'course') return (last?.course.length ?? 0) > 1;
    if (id === 'note') return isNoted;
    if (id === 'published' && sameGround) return false;
    return last !== undefined || !OF_LAST_YEAR.has(id);
  });
  const columns = shown.map(({ id, header, group, width }): TableColumn => {
    const kind = KINDS[id] ?? 'text';
    return {
      id,
      header: header(words),
      ...(group === undefined ? {} : { group: group(words) }),
      ...defined({ width }),
      ...kindOf(kind, scale, frame.decimals),
      ...(id === 'nowRate' ? { rateOf: ['nowN', 'nowD'] as const } : {}),
      ...(id === 'thenRate' ? { rateOf: ['thenN', 'thenD'] as const } : {}),
    };
  });
  let ordinal = 0;
  const rows = lines.map((line, place): TableRow => {
    if (line.role === 'unit') ordinal += 1;
    else if (line.role === 'section') ordinal = 0;
    const cells = cellsOfLines[place] ?? {};
    return {
      role: line.role,
      cells: [
        textCell(line.role === 'unit' ? String(ordinal) : ''),
        textCell(line.name),
        ...columns.map(({ id }) => cells[id] ?? { kind: 'none' as const }),
      ],
    };
  });
  return {
    id: annex.id,
    sheetName,
    title: annex.title(frame.words),
    columns: [
      ordinalColumn(maker),
      { id: 'unit', header: maker.prose.say('comparison.nameHeader', {}), kind: 'text', width: NAME_WIDTH },
      ...columns,
    ],
    rows,
    notes: rows.length === 0 ? [] : notesOf(maker.prose, lines, rows, last, { shared, sameGround }),
  };
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

/** Counts are whole numbers; where amounts stand among them, all are written as amounts. */
const kindOf = (
  kind: TableColumn['kind'],
  scale: number,
  decimals: number,
): Pick<TableColumn, 'kind' | 'decimals'> => {
  if (kind === 'rate') return { kind, decimals };
  if (kind !== 'amount') return { kind };
  return scale === 0 ? { kind: 'count' } : { kind, decimals: scale };
};

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
    ...markNotes(
      prose,
      rows.flatMap(({ cells }) => cells),
    ),
  ];
}
