/** What tests in memory need of the build: what they import from src, compiled, and what it finds ready. No program is bundled. */
import { compileWhenStale } from './support/built-program.js';

export default compileWhenStale;
