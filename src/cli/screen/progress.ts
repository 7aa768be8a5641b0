/** Progress of long work on stderr: a spinner with a count on a terminal, nothing elsewhere. */
import type { CommandOptions } from '../command.js';
import type { Terminal } from './terminal.js';

export interface Progress {
  readonly step: () => void;
  readonly stop: () => void;
}

const SILENT: Progress = { step: () => undefined, stop: () => undefined };
/** Below this the work is done before a spinner could be read, and loading it would cost more. */
const WORTH_SHOWING = 5;

/** Starts showing "Đang đọc 12/600"; `ora` is loaded only when it will be seen. */
export async function startProgress(
  terminal: Terminal,
  options: CommandOptions,
  text: string,
  total: number,
): Promise<Progress> {
  if (!terminal.animated || options.flag('quiet') || options.flag('json') || total < WORTH_SHOWING)
    return SILENT;
  const { default: ora } = await import('ora');
  const spinner = ora({
    text,
    stream: process.stderr,
    color: terminal.colour.err ? 'cyan' : 'white',
  }).start();
  let done = 0;
  return {
    step: () => {
      done += 1;
      spinner.text = `${text} ${done}/${total}`;
    },
    stop: () => {
      spinner.stop();
    },
  };
}
