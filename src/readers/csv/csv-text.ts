/** The letters of a CSV file: UTF-8 or UTF-16; anything else is handed on as bytes, to be decoded with known words. */
import { fault, type GateFault } from '../read-fault.js';

const NEWLINE = /\r\n?|\n/gu;

/** Text with `\n` line ends and without mark. `undecoded`: each letter is a byte of an unknown encoding. */
export interface CsvText {
  readonly text: string;
  readonly undecoded: boolean;
  /** Lines in which control characters stood. */
  readonly strayLines: readonly number[];
}

/** The text, or the fault with its line. Bytes are kept as letters only when asked for. */
export function decodeCsv(bytes: Uint8Array, keepBytes = false): CsvText | GateFault {
  const encoding = encodingOf(bytes);
  const decoded = tryDecode(bytes, encoding);
  const undecoded = decoded === undefined;
  if (undecoded && (!keepBytes || encoding !== 'utf-8'))
    return atLine('file/csv-encoding', lineOfBadByte(bytes, encoding));
  const text = decoded ?? Buffer.from(bytes).toString('latin1');
  const nul = text.indexOf('\0\0');
  if (nul >= 0) return atLine('file/csv-binary', lineAt(text, nul));
  const lost = text.indexOf('\uFFFD');
  if (lost >= 0) return atLine('file/csv-lost-letters', lineAt(text, lost));
  // Where nothing changes, millions of line ends are not replaced one by one.
  const lines = (text.includes('\r') ? text.replace(NEWLINE, '\n') : text).replace(END_OF_DOS, '');
  return { text: withoutStrays(lines), undecoded, strayLines: strayLinesOf(lines) };
}

/** The sign by which DOS ends a text. */
const END_OF_DOS = /\u001a\s*$/u;
/** Control characters that no table needs: leftovers of other programs, as the line break of Word; two zero bytes show another encoding. */
const STRAYS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]+/gu;

/** A line of nothing else is none: it would be a row with too few cells. */
const ONLY_STRAYS = /^[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f ]+$/gmu;

/** A space; between two digits a sign that is no number, because nobody knows whether it is one number or two. */
const withoutStrays = (text: string): string =>
  text
    .replace(ONLY_STRAYS, '')
    .replace(STRAYS, (strays, at: number) =>
      /\d/u.test(text.charAt(at - 1)) && /\d/u.test(text.charAt(at + strays.length)) ? '\uFFFD' : ' ',
    );

const strayLinesOf = (text: string): readonly number[] =>
  text.search(STRAYS) < 0
    ? []
    : text.split('\n').flatMap((line, index) => (line.search(STRAYS) < 0 ? [] : [index + 1]));

const atLine = (
  code: 'file/csv-encoding' | 'file/csv-binary' | 'file/csv-lost-letters',
  line: number,
): GateFault => fault(code, { line }, { cell: `A${line}` });

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return unmarked16(bytes) ?? 'utf-8';
}

const LOOKED_AT = 4096;

/** UTF-16 without its mark: every digit and separator has a zero byte, always on the same side. */
function unmarked16(bytes: Uint8Array): Encoding | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const head = bytes.subarray(0, LOOKED_AT);
  const even = head.filter((value, at) => value === 0 && at % 2 === 0).length;
  const odd = head.filter((value, at) => value === 0 && at % 2 === 1).length;
  if (Math.min(even, odd) > 0 || Math.max(even, odd) * 4 < head.length) return undefined;
  return odd > 0 ? 'utf-16le' : 'utf-16be';
}

function tryDecode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const lineAt = (text: string, index: number): number =>
  (text.slice(0, index).match(NEWLINE)?.length ?? 0) + 1;

/** Decoding leniently puts U+FFFD where the first bad bytes are. */
function lineOfBadByte(bytes: Uint8Array, encoding: Encoding): number {
  const text = new TextDecoder(encoding).decode(bytes);
  return lineAt(text, Math.max(0, text.indexOf('\uFFFD')));
}
