/** A sheet with a row per commune: every row is a submission of its own, of the unit that its name or code says. */
import { append } from '../../values/of-many.js';
import { finding } from '../../findings/finding.js';
import type { FieldId, Finding, Part, RawFile, UnitVersion } from '../../model.js';
import { findByName } from '../../units/names/find-by-name.js';
import { cleanText } from '../../values/vietnamese-text.js';
import { defined } from '../../values/defined.js';
import { addTo } from '../../values/groups.js';
import { cellAddress, columnLetter, placeIn } from '../../values/cell-address.js';
import type { FormulaCheck } from '../formulas/formula-check.js';
import { withoutTick } from './without-tick.js';
import { everyField, fieldsPrintedOn } from '../layout/fields-of-form.js';
import { refOf, type FormPlace } from '../layout/form-place.js';
import { isCounted } from '../../criteria/own-forms.js';
import { isNumberCell } from '../cells/cell-words.js';
import { isColumnNumbers } from '../layout/column-numbers.js';
import { isGroupNumber, totalWord } from '../layout/row-words.js';
import type { SheetGrid } from '../layout/sheet-grid.js';
import { signatureRow } from '../layout/signature-block.js';
import type { CellPlace } from '../layout/value-column.js';
import { partOf, type Recognition, type RecognitionContext } from '../recognition.js';
import { attributeSender, type Attributed } from '../sender/attribute-sender.js';
import { yearsInName } from '../layout/period-text.js';
import { settlementFor } from '../sender/settlement.js';
import { ownTitle } from './own-title.js';
import { periodStatements, titlePeriod, type PeriodStatement } from '../sender/title-period.js';
import { ownTitleOfPlans } from '../tables/plans-in-titles.js';
import { onlyAsked } from '../tables/only-asked.js';
import { readLocated } from '../tables/read-list-form.js';
import { shortened } from '../listed.js';
import { inner } from '../../values/inner-quotes.js';
import type { LocatedTable, OwnSheet } from '../layout/own-sheet.js';
import { withBeside } from './beside-figures.js';
import { listFormOf } from './own-sheets.js';
import { gridOfTable, lostColumns, refusal } from './read-rows.js';
import { shareLinesThatDiffer, sharesThatDiffer } from './shares-typed.js';
import { unitColumns, type UnitFigures } from './unit-columns.js';
import { fileName } from '../../values/file-name.js';

interface Reading {
  readonly file: RawFile;
  readonly own: OwnSheet;
  readonly located: LocatedTable;
  /** The rows of the table. */
  readonly grid: SheetGrid;
  /** What the titles of the sheet say of the period. */
  readonly statements: readonly PeriodStatement[];
  /** Communes that report here. */
  readonly units: readonly UnitVersion[];
  readonly context: RecognitionContext;
  readonly formulas: FormulaCheck;
  /** What the workbook itself says of the period. */
  readonly period: string | undefined;
  readonly findings: Finding[];
}

/** Parts of every commune of the sheet's tables by units. */
export function unitRowParts(
  file: RawFile,
  own: OwnSheet,
  context: RecognitionContext,
  formulas: FormulaCheck,
  period?: string,
): Recognition {
  const findings: Finding[] = [];
  const parts: Part[] = [];
  const title = ownTitle(own, context.period);
  const statements = periodStatements(file.source.path, new Map([[own.sheet.name, title]]));
  const { byCode, due } = context.scope.tree;
  const units = [...byCode.values()].filter(({ code }) => due.has(code));
  for (const located of own.tables) {
    if (located.table.rows !== 'unit') continue;
    const grid = gridOfTable(own, located);
    const reading: Reading = {
      file,
      own,
      located,
      grid,
      statements,
      units,
      context,
      formulas,
      period,
      findings,
    };
    const place = placeOf(reading, '', {});
    const refused = refusal(own, located, place);
    if (refused !== undefined) {
      findings.push(refused);
      parts.push(partOf(file, { sheet: own.sheet.name, state: 'rejected' }));
      continue;
    }
    const whole = { ...place, fields: context.set.fields };
    append(findings, [...lostColumns(own, located, whole)]);
    const across = located.table.across === true ? unitColumns(own, located, whole) : undefined;
    append(findings, across?.findings ?? []);
    const all = across?.units ?? unitRows(reading);
    const made = all.flatMap((one) => partsOfUnit(reading, one));
    append(parts, made);
    const ofPeriod = { ...place, subject: { period: context.period.id } };
    if (made.some(({ state }) => state === 'used')) append(findings, ownTitleOfPlans(ofPeriod, own.firstRow));
    append(findings, across === undefined ? [...sharesOfTotals(reading, whole)] : []);
    if (all.length > 0) continue;
    const at = refOf(place, located.labelRow, located.key ?? 1);
    findings.push(finding('own-form/no-unit-filled', at, { sheet: own.sheet.name, form: own.form.label }));
    parts.push(partOf(file, { sheet: own.sheet.name, state: 'rejected' }));
  }
  return { parts, findings };
}

