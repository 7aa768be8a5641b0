/**
 * `npm run check:prose -- WORKSPACE/out/results.json …`: how the report reads, as numbers. The results as they are and
 * made whole, local and ministry, year, half-year and registration, with and without last year and targets: length, the
 * share of sentences about coverage or missing figures, clauses that repeat.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DIST, isCalled, programIn } from './program.js';

/** Words of a sentence whose subject is who has not reported, or what could not be reckoned. */
const CAVEATS =
  /đủ số liệu|chưa có số liệu|thiếu số liệu|thiếu một hoặc một số chỉ tiêu|chưa đủ căn cứ|chưa tính|chưa gửi|chưa phản ánh|chưa đủ hoặc|chưa đủ số liệu|chưa đủ căn cứ kết luận|được tổng hợp|chưa báo cáo|chưa có đơn vị nào báo cáo|tại các đơn vị này/iu;
/** A bracket behind a figure: an exception told in passing. */
const BRACKETS = /số liệu (?:của )?\d+\/\d+ đơn vị|tính cả các đơn vị|chưa gồm |gồm cả |không kể |tính cả /iu;

/** As many words as make a clause. */
const CLAUSE = 5;

/** Sentences of the text; lines above a topic or paragraph on whose figures it tells are counted apart. @param {readonly any[]} blocks */
export function textOf(blocks) {
  /** @param {readonly { text: string }[]} runs */
  const runsText = (runs) => runs.map(({ text }) => text).join('');
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? block.note
        ? []
        : [runsText(block.runs)]
      : block.kind === 'list'
        ? block.items.map(runsText)
        : [],
  );
}

/** @param {readonly string[]} paragraphs */
export const sentencesOf = (paragraphs) =>
  paragraphs.flatMap((text) => text.split(/(?<=[.!?])\s+(?=\p{Lu})/u)).filter((text) => text.trim() !== '');

