/** What to do next, the command whole at the end: on its own line where it would be broken. */
import { asCalled, isMenuStep } from './as-called.js';
import { hanging, widthOf } from './wrap-text.js';

export interface NextStep {
  /** What is to be done, without a full stop. */
  readonly text: string;
  /** The command that does it, without the program's name. */
  readonly run?: string;
}

const LEAD = 'Tiếp theo: ';

/** The steps, one under the other. */
export function nextSteps(steps: readonly NextStep[], columns: number): string {
  return steps
    .map(({ text, run }, index) => {
      const lead = index === 0 ? LEAD : ' '.repeat(widthOf(LEAD));
      const what = asCalled(text);
      return run === undefined
        ? hanging(lead, `${what}${index < steps.length - 1 ? ';' : '.'}`, columns)
        : commandLine(lead, what, run, columns);
    })
    .join('\n');
}

/** "xem ai đã gửi: tdkvh status": a command that would be broken stands whole on a line of its own, to be copied. */
export function commandLine(lead: string, text: string, run: string, columns: number): string {
  const command = asCalled(`tdkvh ${run}`);
  const line = `${lead}${text}: ${command}`;
  if (isMenuStep(command)) return hanging(lead, `${text}: ${command}`, columns);
  return widthOf(line) <= columns
    ? line
    : `${hanging(lead, `${text}:`, columns)}\n${' '.repeat(widthOf(lead))}${command}`;
}
