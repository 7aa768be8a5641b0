/** Who decides on a title is unsure after July 2025: what is printed names a decider only where the office itself wrote it. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reportTemplates } from '../../support/report-wording.js';
import { SET } from '../submission/made-files.js';

const SRC = new URL('../../../src/', import.meta.url);
/** Where the key may be spoken of: its shape, the check that one holds at a time, the list of unconfirmed facts. */
const KNOWS = new Set([
  'criteria/unconfirmed-facts.ts',
  'model/criteria/title.ts',
  'criteria/dated-checks.ts',
]);

describe('the decider of a title', () => {
  it('is known to the set for every day, as unconfirmed after 30 June 2025', () => {
    const all = JSON.stringify(SET.titles);
    expect(all).toContain('Chủ tịch Ủy ban nhân dân cấp xã');
    const said = /"from":"2025-07-01"[^{}]*"confirmed":(true|false)/gu;
    expect([...all.matchAll(said)].map(([, confirmed]) => confirmed)).toContain('false');
  });

  it('stands in no template of reports and letters, and no code can print it', () => {
    for (const [name, text] of Object.entries(reportTemplates()))
      expect(text, name).not.toMatch(/Chủ tịch Ủy ban nhân dân|decidedBy/u);
    const reading = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .filter((path) => readFileSync(new URL(path, SRC), 'utf8').includes('decidedBy'));
    expect(reading.filter((path) => !KNOWS.has(path.replaceAll('\\', '/')))).toEqual([]);
  });
});
