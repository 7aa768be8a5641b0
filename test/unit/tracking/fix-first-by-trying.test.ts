/** The order of calls against a recomputation that tries every value a unit could still have. */
import { describe, expect, it } from 'vitest';
import { finding } from '../../../src/findings/finding.js';
import { fixFirst } from '../../../src/tracking/fix-first.js';
import type { MeasureRecord, ResultsDocument } from '../../../src/model.js';
import { COMMUNES, DISTRICT, sampleResults } from '../../support/sample-results.js';
import { SET } from '../writers/template-support.js';

const RATE = 'familyTitleRate';
const SEED = 20_241_128;
const WORLDS = 60;

/** Small numbers, so that every value can be tried (mulberry32). */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

interface Unit {
  readonly code: string;
  readonly state: 'sound' | 'questioned' | 'missing';
  readonly n: number;
  readonly d: number;
  readonly before: { readonly n: number; readonly d: number };
}

const measure = (n: number, d: number, reported = 1): MeasureRecord => ({ n, d, reported, expected: 1 });
const NONE: MeasureRecord = { n: 0, d: 0, reported: 0, expected: 1, state: 'notReported' };

function world(random: (limit: number) => number): readonly Unit[] {
  return COMMUNES.map((code, index): Unit => {
    const [d, base] = [1 + random(40), 1 + random(40)];
    const state = index === 0 ? 'sound' : (['sound', 'questioned', 'missing'] as const)[random(3)];
    return {
      code,
      state: state ?? 'sound',
      n: random(d + 1),
      d,
      before: { n: random(base + 1), d: base },
    };
  });
}

function document(units: readonly Unit[]): ResultsDocument {
  const counted = units.filter(({ state }) => state !== 'missing');
  const sum = (of: 'n' | 'd'): number => counted.reduce((total, unit) => total + unit[of], 0);
  const leaves = units.map(
    ({ code, state, n, d }) => [code, { [RATE]: state === 'missing' ? NONE : measure(n, d) }] as const,
  );
  return sampleResults({
    rows: {},
    own: {},
    measures: {
      ...Object.fromEntries(leaves),
      [DISTRICT]: { [RATE]: measure(sum('n'), sum('d'), counted.length) },
    },
    findings: units.flatMap(({ code, state }) =>
      state === 'sound'
        ? []
        : state === 'missing'
          ? [finding('unit/not-reported', { file: '' }, { unit: code, code, period: '2024' }, { unit: code })]
          : [
              {
                ...finding(
                  'plausibility/all-full',
                  { file: '' },
                  { part: 'a', whole: 'b', sum: 1, rows: 2 },
                  { unit: code, rule: 'r', fields: ['familiesTitled'] },
                ),
                severity: 'warning' as const,
              },
            ],
    ),
  });
}

/** The farthest the rate of the whole can go from where it stands, over every numerator the unit could have. */
function farthest(units: readonly Unit[], unit: Unit): number {
  const others = units.filter((one) => one.state !== 'missing' && one.code !== unit.code);
  const sum = (of: 'n' | 'd'): number => others.reduce((total, one) => total + one[of], 0);
  const [n, d] = [sum('n'), sum('d')] as const;
  const base = unit.state === 'missing' ? unit.before.d : unit.d;
  const now = unit.state === 'missing' ? n / d : (n + unit.n) / (d + unit.d);
  const tried = Array.from({ length: base + 1 }, (_, value) => Math.abs((n + value) / (d + base) - now));
  return Math.max(...tried);
}

describe('fixFirst', () => {
  it(`orders ${WORLDS} random districts as trying every value does (seed ${SEED})`, () => {
    const random = randomFrom(SEED);
    for (let made = 0; made < WORLDS; made += 1) {
      const units = world(random);
      const previous = sampleResults({
        measures: Object.fromEntries(
          units.map(({ code, before }) => [code, { [RATE]: measure(before.n, before.d) }]),
        ),
      });
      const ranked = fixFirst(document(units), SET, { previous });
      const open = units.filter(({ state }) => state !== 'sound');
      expect(new Set(ranked.map(({ unit }) => unit))).toEqual(new Set(open.map(({ code }) => code)));
      let last = Infinity;
      for (const { unit, effects } of ranked) {
        const [effect] = effects;
        const tried = units.find(({ code }) => code === unit);
        if (effect === undefined || tried === undefined) throw new Error(`nothing about ${unit}`);
        const { numerator, denominator } = effect.largest;
        const expected = farthest(units, tried);
        expect(Number(numerator) / Number(denominator)).toBeCloseTo(expected, 12);
        expect(expected).toBeLessThanOrEqual(last + 1e-12);
        last = expected;
        if (tried.state === 'missing') {
          const whole = units.filter(({ state }) => state !== 'missing');
          const n = whole.reduce((sum, one) => sum + one.n, 0);
          const d = whole.reduce((sum, one) => sum + one.d, 0);
          const moved = Math.abs((n + tried.before.n) / (d + tried.before.d) - n / d);
          const { numerator: up = 0n, denominator: down = 1n } = effect.asLastYear ?? {};
          expect(Number(up) / Number(down)).toBeCloseTo(moved, 12);
        }
      }
    }
  });
});
