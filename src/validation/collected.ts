/** What the rules say of one unit, gathered so that a form full of errors takes no more memory than it must. */
import type { FindingCode } from '../findings/catalogue/catalogue.js';
import { isError } from '../findings/finding.js';
import { everyFinding, FoldedFindings } from '../findings/fold.js';
import type { Finding } from '../model.js';
import { shortHash } from '../values/short-hash.js';
import { NOT_EVALUATED, type Outcome, type ValidationResult } from './outcome.js';

const ABOVE_ITS_WHOLE: ReadonlySet<string> = new Set([
  'row/part-exceeds-whole',
  'row/parts-exceed-whole',
  'row/rate-over-hundred',
  'total/part-exceeds-whole',
  'total/rate-over-hundred',
] satisfies readonly FindingCode[]);

export class Collected {
  readonly #store: FoldedFindings;
  /** Questions wait until all errors are known. */
  readonly #questions = new FoldedFindings();
  /** What errors say of which cell. */
  readonly #said = new Set<string>();
  /** Fields that an error calls larger than their whole, with the keys of their rows. */
  readonly #above = new Map<string, Set<string | undefined>>();
  readonly #notEvaluated = new Map<string, number>();

  constructor(store: FoldedFindings) {
    this.#store = store;
  }

  addAll(findings: Iterable<Finding>): void {
    for (const one of findings) this.#keep(one);
  }

  add(rule: string, outcomes: Iterable<Outcome>): void {
    let undecided = 0;
    for (const outcome of outcomes) {
      if (outcome === NOT_EVALUATED) undecided += 1;
      else this.#keep(outcome);
    }
    if (undecided > 0) this.#notEvaluated.set(rule, (this.#notEvaluated.get(rule) ?? 0) + undecided);
  }

  /** What only follows from the set is said where no rule that somebody wrote says it. */
  addDerived(outcomes: Iterable<Outcome>): void {
    const derived: Finding[] = [];
    for (const outcome of outcomes)
      if (outcome !== NOT_EVALUATED && !this.#isAbove(outcome)) derived.push(outcome);
    this.addAll(derived);
  }

  /**
   * Where a part is blank, two rules may come down to the same comparison, the one an error, the other a question: what
   * the error says of a cell is not asked as well.
   */
  result(): ValidationResult {
    for (const one of everyFinding(this.#questions.all()))
      if (one.code !== 'cell/more-of-same' && !this.#said.has(sayingOf(one))) this.#store.add(one);
    return { findings: this.#store.all(), notEvaluated: this.#notEvaluated };
  }

  #keep(one: Finding): void {
    if (!isError(one)) {
      this.#questions.add(one);
      return;
    }
    this.#store.add(one);
    if (one.trial !== true) this.#said.add(sayingOf(one));
    if (!ABOVE_ITS_WHOLE.has(one.code)) return;
    for (const field of one.fields ?? [])
      this.#above.set(field, (this.#above.get(field) ?? new Set()).add(one.rowKey));
  }

  /** Whether a written rule says it of one of the two figures already, in the same row or in a row of the same unit. */
  #isAbove({ rowKey, fields = [] }: Finding): boolean {
    return fields.some((field) => {
      const rows = this.#above.get(field);
      return rows !== undefined && (rowKey === undefined || rows.has(rowKey));
    });
  }
}

/** Short: a form may have some hundred thousand. */
const sayingOf = ({ code, message, at }: Finding): string =>
  `${code} ${at.cell ?? ''} ${shortHash([message, at.file, at.sheet ?? ''].join('\u001f'))}`;
