/** How the reports of both fixtures read, as numbers: who is missing is said once, clauses do not repeat. */
import { describe, expect, it } from 'vitest';
import { readResultsJson } from '../../src/readers/results/results-json.js';
import { proseOf } from '../../src/reports/prose/prose.js';
import { buildReport } from '../../src/reports/report.js';
import { sharedRun } from '../end-to-end/fixture-run.js';
import { builtInWording } from '../support/report-wording.js';
import { measured, measureProse } from './prose.js';

const wording = builtInWording();

/** Of the sentences of a report on a year; a registration has so few that its two weigh more. */
const MOST_CAVEATS = 0.08;
const MOST_CAVEATS_AT_ALL = 4;
/** A slice of the variants. */
const EVERY = 7;
const MOST_REPEATED = 20;

describe.each(['district-2024', 'province-2025'] as const)('the report of %s', (fixture) => {
  it('speaks little of what is missing, whatever it reports', () => {
    const stored = readResultsJson(sharedRun(fixture).output('results.json'));
    if (stored.kind !== 'results') throw new Error('no results');
    const all = measured({ buildReport, proseOf, wording }, stored.results, '', EVERY);
    expect(all).toHaveLength(7);
    for (const { name, sentences, caveats, repeated } of all) {
      expect(caveats.length, name).toBeLessThanOrEqual(MOST_CAVEATS_AT_ALL);
      if (!name.includes('registration')) expect(caveats.length / sentences, name).toBeLessThan(MOST_CAVEATS);
      expect(repeated, name).toBeLessThanOrEqual(MOST_REPEATED);
    }
  });
});

it('counts what it is meant to count', () => {
  const paragraph = (text: string) => ({ kind: 'paragraph', runs: [{ text }] }) as const;
  const { sentences, caveats, brackets } = measureProse([
    paragraph(
      'Có 08 mô hình (số liệu 11/14 đơn vị) và 02 lớp (chưa gồm xã B). Chưa có số liệu của xã A. Toàn huyện có 09 hộ.',
    ),
  ]);
  expect([sentences, caveats.length, brackets.length]).toEqual([3, 1, 1]);
});
