/** A result against its target, for sentences; the arithmetic is shared with the comparison of targets. */
export { targetOutcome, type TargetOutcome } from '../target-outcome.js';
