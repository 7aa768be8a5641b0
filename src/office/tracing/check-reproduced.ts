/** Whether the stored figure is what its cells add up to, unit by unit and up the tree; told where it is not. */
import type { FigureTrace, Finding, Contribution } from '../../model.js';
import { isSplitByRows, splitClass } from '../../measures/split-class.js';
import { finding } from '../../findings/finding.js';
import { formatScaled } from '../../values/number-format.js';
import type { TracedRun } from './traced-run.js';
import { inner } from '../../values/inner-quotes.js';

/** Both sides as counts. */
interface Sides {
  readonly n: bigint;
  readonly d: bigint;
}

export function checkReproduced(trace: FigureTrace, run: TracedRun): readonly Finding[] {
  const findings: Finding[] = [];
  const split = splitClass(trace.figure.unit, run.results);
  if (split !== undefined && isSplitByRows(split)) return [];
  const visit = (contribution: Contribution): Sides => {
    const parts = contribution.parts?.map(visit);
    const added = parts?.reduce(plus, NOTHING) ?? cellsOf(contribution);
    if (contribution.n !== undefined && !isSame(contribution, added))
      findings.push(different(contribution, added, trace, run));
    return contribution.n === undefined
      ? NOTHING
      : { n: BigInt(contribution.n), d: BigInt(contribution.d ?? 0) };
  };
  visit(trace.whole);
  return findings;
}

const NOTHING: Sides = { n: 0n, d: 0n };
const plus = (one: Sides, other: Sides): Sides => ({ n: one.n + other.n, d: one.d + other.d });

/** Counting every unit as one looks at no cell. */
function cellsOf({ sources, d }: Contribution): Sides {
  const sum = (side: 'n' | 'd'): bigint | undefined => {
    const term = sources?.[side];
    if (term === undefined) return undefined;
    if (term.cells.length === 0) return BigInt(term.value ?? 0);
    return term.cells.reduce((sofar, { counts }) => sofar + BigInt(counts), 0n);
  };
  return { n: sum('n') ?? 0n, d: d === undefined ? 0n : (sum('d') ?? 0n) };
}

const isSame = ({ n = 0, d = 0 }: Contribution, added: Sides): boolean =>
  BigInt(n) === added.n && BigInt(d) === added.d;

function different(
  contribution: Contribution,
  added: Sides,
  { label, scale, whole }: FigureTrace,
  run: TracedRun,
): Finding {
  const text = (n: number | bigint, d: number | bigint): string =>
    whole.d === undefined ? formatScaled(n, scale) : `${formatScaled(n, scale)}/${formatScaled(d, scale)}`;
  return finding(
    'trace/not-reproduced',
    { file: 'results.json', cell: `measures.${contribution.unit}` },
    {
      unit: contribution.name,
      indicator: inner(label),
      stored: text(contribution.n ?? 0, contribution.d ?? 0),
      computed: text(added.n, added.d),
    },
    { unit: contribution.unit, period: run.results.period.id },
  );
}
