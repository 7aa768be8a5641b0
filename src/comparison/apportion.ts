/**
 * Estimates for units made from divided ones, only where the office asks for them: an old unit's counts are shared
 * out by exact shares, each part a whole number, the parts adding up to the old figure again.
 */
import type { ComparisonBlock, RestatedMeasure } from '../model.js';
import type { Share } from '../units/ground/exact-share.js';
import type { PreviousPeriod } from './previous-period.js';
import { addCounts, isSameFigure, isUsable, type ComparedIndicator, type Counts } from './sum-old-units.js';
import { defined } from '../values/defined.js';

/** Old code → today's code → share of the old unit's people. Shares of one old unit add up to 1. */
export type Shares = ReadonlyMap<string, ReadonlyMap<string, Share>>;

/** The shares of a divided block; undefined when they are not all known. */
export type SharesOfBlock = (block: ComparisonBlock) => Shares | undefined;

/** The estimated figure of one of today's units of a divided block. */
export function apportioned(
  previous: PreviousPeriod,
  block: ComparisonBlock,
  shares: Shares,
  code: string,
  indicator: ComparedIndicator,
): RestatedMeasure {
  const sources = block.old.filter((old) => (shares.get(old.code)?.get(code)?.numerator ?? 0n) > 0n);
  const coverage = { reported: 0, expected: sources.length };
  if (!isSameFigure(previous, indicator))
    return { kind: 'notComparable', reason: 'otherDefinition', ...coverage };
  let total: Counts | undefined;
  const missing: string[] = [];
  for (const old of sources) {
    const measure = previous.measures.get(old.code)?.[indicator.id];
    const parts = shares.get(old.code);
    if (measure?.state === 'notApplicable') {
      coverage.expected -= 1;
      continue;
    }
    if (measure === undefined || parts === undefined || !isUsable(measure, indicator)) {
      missing.push(old.code);
      continue;
    }
    const part = shared(measure, parts, code);
    const sum = total === undefined || part === undefined ? part : addCounts(total, part);
    if (sum === undefined) return { kind: 'notComparable', reason: 'unsafe', ...coverage };
    total = sum;
  }
  const left = missing.length === 0 ? {} : { missing };
  return total === undefined
    ? { kind: 'notComparable', reason: 'noFigure', ...coverage, ...left }
    : {
        kind: 'estimate',
        ...total,
        reported: coverage.expected - missing.length,
        expected: coverage.expected,
        ...left,
      };
}

function shared(counts: Counts, parts: ReadonlyMap<string, Share>, code: string): Counts | undefined {
  const base = counts.d === undefined ? undefined : shareOut(counts.d, parts);
  const d = base?.get(code);
  const whole = shareOut(counts.n, parts, base).get(code);
  const pending = counts.pending === undefined ? undefined : shareOut(counts.pending, parts).get(code);
  if (whole === undefined) return undefined;
  return {
    n: whole,
    ...defined({ d, pending }),
  };
}

/**
 * A whole number shared out by largest remainders; ties go by code, so that the order of lines changes nothing.
 * No part becomes larger than its cap (a numerator stays within its denominator).
 */
export function shareOut(
  total: number,
  parts: ReadonlyMap<string, Share>,
  caps?: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const quotas = [...parts]
    .map(([code, { numerator, denominator }]) => {
      const product = BigInt(total) * numerator;
      const floor = product / denominator;
      return { code, floor, rest: ((product - floor * denominator) * commonOf(parts)) / denominator };
    })
    .sort((a, b) => (a.rest > b.rest ? -1 : a.rest < b.rest ? 1 : a.code < b.code ? -1 : 1));
  const result = new Map(quotas.map(({ code, floor }) => [code, Number(floor)]));
  let left = total - [...result.values()].reduce((sum, value) => sum + value, 0);
  for (let room = true; left > 0 && room;) {
    room = false;
    for (const { code } of quotas) {
      const value = result.get(code);
      const cap = caps?.get(code);
      if (left === 0 || value === undefined || (cap !== undefined && value >= cap && total <= sumOf(caps)))
        continue;
      result.set(code, value + 1);
      left -= 1;
      room = true;
    }
  }
  return result;
}

/** A denominator that all shares have in common, to compare what is left over. */
const commonOf = (parts: ReadonlyMap<string, Share>): bigint =>
  [...parts.values()].reduce((product, { denominator }) => product * denominator, 1n);

const sumOf = (caps: ReadonlyMap<string, number> | undefined): number =>
  caps === undefined ? Infinity : [...caps.values()].reduce((sum, value) => sum + value, 0);
