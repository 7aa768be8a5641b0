/** Words and colours of one finding on screen. */
import { Chalk } from 'chalk';
import { weightOf } from '../../findings/causes.js';
import { SEVERITY_WORDS } from '../../findings/severity-words.js';
import type { Finding } from '../../model.js';
import { formatDate } from '../../values/number-format.js';
import { safeText } from '../../values/safe-text.js';
import { asCalled } from './as-called.js';
import { hanging, widthOf } from './wrap-text.js';

const TRIAL = 'Theo dõi';
const ACCEPTED = 'Đã xác nhận';

export const chalkOf = (colour: boolean): InstanceType<typeof Chalk> => new Chalk({ level: colour ? 1 : 0 });

export const wordOf = ({ severity, trial, accepted }: Finding): string =>
  accepted !== undefined ? ACCEPTED : trial === true ? TRIAL : SEVERITY_WORDS[severity];

export function colouredWord(found: Finding, colour: boolean, word = wordOf(found)): string {
  const chalk = chalkOf(colour);
  if (weightOf(found) > 2) return chalk.dim(word);
  return { error: chalk.red, warning: chalk.yellow, info: chalk.cyan }[found.severity](word);
}

/** An accepted finding is told with who vouches for it, and needs no advice. */
export const sentenceOf = ({ message, accepted }: Finding): string =>
  safeText(
    accepted === undefined
      ? message
      : `${message} Lý do: ${accepted.reason} (${accepted.person}, ${formatDate(accepted.date)}).`,
  );

/** The advice, with an arrow; a line to be copied into a file stands alone and whole, at the left: cut it could not be. */
export function adviceLines({ hint, accepted }: Finding, indent: string, columns: number): readonly string[] {
  if (accepted !== undefined || hint === undefined || hint === '') return [];
  const lead = `${indent}→ `;
  return asCalled(safeText(hint))
    .split(/ (?=- \{ sha256)|(?<=[^}]\})(?: |; )/u)
    .map((part, index) =>
      part.startsWith('- {')
        ? `  ${part}`
        : hanging(index === 0 ? lead : ' '.repeat(widthOf(lead)), part, columns),
    );
}
