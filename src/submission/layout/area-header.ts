/** What a residential area is called at the head of a column: "Thôn Đông", "TDP số 3". */
import { foldMarks } from '../../values/vietnamese-text.js';

const AREA_NAME =
  /^(?:thon|to dan pho|tdp|khu dan cu|kdc|ap|ban|buon|bon|xom|khu pho|khom|khoi pho|khoi|to|khu)\s+\S/u;

/** Without a unit or number in brackets at its end. */
export const headerWord = (text: string): string =>
  foldMarks(text)
    .replace(/\s*\([^()]*\)\s*$/u, '')
    .trim();

export const isAreaHeader = (text: string): boolean => AREA_NAME.test(headerWord(text));
