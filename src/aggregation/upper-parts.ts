/**
 * What districts and the province enter themselves (Biểu 05): a part of its own beside the communes, "phần của cấp
 * huyện, cấp tỉnh". The parts add up the tree like any other; they never join a commune's figures.
 */
import type { FormId, IndicatorDefinition, UnitTree, ValidatedSubmission } from '../model.js';
import { leafMeasures } from './leaf-measures.js';
import { sumOver, type Measures } from './roll-up.js';
import type { IndexedSet } from './indexed-set.js';
import { append } from '../values/of-many.js';

export interface UpperMeasures {
  /** Unit above the communes → what it entered itself. */
  readonly own: ReadonlyMap<string, Measures>;
  /** Unit above the communes → its own part and those of the units under it. */
  readonly total: ReadonlyMap<string, Measures>;
  /** Sums too large to be exact. */
  readonly unsafe: readonly { readonly unit: string; readonly indicator: string }[];
}

/** Due are the units above those that fill the communes' forms; an island district only when it sent the form. */
export function upperMeasures(
  tree: UnitTree,
  submissions: ReadonlyMap<string, ValidatedSubmission>,
  indicators: readonly IndicatorDefinition[],
  set: IndexedSet,
): UpperMeasures {
  const own = new Map<string, Measures>();
  const total = new Map<string, Measures>();
  const unsafe: { unit: string; indicator: string }[] = [];
  if (indicators.length === 0) return { own, total, unsafe };
  const leaves = new Set(tree.leaves);
  const forms = new Set(
    [...set.forms.values()].flatMap(({ id, sender }) => (sender === 'upper' ? [id] : [])),
  );
  for (const [code, { level }] of tree.byCode)
    if (level !== 'commune') own.set(code, leafMeasures(submissions.get(code), indicators, set));
  const partsUnder = (code: string): readonly string[] => {
    const isPart = own.has(code) && (!leaves.has(code) || sent(submissions.get(code), forms));
    return [...(isPart ? [code] : []), ...(tree.children.get(code) ?? []).flatMap(partsUnder)];
  };
  for (const [code, itself] of own) {
    const parts = partsUnder(code);
    const alone = parts.length === 0 || (parts.length === 1 && parts[0] === code);
    const summed = alone ? { measures: itself, unsafe: [] } : sumOver(parts, own, indicators);
    total.set(code, summed.measures);
    append(
      unsafe,
      summed.unsafe.map((indicator) => ({ unit: code, indicator })),
    );
  }
  return { own, total, unsafe };
}

const sent = (submission: ValidatedSubmission | undefined, forms: ReadonlySet<FormId>): boolean =>
  [...(submission?.tables.keys() ?? [])].some((form) => forms.has(form));
