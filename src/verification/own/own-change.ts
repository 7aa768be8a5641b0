/** One difference between our report as edited and as made; and the numbers of a text. */

export interface OwnChange {
  readonly place: string;
  /** What the results give. */
  readonly expected: string;
  /** What stands there now; empty where nothing does. */
  readonly printed: string;
  readonly words: string;
  /** About a whole row of a table. */
  readonly row?: 'moved' | 'missing' | 'reordered';
}

const NUMBER = /\d+(?:[.,/]\d+)*%?/gu;

export const numbersOf = (text: string): readonly string[] => text.match(NUMBER) ?? [];

/** The text with every number alike: what a sentence says, whatever its figures. */
export const wordingOf = (text: string): string => text.replace(NUMBER, '#');

const LONGEST = 140;
export const shortened = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/ \S*$/u, '')}…`;
