/**
 * Earlier figures on today's ground: the sum of whole old units where there is one, the total of the block where
 * units were divided, and a reason where neither can be said. Nothing is restated on a doubtful map.
 */
import type { DatedUnit, Finding, RestatedMeasure, RestatedReason, UnitVersion } from '../model.js';
import { finding, isError } from '../findings/finding.js';
import { comparisonBlocks, type Blocks } from '../units/ground/comparison-blocks.js';
import type { Crosswalk } from '../units/ground/crosswalk.js';
import { checkGround } from '../units/ground/ground-checks.js';
import { apportioned, type SharesOfBlock } from './apportion.js';
import { blockFindings } from './block-findings.js';
import type { PreviousPeriod } from './previous-period.js';
import { sumOfOldUnits, type ComparedIndicator } from './sum-old-units.js';
import type { UnitGround } from './unit-ground.js';
import { IN_CROSSWALK } from '../findings/places.js';

type Restated = Readonly<Record<string, RestatedMeasure>>;

export interface RestatedFigures {
  readonly period: string;
  readonly sound: boolean;
  readonly blocks: Blocks;
  /** Today's code, leaf or node → indicator → figure of the earlier period. */
  readonly units: ReadonlyMap<string, Restated>;
  /** The office's groupings. */
  readonly groups: ReadonlyMap<string, Restated>;
  /** Blocks of divided units: their totals. */
  readonly blockTotals: ReadonlyMap<string, Restated>;
  /** Today's node or leaf → the old units of its own level that it consists of; absent when that cannot be told. */
  readonly oldUnitsOf: ReadonlyMap<string, readonly DatedUnit[]>;
  readonly findings: readonly Finding[];
}

export interface RestateOptions {
  /** Shares by which divided units may be apportioned; without them they are not. */
  readonly estimate?: SharesOfBlock;
  /** The dated lists, to find old units that neither the map nor an earlier result names. */
  readonly listed?: readonly UnitVersion[];
}

/** Restates one earlier period for the indicators on today's ground. */
export function restate(
  previous: PreviousPeriod,
  crosswalk: Crosswalk,
  today: UnitGround,
  indicators: readonly ComparedIndicator[],
  options: RestateOptions = {},
): RestatedFigures {
  const before = { ...previous.ground, leaves: leavesWithin(previous.ground, today, crosswalk) };
  const checked = checkGround(crosswalk, before, today, options.listed);
  const sound = crosswalk.sound && checked.sound;
  const blocks = comparisonBlocks(crosswalk, before, today);
  const nodes = [...today.nodes.keys()].flatMap((code) => today.units.get(code) ?? []);
  const nodeBlocks = comparisonBlocks(
    crosswalk,
    {
      date: before.date,
      leaves: [...previous.ground.nodes.keys()].flatMap((code) => previous.ground.units.get(code) ?? []),
    },
    { date: today.date, leaves: nodes },
  );
  const work: Work = { previous, blocks, nodeBlocks, sound, options };

  const each = (restated: (indicator: ComparedIndicator) => RestatedMeasure): Restated =>
    Object.fromEntries(indicators.map((indicator) => [indicator.id, restated(indicator)]));
  const units = new Map<string, Restated>();
  for (const { code } of today.leaves)
    units.set(
      code,
      each((one) => leafFigure(work, code, one)),
    );
  for (const [code, leaves] of today.nodes)
    units.set(
      code,
      each((one) => nodeFigure(work, code, leaves, one)),
    );
  const groups = new Map<string, Restated>();
  for (const [group, leaves] of today.groups)
    groups.set(
      group,
      each((one) => tiled(work, leaves, one)),
    );
  const divided = sound ? blocks.all.filter(({ kind }) => kind === 'split') : [];
  return {
    period: previous.period.id,
    sound,
    blocks,
    units,
    groups,
    blockTotals: new Map(
      divided.map((block) => [block.id, each((one) => sumOfOldUnits(previous, block.old, one, 'block'))]),
    ),
    oldUnitsOf: oldUnits(work, today),
    findings: [
      ...checked.findings,
      ...doubtful([...crosswalk.findings, ...checked.findings], previous),
      ...(sound ? blockFindings(blocks.all, previous, options.estimate) : []),
    ],
  };
}

interface Work {
  readonly previous: PreviousPeriod;
  readonly blocks: Blocks;
  readonly nodeBlocks: Blocks;
  readonly sound: boolean;
  readonly options: RestateOptions;
}

/** Of an earlier result that reaches further (a province's, for one of its districts), only what is ours. */
function leavesWithin(before: UnitGround, today: UnitGround, { units }: Crosswalk): UnitGround['leaves'] {
  const [then, now] = [units.at(today.root, before.date), units.at(today.root, today.date)];
  const sameRoot = then !== undefined && now !== undefined && then.id === now.id && then.listed;
  const narrower = sameRoot && before.nodes.has(today.root) && before.root !== today.root;
  const ours = new Set(before.nodes.get(today.root) ?? []);
  return narrower ? before.leaves.filter(({ code }) => ours.has(code)) : before.leaves;
}

