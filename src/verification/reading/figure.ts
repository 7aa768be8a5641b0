/** A figure of a sentence: what is printed, where, and what it may be worth. */
import type { Amount } from '../amount.js';
import type { HedgeKind } from '../words/words-schema.js';

/** `times`: "gấp 2 lần". */
export type FigureKind = 'count' | 'percent' | 'points' | 'times';

export interface Figure extends Amount {
  readonly kind: FigureKind;
  /** As printed, with its sign: "12.400", "97,18%". */
  readonly text: string;
  /** In the sentence; `end` is behind the sign or scale. */
  readonly start: number;
  readonly end: number;
  /** Behind the noun. */
  readonly after: number;
  /** Kind of thing counted; empty when nothing says it. */
  readonly noun: string;
  readonly hedge?: HedgeKind;
  /** Given in thousands, millions …: itself rounded. */
  readonly scaled?: true;
  /** What else the same digits may mean: "55,086" of households. */
  readonly other?: Amount;
}

/** "12.400/13.050", "214 trong tổng số 230". */
export interface Fraction {
  readonly part: Figure;
  readonly whole: Figure;
}

/** Printed digits that are no number anybody can be sure of: "1.12.5". */
export interface Unread {
  readonly text: string;
  readonly start: number;
}