/** Figures and names apart, since the same sentence of other figures is the same clause. @param {string} sentence */
const clausesOf = (sentence) => {
  const words = sentence
    .toLocaleLowerCase('vi')
    .replace(/\d[\d.,/]*%?/gu, '#')
    .split(/[^\p{L}#]+/u)
    .filter((word) => word !== '');
  return words.slice(CLAUSE - 1).map((_, index) => words.slice(index, index + CLAUSE).join(' '));
};

/** @param {readonly any[]} blocks */
export function measureProse(blocks) {
  const paragraphs = textOf(blocks);
  const sentences = sentencesOf(paragraphs);
  const times = new Map();
  for (const sentence of sentences)
    for (const clause of new Set(clausesOf(sentence))) times.set(clause, (times.get(clause) ?? 0) + 1);
  const repeated = [...times].sort(([, one], [, other]) => other - one);
  const share = (pattern) => sentences.filter((sentence) => pattern.test(sentence));
  return {
    sentences: sentences.length,
    words: paragraphs.join(' ').split(/\s+/u).length,
    caveats: share(CAVEATS),
    brackets: share(BRACKETS).filter((sentence) => !CAVEATS.test(sentence)),
    lines: blocks.filter(({ note }) => note).length,
    /** Clauses said in more than six sentences. */
    repeated: repeated.filter(([, count]) => count > 6).length,
    mostRepeated: repeated[0] ?? ['', 0],
  };
}

/** Everybody in: who sent nothing is no longer due. @param {any} results */
export function madeWhole(results) {
  const silent = new Set(
    results.units
      .filter(({ leaf, status }) => leaf && (status === 'missing' || status === 'documentOnly'))
      .map(({ code }) => code),
  );
  const whole = (measure) => {
    if (measure.reported === 0) return measure;
    const rest = Object.entries(measure).filter(([key]) => key !== 'missing' && key !== 'bounds');
    return { ...Object.fromEntries(rest), expected: measure.reported };
  };
  return {
    ...results,
    complete: true,
    final: true,
    units: results.units
      .filter(({ code }) => !silent.has(code))
      .map((unit) => ({ ...unit, status: unit.leaf ? 'reported' : unit.status })),
    measures: {
      ...results.measures,
      [results.unit]: Object.fromEntries(
        Object.entries(results.measures[results.unit]).map(([id, one]) => [id, whole(one)]),
      ),
    },
  };
}

/** Last year beside every figure: some rose, some fell, every third stands still. @param {any} results */
export function withLastYear(results) {
  const year = results.period.year - 1;
  const { decimals, unit } = results;
  const figures = results.indicators.flatMap(({ id, kind }, index) => {
    const { n, d, reported } = results.measures[unit][id] ?? { reported: 0 };
    if (reported === 0) return [];
    const step = index % 3 === 0 ? 0 : Math.ceil(n / 40) * (index % 3 === 1 ? 1 : -1);
    const before = kind === 'rate' && d > 0 ? Math.max(0, Math.min(d, n - step)) : Math.max(0, n - step);
    const printed = (of) => Math.round((of * 100 * 10 ** decimals) / d);
    const points = kind === 'rate' && d > 0 ? { points: printed(n) - printed(before) } : {};
    const direction = n === before ? 'same' : n > before ? 'up' : 'down';
    const restated = {
      kind: 'exact',
      n: before,
      ...(kind === 'rate' ? { d } : {}),
      reported,
      expected: reported,
    };
    const difference = { number: n - before, ...points, direction };
    return [[id, { years: [{ period: String(year), restated, comparability: 'comparable', difference }] }]];
  });
  const facts = {
    period: { ...results.period, id: String(year), year },
    referenceDate: `${year}-12-31`,
    criteria: { id: results.criteria.id, label: results.criteria.label },
  };
  return {
    ...results,
    comparison: {
      schema: 'tdkvh/comparison@1',
      tool: results.tool,
      current: { ...facts, period: results.period, unit, level: results.level, decimals },
      previous: [{ ...facts, sources: ['previous'], restated: true, blocks: [], blockFigures: {} }],
      indicators: results.indicators,
      units: { [unit]: Object.fromEntries(figures) },
      groups: {},
      findings: [],
    },
  };
}

/** What a registration or half-year asks is a part of what a year does. @param {any} results @param {string} kind */
export function ofKind(results, kind) {
  const { year } = results.period;
  const id = kind === 'year' ? String(year) : kind === 'H1' ? `${year}-H1` : `${year}-DK`;
  if (kind === 'year') return results;
  const asked = {
    test: (name) =>
      kind === 'registration'
        ? /[Rr]egist(?!ered$)|Registered:|^(?:familiesRegistered|agenciesRegistered)$|^households$|^agencies$|^areaKind|^fundsPlanned/u.test(
            name,
          )
        : !/^famil(?:y.*Rate|iesTitled|iesExemplary|iesCommended)|^areaTitle/u.test(name),
  };
  return {
    ...results,
    period: { id, year, kind },
    indicators: results.indicators.map((one) => (asked.test(one.id) ? one : { ...one, notDue: true })),
    measures: {
      ...results.measures,
      [results.unit]: Object.fromEntries(
        Object.entries(results.measures[results.unit]).map(([name, one]) =>
          asked.test(name)
            ? [name, one]
            : [name, { n: 0, ...(one.d === undefined ? {} : { d: 0 }), reported: 0, expected: one.expected }],
        ),
      ),
    },
  };
}

/** @param {any} results of a run, as they are */
export function variantsOf(results) {
  return [false, true].flatMap((whole) =>
    ['local', 'ministry'].flatMap((outline) =>
      ['year', 'H1', 'registration'].flatMap((kind) =>
        [false, true].flatMap((last) =>
          [false, true].map((targets) => {
            const base = ofKind(whole ? madeWhole(results) : results, kind);
            const compared = last && kind !== 'registration' ? withLastYear(base) : base;
            const name = [
              whole ? 'final' : 'draft',
              outline,
              kind,
              last ? 'with last year' : 'first year',
              targets ? 'with targets' : 'no targets',
            ].join(', ');
            const report = { ...compared.report, outline };
            return { name, results: { ...compared, report, ...(targets ? {} : { targets: [] }) } };
          }),
        ),
      ),
    ),
  );
}

/**
 * Variants of a results document measured. @param {any} program buildReport, proseOf and wording
 * @param {any} results @param {string} narrative @param {number} [every] so many of them, the first included
 */
export const measured = ({ buildReport, proseOf, wording }, results, narrative, every = 1) =>
  variantsOf(results)
    .filter((_, index) => index % every === 0)
    .map(({ name, results: variant }) => ({
      name,
      ...measureProse(buildReport(proseOf(variant, wording), narrative).blocks),
    }));

async function main() {
  const load = programIn(DIST);
  const { buildReport } = await load('reports/report.js');
  const { proseOf } = await load('reports/prose/prose.js');
  const { loadWording } = await load('office/load-wording.js');
  const { readResultsJson } = await load('readers/results/results-json.js');
  const { wording } = await loadWording(undefined);
  const paths = process.argv.slice(2).filter((path) => path.endsWith('.json'));
  for (const path of paths) {
    const { results } = readResultsJson(readFileSync(path));
    const narrative = readFileSync(join(dirname(path), '..', 'narrative.md'), 'utf8');
    for (const one of measured({ buildReport, proseOf, wording }, results, narrative)) {
      const percent = (many) => `${many} (${((many * 100) / one.sentences).toFixed(1)} %)`;
      const [clause, times] = one.mostRepeated;
      console.log(
        `${one.name}: ${one.sentences} sentences, ${one.words} words, caveats ${percent(one.caveats.length)}, ` +
          `brackets ${percent(one.brackets.length)}, lines ${one.lines}, repeated clauses ${one.repeated}, most ${times} “${clause}”`,
      );
    }
  }
}

if (isCalled(import.meta.url)) await main();
