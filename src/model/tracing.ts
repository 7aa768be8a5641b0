/** What leads a printed figure back to the cells that units typed: what `trace` answers and `impact` compares. */
import type { FieldId, FormId } from './criteria/references.js';
import type { FigureId } from './report.js';
import type { Finding } from './results/finding.js';
import type { CellState } from './results/shapes.js';

/** One cell of a submission that stands behind a figure. */
export interface SourceCell {
  readonly field: FieldId;
  readonly form: FormId;
  readonly file: string;
  /** Empty for CSV. */
  readonly sheet: string;
  /** Both 1-based. */
  readonly row: number;
  readonly column: number;
  /** The row's own label as sent: "Thôn Đông". */
  readonly label: string;
  readonly state: CellState;
  /** Integer in units of 10^-scale of the field, choice id or text. */
  readonly value?: number | string;
  /** What stands in the cell, where the value does not say it. */
  readonly typed?: string;
  /** What it adds to its side of the figure: its number where numbers are added, 1 where rows are counted, else 0. */
  readonly counts: number;
}

/** One side of a figure for one unit. */
export interface SourceTerm {
  /** Where no cell stands behind it: every unit counts one. Else the cells say it; absent, too, where the unit gives none. */
  readonly value?: number;
  readonly cells: readonly SourceCell[];
}

/** Both sides of a figure for one unit that reports. */
export interface UnitSources {
  readonly n: SourceTerm;
  readonly d?: SourceTerm;
}

/** A unit, group or node in a figure, with what it is made of. */
export interface Contribution {
  readonly unit: string;
  readonly name: string;
  readonly n?: number;
  readonly d?: number;
  /** Still without a decision. */
  readonly pending?: number;
  readonly reported: number;
  readonly expected: number;
  /** Why it has no figure: a state of the measure. */
  readonly why?: string;
  /** What it entered itself, beside what the units below contribute. */
  readonly own?: true;
  readonly sources?: UnitSources;
  readonly parts?: readonly Contribution[];
  /** Said of this figure of this unit in the run; accepted ones included. */
  readonly findings: readonly Finding[];
}

/** What an earlier period said of the same figure. */
export interface TracedEarlier {
  readonly period: string;
  /** "31.245/33.920 (92,11%)", as published. */
  readonly published: readonly string[];
  /** The same on today's ground, where it can be told. */
  readonly restated?: string;
  readonly sources: readonly string[];
}

/** What the outline of the report ties together: a figure is printed by more than its own numbers. */
export interface OutlineLinks {
  /** Of an indicator whose share in another is told: that other. */
  readonly shareOf: (indicator: string) => string | undefined;
  /** Of the field with the number of a document: the field with its day. */
  readonly dayOf: (field: string) => string | undefined;
}

/** A figure led back to its cells. */
export interface FigureTrace {
  readonly figure: FigureId;
  readonly unitName: string;
  readonly label: string;
  /** Unit of measurement of the numerator. */
  readonly measuredIn: string;
  /** Figures are integers in units of 10^-scale. */
  readonly scale: number;
  /** "20.325 / 22.713 = 89,49%". */
  readonly calculation: string;
  /** What is added or counted, in words. */
  readonly numerator: string;
  readonly denominator?: string;
  readonly basis: string;
  /** How the printed quantity comes about where it is none of the above: a difference, a target, a bound, a number of units. */
  readonly steps: readonly string[];
  readonly whole: Contribution;
  readonly earlier: readonly TracedEarlier[];
}

/** How a file stands today beside the run. */
export interface TracedFile {
  readonly path: string;
  /** At the run; empty where the run does not say. */
  readonly sha256: string;
  readonly state: 'same' | 'changed' | 'missing';
  /** The lower level's results through which its figures came. */
  readonly within?: string;
}
