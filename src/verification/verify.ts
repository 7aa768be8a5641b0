/** Checks a text and its tables: every figure is found wrong, found right, or listed as not understood. */
import type { Finding, WrittenBlock } from '../model.js';
import { defined } from '../values/defined.js';
import type { Checking } from './checking.js';
import { checkByArithmetic } from './checks/by-arithmetic.js';
import { checkChanges } from './checks/changes.js';
import { checkClaims } from './checks/claims.js';
import { checkCountedUnits } from './checks/counted-units.js';
import { checkExtremes } from './checks/extremes.js';
import { checkListedValues, checkPlacesBehind } from './checks/listed-values.js';
import { checkHedgedCounts } from './checks/hedged-counts.js';
import { checkFractionSums } from './checks/fraction-sums.js';
import { checkNamedUnits } from './checks/named-units.js';
import { checkMeans } from './checks/means.js';
import { checkOtherYears } from './checks/other-years.js';
import { checkOutcomes } from './checks/outcomes.js';
import { checkParts } from './checks/parts.js';
import { checkPreviousChanges } from './checks/previous-changes.js';
import { checkRankClaims } from './checks/rank-claims.js';
import { checkRanked } from './checks/ranked.js';
import { checkRests } from './checks/rest.js';
import { checkShares } from './checks/shares.js';
import { checkSmallFractions } from './checks/small-fractions.js';
import { checkTargets } from './checks/targets.js';
import { checkTrends } from './checks/trends.js';
import { checkPrevious } from './checks/previous-values.js';
import { checkTwoValues } from './checks/two-values.js';
import { checkWholeShares } from './checks/whole-shares.js';
import { finding } from '../findings/finding.js';
import { formatCount } from '../values/number-format.js';
import type { Statement } from './reading/statement.js';
import { newLedger } from './ledger.js';
import { LONGEST_SENTENCE, LONGEST_TEXT, readText } from './reading/read-text.js';
import { reportYearOf } from './reading/report-year.js';
import { checkRates } from './tables/rates.js';
import { checkTableChanges } from './tables/changes.js';
import { checkOutcomeColumns } from './tables/outcome-columns.js';
import { checkTargetColumns } from './tables/target-columns.js';
import { readTables } from './tables/read-table.js';
import { checkSums } from './tables/sums.js';
import type { Vocabulary } from './words/vocabulary.js';

/** One figure and what became of it. */
export interface FigureState {
  readonly place: string;
  readonly text: string;
  readonly words: string;
  readonly state: 'wrong' | 'right' | 'unchecked';
  /** Digits that cannot be read as one number. */
  readonly unread?: true;
}

export interface Verification {
  readonly findings: readonly Finding[];
  readonly figures: readonly FigureState[];
  /** Dates, years, numbers of documents: no figures. */
  readonly others: number;
}

export interface Given {
  /** As named in findings. */
  readonly file: string;
  readonly blocks: readonly WrittenBlock[];
  /** Last year's report. */
  readonly previous?: { readonly file: string; readonly blocks: readonly WrittenBlock[] };
}

export function verify({ file, blocks, previous }: Given, vocabulary: Vocabulary): Verification {
  const checking = understood(file, blocks, vocabulary);
  checkShares(checking);
  checkSmallFractions(checking);
  checkParts(checking);
  checkOutcomes(checking);
  checkRests(checking);
  checkFractionSums(checking);
  checkChanges(checking);
  checkOtherYears(checking);
  checkTrends(checking);
  checkMeans(checking);
  checkWholeShares(checking);
  checkTargets(checking);
  checkExtremes(checking);
  checkRanked(checking);
  checkNamedUnits(checking);
  checkListedValues(checking);
  checkPlacesBehind(checking);
  checkHedgedCounts(checking);
  checkSums(checking);
  checkRates(checking);
  checkTableChanges(checking);
  checkOutcomeColumns(checking);
  checkTargetColumns(checking);
  checkTwoValues(checking);
  checkClaims(checking);
  checkRankClaims(checking);
  checkCountedUnits(checking);
  checkByArithmetic(checking);
  if (previous !== undefined) {
    const earlier = understood(previous.file, previous.blocks, vocabulary);
    checkPrevious(checking, earlier);
    checkPreviousChanges(checking, earlier);
  }
  return {
    findings: [...checking.ledger.findings(), ...beyondLimits(checking)],
    figures: [...ofSentences(checking), ...ofTables(checking)],
    others: allOf(checking).reduce((sum, { others }) => sum + others, 0),
  };
}

