/**
 * The whole run, step by step; no input or output of its own.
 *
 * 1. the list of units becomes the tree of who is due
 * 2. read: every file becomes parts (unit, period, form), and of rivals one is chosen
 * 3. judge: the rules run; errors that stand make figures unusable, unit by field
 * 4. add up: counts go up the tree, rates are derived; a second way of adding must give the same
 * 5. compare: earlier periods, targets and member agencies stand beside
 * 6. finish: acceptances are stated, findings sorted, and the results know whether they are complete
 */
import type { Finding, ResultsDocument } from './model.js';
import { addUp } from './pipeline/add-up.js';
import { addedTwice } from './pipeline/added-twice.js';
import { compare } from './pipeline/compare.js';
import { finish, finishFindings } from './pipeline/finish.js';
import { judge } from './pipeline/judge.js';
import { readFiles } from './pipeline/read-parts.js';
import { runOf, type RunInput } from './pipeline/run-input.js';
import { buildUnitTree } from './units/unit-tree.js';

export type { RunInput } from './pipeline/run-input.js';

export interface RunOutcome {
  /** Absent when the list of units cannot be used: a total over a doubtful list would be wrong. */
  readonly results?: ResultsDocument;
  readonly findings: readonly Finding[];
}

/** Runs everything between the files and the writers. */
export async function runPipeline(input: RunInput): Promise<RunOutcome> {
  const { units = input.registry.units, config, listing } = input;
  const listed = buildUnitTree(units, config.unit, config.referenceDate);
  if (listed.tree === undefined)
    return { findings: finishFindings([...listed.findings, ...listing.findings]) };

  const reading = runOf(input, listed.tree);
  const read = await readFiles(reading);
  const run = read.set === input.set ? reading : runOf({ ...input, set: read.set }, listed.tree);
  const judged = judge(run, read, listed.findings);
  const added = addUp(run, read, judged);
  const differing = addedTwice(run, judged, added);
  // What the program cannot add up the same way twice is not to be printed.
  if (differing !== undefined) return { findings: [differing] };
  const beside = compare(run, judged, added);
  const results = finish(listing.findings, judged, added, beside);
  return { results, findings: results.findings };
}
