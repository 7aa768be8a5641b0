/** The sheets of tong-hop.xlsx: annexes, detail by area, status, findings, sources. */
import type { Finding, InputRecord, LongTable, Table, TableColumn, TableRow, TableRows } from '../model.js';
import { inReadingOrder, type ArrangedFinding } from '../findings/arrange.js';
import { formatDate } from '../values/number-format.js';
import { ANNEXES, makeTables } from './annexes.js';
import { unitComparisons } from './annexes/comparison-table.js';
import { splitTables } from './annexes/splits-table.js';
import { countSentRows, fieldColumn, sentFields, sentRows } from './annexes/sent-rows.js';
import {
  countCell,
  labelOf,
  ordinalColumn,
  textCell,
  textColumn,
  type TableMaker,
} from './annexes/table-maker.js';
import type { Labels } from './wording/labels.js';
import { markNotes } from './annexes/unit-table-notes.js';
import type { Prose } from './prose/prose.js';
import type { ReportWording } from './wording/report-wording.js';
import { unitFullName } from '../units/names/unit-name.js';

/** All sheets in order; `tracking` are the tables of the state of submissions (deadline/status-table.ts). */
export function buildWorkbookTables(prose: Prose, tracking: readonly Table[] = []): readonly LongTable[] {
  const maker = makeTables(prose);
  const { annexes } = prose.wording.tables;
  return [
    // The tracking sheets say more than the annex on submissions.
    ...annexes
      .filter(({ shape }) => shape !== 'submissions')
      .flatMap((annex): readonly LongTable[] =>
        annex.shape === 'comparison'
          ? unitComparisons(maker, annex)
          : annex.shape === 'splits'
            ? splitTables(maker, annex)
            : [remade(() => ANNEXES[annex.shape](maker, annex))],
      )
      .filter(isFilled),
    detailTable(maker),
    ...tracking.filter(isFilled),
    findingsTable(maker),
    sourcesTable(maker),
  ];
}

/** A sheet without a line says nothing that the sheets beside it do not. */
const isFilled = ({ rows }: { readonly rows: { readonly length: number } }): boolean => rows.length > 0;

/** The sheets of `tdkvh compare -o`. */
export function buildComparisonTables(prose: Prose): readonly Table[] {
  const maker = makeTables(prose);
  return prose.wording.tables.annexes
    .filter(({ shape }) => shape === 'comparison')
    .flatMap((annex) => unitComparisons(maker, annex));
}

const sheetOf = ({ prose, wording }: TableMaker, id: keyof ReportWording['tables']['sheets']) => {
  const sheet = wording.tables.sheets[id];
  return { id, name: sheet.sheet, title: sheet.title(prose.frame.words), form: sheet.form };
};

function detailTable(maker: TableMaker): LongTable {
  const { id, name, title, form } = sheetOf(maker, 'details');
  const fields = sentFields(maker, form);
  const rows = madeRows(
    countSentRows(maker, form),
    () => sentRows(maker, form),
    (row, index) => ({
      role: 'unit',
      cells: [
        textCell(String(index + 1)),
        textCell(row.unit.code),
        textCell(unitFullName(row.unit)),
        ...fields.map(row.cell),
        textCell(row.file),
        textCell(row.sheet),
        row.sheetRow === undefined ? textCell('') : countCell(row.sheetRow),
      ],
    }),
  );
  let bracketed = 0;
  const marks = markNotes(
    maker.prose,
    seen(rows, (row) => {
      if (bracketed === 0 && hasBrackets(row)) bracketed += 1;
    }),
  );
  return {
    id,
    sheetName: name,
    title,
    columns: [
      ordinalColumn(maker),
      textColumn(maker, 'unitCode', 9),
      textColumn(maker, 'unit', 24),
      ...fields.map((field) => fieldColumn(field)),
      textColumn(maker, 'file', 34),
      textColumn(maker, 'sheet', 12),
      { ...textColumn(maker, 'sheetRow', 7), kind: 'count' },
    ],
    rows,
    notes: [
      ...marks,
      ...(bracketed > 0 ? [maker.prose.say('note.excluded', {})] : []),
      ...(rows.length === 0 ? [maker.prose.say('note.empty', {})] : []),
    ],
  };
}

/** Tables with more lines are made anew each time they are walked: a country has thirty of them. */
const MOST_HELD = 1000;

function remade(make: () => Table): LongTable {
  const table = make();
  if (table.rows.length <= MOST_HELD) return table;
  const { length } = table.rows;
  const whole = (): readonly TableRow[] => make().rows;
  return { ...table, rows: { length, whole, [Symbol.iterator]: () => whole()[Symbol.iterator]() } };
}

/** Rows that are made whenever the list is walked: a country has too many to be held. */
const madeRows = <Item>(
  length: number,
  items: () => Iterable<Item>,
  row: (item: Item, index: number) => TableRow,
): TableRows => ({
  length,
  *[Symbol.iterator]() {
    let index = 0;
    for (const item of items()) {
      yield row(item, index);
      index += 1;
    }
  },
});

/** Whether something that was sent does not count, and stands in brackets. */
const hasBrackets = ({ cells }: TableRow): boolean =>
  cells.some((cell) => cell.kind === 'text' && cell.text.startsWith('(') && /^\(.*\)$/u.test(cell.text));

/** The items as they pass: a list that is made anew for each walk is walked once for all that must be known of it. */
function* seen<Item>(items: Iterable<Item>, look: (item: Item) => void): Generator<Item> {
  for (const item of items) {
    look(item);
    yield item;
  }
}

