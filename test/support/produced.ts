/**
 * The findings that src really makes while the tests run. vitest.config.ts lets every finding pass through here; the
 * summary reporter asks at the end of a whole run whether each code of the catalogue was made, with a place and advice.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { PATH_PARAMETERS } from '../../src/findings/path-parameters.js';
import type { Finding } from '../../src/model.js';

/** File of this run, one line a finding; set by vitest.config.ts for all workers. */
const path = process.env['TDKVH_PRODUCED'] ?? '';
const known = new Set<string>();

/** About the command line itself, the machine or the whole run: the sentence says where. */
const WITHOUT_PLACE = /^(?:(?:cli|doctor|accept|return|output|report)\/|previous\/none$)/u;

/** Whether somebody can go there, and is told what to do, in whole sentences. */
export const isUsable = ({ code, at, unit, hint = '', message }: Finding): boolean =>
  (at.file !== '' || unit !== undefined || WITHOUT_PLACE.test(code)) &&
  hint !== '' &&
  message !== '' &&
  !/(?<!\{)\{\w+\}|\bundefined\b|\bNaN\b|\[object/u.test(`${message} ${hint}`);

/**
 * Shown as they stand in a file of the office, also where they hold a path: what it says, a line to be copied into it, a
 * part of a package.
 */
const QUOTED = new Set(['settlement', 'include', 'actual', 'part']);
/** A path of several names; “xã/phường” and dates are none. */
const PATH =
  /^[^“”\n]*\/[^“”\n]*\.(?:xlsx?|csv|docx?|json|yaml|hbs|zip)$|^(?:\/|\.{1,2}\/|(?:submissions|out|previous|forms|templates|sealed)\/)/u;

/** Parameters that hold a path under a name by which no screen knows them as such (findings/path-parameters.ts). */
export const hiddenPaths = (parameters: Readonly<Record<string, string | number>>): readonly string[] =>
  Object.entries(parameters).flatMap(([name, value]) =>
    typeof value === 'string' && PATH.test(value) && !PATH_PARAMETERS.has(name) && !QUOTED.has(name)
      ? [`${name}: ${value}`]
      : [],
  );

/** Notes a finding made by src; one that a test makes by itself does not count. */
export function noted(finding: Finding, parameters: Readonly<Record<string, string | number>> = {}): Finding {
  const hidden = hiddenPaths(parameters);
  if (hidden.length > 0)
    throw new Error(`${finding.code} holds a path that is not named so: ${hidden.join()}`);
  if (path === '' || known.has(finding.code) || !isUsable(finding)) return finding;
  if (/[\\/]test[\\/]/u.test(callerOfFinding())) return finding;
  known.add(finding.code);
  appendFileSync(path, `${finding.code}\n`);
  return finding;
}

/** The line of the stack that made it. Every line of a stack is looked up in the sources, so no more than needed are asked for. */
function callerOfFinding(): string {
  const usual = Error.stackTraceLimit;
  Error.stackTraceLimit = 4;
  const [, , , , caller = ''] = (new Error().stack ?? '').split('\n');
  Error.stackTraceLimit = usual;
  return caller;
}

/** The codes made in this run. */
export function producedCodes(): ReadonlySet<string> {
  try {
    return new Set(readFileSync(path, 'utf8').split('\n'));
  } catch {
    return new Set();
  }
}
