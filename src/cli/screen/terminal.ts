/** The terminal of a run: where text goes, how wide it is, whether it may be coloured, whether somebody answers. */

import { safeLines, safeOutput } from '../../values/safe-text.js';

export interface Terminal {
  /** Results. */
  readonly out: (text: string) => void;
  /** Findings, progress, questions. */
  readonly err: (text: string) => void;
  readonly columns: number;
  readonly colour: { readonly out: boolean; readonly err: boolean };
  /** Somebody sits at all ends, and sees the questions (stderr): they may be asked. */
  readonly interactive: boolean;
  /** Progress may be drawn. */
  readonly animated: boolean;
}

/** What a stream is to us. */
interface Stream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Colour by option, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal. */
export function mayColour(
  stream: Pick<Stream, 'isTTY'>,
  environment: Environment,
  noColorOption: boolean,
): boolean {
  const { NO_COLOR: off, FORCE_COLOR: forced, TERM: terminal } = environment;
  if (noColorOption || (off !== undefined && off !== '')) return false;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return stream.isTTY === true && terminal !== 'dumb';
}

const WIDEST = 120;
const DEFAULT_COLUMNS = 80;

/** The terminal of this process. */
export function openTerminal(noColorOption: boolean): Terminal {
  const { stdin, stdout, stderr, env } = process;
  // A pseudo-terminal may have no width: then it is 80, and nothing is drawn on it.
  const columns = (stderr.isTTY ? stderr.columns : stdout.isTTY ? stdout.columns : 0) || DEFAULT_COLUMNS;
  const colour = { out: mayColour(stdout, env, noColorOption), err: mayColour(stderr, env, noColorOption) };
  // Where nothing is coloured a colour is somebody else's.
  const write = (stream: Stream, coloured: boolean) => (text: string) => {
    const safe = coloured ? safeOutput(text) : safeLines(text);
    stream.write(safe === '' || safe.endsWith('\n') ? safe : `${safe}\n`);
  };
  return {
    out: write(stdout, colour.out),
    err: write(stderr, colour.err),
    columns: Math.max(60, Math.min(columns, WIDEST)),
    colour,
    interactive: stdin.isTTY && stdout.isTTY && stderr.isTTY && env['CI'] === undefined,
    animated: stderr.isTTY && stderr.columns > 0 && env['TERM'] !== 'dumb',
  };
}
