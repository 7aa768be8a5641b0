/** Questions on the terminal, asked only when somebody sits at it; an end of input ends the talk, never hangs it. */
import { createInterface } from 'node:readline';
import { safeOutput } from '../../values/safe-text.js';

export interface Question {
  readonly text: string;
  /** Shown in brackets and taken when the answer is empty. */
  readonly proposal?: string;
}

/** A talk with the person at the terminal. */
export interface Conversation {
  readonly say: (text: string) => void;
  /** The answer, NFC, without spaces around it; undefined when the person has ended the talk (Ctrl-C, Ctrl-D). */
  readonly ask: (question: Question) => Promise<string | undefined>;
  readonly close: () => void;
}

/** Opens the talk of this process: reads stdin, writes stderr, so that results alone go to stdout. */
export function openConversation(): Conversation {
  const { stdin, stderr } = process;
  const lines: string[] = [];
  let ended = false;
  let waiting: (() => void) | undefined;
  const wake = (): void => {
    waiting?.();
    waiting = undefined;
  };
  const reader = createInterface({ input: stdin, output: stderr });
  reader.on('line', (line) => {
    lines.push(line);
    wake();
  });
  reader.on('close', () => {
    ended = true;
    wake();
  });
  const next = async (): Promise<string | undefined> => {
    // Lines pasted at once arrive before their questions.
    if (lines.length === 0 && !ended) await new Promise<void>((resume) => (waiting = resume));
    return lines.shift();
  };
  return {
    say: (text) => {
      stderr.write(`${safeOutput(text)}\n`);
    },
    ask: async ({ text, proposal }) => {
      reader.setPrompt(`${text}${proposal === undefined ? '' : ` [${proposal}]`}: `);
      if (!ended) reader.prompt();
      const typed = await next();
      if (typed === undefined) {
        stderr.write('\n');
        return undefined;
      }
      const answer = typed.normalize('NFC').trim();
      return answer === '' ? (proposal ?? '') : answer;
    },
    close: () => {
      reader.close();
    },
  };
}

/** The answers, in order; an empty answer is the proposal, and after the end of the talk nothing is proposed. */
export async function ask(questions: readonly Question[]): Promise<readonly string[]> {
  const conversation = openConversation();
  try {
    const answers: string[] = [];
    for (const question of questions) answers.push((await conversation.ask(question)) ?? '');
    return answers;
  } finally {
    conversation.close();
  }
}

/** Asks until the answer is understood; `understand` gives the value, or says what was not understood. */
export async function askUntil<Value>(
  conversation: Conversation,
  question: Question,
  understand: (answer: string) => { readonly value: Value } | { readonly again: string },
): Promise<{ readonly value: Value } | undefined> {
  for (;;) {
    const answer = await conversation.ask(question);
    if (answer === undefined) return undefined;
    const understood = understand(answer);
    if ('value' in understood) return understood;
    conversation.say(`  ${understood.again}`);
  }
}