interface UnitRow extends UnitFigures {
  readonly row: number;
}

/** Rows that name a unit, or that nobody can say of which they are; totals, sections, notes and signatures are none. */
function unitRows({ located, grid }: Reading): readonly UnitRow[] {
  const values = [...located.columns.values()];
  const end = signatureRow(grid, located.lastRow, () => false) ?? Infinity;
  const rows = grid.rows.flatMap((row) => {
    if (row <= located.lastRow || row >= end || isColumnNumbers(grid, row)) return [];
    const name = cleanText(grid.textOver(row, located.key ?? 1));
    const code = located.codeKey === undefined ? '' : cleanText(grid.textOver(row, located.codeKey));
    const ordinal = grid.textOver(row, located.ordinal ?? 0);
    const said = values.flatMap((column) => grid.at(row, column) ?? []);
    // Without a name only figures ask whose they are.
    if (name === '' && code === '' ? !said.some(isNumberCell) : said.length === 0) return [];
    if ([name, ordinal].some((text) => totalWord(text) !== undefined) || isGroupNumber(ordinal)) return [];
    const at = { row, column: located.key ?? 1 };
    const figures = [...located.columns].flatMap(([column, value]) =>
      column.field === undefined || !isCounted(column)
        ? []
        : [[column.field, { row, column: value }] as const],
    );
    return [{ row, name, code, at, figures }];
  });
  const isNamed = ({ name, code }: UnitRow): boolean => name !== '' || code !== '';
  const sums = new Map(
    [...located.columns].flatMap(([column, at]): (readonly [number, number])[] =>
      isCounted(column)
        ? [[at, rows.filter(isNamed).reduce((sum, { row }) => sum + figureAt(grid, row, at), 0)]]
        : [],
    ),
  );
  return rows.filter((one) => isNamed(one) || !isTotal(grid, one.row, sums));
}

/** Typed shares in the rows that add up the others. */
function sharesOfTotals({ located, grid, context }: Reading, place: FormPlace): Iterable<Finding> {
  const rows = grid.rows.flatMap((row) => {
    const name =
      cleanText(grid.textOver(row, located.key ?? 1)) || cleanText(grid.textOver(row, located.ordinal ?? 0));
    return row > located.lastRow && totalWord(name) !== undefined
      ? [{ row, name, isTotal: true as const }]
      : [];
  });
  return sharesThatDiffer(located, { ...place, grid }, rows, context.set);
}

function figureAt(grid: SheetGrid, row: number, column: number): number {
  const cell = grid.at(row, column);
  return cell === undefined ? 0 : cell.kind === 'number' ? Number(cell.raw) : Number.NaN;
}

/** A total that nobody gave a name: each of its counts is that of all the rows with one. `sums`: by column. */
function isTotal(grid: SheetGrid, row: number, sums: ReadonlyMap<number, number>): boolean {
  const stated = [...sums].filter(([column]) => grid.at(row, column) !== undefined);
  return (
    stated.length > 0 &&
    stated.every(([column, sum]) => Math.abs(sum - figureAt(grid, row, column)) < ROUNDED)
  );
}

/** Less than the last decimal of an amount. */
const ROUNDED = 1e-6;

const placeOf = (
  { file, own, grid, context, formulas }: Reading,
  form: string,
  subject: FormPlace['subject'],
): FormPlace => {
  const definition = context.set.forms.find(({ id }) => id === form);
  return {
    file: file.source.path,
    grid,
    form,
    formTitle: own.form.label,
    fields: definition === undefined ? [] : fieldsPrintedOn(context.set, definition).map(withoutTick),
    subject,
    identityPlaces: new Map(),
    formulas,
  };
};

