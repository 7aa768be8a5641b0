/** Questions on the terminal, asked only when somebody sits at it. */
import { createInterface } from 'node:readline/promises';

export interface Question {
  readonly text: string;
  /** Shown in brackets and taken when the answer is empty. */
  readonly proposal?: string;
}

/** The answers, in order; an empty answer is the proposal. */
export async function ask(questions: readonly Question[]): Promise<readonly string[]> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answers: string[] = [];
    for (const { text, proposal } of questions) {
      const typed = await terminal.question(`${text}${proposal === undefined ? '' : ` [${proposal}]`}: `);
      answers.push(typed.trim() === '' ? (proposal ?? '') : typed.trim().normalize('NFC'));
    }
    return answers;
  } finally {
    terminal.close();
  }
}
