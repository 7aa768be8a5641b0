/** Areas of one year laid beside those of another, and whether their households say the same. */
import { areaKey } from './area-history.js';

export interface ListedArea {
  readonly name: string;
  /** The commune that it lay in before that was merged. */
  readonly formerUnit?: string;
  readonly households?: number;
}

/** What became what: several areas one, one several, or nothing on one side. */
export interface Pair {
  readonly then: readonly ListedArea[];
  readonly now: readonly ListedArea[];
}

/** Households that move in a year without anything being redrawn. */
const NEAR = 0.05;

export const sumOf = (areas: readonly ListedArea[]): number | undefined =>
  areas.some(({ households }) => households === undefined)
    ? undefined
    : areas.reduce((sum, { households = 0 }) => sum + households, 0);

/** How far the households of both sides lie apart, as a share of the larger one; unknown ones say nothing. */
export function apart(pair: Pair): number {
  const { then, now } = pair;
  const [before, after] = [sumOf(then), sumOf(now)];
  // Nothing speaks against an area that is still there under its name.
  if (before === undefined || after === undefined) return isKept(pair) ? 0 : 2 * NEAR;
  return Math.abs(before - after) / Math.max(before, after, 1);
}

/** The households do not speak against it. */
export const fits = (pair: Pair): boolean => apart(pair) <= NEAR;

export const isKept = ({ then: [first, second], now: [only, other] }: Pair): boolean =>
  first !== undefined &&
  only !== undefined &&
  second === undefined &&
  other === undefined &&
  areaKey(first.name) === areaKey(only.name);