function partsOfUnit(reading: Reading, one: UnitFigures): readonly Part[] {
  const { file, own, located, grid, context } = reading;
  const attributed = senderOf(reading, one);
  const base = { sheet: own.sheet.name, period: attributed.period, submissionNo: attributed.submissionNo };
  const unit = defined({ unit: attributed.unit });
  if (attributed.refused !== undefined)
    return [partOf(file, { ...base, ...unit, state: attributed.refused })];
  const byForm = new Map<string, (readonly [FieldId, CellPlace])[]>();
  for (const [field, at] of one.figures) {
    const definition = everyField(context.set).find(({ id }) => id === field);
    if (definition === undefined) continue;
    addTo(byForm, listFormOf(definition, context.set), [definition.id, at] as const);
  }
  const cells = [...byForm.values()].flat().map(([, place]) => place);
  return [...byForm].flatMap(([id, fields], index): readonly Part[] => {
    const form = context.set.forms.find((one) => one.id === id);
    if (form === undefined) return [];
    const place = placeOf(reading, id, { ...unit, period: attributed.period });
    const read = readLocated(place, {
      places: new Map(fields),
      findings: [],
      reported: cells,
      claimedColumns: new Set([
        ...located.columns.values(),
        ...located.unknown.keys(),
        ...(located.table.across === true ? grid.inRow(located.labelRow).map(({ column }) => column) : []),
        ...[located.key, located.codeKey, located.ordinal].flatMap((one) => one ?? []),
      ]),
    });
    const rows = fields.map(([field, { row }]) => [field, row] as const);
    const beside = [...located.columns].filter(([{ field }]) => field !== undefined);
    const made = withBeside(read, place, beside, rows);
    if (made.table === undefined) return [partOf(file, { ...base, ...unit, form: id, state: 'rejected' })];
    const { table, findings } = onlyAsked(made.table, made.findings, {
      set: context.set,
      form,
      period: attributed.period,
      ...defined({ unit: context.scope.tree.byCode.get(attributed.unit ?? ''), code: attributed.unit }),
    });
    const shares = index > 0 ? [] : sharesOf(reading, one, place);
    return [
      partOf(file, { ...base, ...unit, form: id, state: 'used', findings: [...findings, ...shares], table }),
    ];
  });
}

/** Typed shares of its row; of communes side by side those in the lines below their counts. */
function sharesOf(
  { located, context }: Reading,
  { name, figures }: UnitFigures,
  place: FormPlace,
): readonly Finding[] {
  const at = figures[0]?.[1];
  if (at === undefined) return [];
  const all = { ...place, fields: context.set.fields };
  if (located.table.across !== true)
    return [...sharesThatDiffer(located, all, [{ row: at.row, name }], context.set)];
  const rows = new Map(figures.map(([field, { row }]) => [field, row] as const));
  return [...shareLinesThatDiffer(located, all, { rows, column: at.column }, context.set)];
}

/** Whose row it is, by the rules for every sender; the period is that of the sheet. */
function senderOf(
  { file, own, located, statements, units, context, period, findings }: Reading,
  one: UnitFigures,
): Attributed {
  const { at } = one;
  const ref = placeIn(file.source.path, own.sheet.name, cellAddress(at.row, at.column));
  const settled = settlementFor(context.settlements, file.source.sha256);
  const known = unitNamed(one, units);
  if (known === undefined) {
    const isAcross = located.table.across === true;
    const said = one.name === '' ? one.code : one.name;
    const place = isAcross ? columnLetter(at.column) : String(at.row);
    const row = `${isAcross ? 'Cột' : 'Dòng'} ${said === '' ? place : `“${inner(shortened(said))}”`}`;
    const parameters = { sheet: own.sheet.name, row };
    findings.push(
      finding('own-form/unit-unknown', ref, parameters, { rowKey: `#${isAcross ? at.column : at.row}` }),
    );
    return { unitName: '', period: context.period.id, submissionNo: 1, refused: 'unattributed' };
  }
  return attributeSender(
    {
      sha256: file.source.sha256,
      said: { code: known.code },
      ...defined({ settledPeriod: settled.period }),
      periods: [period],
      titled: titlePeriod(statements, yearsInName(fileName(file.source.path)), context.period.id),
      criteria: undefined,
      submissionNo: undefined,
      at: ref,
      periodAt: statements[0]?.at ?? placeIn(file.source.path, own.sheet.name),
    },
    context,
    findings,
  );
}

/** The one commune of the report that is named; name and code must agree where both stand. */
function unitNamed({ name, code }: UnitFigures, units: readonly UnitVersion[]): UnitVersion | undefined {
  const match = name === '' ? undefined : findByName(units, name);
  const named = match?.kind === 'exact' ? match.unit : undefined;
  const coded = units.find((unit) => Number(unit.code) === Number(code) && code !== '');
  if (name !== '' && code !== '' && coded !== undefined) return named === coded ? coded : undefined;
  return name === '' ? coded : named;
}
