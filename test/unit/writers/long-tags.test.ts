/** Tags of a commune's workbook and texts of an office may be as long as somebody likes: the time grows with the length. */
import { describe, expect, it } from 'vitest';
import { attributeOf, withAttribute, withoutEnd } from '../../../src/writers/marking/xml-tags.js';

// By the square of the length this would take many minutes.
const LONG = 400_000;

describe('a tag of 400,000 letters', () => {
  it.each([
    ['blanks', ' '.repeat(LONG)],
    ['a word without a value', ` ${'.'.repeat(LONG)}`],
    ['quotes', ` ${'"'.repeat(LONG)}`],
  ])('%s', (_, filling) => {
    const tag = `<c r="A1"${filling}x/>`;
    expect(attributeOf(tag, 's')).toBe(undefined);
    expect(withAttribute(tag, 's', '1')).toBe(`<c r="A1"${filling}x s="1"/>`);
    expect(withoutEnd(`<c r="A1"${' '.repeat(LONG)}/>`)).toBe('<c r="A1"');
  });
});
