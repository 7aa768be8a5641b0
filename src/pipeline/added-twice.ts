/** Totals held against a second way of adding, before anything is printed; a difference is a fault of the program. */
import { differentTotals } from '../aggregation/second-totals.js';
import { finding, NOWHERE } from '../findings/finding.js';
import type { Finding } from '../model.js';
import type { AddedUp } from './add-up.js';
import type { Judged } from './judge.js';
import type { Run } from './run-input.js';
import { inner } from '../values/inner-quotes.js';

/** The first difference, with how many there are; undefined when both ways agree. */
export function addedTwice(
  { tree, indicators, input: { set }, nameOf }: Run,
  { submissions }: Judged,
  { totals }: AddedUp,
): Finding | undefined {
  const differing = differentTotals(totals, tree, submissions, indicators, set);
  const [first] = differing;
  if (first === undefined) return undefined;
  const label = indicators.find(({ id }) => id === first.indicator)?.label ?? first.indicator;
  return finding(
    'tool/totals-differ',
    NOWHERE,
    {
      unit: nameOf(first.unit),
      indicator: inner(label),
      first: first.first,
      second: first.second,
      count: differing.length,
    },
    { unit: first.unit },
  );
}
