/** The child process that reads old and other spreadsheets, one after the other, until its parent is gone. */
import * as library from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { fontsOfCells } from './biff-fonts.js';
import { foreignSheets, type FontsOfCells } from './foreign-sheets.js';
import type { ForeignReply } from './child-pool.js';

library.set_cptable(codePages);

process.on('message', (message: unknown) => {
  process.send?.(reply(message));
});
process.on('disconnect', () => {
  process.exit(0);
});

function reply(message: unknown): ForeignReply {
  if (!(message instanceof Uint8Array)) return { outcome: 'failed' };
  try {
    const bytes = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
    return { outcome: 'read', sheets: foreignSheets(library, bytes, fonts(bytes)) };
  } catch (error) {
    return {
      outcome: error instanceof Error && /password/iu.test(error.message) ? 'locked' : 'failed',
    };
  }
}

/** Only compound files (.xls) keep fonts in a stream of records. */
function fonts(bytes: Buffer): FontsOfCells {
  if (bytes[0] !== 0xd0) return new Map();
  const files: unknown = library.CFB;
  if (!isCompoundFiles(files)) return new Map();
  const content = files.find(files.read(bytes, { type: 'buffer' }), 'Workbook')?.content;
  return content === undefined ? new Map() : fontsOfCells(bytesOf(content));
}

/** Usually bytes already: a copy would cost as much as the file. */
const bytesOf = (content: ArrayLike<number>): Uint8Array =>
  content instanceof Uint8Array ? content : Uint8Array.from(content);

/** The part of the library that opens compound files; it is not typed there. */
interface CompoundFiles {
  read(bytes: Uint8Array, options: { readonly type: 'buffer' }): unknown;
  find(file: unknown, name: string): { readonly content?: ArrayLike<number> } | null;
}

const isCompoundFiles = (value: unknown): value is CompoundFiles =>
  typeof value === 'object' && value !== null && 'read' in value && 'find' in value;
