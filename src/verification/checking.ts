/** What every check is given, and how it points to a sentence. */
import { finding, type FindingParameters } from '../findings/finding.js';
import type { FindingCode } from '../findings/catalogue/catalogue.js';
import type { Finding } from '../model.js';
import { upperFirst } from '../values/vietnamese-text.js';
import type { Ledger } from './ledger.js';
import type { Item, Statement } from './reading/statement.js';
import type { ReadTable } from './tables/read-table.js';
import type { Vocabulary } from './words/vocabulary.js';

export interface Checking {
  /** As named in findings. */
  readonly file: string;
  readonly vocabulary: Vocabulary;
  readonly ledger: Ledger;
  readonly statements: readonly Statement[];
  /** Statements with more figures than a report has: listed, and held against nothing. */
  readonly unchecked: readonly Statement[];
  readonly tables: readonly ReadTable[];
  /** The year the text is about, where it names one more often than others. */
  readonly reportYear?: number;
}

const LONGEST = 160;

/** The words around a figure, cut to what a finding can show. */
export function wordsAround({ shown }: Statement, item?: Pick<Item, 'start'>): string {
  if (shown.length <= LONGEST) return shown;
  const from = Math.max(0, Math.min((item?.start ?? 0) - LONGEST / 2, shown.length - LONGEST));
  const cut = shown.slice(from, from + LONGEST);
  const words = from === 0 ? cut : `…${cut.replace(/^\S* /u, '')}`;
  return from + LONGEST < shown.length ? `${words.replace(/ \S*$/u, '')}…` : words;
}

type Sentences = Extract<FindingCode, `verify/${string}`>;

/** A finding about a figure of a sentence. */
export function foundIn<Code extends Sentences>(
  code: Code,
  { file }: Checking,
  statement: Statement,
  item: Item,
  parameters: Omit<FindingParameters<Code>, 'place' | 'words'>,
): Finding {
  const filled = { ...parameters, place: upperFirst(statement.place), words: wordsAround(statement, item) };
  return finding(
    code,
    { file, sheet: statement.place, cell: item.text },
    filled as unknown as FindingParameters<Code>,
    { actual: item.text },
  );
}

/** "214/230 thôn": the printed text of two figures and what stands between them, kept short. */
export const fractionText = (part: Item, whole: Item): string => `${part.text}/${whole.text}`;
