/**
 * Which sets of a chain are kin of the last: those for titles of the same years. A set for other years (Nghị định 122
 * is written as what differs from Nghị định 86) is another law, although it borrows from the file it extends.
 */
import { isKeys, type ChainFile } from './chain-file.js';

interface Years {
  readonly from: number;
  readonly to: number;
}

/** How many files at the end of the chain are kin, the last included. */
export function kinOf(chain: readonly ChainFile[]): number {
  const years = yearsAlong(chain);
  const last = years.at(-1);
  let kin = 1;
  while (kin < chain.length) {
    const [own, above] = [years.at(-kin), years.at(-kin - 1)];
    if (!overlap(own, above) || !overlap(last, above)) break;
    kin += 1;
  }
  return kin;
}

/** A file that says no years takes those of the file it extends. */
function yearsAlong(chain: readonly ChainFile[]): readonly (Years | undefined)[] {
  let years: Years | undefined;
  return chain.map(
    ({ value }) => (years = yearsIn(isKeys(value) ? value['titleYears'] : undefined) ?? years),
  );
}

function yearsIn(value: unknown): Years | undefined {
  if (!isKeys(value)) return undefined;
  const { from, to = Infinity } = value;
  return typeof from === 'number' && typeof to === 'number' ? { from, to } : undefined;
}

const overlap = (one: Years | undefined, other: Years | undefined): boolean =>
  one !== undefined && other !== undefined && one.from <= other.to && other.from <= one.to;
