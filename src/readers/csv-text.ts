/** The letters of a CSV file: UTF-8, or UTF-16 with its mark; any byte that is no letter refuses the file. */
import { fault, type GateFault } from './read-fault.js';

const NEWLINE = /\r\n?|\n/gu;

/** Text with `\n` line ends and without mark, or the fault with its line. */
export function decodeCsv(bytes: Uint8Array): string | GateFault {
  const encoding = encodingOf(bytes);
  const text = tryDecode(bytes, encoding);
  if (text === undefined) return atLine('file/csv-encoding', lineOfBadByte(bytes, encoding));
  const nul = text.indexOf('\0');
  if (nul >= 0) return atLine('file/csv-binary', lineAt(text, nul));
  const lost = text.indexOf('\uFFFD');
  if (lost >= 0) return atLine('file/csv-lost-letters', lineAt(text, lost));
  return text.replace(NEWLINE, '\n');
}

const atLine = (
  code: 'file/csv-encoding' | 'file/csv-binary' | 'file/csv-lost-letters',
  line: number,
): GateFault => fault(code, { line }, { cell: `A${line}` });

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const lineAt = (text: string, index: number): number =>
  (text.slice(0, index).match(NEWLINE)?.length ?? 0) + 1;

/** Decoding leniently puts U+FFFD where the first bad bytes are. */
function lineOfBadByte(bytes: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(bytes);
  return lineAt(text, Math.max(0, text.indexOf('\uFFFD')));
}
