/** What test/support/compiled-hook.js calls for every finding of the compiled program. */
import { expect } from 'vitest';
import { noted } from './produced.js';

/** Names of parameters are looked at in tests in memory, which make every finding; whole tests print what an officer typed. */
const isInMemory = (): boolean =>
  /[\\/]test[\\/](?:unit|runs|sweeps|documents)[\\/]/u.test(expect.getState().testPath ?? '');

// Nothing may stand between the two: who made a finding is told by how deep its maker stands in the stack.
Object.assign(globalThis, { tdkvhNoted: noted, tdkvhNames: isInMemory });