const none = (reason: RestatedReason, expected: number): RestatedMeasure => ({
  kind: 'notComparable',
  reason,
  reported: 0,
  expected,
});

function leafFigure(work: Work, code: string, indicator: ComparedIndicator): RestatedMeasure {
  const block = work.blocks.ofNew.get(code);
  if (!work.sound) return none('doubtfulMap', block?.old.length ?? 0);
  if (block === undefined || block.kind === 'noBasis') return none('noBasis', block?.old.length ?? 0);
  if (block.kind !== 'split')
    return sumOfOldUnits(work.previous, block.old, indicator, block.kind === 'same' ? 'exact' : 'sum');
  const shares = work.options.estimate?.(block);
  return shares === undefined
    ? none('split', block.old.length)
    : apportioned(work.previous, block, shares, code, indicator);
}

/**
 * A node is the sum of the blocks that lie wholly inside it. Where the map does not reach down to its communes, the
 * old nodes it consists of are added commune by commune; figures of its own level (Biểu 05) go with the node.
 */
function nodeFigure(
  work: Work,
  code: string,
  leaves: readonly string[],
  indicator: ComparedIndicator,
): RestatedMeasure {
  if (!work.sound) return none('doubtfulMap', 0);
  const { previous } = work;
  if (!isKnown(previous, indicator)) return none('noFigure', 0);
  const byLeaves = previous.ground.leaves.some(
    (leaf) => previous.measures.get(leaf.code)?.[indicator.id] !== undefined,
  );
  const sum = byLeaves ? tiled(work, leaves, indicator) : undefined;
  // A block across the border says that people moved in or out: then the node is not what it was.
  if (sum !== undefined && sum.reason !== 'noBasis' && sum.reason !== 'noFigure') return sum;
  const block = work.nodeBlocks.ofNew.get(code);
  if (block === undefined || (block.kind !== 'same' && block.kind !== 'sum'))
    return sum ?? none('noBasis', 0);
  const kind = block.kind === 'same' ? 'exact' : 'sum';
  const parts = byLeaves
    ? block.old.flatMap((old) => {
        const under = previous.ground.nodes.get(old.code);
        return under === undefined ? [old] : under.flatMap((leaf) => datedLeaf(previous, leaf));
      })
    : block.old;
  return sumOfOldUnits(previous, parts, indicator, kind);
}

/** Some unit of the earlier period had the figure. */
const isKnown = ({ measures, rates }: PreviousPeriod, { id }: ComparedIndicator): boolean =>
  [...measures.values(), ...rates.values()].some((figures) => figures[id] !== undefined);

function datedLeaf(previous: PreviousPeriod, code: string): readonly DatedUnit[] {
  const unit = previous.ground.units.get(code);
  return unit === undefined ? [] : [{ id: code, code, name: unit.name, type: unit.type }];
}

/** The sum over the blocks that make up these leaves exactly; a reason when some block reaches beyond them. */
function tiled(work: Work, leaves: readonly string[], indicator: ComparedIndicator): RestatedMeasure {
  if (!work.sound) return none('doubtfulMap', 0);
  const inside = new Set(leaves);
  const blocks = new Set(leaves.map((leaf) => work.blocks.ofNew.get(leaf)));
  const known = [...blocks].flatMap((block) =>
    block === undefined || block.kind === 'noBasis' ? [] : [block],
  );
  if (known.some((block) => block.new.some(({ code }) => !inside.has(code)))) return none('straddles', 0);
  if (known.length < blocks.size) return none('noBasis', 0);
  const kind = known.every((block) => block.kind === 'same') ? 'exact' : 'sum';
  return sumOfOldUnits(
    work.previous,
    known.flatMap((block) => block.old),
    indicator,
    kind,
  );
}

function oldUnits(work: Work, today: UnitGround): ReadonlyMap<string, readonly DatedUnit[]> {
  const known = new Map<string, readonly DatedUnit[]>();
  if (!work.sound) return known;
  for (const blocks of [work.blocks, work.nodeBlocks])
    for (const [code, block] of blocks.ofNew)
      if ((block.kind === 'same' || block.kind === 'sum') && today.units.has(code))
        known.set(code, block.old);
  return known;
}

function doubtful(faults: readonly Finding[], previous: PreviousPeriod): Finding[] {
  const count = faults.filter(isError).length;
  if (count === 0) return [];
  const period = previous.period.id;
  return [finding('comparison/doubtful-map', IN_CROSSWALK, { count, period }, { period })];
}
