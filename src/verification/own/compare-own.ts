/** Our own report, edited by hand, against the same report made again from the results: figures, deletions, rows. */
import type { Finding, WrittenBlock, WrittenReport } from '../../model.js';
import { finding } from '../../findings/finding.js';
import { upperFirst } from '../../values/vietnamese-text.js';
import { shownText } from '../words/plain-text.js';
import { changesOfTables } from './own-tables.js';
import { changesOfTexts, textsOf } from './own-texts.js';
import { shortened, type OwnChange } from './own-change.js';

export interface OwnComparison {
  readonly findings: readonly Finding[];
  /** Bookmarked figures that stand as the results have them, of how many. */
  readonly kept: number;
  readonly marked: number;
}

/** `expected`: the report made from the results. */
export function compareOwn(file: string, actual: WrittenReport, expected: WrittenReport): OwnComparison {
  const there = new Map(actual.marks.map((mark) => [mark.name, mark]));
  const known = expected.marks.filter(({ name }) => there.has(name)).length;
  const marked = expected.marks.length;
  if (known * 2 < actual.marks.length || marked === 0)
    return {
      findings: [finding('verify/other-results', { file }, { known, marks: actual.marks.length })],
      kept: 0,
      marked,
    };
  const changes = [
    ...changesOfTexts(actual.blocks, expected.blocks),
    ...changesOfTables(actual.blocks, expected.blocks),
  ];
  const paragraphs = new Map(textsOf(expected.blocks).map(({ place, text }) => [place, text]));
  const standing = new Set(textsOf(actual.blocks).map(({ text }) => text));
  const isTypedAgain = (place: string): boolean => standing.has(paragraphs.get(place) ?? '');
  const reported = new Set<OwnChange>();
  const marks: OwnChange[] = [];
  let kept = 0;
  for (const mark of expected.marks) {
    const now = there.get(mark.name);
    const printed = shownText(now?.text ?? '');
    const wanted = shownText(mark.text);
    // A paragraph that was typed again as it was has lost its marks, and none of its figures.
    if (printed === wanted || (printed === '' && isTypedAgain(mark.place))) {
      kept += 1;
      continue;
    }
    const change = changes.find(
      (one) =>
        !reported.has(one) &&
        one.expected.includes(wanted) &&
        (printed === '' || one.printed.includes(printed)),
    );
    if (change !== undefined) reported.add(change);
    else {
      const text = paragraphs.get(mark.place);
      const words = text === undefined ? rowName(mark.place, expected.blocks) : shortened(text);
      marks.push({
        place: now?.place ?? mark.place,
        expected: wanted,
        printed,
        words: words ?? mark.name,
      });
    }
  }
  return { findings: [...changes, ...marks].map((change) => findingOf(file, change)), kept, marked };
}

/** What a person finds a cell by: the first words of its row. */
function rowName(place: string, blocks: readonly WrittenBlock[]): string | undefined {
  for (const block of blocks) {
    const row =
      block.kind === 'table'
        ? block.rows.find((one) => place.startsWith(`${block.place}, ${one.place}, `))
        : undefined;
    if (row !== undefined)
      return row.cells.map(({ text }) => shownText(text)).find((text) => /\p{L}{2}/u.test(text));
  }
  return undefined;
}

function findingOf(file: string, { place, expected, printed, words, row }: OwnChange): Finding {
  const at = { file, sheet: place, cell: `${expected} → ${printed}` };
  const said = { place: upperFirst(place), expected, words };
  if (row === 'moved') return finding('verify/row-moved', at, { ...said, row: printed });
  if (row === 'missing') return finding('verify/row-missing', at, said);
  if (row === 'reordered') return finding('verify/rows-reordered', at, { ...said, row: printed });
  if (printed === '') return finding('verify/figure-deleted', at, said);
  return finding(
    'verify/figure-changed',
    at,
    { ...said, printed },
    { actual: printed, expected: [expected] },
  );
}
