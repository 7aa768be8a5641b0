/** What test/support/compiled-hook.js calls for every finding of the compiled program. */
import { heard } from './produced.js';

Object.assign(globalThis, { tdkvhHeard: heard });
