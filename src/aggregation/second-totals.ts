/**
 * Every total a second way: cell by cell in exact integers, each unit's figures given up to the units above by their
 * parents. It shares nothing with the first way (terms, leaf measures, roll-up), so that a fault in either is seen.
 */
import { totalWays, waysToGive, type TotalWays } from '../criteria/totals.js';
import type {
  CriteriaSet,
  FieldColumn,
  FigureTable,
  IndicatorDefinition,
  MeasureRecord,
  ResultsDocument,
  RowCount,
  RowFilter,
  Term,
  UnitTree,
  ValidatedSubmission,
} from '../model.js';

/** A total that two ways of adding disagree on. */
export interface DifferentTotal {
  readonly unit: string;
  readonly indicator: string;
  readonly first: string;
  readonly second: string;
}

type Added = Pick<ResultsDocument, 'measures' | 'groups' | 'upperParts'>;

interface Sum {
  n: bigint;
  d: bigint;
  units: number;
}

/** A unit that sent figures, and where they are added. */
interface Leaf {
  readonly unit: string;
  readonly count: CellCount;
  readonly places: readonly string[];
}

const NOTHING: Readonly<Sum> = { n: 0n, d: 0n, units: 0 };

/** Adds everything again and names what differs; which units count is the first way's to say. */
export function differentTotals(
  added: Added,
  tree: UnitTree,
  submissions: ReadonlyMap<string, ValidatedSubmission>,
  indicators: readonly IndicatorDefinition[],
  set: CriteriaSet,
): readonly DifferentTotal[] {
  const forms: KnownForms = {
    fields: new Map(set.fields.map(({ id, form, alsoIn }) => [id, [form, alsoIn?.form]])),
    totals: totalWays(set),
    emptyForms: new Set(set.forms.flatMap(({ id, emptyMeansNone }) => (emptyMeansNone === true ? [id] : []))),
  };
  const nodes = new Map<string, Sum[]>();
  const leaves = new Set(tree.leaves);
  const found: DifferentTotal[] = [];
  const give = (
    { unit, count, places }: Leaf,
    indicator: IndicatorDefinition,
    at: number,
    measure: MeasureRecord | undefined,
  ): void => {
    if (measure === undefined || measure.reported === 0) return;
    const n = count.of(indicator.numerator);
    const d = indicator.denominator === undefined ? 0n : count.of(indicator.denominator);
    const differs = difference(unit, indicator.id, measure, { n, d, units: 1 });
    if (differs !== undefined) found.push(differs);
    for (const place of places) {
      const sums = nodes.get(place) ?? [];
      nodes.set(place, sums);
      const sum = (sums[at] ??= { n: 0n, d: 0n, units: 0 });
      sum.n += n;
      sum.d += d;
      sum.units += 1;
    }
  };
  // Unit by unit: what a unit sent is unpacked once for all indicators.
  const { upperParts = {} } = added;
  for (const unit of new Set([...tree.leaves, ...Object.keys(upperParts)])) {
    const submission = submissions.get(unit);
    if (submission === undefined) continue;
    const leaf = { unit, count: new CellCount(submission, forms), places: placesAbove(unit, tree) };
    const { [unit]: own } = upperParts;
    const measured = leaves.has(unit) ? added.measures[unit] : undefined;
    for (const [at, indicator] of indicators.entries())
      give(leaf, indicator, at, own?.[indicator.id] ?? measured?.[indicator.id]);
  }
  const totals = [...Object.entries(added.measures), ...Object.entries(added.groups)];
  for (const [unit, measures] of totals)
    for (const [at, { id }] of indicators.entries()) {
      const sum = nodes.get(unit)?.[at] ?? NOTHING;
      const measure = measures[id];
      // A sum too large to be exact is not printed at all.
      if (measure === undefined || measure.state === 'excluded') continue;
      const differs = difference(unit, id, measure, sum);
      if (differs !== undefined) found.push(differs);
    }
  return found;
}

