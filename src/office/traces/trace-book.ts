/** The traces of all figures of a run for theo-doi.html, unit by unit, so that no two units are rebuilt at once. */
import type {
  BookFigure,
  BookFinding,
  BookGroup,
  BookUnit,
  CriteriaSet,
  Finding,
  OutlineLinks,
  ResultsDocument,
  SourceCell,
  TraceBook,
  TracedEarlier,
  UnitRecord,
  UnitSources,
} from '../../model.js';
import { inner } from '../../values/inner-quotes.js';
import { splitId, splitClass, valueOfUnit } from '../../measures/split-class.js';
import { earlierOf } from '../../tracing/earlier-sides.js';
import { formulaWords } from '../../tracing/formula-words.js';
import { quantityFormula } from '../../tracing/quantity-formula.js';
import { reportCount } from '../../tracing/report-counts.js';
import { columnGroups, isUncounted, readCell, type SourceGroup } from '../../tracing/source-groups.js';
import {
  calculation,
  ownContribution,
  contributionAlone,
  rowsOnly,
  type TraceInput,
} from '../../tracing/trace-figure.js';
import { earlierWords, findingWords, quantityWords, whyWords } from '../../tracing/trace-words.js';
import { unitFullName } from '../../units/names/unit-name.js';
import { formatCount } from '../../values/number-format.js';
import { defined } from '../../values/defined.js';
import { nameOfClass } from '../../tracing/unit-index.js';
import { traceInputs } from './trace-inputs.js';

/** No commune has as many areas: a table beyond it would fill the page with cells that nobody looks through. */
const MOST_ROWS = 2_000;

/** `shown`: codes of the units whose figures the page shows. */
export function traceBook(
  results: ResultsDocument,
  set: CriteriaSet,
  shown: ReadonlySet<string>,
  links: OutlineLinks,
): TraceBook {
  const inputOf = traceInputs(results, set, { held: 1, mostRows: MOST_ROWS });
  const inputs = results.indicators.flatMap(({ id }) => inputOf(id) ?? []);
  const hashes = new Map(results.inputs.map(({ path, sha256 }) => [path, sha256]));
  const groups = Object.keys(results.groups).map((name) => ({ id: name, name, within: [] }));
  const splits = Object.entries(results.splits ?? {}).flatMap(([dimension, values]) =>
    Object.keys(values).map((value) => splitId(dimension, value)),
  );
  const bookUnit = unitsWith(results, splits);
  const stepsOf: TraceBook['stepsOf'] = (figure) => {
    const input = inputOf(figure.indicator);
    if (input === undefined) return reportCount(figure, results, links);
    return quantityFormula(figure, { ...input, ...defined({ shareOf: links.shareOf(figure.indicator) }) });
  };
  return {
    indicators: inputs.map(({ indicator, definition }) => ({
      id: indicator.id,
      label: indicator.label,
      unit: indicator.unit,
      numerator: formulaWords(definition.numerator, set),
      ...defined({
        denominator:
          definition.denominator === undefined ? undefined : formulaWords(definition.denominator, set),
      }),
      basis: indicator.basis,
    })),
    units: [
      ...results.units.filter(({ code }) => shown.has(code)).map(bookUnit),
      ...groups,
      ...splits.map((id) => ({ id, name: nameOfClass(id, results), within: [] })),
    ],
    *figuresOf(unit) {
      const worded: Worded = new Map();
      for (const [indicator, input] of inputs.entries()) {
        const figure = figureOf(unit, indicator, input, worded);
        if (figure !== undefined) yield figure;
      }
    },
    stepsOf,
    quantityOf: ({ quantity, period }) =>
      [quantityWords(quantity) ?? '', ...(period === undefined ? [] : [`kỳ ${period}`])].join(', '),
    sha256Of: (file) => hashes.get(file) ?? '',
  };
}

/** A unit with those that count it: the unit above, its group, its class of each split by units. */
const unitsWith =
  (results: ResultsDocument, splits: readonly string[]) =>
  (unit: UnitRecord): BookUnit => ({
    id: unit.code,
    name: unitFullName(unit),
    within: [
      ...(unit.parent === undefined || unit.parent === unit.code ? [] : [unit.parent]),
      ...(unit.leaf && unit.group !== undefined ? [unit.group] : []),
      ...splits.filter((id) => {
        const found = unit.leaf ? splitClass(id, results) : undefined;
        return found !== undefined && valueOfUnit(unit, found.dimension, results) === found.value;
      }),
    ],
  });

function figureOf(
  unit: string,
  indicator: number,
  input: TraceInput,
  worded: Worded,
): BookFigure | undefined {
  const found = contributionAlone(unit, input);
  if (found === undefined) return undefined;
  const { alone, children } = found;
  const own = children.length === 0 ? undefined : ownContribution(unit, input);
  return {
    indicator,
    calculation: calculation(alone, input),
    reported: alone.reported,
    expected: alone.expected,
    why: alone.n === undefined && children.length === 0 ? whyWords(alone.why) : '',
    groups: groupsOf(alone.sources, input, worded),
    ...defined({
      own:
        own === undefined
          ? undefined
          : { calculation: calculation(own, input), groups: groupsOf(own.sources, input, worded) },
    }),
    findings: alone.findings.filter(isShown).map(bookFinding),
    earlier: [
      ...rowsOnly(unit, input).map((line) => `${line}.`),
      ...(input.isTooLong(unit) ? [TOO_LONG] : []),
      ...earlierOf(unit, input.indicator, input.results).map(earlierText),
    ],
  };
}

const TOO_LONG = `Biểu của đơn vị có hơn ${formatCount(MOST_ROWS)} dòng nên không kê từng ô ở trang này.`;

/** As `trace` tells them: what stands in the way of the figure, and what was accepted. */
const isShown = ({ accepted, severity }: Finding): boolean => accepted !== undefined || severity !== 'info';

const bookFinding = (one: Finding): BookFinding => {
  const { text, accepted } = findingWords(one);
  return { text, ...defined({ accepted }) };
};

const earlierText = (one: TracedEarlier): string => `Kỳ ${one.period}: ${earlierWords(one)}.`;

/** Cells that several figures of a unit share, in words: by side and scale. */
type Worded = Map<readonly SourceCell[], Map<string, readonly BookGroup[]>>;

function groupsOf(
  sources: UnitSources | undefined,
  { set, indicator }: TraceInput,
  worded: Worded,
): readonly BookGroup[] {
  if (sources === undefined) return [];
  const { scale } = indicator;
  const ofSide = (side: BookGroup['side'], cells: readonly SourceCell[]): readonly BookGroup[] => {
    if (cells.length === 0) return [];
    const known = worded.get(cells) ?? new Map<string, readonly BookGroup[]>();
    worded.set(cells, known);
    const key = `${side}${String(scale)}`;
    const groups = known.get(key) ?? columnGroups(side, cells, scale, set).map(bookGroup);
    known.set(key, groups);
    return groups;
  };
  const above = ofSide('n', sources.n.cells);
  return sources.d === undefined ? above : [...above, ...ofSide('d', sources.d.cells)];
}

const bookGroup = ({ side, label, total, file, sheet, field, cells }: SourceGroup): BookGroup => ({
  side,
  label,
  total,
  file,
  sheet,
  cells,
  read: cells.map((cell) => {
    const read = readCell(cell, field);
    const { typed } = cell;
    const asRead = typed === undefined || typed === read ? read : `${read}, gõ “${inner(typed)}”`;
    return isUncounted(cell) ? `${asRead} (không tính)` : asRead;
  }),
});
