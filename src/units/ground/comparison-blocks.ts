/**
 * Comparison blocks: the smallest groups of units that are the same people on both days, the connected components
 * over the steps along which people moved. Land alone joins nothing and is only noted.
 */
import type { ComparisonBlock, DatedUnit } from '../../model.js';
import { beginningOf, continuationOf } from './continued-units.js';
import type { Crosswalk } from './crosswalk.js';
import { covers, type Stretch } from '../dated-units.js';
import { unitNameKey } from '../names/unit-name-key.js';
import { dayBefore } from '../../values/calendar-day.js';
import { append } from '../../values/of-many.js';

/** Units of one side: codes of the leaves, in force on the day. */
export interface Ground {
  readonly date: string;
  readonly leaves: readonly DatedLeaf[];
}

export interface DatedLeaf {
  readonly code: string;
  readonly name: string;
  readonly type: string;
}

export interface Blocks {
  readonly all: readonly ComparisonBlock[];
  /** Today's code → its block. */
  readonly ofNew: ReadonlyMap<string, ComparisonBlock>;
  /** Code on the earlier day → its block. */
  readonly ofOld: ReadonlyMap<string, ComparisonBlock>;
}

/** Blocks of all leaves of both sides; `before` is the earlier day. */
export function comparisonBlocks(crosswalk: Crosswalk, before: Ground, after: Ground): Blocks {
  const all: ComparisonBlock[] = [];
  const ofNew = new Map<string, ComparisonBlock>();
  const ofOld = new Map<string, ComparisonBlock>();
  const today = new Map(after.leaves.map((leaf) => [leaf.code, leaf]));
  const then = new Map(before.leaves.map((leaf) => [leaf.code, leaf]));
  const add = (leaf: DatedLeaf, date: string): void => {
    const seed = crosswalk.units.at(leaf.code, date);
    const block =
      seed === undefined
        ? unknownBlock(leaf, date === after.date)
        : component(crosswalk, seed, before.date, after.date, then, today);
    all.push(block);
    for (const unit of block.new) ofNew.set(unit.code, block);
    for (const unit of block.old) ofOld.set(unit.code, block);
  };
  for (const leaf of after.leaves) if (!ofNew.has(leaf.code)) add(leaf, after.date);
  for (const leaf of before.leaves) if (!ofOld.has(leaf.code)) add(leaf, before.date);
  return { all, ofNew, ofOld };
}

function unknownBlock(leaf: DatedLeaf, isNew: boolean): ComparisonBlock {
  const unit = { id: `${leaf.code}@?`, code: leaf.code, name: leaf.name, type: leaf.type };
  const sides = isNew ? { old: [], new: [unit] } : { old: [unit], new: [] };
  return { id: unit.id, ...sides, kind: 'noBasis', landMoved: false };
}

type Leaves = ReadonlyMap<string, DatedLeaf>;

function component(
  crosswalk: Crosswalk,
  seed: Stretch,
  before: string,
  after: string,
  then: Leaves,
  today: Leaves,
): ComparisonBlock {
  const nodes = new Map<string, Stretch>([[seed.id, seed]]);
  let grounded = true;
  let landMoved = false;
  let assumed = false;
  // Grows while it is walked.
  for (const node of nodes.values()) {
    const reached: Stretch[] = [];
    if (!covers(node, after)) {
      const steps = crosswalk.from.get(node.id) ?? [];
      const next = steps.length === 0 ? continuationOf(crosswalk, node) : undefined;
      if (steps.length === 0 && next === undefined) grounded = false;
      if (next !== undefined) {
        assumed = true;
        reached.push(next);
      }
      if (steps.some(({ step }) => step.people === 'none')) landMoved = true;
      append(
        reached,
        steps.flatMap((one) => (one.step.people === 'none' ? [] : [one.new])),
      );
    }
    if (!covers(node, before)) {
      const steps = crosswalk.to.get(node.id) ?? [];
      const people = steps.filter(({ step }) => step.people !== 'none');
      const begun = beginningOf(crosswalk, node);
      if (begun !== undefined) reached.push(begun);
      else if (people.length === 0 || predecessorForgotten(crosswalk, node)) grounded = false;
      if (people.length < steps.length) landMoved = true;
      append(
        reached,
        people.map((one) => one.old),
      );
    }
    for (const other of reached) if (!nodes.has(other.id)) nodes.set(other.id, other);
  }
  const all = [...nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const sides = {
    old: all.filter((node) => covers(node, before)).map(dated),
    new: all.filter((node) => covers(node, after)).map(dated),
  };
  const unchanged = all.filter((node) => covers(node, before) && covers(node, after));
  if (unchanged.some((node) => !isSameUnit(node, then.get(node.code), today.get(node.code))))
    grounded = false;
  const id = sides.new[0]?.id ?? sides.old[0]?.id ?? seed.id;
  const kind = kindOf(sides.old.length, sides.new.length, grounded);
  return { id, ...sides, kind, landMoved, ...(assumed ? { assumed } : {}) };
}

/** The code named a unit on the day before, and no line says where that one went: the sum would lack it. */
function predecessorForgotten({ units, from }: Crosswalk, node: Stretch): boolean {
  const before = node.from === undefined ? undefined : units.at(node.code, dayBefore(node.from));
  return before !== undefined && (from.get(before.id) ?? []).length === 0;
}

const dated = ({ id, code, name, type }: Stretch): DatedUnit => ({ id, code, name, type });

/**
 * One stretch over both days is the same unit only when a dated list says so and both results name it alike: a list
 * without dates must not join years on the code alone.
 */
function isSameUnit(node: Stretch, then: DatedLeaf | undefined, now: DatedLeaf | undefined): boolean {
  if (!node.listed) return false;
  if (then === undefined || now === undefined) return true;
  return then.type === now.type && unitNameKey(then) === unitNameKey(now);
}

function kindOf(before: number, after: number, grounded: boolean): ComparisonBlock['kind'] {
  if (!grounded || before === 0 || after === 0) return 'noBasis';
  if (after > 1) return 'split';
  return before === 1 ? 'same' : 'sum';
}
