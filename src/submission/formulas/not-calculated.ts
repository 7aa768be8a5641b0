/** What is not recalculated ends the formula in which it stands; nothing else may catch it. */

class NotCalculated extends Error {}
const NOT_CALCULATED = new NotCalculated();

export function notCalculated(): never {
  throw NOT_CALCULATED;
}

/** The result of a step, or undefined where it met something that is not recalculated. */
export function calculated<Result>(step: () => Result): Result | undefined {
  try {
    return step();
  } catch (error) {
    if (error instanceof NotCalculated) return undefined;
    throw error;
  }
}