function difference(
  unit: string,
  indicator: string,
  { n, d = 0, reported }: MeasureRecord,
  sum: Readonly<Sum>,
): DifferentTotal | undefined {
  if (BigInt(n) === sum.n && BigInt(d) === sum.d && reported === sum.units) return undefined;
  const text = (one: number | bigint, other: number | bigint, units: number): string =>
    `${String(one)}/${String(other)} (${String(units)} đơn vị)`;
  return { unit, indicator, first: text(n, d, reported), second: text(sum.n, sum.d, sum.units) };
}

/** The unit itself, the units above it by their parents, and its group. */
function placesAbove(unit: string, { byCode }: UnitTree): readonly string[] {
  const places: string[] = [];
  for (let code: string | undefined = unit; code !== undefined && places.length < 6;) {
    if (byCode.has(code)) places.push(code);
    code = byCode.get(code)?.parentCode;
  }
  const group = byCode.get(unit)?.group;
  return group === undefined || group === '' ? places : [...places, group];
}

/** Forms of every field, its own first; forms that say "none" when they are empty. */
interface KnownForms {
  readonly fields: ReadonlyMap<string, readonly (string | undefined)[]>;
  readonly emptyForms: ReadonlySet<string>;
  /** Fields in which a unit gives a number of rows at once, by what they count. */
  readonly totals: TotalWays;
}

/** One unit's cells, counted without the help of the first way. */
class CellCount {
  private readonly submission: ValidatedSubmission;
  private readonly fields: KnownForms['fields'];
  private readonly emptyForms: KnownForms['emptyForms'];
  private readonly totals: KnownForms['totals'];

  constructor(submission: ValidatedSubmission, { fields, emptyForms, totals }: KnownForms) {
    this.totals = totals;
    this.submission = submission;
    this.fields = fields;
    this.emptyForms = emptyForms;
  }

  of(term: Term): bigint {
    if ('sum' in term) {
      const fields = typeof term.sum === 'string' ? [term.sum] : term.sum;
      return fields.reduce((sum, field) => sum + this.sum(field, term.where), 0n);
    }
    if (!('units' in term)) return this.given(term) ?? this.counted(term);
    switch (term.units) {
      case 'all':
        return 1n;
      case 'positive':
        return this.sum(term.field) > 0n ? 1n : 0n;
      case 'in':
        return this.answers(term.field, term.in);
      case 'withRows':
        return (this.given({ rows: term.form }) ?? this.rows(term.form)) > 0n ? 1n : 0n;
      default:
        return term satisfies never;
    }
  }

  private counted(term: RowCount): bigint {
    if ('count' in term) return this.answers(term.count, term.in, term.where);
    if ('positive' in term) return this.positive(term.positive, term.where, term.atLeast);
    return this.rows(term.rows, term.where);
  }

  /** The number that the unit gave at once, where its rows do not speak. */
  private given(term: RowCount): bigint | undefined {
    const ways = waysToGive(term, this.totals);
    if (ways.length === 0 || this.speaks(term)) return undefined;
    const fields = ways.find((one) => this.areGiven(one));
    return fields?.reduce((sum, id) => sum + this.sum(id), 0n);
  }

  /** Whether the rows say what the term asks: some answer, or none that it could be asked of. */
  private speaks(term: RowCount): boolean {
    if (this.asksInVain(term.where)) return false;
    const listed = 'rows' in term ? this.submission.tables.get(term.rows) : undefined;
    if ('rows' in term) return this.hasRows(listed) && listed?.namesSome !== true;
    const field = 'count' in term ? term.count : term.positive;
    const [own, second] = this.fields.get(field) ?? [];
    const table = this.excludes(own) ? undefined : this.submission.tables.get(own ?? '');
    const column = table?.columns.get(field);
    if (table !== undefined && column !== undefined && this.hasRows(table)) {
      const kept = table.sheetRows.flatMap((_, row) => (keeps(table, term.where, row) ? [row] : []));
      if (kept.length === 0 || kept.some((row) => column.states[row] !== 'missing')) return true;
    }
    // Of a number for the unit at once only none at all says in how many rows there is any.
    const whole = this.submission.tables.get(second ?? '')?.columns.get(field);
    return 'positive' in term && !this.excludes(second) && whole?.numbers[0] === 0;
  }

