/** Annex XIII and the sheet "Phân tổ": headline figures by what units and residential areas are, each class with coverage. */
import type { IndicatorRecord, MeasureRecord, Table, TableCell, TableColumn, TableRow } from '../../model.js';
import type { AnnexDeclaration } from '../wording/annex-declarations.js';
import { kindOf, sideCells } from './compared-cells.js';
import { orderedSplits } from './splits-order.js';
import {
  annexHead,
  declaredColumn,
  figureCell,
  labelOf,
  ordinalColumn,
  tablesByScale,
  textCell,
  textColumn,
  type TableMaker,
} from './table-maker.js';
import { markNotes } from './unit-table-notes.js';
import { splitId, splitName } from '../../measures/split-class.js';
import { upperFirst } from '../../values/vietnamese-text.js';

const PART_WIDTH = 56;

/** What each column holds, whatever an office calls it. */
const KINDS: Readonly<Record<string, TableColumn['kind']>> = { n: 'amount', d: 'amount', rate: 'rate' };

type Split = Readonly<Record<string, Readonly<Record<string, MeasureRecord>>>>;

/** The counts and rates, for the report. */
export const countSplits = (maker: TableMaker, annex: AnnexDeclaration): Table => tableOf(maker, annex, 0);

/** The sheets of the workbook: amounts apart from counts; none where nothing is split. */
export const splitTables = (maker: TableMaker, annex: AnnexDeclaration): readonly Table[] =>
  tablesByScale(annex, splitIndicators(maker), (scale) => tableOf(maker, annex, scale));

/** Headline indicators this kind of period asks for, as far as some split has them. */
const splitIndicators = ({ prose: { frame } }: TableMaker): readonly IndicatorRecord[] => {
  const splits = Object.values(frame.results.splits ?? {});
  return frame.results.indicators.filter(
    ({ id, headline, notDue }) =>
      headline &&
      notDue !== true &&
      splits.some((split) => Object.values(split).some((measures) => measures[id] !== undefined)),
  );
};

function tableOf(maker: TableMaker, annex: AnnexDeclaration, scale: number): Table {
  const { frame, say } = maker.prose;
  const indicators = splitIndicators(maker).filter((indicator) => indicator.scale === scale);
  const columns = annex.columns.map((declaration): TableColumn => ({
    ...declaredColumn(declaration, frame.words),
    ...kindOf(KINDS[declaration.id] ?? 'text', scale, frame.decimals),
    ...(declaration.id === 'rate' ? { rateOf: ['n', 'd'] as const } : {}),
  }));
  const rows: TableRow[] = [];
  for (const [dimension, split] of orderedSplits(frame.results)) {
    const lines = indicators.flatMap((indicator) => linesOf(maker, indicator, dimension, split));
    if (lines.length === 0) continue;
    rows.push({
      role: 'section',
      cells: cellsOf(columns, textCell(''), labelOf(maker, 'splits', dimension), {}),
    });
    for (const { whole, classes, name, indicator } of lines) {
      const first = rows.length + 1;
      const cells = lineCells(whole, indicator, scale, frame.results.unit);
      rows.push({
        role: 'subtotal',
        cells: cellsOf(columns, textCell(''), name, cells),
        sums: classes.map((_, index) => first + index),
      });
      classes.forEach((one, index) =>
        rows.push({
          role: 'unit',
          cells: cellsOf(
            columns,
            textCell(String(index + 1)),
            one.name,
            lineCells(one.measure, indicator, scale, one.id),
          ),
        }),
      );
    }
  }
  return {
    ...annexHead(maker, annex),
    columns: [ordinalColumn(maker), textColumn(maker, 'part', PART_WIDTH), ...columns],
    rows,
    notes: rows.length === 0 ? [say('note.empty', {})] : markNotes(maker.prose, rows),
  };
}

interface Line {
  readonly indicator: IndicatorRecord;
  readonly name: string;
  readonly whole: MeasureRecord;
  readonly classes: readonly {
    readonly id: string;
    readonly name: string;
    readonly measure: MeasureRecord;
  }[];
}

/** One indicator: its whole and its classes, the class without a value last. */
function linesOf(
  maker: TableMaker,
  indicator: IndicatorRecord,
  dimension: string,
  split: Split,
): readonly Line[] {
  const { results } = maker.prose.frame;
  const whole = results.measures[results.unit]?.[indicator.id];
  const values = Object.keys(split).sort((one, other) => Number(one === '') - Number(other === ''));
  const classes = values.flatMap((value) => {
    const measure = split[value]?.[indicator.id];
    if (measure === undefined || (value === '' && isLeftOfNothing(measure, whole))) return [];
    return [{ id: splitId(dimension, value), name: className(maker, dimension, value), measure }];
  });
  // A whole of one class is not divided.
  return whole === undefined || values.length < 2 || classes.length === 0
    ? []
    : [{ indicator, name: upperFirst(indicator.label), whole, classes }];
}

/** All rows of all units are of some kind. */
const isLeftOfNothing = ({ n, d, pending, expected }: MeasureRecord, whole?: MeasureRecord): boolean =>
  n === 0 && (d === undefined || d === 0) && pending === undefined && expected === whole?.expected;

function className(maker: TableMaker, dimension: string, value: string): string {
  const unclassified = labelOf(maker, 'splits', 'unclassified');
  return upperFirst(splitName({ dimension, value }, maker.prose.frame.results, unclassified));
}

const NONE: TableCell = { kind: 'none' };

/** Rates are derived class by class. */
function lineCells(
  measure: MeasureRecord,
  indicator: IndicatorRecord,
  scale: number,
  unit: string,
): Readonly<Record<string, TableCell>> {
  const empty: TableCell = { kind: measure.state === 'notApplicable' ? 'notApplicable' : 'missing' };
  const cells = sideCells(measure.reported > 0 ? measure : undefined, indicator, scale, empty);
  const as = (cell: TableCell, quantity: string): TableCell =>
    figureCell(cell, { unit, indicator: indicator.id, quantity });
  return {
    n: as(cells.n, 'n'),
    d: as(cells.d, 'd'),
    rate: as(cells.rate, 'rate'),
    coverage: textCell(`${String(measure.reported)}/${String(measure.expected)}`),
  };
}

const cellsOf = (
  columns: readonly TableColumn[],
  ordinal: TableCell,
  name: string,
  cells: Readonly<Record<string, TableCell>>,
): readonly TableCell[] => [ordinal, textCell(name), ...columns.map(({ id }) => cells[id] ?? NONE)];
