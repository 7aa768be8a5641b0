/** What is wrong with the wording of the office. */

/**
 * A template that cannot be used: named by file and section, for the office that edits the wording; hence the reasons
 * are Vietnamese. They cannot come from the templates that are at fault.
 */
export class WordingFault extends Error {
  override readonly name = 'WordingFault';
  readonly place: string;
  readonly reason: string;
  /** What else is wrong, where several places were looked at. */
  readonly others: readonly WordingFault[];
  constructor(place: string, reason: string, others: readonly WordingFault[] = []) {
    super(`${place}: ${reason}`);
    this.place = place;
    this.reason = reason;
    this.others = others;
  }
}