  /** No row answers what the filter asks. */
  private asksInVain(where: RowFilter | undefined): boolean {
    const field = where?.field ?? '';
    const column = this.submission.tables.get(this.fields.get(field)?.[0] ?? '')?.columns.get(field);
    const states = column?.states ?? ['missing'];
    return where !== undefined && states.length > 0 && states.every((state) => state === 'missing');
  }

  /** All of them, and at least one as a number. */
  private areGiven(fields: readonly string[]): boolean {
    const states = fields.map((field) => [...this.columns(field)][0]?.column.states[0]);
    return states.includes('value') && states.every((one) => one === 'value' || one === 'notApplicable');
  }

  private readonly hasRows = (table: FigureTable | undefined): boolean =>
    table !== undefined && (table.rowCount > 0 || this.emptyForms.has(table.form));

  private readonly excludes = (form: string | undefined): boolean =>
    this.submission.excludedForms.has(form ?? '');

  private *columns(field: string): Generator<{ readonly table: FigureTable; readonly column: FieldColumn }> {
    for (const form of this.fields.get(field) ?? []) {
      if (form === undefined || this.submission.excludedForms.has(form)) continue;
      const table = this.submission.tables.get(form);
      const column = table?.columns.get(field);
      if (table !== undefined && column !== undefined) yield { table, column };
    }
  }

  /** Numbers of the first form that gives the field for all of its rows; a form may say that there are none. */
  private numbers(field: string, where?: RowFilter, ofRows = false): readonly number[] {
    for (const { table, column } of this.columns(field)) {
      const saysNone = table.rowCount > 0 || (!ofRows && this.emptyForms.has(table.form));
      if (!saysNone) continue;
      const numbers: number[] = [];
      let whole = true;
      let kept = 0;
      for (let row = 0; row < table.rowCount; row += 1) {
        if (!keeps(table, where, row)) continue;
        kept += 1;
        const state = column.states[row];
        const number = column.numbers[row];
        if (state === 'value' && number !== undefined && !Number.isNaN(number)) numbers.push(number);
        else if (state !== 'notApplicable') whole = false;
      }
      if (whole && (numbers.length > 0 || kept === 0)) return numbers;
    }
    return [];
  }

  private sum(field: string, where?: RowFilter): bigint {
    let whole = 0n;
    let part = 0;
    for (const number of this.numbers(field, where)) {
      // Numbers as long as they are exact: many integers of any length cost many times as much.
      const next = part + number;
      if (Number.isSafeInteger(next)) part = next;
      else whole += BigInt(number);
    }
    return whole + BigInt(part);
  }

  private positive(field: string, where?: RowFilter, atLeast = 1): bigint {
    let count = 0n;
    for (const number of this.numbers(field, where, true)) if (number >= atLeast) count += 1n;
    return count;
  }

  private answers(field: string, wanted: readonly string[], where?: RowFilter): bigint {
    for (const { table, column } of this.columns(field)) {
      let count = 0n;
      for (let row = 0; row < table.rowCount; row += 1)
        if (
          column.states[row] === 'value' &&
          keeps(table, where, row) &&
          wanted.includes(column.texts[row] ?? '')
        )
          count += 1n;
      return count;
    }
    return 0n;
  }

  private rows(form: string, where?: RowFilter): bigint {
    const table = this.submission.tables.get(form);
    let count = 0n;
    for (let row = 0; row < (table?.rowCount ?? 0); row += 1)
      if (table !== undefined && keeps(table, where, row)) count += 1n;
    return count;
  }
}

function keeps(table: FigureTable, where: RowFilter | undefined, row: number): boolean {
  if (where === undefined) return true;
  const answer = (field: string): string => table.columns.get(field)?.texts[row] ?? '';
  if (where.unless?.in.includes(answer(where.unless.field)) === true) return false;
  return where.in.includes(answer(where.field));
}
