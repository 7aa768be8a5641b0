/**
 * The formulas of a workbook, recalculated from what is typed in its cells. A formula is calculated once, after those it
 * looks at; chains of any length need no deep calls, circles and too wide sheets end as not recalculated.
 */
import type { RawCell, RawSheet } from '../../model.js';
import { evaluate } from './evaluate-formula.js';
import { plus, whole, type Exact } from './exact-number.js';
import { areasOf, type Area, type Expression } from './formula-syntax.js';
import { BLANK, numberValue, storedValue, type CellsSeen, type FormulaValue } from './formula-value.js';
import { calculated, notCalculated } from './not-calculated.js';
import { parseFormula } from './parse-formula.js';
import { SheetColumns } from './sheet-columns.js';

export interface Recalculated {
  /** Undefined when the formula is not recalculated. */
  readonly value?: FormulaValue;
  /** It rests on the stored result of a formula that is not recalculated. */
  readonly assumes?: true;
  /** It looks at itself, or at formulas that do. */
  readonly circle?: true;
}

interface Place {
  readonly sheet: SheetColumns;
  readonly cell: RawCell;
}

/** Looks of formulas at cells in one workbook, so that sheets full of wide formulas end. */
const MOST_LOOKS = 3_000_000;
const NOTHING: Recalculated = {};

export class FormulaBook {
  private readonly sheets: ReadonlyMap<string, SheetColumns>;
  private readonly done = new Map<RawCell, Recalculated>();
  private readonly begun = new Map<RawCell, Expression | undefined>();
  private looks = 0;

  constructor(sheets: readonly RawSheet[]) {
    this.sheets = new Map(sheets.map((sheet) => [sheet.name.toLowerCase(), new SheetColumns(sheet)]));
  }

  /** What the formula at a place gives. */
  recalculate(sheetName: string, row: number, column: number): Recalculated {
    const sheet = this.sheets.get(sheetName.toLowerCase());
    const cell = sheet?.at(row, column);
    if (sheet === undefined || cell?.formula !== true) return NOTHING;
    const waiting: Place[] = [{ sheet, cell }];
    for (let next = waiting.at(-1); next !== undefined; next = waiting.at(-1)) {
      if (this.done.has(next.cell)) waiting.pop();
      else if (this.begun.has(next.cell)) {
        this.done.set(next.cell, this.calculate(next));
        waiting.pop();
      } else {
        const expression = expressionOf(next.cell);
        this.begun.set(next.cell, expression);
        for (const before of this.formulasIn(expression, next.sheet)) waiting.push(before);
      }
    }
    return this.done.get(cell) ?? NOTHING;
  }

  private calculate({ sheet, cell }: Place): Recalculated {
    const expression = this.begun.get(cell);
    if (expression === undefined || this.looks > MOST_LOOKS) return NOTHING;
    const met: { assumes?: true; circle?: true } = {};
    const value = calculated(() => evaluate(expression, this.seenFrom(sheet, met)));
    if (met.circle === true) return { circle: true };
    if (value === undefined) return NOTHING;
    return { ...met, value: value.kind === 'blank' ? numberValue(whole(0)) : value };
  }

  /** Formulas that must be calculated before; those begun already stand above in the same circle. */
  private *formulasIn(expression: Expression | undefined, own: SheetColumns): Iterable<Place> {
    for (const area of areasOf(expression)) {
      const sheet = this.sheetOf(area, own);
      if (sheet === undefined) continue;
      for (const cell of sheet.specialIn(area)) {
        this.looks += 1;
        if (this.looks > MOST_LOOKS) return;
        if (cell.formula === true && !this.begun.has(cell)) yield { sheet, cell };
      }
    }
  }

  private sheetOf({ sheet }: Area, own: SheetColumns): SheetColumns | undefined {
    return sheet === undefined ? own : this.sheets.get(sheet);
  }

  private seenFrom(own: SheetColumns, met: { assumes?: true; circle?: true }): CellsSeen {
    const sheetOf = (area: Area): SheetColumns => this.sheetOf(area, own) ?? notCalculated();
    const valueOf = (cell: RawCell): FormulaValue => {
      this.looks += 1;
      if (this.looks > MOST_LOOKS) return notCalculated();
      if (cell.formula !== true) return storedValue(cell) ?? notCalculated();
      const result = this.done.get(cell);
      if (result === undefined || result.circle === true) {
        met.circle = true;
        return notCalculated();
      }
      if (result.value === undefined || result.assumes === true) met.assumes = true;
      return result.value ?? storedValue(cell) ?? notCalculated();
    };
    return {
      value: (area) => {
        const cell = sheetOf(area).at(area.top, area.left);
        return cell === undefined ? BLANK : valueOf(cell);
      },
      *values(area) {
        for (const cell of sheetOf(area).inArea(area)) yield valueOf(cell);
      },
      sum: (area) => {
        const sheet = sheetOf(area);
        let sum: Exact = sheet.typedSum(area);
        for (const cell of sheet.specialIn(area)) {
          const value = valueOf(cell);
          // Truth values in areas are numbers in one program and nothing in another.
          if (value.kind === 'boolean') return notCalculated();
          if (value.kind === 'error') return { error: value.text };
          if (value.kind === 'number') sum = plus(sum, value.number);
        }
        return sum;
      },
    };
  }
}

/** A formula shared by several cells moves with each of them. */
function expressionOf({ row, column, expression, writtenAt }: RawCell): Expression | undefined {
  if (expression === undefined) return undefined;
  const from = writtenAt ?? { row, column };
  return parseFormula(expression, { rows: row - from.row, columns: column - from.column });
}
