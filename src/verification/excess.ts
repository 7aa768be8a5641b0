/** One part beside its whole: it is the whole at most. */
import { foundIn, type Checking } from './checking.js';
import type { Item, Statement } from './reading/statement.js';
import { swaps } from './share.js';
import { printed } from './amount.js';

/** A number of what was done that is above the number of what there was to do. */
export const EXCHANGED_OR_MISTYPED = 'có thể hai số bị đảo cho nhau hoặc gõ sai một số';

/** A part is its whole at most; `otherwise`: the likely cause where no two digits exchanged explain more. */
export function compareWithWhole(
  checking: Checking,
  statement: Statement,
  whole: Item,
  part: Item,
  otherwise?: string,
): void {
  if (part.value > whole.value) foundExcess(checking, statement, part, whole, otherwise);
  else checking.ledger.right([part, whole]);
}

function foundExcess(
  checking: Checking,
  statement: Statement,
  part: Item,
  whole: Item,
  otherwise = 'có thể hai số bị đảo cho nhau hoặc gõ thừa chữ số',
): void {
  const swapped = swaps(part.value, part.step).find((value) => value <= whole.value);
  const cause =
    swapped === undefined || part.value === 0n
      ? otherwise
      : `có thể gõ đảo chữ số (${printed(swapped, part.step)})`;
  const parameters = { part: part.text, whole: whole.text, cause };
  checking.ledger.found(foundIn('verify/part-exceeds-whole', checking, statement, part, parameters), [
    part,
    whole,
  ]);
}
