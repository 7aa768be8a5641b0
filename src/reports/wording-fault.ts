/** What is wrong with the wording of the office. */

/**
 * A template that cannot be used: named by file and section, for the office that edits the wording; hence the reasons
 * are Vietnamese. They cannot come from the templates that are at fault.
 */
export class WordingFault extends Error {
  override readonly name = 'WordingFault';
  readonly place: string;
  readonly reason: string;
  constructor(place: string, reason: string) {
    super(`${place}: ${reason}`);
    this.place = place;
    this.reason = reason;
  }
}
