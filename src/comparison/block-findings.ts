/** Says which units cannot be compared one by one, which were taken for others, and where only land moved. */
import type { ComparisonBlock, Finding } from '../model.js';
import { finding } from '../findings/finding.js';
import { unitFullName } from '../units/names/unit-name.js';
import type { SharesOfBlock } from './apportion.js';
import type { PreviousPeriod } from './previous-period.js';
import { IN_CROSSWALK } from '../findings/places.js';

/** One finding per divided block, and one for each unit whose land changed without its people. */
export function blockFindings(
  blocks: readonly ComparisonBlock[],
  previous: PreviousPeriod,
  estimate?: SharesOfBlock,
): Finding[] {
  const period = previous.period.id;
  return blocks.flatMap((block): Finding[] => {
    const [first] = block.new;
    if (first === undefined) return [];
    const subject = { unit: first.code, period };
    if (block.kind === 'split') {
      const parameters = { new: block.new.map(unitFullName).join(', '), count: block.old.length, period };
      if (estimate === undefined)
        return [finding('comparison/split-block', IN_CROSSWALK, parameters, subject)];
      return estimate(block) === undefined
        ? [finding('comparison/no-shares', IN_CROSSWALK, parameters, subject)]
        : [finding('comparison/estimated', IN_CROSSWALK, parameters, subject)];
    }
    if (block.kind === 'noBasis') return renamed(block, previous);
    return block.landMoved
      ? [finding('comparison/land-moved', IN_CROSSWALK, { name: unitFullName(first), period }, subject)]
      : [];
  });
}

/** The lists say one unit, the two results name two: the list is behind, or the code means other ground. */
function renamed(block: ComparisonBlock, previous: PreviousPeriod): Finding[] {
  const [now, ...others] = block.new;
  const then = block.old[0] === undefined ? undefined : previous.ground.units.get(block.old[0].code);
  if (now === undefined || others.length > 0 || block.old[0]?.id !== now.id || then === undefined) return [];
  if (unitFullName(then) === unitFullName(now)) return [];
  const period = previous.period.id;
  const parameters = { code: now.code, period, old: unitFullName(then), new: unitFullName(now) };
  return [finding('comparison/renamed', IN_CROSSWALK, parameters, { unit: now.code, period })];
}
