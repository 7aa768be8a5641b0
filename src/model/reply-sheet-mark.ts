/** How a reply sheet of ours is known again when it comes back, whatever its name: a word in a hidden column of its first row. */
import type { RawSheet } from '../model.js';

export const REPLY_SHEET_MARK = 'tdkvh/reply@1';

/** True for a reply sheet of `tdkvh return`; its texts are no figures of the sender. */
export const isReplySheet = ({ cells }: RawSheet): boolean =>
  cells.some(({ row, raw }) => row === 1 && raw === REPLY_SHEET_MARK);
