/** Whom to call first: exact movements of the headline rates, with and without a unit. */
import { describe, expect, it } from 'vitest';
import { storedBase } from '../../../src/tracking/stored-base.js';
import {
  compareMovements,
  movementByCorrecting,
  movementByJoining,
  movementByReplacing,
} from '../../../src/tracking/movement.js';
import { fixFirst } from '../../../src/tracking/fix-first.js';
import type { MeasureRecord, ResultsDocument } from '../../../src/model.js';
import { finding } from '../../../src/findings/finding.js';
import { COMMUNES, DISTRICT, sampleResults } from '../../support/sample-results.js';
import { SET } from '../writers/template-support.js';

const [A = '', B = '', C = '', , E = ''] = COMMUNES;
const RATE = 'familyTitleRate';
const measure = (n: number, d: number): MeasureRecord => ({ n, d, reported: 1, expected: 1 });
const none: MeasureRecord = { n: 0, d: 0, reported: 0, expected: 1, state: 'notReported' };

/** 900 of 1000 households in A and B; the rest has nothing of the rate. */
function results(findings: ResultsDocument['findings'] = []): ResultsDocument {
  const leaves = Object.fromEntries(COMMUNES.map((code) => [code, { [RATE]: none }]));
  return sampleResults({
    findings,
    rows: {},
    own: {},
    measures: {
      ...leaves,
      [A]: { [RATE]: measure(600, 700) },
      [B]: { [RATE]: measure(300, 300) },
      [DISTRICT]: { [RATE]: { n: 900, d: 1000, reported: 2, expected: 5 } },
    },
  });
}

describe('movements', () => {
  it('are the larger way from the rate to its bounds', () => {
    // 900/1000 with 250 more at 0 %: 72 %, that is 18 points down.
    const joined = movementByJoining({ numerator: 900, denominator: 1000 }, 250);
    expect(compareMovements(joined, { numerator: 18n, denominator: 100n })).toBe(0);
    const corrected = movementByCorrecting(
      { numerator: 900, denominator: 1000 },
      { numerator: 600, denominator: 700 },
    );
    expect(compareMovements(corrected, { numerator: 60n, denominator: 100n })).toBe(0);
    const whole = { numerator: 900, denominator: 1000 };
    const replaced = movementByReplacing(
      whole,
      { numerator: 0, denominator: 0 },
      { numerator: 100, denominator: 250 },
    );
    expect(
      replaced === undefined ? 1 : compareMovements(replaced, { numerator: 10n, denominator: 100n }),
    ).toBe(0);
  });

  it('are everything when nobody has reported, and stay exact beyond the safe integers', () => {
    expect(movementByJoining({ numerator: 0, denominator: 0 }, 5)).toEqual({
      numerator: 1n,
      denominator: 1n,
    });
    const large = Number.MAX_SAFE_INTEGER;
    const { numerator, denominator } = movementByJoining({ numerator: large, denominator: large }, large);
    expect(denominator).toBe(numerator * 2n);
  });
});

describe('storedBase', () => {
  const rows = { file: 'a', sheet: 's', sheetRows: [5, 6, 7], columns: {} };
  const given = { areaCount: { state: 'value', value: 9, file: 'a', sheet: 's', cell: 'C5' } };
  const base = (own: object, listed?: object) => {
    const found = {
      ...results(),
      own: { [A]: own },
      rows: listed === undefined ? {} : { [A]: { 'bieu-01': listed } },
    };
    return storedBase({ rows: 'bieu-01' }, A, found as unknown as ResultsDocument, SET);
  };

  it('is the number of listed areas, or the number of areas that was given at once', () => {
    expect([base({}, rows), base(given, rows), base(given), base({})]).toEqual([3, 3, 9, undefined]);
    const households = { ...rows, namesSome: true };
    expect([base(given, households), base({}, households)]).toEqual([9, undefined]);
  });
});

describe('fixFirst', () => {
  it('ranks missing units by their base: last year, households of the list, the average of the others', () => {
    const missing = (unit: string) =>
      finding('unit/not-reported', { file: '' }, { unit, code: unit, period: '2024' }, { unit });
    const previous = { ...results(), measures: { [C]: { [RATE]: measure(90, 100) } } };
    const ranked = fixFirst(results([C, E].map(missing)), SET, { previous });
    const bases = ranked.map(({ unit, effects }) => [
      unit,
      effects.find(({ indicator }) => indicator === RATE)?.base,
    ]);
    expect(bases).toContainEqual([C, 'previous']);
    expect(bases).toContainEqual([E, 'registry']);
    const places = ranked.map(({ unit }) => unit);
    // 320 households in the list against 100 last year.
    expect(places.indexOf(E)).toBeLessThan(places.indexOf(C));
  });

  it('names units whose figure counts only while it is questioned', () => {
    expect(fixFirst(results(), SET).map(({ unit }) => unit)).not.toContain(A);
    const question = {
      ...finding(
        'plausibility/all-full',
        { file: '' },
        { part: 'a', whole: 'b', sum: 1, rows: 2 },
        { unit: A, rule: 'r', fields: ['familiesTitled'] },
      ),
      severity: 'warning' as const,
    };
    const [entry] = fixFirst(results([question]), SET).filter(({ unit }) => unit === A);
    expect(entry).toMatchObject({ reason: 'question', findings: [question] });
    const elsewhere = { ...question, fields: ['clubs'] };
    expect(fixFirst(results([elsewhere]), SET).map(({ unit }) => unit)).not.toContain(A);
  });
});
