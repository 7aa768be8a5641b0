/** Puts something in the place of functions of the compiled program that test/support/compiled-hook.js lists, until the end of the file. */
import { afterAll } from 'vitest';
import type { rollUp } from '../../src/aggregation/roll-up.js';
import type { readSource } from '../../src/readers/read-source.js';
import type { buildFrame } from '../../src/reports/prose/frame.js';
import type { changeFileSafely } from '../../src/writers/output-set.js';

interface Replaceable {
  readonly rollUp: typeof rollUp;
  readonly readSource: typeof readSource;
  readonly buildFrame: typeof buildFrame;
  readonly changeFileSafely: typeof changeFileSafely;
}

/** Each gets the real function before what it is called with. */
type Instead = {
  readonly [Name in keyof Replaceable]?: (
    real: Replaceable[Name],
    ...given: Parameters<Replaceable[Name]>
  ) => ReturnType<Replaceable[Name]>;
};

export function instead(functions: Instead): void {
  Object.assign(globalThis, { tdkvhInstead: functions });
  afterAll(() => {
    Reflect.deleteProperty(globalThis, 'tdkvhInstead');
  });
}
