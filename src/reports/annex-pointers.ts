/** "(Phụ lục I)" behind the first figure that the annex prints: behind another one the reader would look for that in vain. */
import type { Block, TextRun } from '../model.js';
import type { AnnexSeries } from './annex-series.js';
import type { Prose } from './prose/prose.js';
import { bracketed } from './prose/telling.js';
import type { ColumnSource } from './wording/annex-declarations.js';
import { groupBy } from '../values/groups.js';

/** Where the text points to an annex: behind a run of a paragraph. */
interface Place {
  readonly block: number;
  readonly run: number;
  /** Items of other figures follow in the clause. */
  readonly amid?: boolean;
}

/** Sides of a figure that a table prints. */
const PRINTED: readonly string[] = ['n', 'd', 'rate'];

/** The blocks of a topic with its annexes pointed to; what prints none of its figures is left to the end of the report. */
export function withReferences(
  prose: Prose,
  blocks: readonly Block[],
  series: AnnexSeries,
  ids: readonly string[],
): readonly Block[] {
  const untold = series.untold(ids);
  const found = new Map(untold.map((id) => [id, placeOf(prose, blocks, id)]));
  // Charts and lists that belong to no figure stand where the first table of the topic does.
  const shared =
    [...found.values()].find((place): place is Place => typeof place === 'object') ?? endOfFirst(blocks);
  const placed = untold.flatMap((id) => {
    const place = found.get(id);
    const at = place === 'anywhere' ? shared : place;
    return at === undefined ? [] : [{ id, at }];
  });
  const inOrder = placed.sort(({ at: one }, { at: other }) => one.block - other.block || one.run - other.run);
  const texts = [...groupBy(inOrder, ({ at }) => `${String(at.block)}:${String(at.run)}`).values()].map(
    (same) => ({
      at: same[0]?.at,
      text: prose.say('annexes.here', {
        numbers: same.flatMap(({ id }) => series.numberOf(id) ?? []).join(', '),
      }),
    }),
  );
  return blocks.map((block, index) => {
    if (block.kind !== 'paragraph') return block;
    // From behind, so that the places before stay where they are.
    const own = texts.filter(({ at }) => at?.block === index).reverse();
    const runs = own.reduce(
      (written: readonly TextRun[], { at, text }) => pointed(written, at, text),
      block.runs,
    );
    return { ...block, runs };
  });
}

/** Undefined where the topic tells none of its figures; anywhere for one that is not about single figures. */
function placeOf(prose: Prose, blocks: readonly Block[], id: string): Place | 'anywhere' | undefined {
  const annex = prose.wording.tables.annexes.find((one) => one.id === id);
  const columns = annex?.shape === 'byUnit' ? annex.columns : [];
  const printed = [...columns.flatMap(({ source }) => figuresOf(source)), ...(annex?.about ?? [])];
  if (printed.length === 0) return 'anywhere';
  for (const [block, written] of blocks.entries()) {
    if (written.kind !== 'paragraph') continue;
    const run = written.runs.findIndex(
      ({ figure }) =>
        figure !== undefined &&
        figure.unit === prose.frame.results.unit &&
        PRINTED.includes(figure.quantity) &&
        printed.includes(figure.indicator),
    );
    if (run >= 0) return { block, ...lastOfItems(written.runs, run, annex?.about ?? []) };
  }
  return annex?.shape === 'byUnit' ? undefined : 'anywhere';
}

/** Of several items that the annex lists in one clause the last: "06 không đạt (Phụ lục IV) và 03 không xét". */
function lastOfItems(
  runs: readonly TextRun[],
  first: number,
  about: readonly string[],
): Pick<Place, 'run' | 'amid'> {
  const end = endOfClause(runs, first).run;
  const figures = runs.flatMap(({ figure }, run) => (figure !== undefined && run <= end ? [run] : []));
  const listed = figures.filter((run) => run >= first && about.includes(runs[run]?.figure?.indicator ?? ''));
  const last = listed.at(-1) ?? first;
  return listed.length < 2 ? { run: first } : { run: last, amid: figures.some((run) => run > last) };
}

const figuresOf = (source: ColumnSource): readonly string[] =>
  source.kind === 'count' ? source.indicators : source.kind === 'rate' ? [source.indicator] : [];

/** Behind the last word of the first paragraph, where there is one. */
function endOfFirst(blocks: readonly Block[]): Place | undefined {
  const block = blocks.findIndex((one) => one.kind === 'paragraph' && one.note !== true);
  const found = blocks[block];
  return found?.kind === 'paragraph' ? { block, run: found.runs.length } : undefined;
}

/** The reference at the end of the clause of that run; amid items behind the words of its own. */
function pointed(runs: readonly TextRun[], at: Place | undefined, text: string): readonly TextRun[] {
  const { run, amid } = at ?? { run: 0 };
  const words = runs[run + 1]?.text ?? '';
  const item = amid === true ? words.search(/, | và /u) : -1;
  const end = item < 0 ? endOfClause(runs, run) : { run: run + 1, offset: item };
  const last = runs[end.run];
  if (last === undefined) return runs;
  const ended = bracketed(last.text.slice(0, end.offset), text.slice(1, -1));
  const changed = { ...last, text: `${ended}${last.text.slice(end.offset)}` };
  return runs.map((one, index) => (index === end.run ? changed : one));
}

/** Before the semicolon or the full stop behind the run, outside of brackets; at the last else. */
function endOfClause(
  runs: readonly TextRun[],
  from: number,
): { readonly run: number; readonly offset: number } {
  let depth = 0;
  for (const [run, { text, figure }] of runs.entries()) {
    // Marks inside a figure are its own.
    if (figure !== undefined || run <= from) continue;
    for (const { 0: mark, index: offset } of text.matchAll(/[();]|\.(?=\s|$)/gu)) {
      if (mark === '(') depth++;
      else if (mark === ')') depth = Math.max(0, depth - 1);
      else if (depth === 0) return { run, offset };
    }
  }
  const run = runs.length - 1;
  return { run, offset: (runs[run]?.text ?? '').replace(/\.$/u, '').length };
}