const FINDING_COLUMNS: readonly (readonly [id: keyof Labels['headers'], width: number])[] = [
  ['unit', 24],
  ['severity', 14],
  ['number', 9],
  ['message', 60],
  ['hint', 44],
  ['file', 34],
  ['sheet', 12],
  ['cell', 8],
  ['accepted', 30],
  ['basis', 30],
];

function findingsTable(maker: TableMaker): LongTable {
  const { id, name, title } = sheetOf(maker, 'findings');
  const { results } = maker.prose.frame;
  const notEvaluated = Object.values(results.notEvaluated).reduce((sum, times) => sum + times, 0);
  return {
    id,
    sheetName: name,
    title,
    columns: [
      ordinalColumn(maker),
      ...FINDING_COLUMNS.map(([column, width]) => textColumn(maker, column, width)),
    ],
    rows: madeRows(
      results.findings.length,
      () => inReadingOrder(results.findings),
      (one, index) => findingRow(maker, one, index),
    ),
    notes: [
      ...(results.findings.length === 0 ? [maker.prose.say('note.noFindings', {})] : []),
      ...(notEvaluated === 0
        ? []
        : [maker.prose.say('note.notEvaluated', { count: maker.prose.frame.count(notEvaluated) })]),
    ],
  };
}

function findingRow(maker: TableMaker, { finding: one, cause }: ArrangedFinding, index: number): TableRow {
  const unit = one.unit === undefined ? undefined : maker.prose.frame.unitByCode.get(one.unit);
  const accepted =
    one.accepted === undefined
      ? ''
      : `${one.accepted.reason} (${one.accepted.person}, ${formatDate(one.accepted.date)})`;
  const texts = [
    String(index + 1),
    unit === undefined ? (one.unit ?? '') : unitFullName(unit),
    labelOf(maker, 'severity', one.severity),
    one.number,
    one.message,
    cause === undefined ? (one.hint ?? '') : besideCause(maker, one, cause),
    one.at.file,
    one.at.sheet ?? '',
    one.at.cell ?? '',
    accepted,
    one.basis ?? '',
  ];
  return { role: 'unit', cells: texts.map(textCell) };
}

/** What comes from another finding says so, and keeps its own advice. */
const besideCause = ({ prose }: TableMaker, { at, hint = '' }: Finding, cause: Finding): string => {
  const elsewhere = cause.at.sheet === at.sheet ? undefined : cause.at.sheet;
  const place = [elsewhere, cause.at.cell].filter((part) => part !== undefined).join(' ');
  return `${prose.say('note.sameCause', { number: cause.number, place })} ${hint}`.trim();
};

function sourcesTable(maker: TableMaker): LongTable {
  const { id, name, title } = sheetOf(maker, 'sources');
  const { results } = maker.prose.frame;
  const inputs = shownInputs(results.inputs);
  const widths: readonly (readonly [keyof Labels['headers'], number])[] = [
    ['file', 44],
    ['state', 22],
    ['unit', 26],
    ['period', 9],
    ['forms', 34],
    ['sha256', 66],
  ];
  const columns: readonly TableColumn[] = [
    ordinalColumn(maker),
    ...widths.map(([column, width]) => textColumn(maker, column, width)),
  ];
  return {
    id,
    sheetName: name,
    title,
    columns,
    rows: madeRows(
      inputs.length,
      () => inputs,
      (input, index) => ({
        role: 'unit',
        cells: [String(index + 1), ...sourceTexts(maker, input)].map(textCell),
      }),
    ),
    notes: sourceNotes(maker, results.inputs.length - inputs.length),
  };
}

/** Files that brought no figures to anybody before the others are only counted. */
const MOST_STRAY = 1_000;

function shownInputs(inputs: readonly InputRecord[]): readonly InputRecord[] {
  let stray = 0;
  return inputs.filter(({ state, parts }) => {
    if (state === 'used' || parts.some(({ unit }) => unit !== undefined)) return true;
    stray += 1;
    return stray <= MOST_STRAY;
  });
}

const joined = (items: readonly (string | undefined)[]): string =>
  [...new Set(items.filter((item) => item !== undefined))].join(', ');

function sourceTexts(maker: TableMaker, input: InputRecord): readonly string[] {
  const units = input.parts.map(({ unit }) => {
    const found = unit === undefined ? undefined : maker.prose.frame.unitByCode.get(unit);
    return found === undefined ? unit : unitFullName(found);
  });
  return [
    input.path,
    labelOf(maker, 'state', input.state),
    joined(units),
    joined(input.parts.map(({ period }) => period)),
    joined(input.parts.map(({ form }) => (form === undefined ? undefined : labelOf(maker, 'forms', form)))),
    input.sha256,
  ];
}

function sourceNotes(maker: TableMaker, hidden: number): readonly string[] {
  const { results, count } = maker.prose.frame;
  const { parts, files } = results.conservation;
  const states = (['used', 'superseded', 'duplicate', 'rejected', 'skipped', 'unattributed'] as const)
    .map((state) => `${String(parts[state])} ${labelOf(maker, 'state', state)}`)
    .join(', ');
  const { say } = maker.prose;
  return [
    say('note.conservation', { files: count(files.total), parts: count(parts.total), states }),
    ...(hidden > 0 ? [say('note.moreFiles', { count: count(hidden) })] : []),
    say('note.criteria', {
      label: results.criteria.label,
      id: results.criteria.id,
      version: results.criteria.formVersion,
      sha256: results.criteria.sha256,
    }),
    say('note.registry', { ...results.registry, asOf: formatDate(results.registry.asOf) }),
    say('note.tool', results.tool),
  ];
}
