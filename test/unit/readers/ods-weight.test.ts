/** An OpenDocument sheet with more filled cells than are read is refused before each of them is. */
import { describe, expect, it } from 'vitest';
import { refuseTooManyCells } from '../../../src/readers/ods/ods-weight.js';
import { MOST_FILLED_CELLS } from '../../../src/readers/sheet-collector.js';

const OFFICE = 'urn:oasis:names:tc:opendocument:xmlns:office:1.0';
const document = (prefix: string, cells: number, more = ''): Uint8Array =>
  Buffer.from(
    `<${prefix}:document-content xmlns:${prefix}='${OFFICE}'>${`<c ${prefix}:value-type="float"/>`.repeat(cells)}${more}`,
  );
const read = (bytes: Uint8Array) => (): void => {
  refuseTooManyCells('content.xml', bytes);
};

describe('cells of an OpenDocument sheet', () => {
  it.each(['office', 'o'])('beyond the limit end the file at once, whatever their prefix (%s)', (prefix) => {
    expect(read(document(prefix, MOST_FILLED_CELLS))).not.toThrow();
    expect(read(document(prefix, MOST_FILLED_CELLS + 1))).toThrow();
  });

  it('are left to the reader to count where a value may be no cell', () => {
    for (const more of [`<t table:name="'file:///a.ods'#Biểu 01"/>`, '<table:tracked-changes/>'])
      expect(read(document('office', MOST_FILLED_CELLS + 1, more))).not.toThrow();
  });
});
