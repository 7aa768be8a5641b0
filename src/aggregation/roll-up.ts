/**
 * Adds counts up the tree. A parent is the sum of its children, commune by commune; rates are derived from the
 * added counts over the same units and are never added or averaged.
 */
import { addSafely } from '../values/exact-rate.js';
import type { IndicatorDefinition, MeasureRecord, UnitTree } from '../model.js';
import { append } from '../values/of-many.js';

export type Measures = ReadonlyMap<string, MeasureRecord>;

export interface RolledUp {
  /** Unit code (leaf or node) → indicator → measure. */
  readonly byUnit: ReadonlyMap<string, Measures>;
  /** Indicators whose sum is too large to be exact: unit and indicator. */
  readonly unsafe: readonly { readonly unit: string; readonly indicator: string }[];
}

/** Measures of every node; `own` holds those of the leaves. */
export function rollUp(
  tree: UnitTree,
  own: ReadonlyMap<string, Measures>,
  indicators: readonly IndicatorDefinition[],
): RolledUp {
  const byUnit = new Map<string, Measures>(own);
  const unsafe: { unit: string; indicator: string }[] = [];
  const leavesUnder = (code: string): readonly string[] => {
    const children = tree.children.get(code) ?? [];
    return children.length === 0 ? (tree.due.has(code) ? [code] : []) : children.flatMap(leavesUnder);
  };
  for (const [code, children] of tree.children) {
    if (children.length === 0) continue;
    const summed = sumOver(leavesUnder(code), own, indicators);
    byUnit.set(code, summed.measures);
    append(
      unsafe,
      summed.unsafe.map((indicator) => ({ unit: code, indicator })),
    );
  }
  return { byUnit, unsafe };
}

/** The measures of a set of leaves taken together: a district, a province, or a group of the office's own. */
export function sumOver(
  leaves: readonly string[],
  own: ReadonlyMap<string, Measures>,
  indicators: readonly IndicatorDefinition[],
): { readonly measures: Measures; readonly unsafe: readonly string[] } {
  const unsafe: string[] = [];
  const measures = new Map<string, MeasureRecord>();
  const found = leaves.map((leaf) => own.get(leaf));
  for (const { id, denominator } of indicators) {
    let n: number | undefined = 0;
    let d: number | undefined = 0;
    let pending = 0;
    let reported = 0;
    const missing: string[] = [];
    const outside: string[] = [];
    for (const [index, leaf] of leaves.entries()) {
      const measure = found[index]?.get(id);
      if (measure?.state === 'notApplicable') {
        outside.push(leaf);
        continue;
      }
      if (measure === undefined || measure.reported === 0) {
        missing.push(leaf);
        continue;
      }
      n = n === undefined ? undefined : addSafely(n, measure.n);
      if (measure.d !== undefined && d !== undefined) d = addSafely(d, measure.d);
      pending += measure.pending ?? 0;
      reported += 1;
    }
    const expected = leaves.length - outside.length;
    const beside = outside.length > 0 ? { notApplicable: outside } : {};
    if (n === undefined || d === undefined) {
      unsafe.push(id);
      measures.set(id, {
        n: 0,
        ...(denominator === undefined ? {} : { d: 0 }),
        reported: 0,
        expected,
        missing: leaves.filter((leaf) => own.get(leaf)?.get(id)?.state !== 'notApplicable'),
        ...beside,
        state: 'excluded',
      });
      continue;
    }
    measures.set(id, {
      n,
      ...(denominator === undefined ? {} : { d }),
      reported,
      expected,
      ...(pending > 0 ? { pending } : {}),
      ...(missing.length > 0 ? { missing } : {}),
      ...beside,
      ...(expected === 0 && outside.length > 0 ? { state: 'notApplicable' as const } : {}),
    });
  }
  return { measures, unsafe };
}