function understood(file: string, blocks: readonly WrittenBlock[], vocabulary: Vocabulary): Checking {
  const year = reportYearOf(blocks);
  return {
    file,
    vocabulary,
    ledger: newLedger(),
    ...withinLimits(readText(blocks, vocabulary, year)),
    tables: readTables(blocks, vocabulary),
    ...defined({ reportYear: year }),
  };
}

/** Every figure of a sentence is held against the others of it, and a report has some thousands of figures. */
const MOST_IN_SENTENCE = 150;
const MOST_FIGURES = 20_000;

/** The statements that are checked, and those that hold more figures than any report. */
function withinLimits(all: readonly Statement[]): Pick<Checking, 'statements' | 'unchecked'> {
  let figures = 0;
  const limited = all.map((statement): Statement => {
    figures += statement.items.length;
    if (statement.beyond !== undefined) return statement;
    if (statement.items.length > MOST_IN_SENTENCE) return { ...statement, beyond: 'sentence' };
    return figures > MOST_FIGURES ? { ...statement, beyond: 'text' } : statement;
  });
  return {
    statements: limited.filter(({ beyond }) => beyond === undefined),
    unchecked: limited.filter(({ beyond }) => beyond !== undefined),
  };
}

const WHY = {
  sentence: `có câu trên ${String(MOST_IN_SENTENCE)} số hoặc trên ${formatCount(LONGEST_SENTENCE)} chữ`,
  text: `văn bản có trên ${formatCount(MOST_FIGURES)} số hoặc trên ${formatCount(LONGEST_TEXT)} chữ`,
} as const;

/** One finding for the long sentences and one for what is left of a long text, each at its first. */
const beyondLimits = ({ unchecked, file }: Checking): readonly Finding[] =>
  (['sentence', 'text'] as const).flatMap((limit): readonly Finding[] => {
    const beyond = unchecked.filter((one) => one.beyond === limit);
    const first = beyond.find(({ items, unread }) => items.length + unread.length > 0);
    if (first === undefined) return [];
    const count = beyond.reduce((sum, { items, unread }) => sum + items.length + unread.length, 0);
    const parameters = { count: formatCount(count), place: first.place, why: WHY[limit] };
    return [finding('verify/beyond-limits', { file }, parameters, { rowKey: first.place })];
  });

const allOf = ({ statements, unchecked }: Checking): readonly Statement[] => [...statements, ...unchecked];

const ofSentences = (checking: Checking): readonly FigureState[] =>
  allOf(checking).flatMap(({ items, unread, place, shown }) => [
    ...items.map((item) => ({ place, text: item.text, words: shown, state: checking.ledger.stateOf(item) })),
    ...unread.map(({ text }) => ({
      place,
      text,
      words: shown,
      state: 'unchecked' as const,
      ...defined({ unread: true as const }),
    })),
  ]);

const ofTables = ({ tables, ledger }: Checking): readonly FigureState[] =>
  tables.flatMap(({ rows, place }) =>
    rows.flatMap(({ figures, place: row, label }) =>
      [...figures.values()].map((figure) => ({
        place: `${place}, ${row}, cột ${String(figure.column + 1)}`,
        text: figure.text,
        words: label,
        state: ledger.stateOf(figure),
      })),
    ),
  );
