/** `explain` has a full page for every entry of the catalogue. */
import { describe, expect, it } from 'vitest';
import { catalogueEntries, entryText, listText } from '../../../src/cli/commands/explain/explanations.js';
import { loadExplanations } from '../../../src/office/load-explanations.js';
import { widthOf } from '../../../src/cli/screen/wrap-text.js';

const { texts } = await loadExplanations();
const entries = catalogueEntries().map((entry) => ({
  ...entry,
  ...(texts?.get(entry.code) ?? { cause: '', example: '', remedy: '' }),
}));

describe('explanations', () => {
  it.each(entries.map((entry) => [entry.number, entry] as const))('%s', (_, entry) => {
    const text = entryText(entry, 80);
    expect(text).not.toMatch(/(?<!\{)\{\w+\}(?!\})/u);
    expect(text.split('\n').filter((line) => widthOf(line) > 80)).toEqual([]);
    for (const part of [entry.cause, entry.example, entry.remedy, entry.hint])
      expect(part.trim()).not.toBe('');
    for (const part of [entry.message, entry.cause, entry.remedy, entry.hint])
      expect(part).toMatch(/[.…”}]$/u);
  });

  it('lists every number once, in order', () => {
    const numbers = listText(entries, 80).match(/^ {2}VH\d{3}/gmu) ?? [];
    expect(numbers).toHaveLength(entries.length);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.toSorted()).toEqual(numbers);
  });
});
