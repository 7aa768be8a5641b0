/** Keys by which figures of the page find their traces in its block of data, and what is said of figures outside of it. */
import type { FigureId, TraceBook } from '../../model.js';

/** A figure with lines of its own: its name and how it comes about. */
export interface ExplainedFigure {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Counts and rates have one letter: they stand in every cell. */
const SHORT: Readonly<Record<string, string>> = { n: 'n', d: 'd', rate: 'r' };

/** Filled while the page is written, emptied into its block of data at the end. */
export class TraceLinks {
  /** Key → its lines, of figures that are neither count nor rate of today. */
  readonly explained = new Map<string, ExplainedFigure>();
  private readonly units: ReadonlyMap<string, number>;
  private readonly indicators: ReadonlyMap<string, number>;
  private readonly book: TraceBook | undefined;

  constructor(book: TraceBook | undefined) {
    this.book = book;
    this.units = new Map(book?.units.map(({ id }, index) => [id, index]));
    this.indicators = new Map(book?.indicators.map(({ id }, index) => [id, index]));
  }

  /** Place of a unit in the block; undefined of one that is not shown. */
  unit(code: string | undefined): number | undefined {
    return code === undefined ? undefined : this.units.get(code);
  }

  /** Undefined for what leads nowhere. */
  figure(figure: FigureId | undefined): string | undefined {
    if (figure === undefined || this.book === undefined) return undefined;
    const unit = this.units.get(figure.unit);
    const indicator = this.indicators.get(figure.indicator);
    if (unit === undefined) return undefined;
    const { quantity, period } = figure;
    const short = SHORT[quantity];
    if (indicator !== undefined && short !== undefined && period === undefined)
      return `${String(unit)}.${String(indicator)}.${short}`;
    const place = `${String(unit)}.${String(indicator ?? figure.indicator)}`;
    const key = [place, quantity, ...(period === undefined ? [] : [period])].join('.');
    if (!this.explained.has(key))
      this.explained.set(key, { title: this.book.quantityOf(figure), lines: this.book.stepsOf(figure) });
    return key;
  }

  /** A number of the page itself, such as one of units in a state. */
  own(name: string, title: string, lines: readonly string[]): string {
    const key = `t.${name}`;
    this.explained.set(key, { title, lines });
    return key;
  }
}
