/** Lists of which thousands of lines are at fault: they have one cause, or a file of another kind bears the name. */
import type { Finding, SourceRef } from '../model.js';
import { finding, isError } from './finding.js';
import { append } from '../values/of-many.js';

const MOST_TOLD = 2_000;

/** Takes what is found line by line, until there is too much. */
export class LineFindings {
  readonly all: Finding[];
  #errors = 0;

  readonly #code: 'table/rest-unchecked' | 'crosswalk/rest-unchecked';

  /** `code`: how the lines that are left are told; a map that is not sound stops no run. */
  constructor(
    before: readonly Finding[] = [],
    code: 'table/rest-unchecked' | 'crosswalk/rest-unchecked' = 'table/rest-unchecked',
  ) {
    this.#code = code;
    this.all = [...before];
  }

  add(found: readonly Finding[]): void {
    append(this.all, found);
    for (const one of found) if (isError(one)) this.#errors += 1;
  }

  /** Whether the list is to be left here: `count` lines from `line` on are then told as not looked at. */
  isEnough(at: () => SourceRef, line: number, count: number): boolean {
    if (this.#errors <= MOST_TOLD) return false;
    this.all.push(finding(this.#code, at(), { line, count }));
    return true;
  }
}
