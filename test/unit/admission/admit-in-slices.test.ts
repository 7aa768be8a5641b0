/** A results.json admitted piece by piece says what zod says of the whole, and ends soon when all of it is wrong. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { resultsSchema } from '../../../src/model/results/document.js';
import { admitInSlices } from '../../../src/admission/admit-in-slices.js';
import { without } from '../../../src/values/without.js';
import { defined } from '../../../src/values/defined.js';

/** Seeded; each run draws the same. */
function* draws(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

const SCHEMA = z.strictObject({
  name: z.string(),
  inner: z.strictObject({ before: z.number(), all: z.array(z.number()), after: z.string() }).exactOptional(),
  last: z.array(z.number()).exactOptional(),
  list: z.array(z.strictObject({ n: z.number(), of: z.record(z.string(), z.array(z.number())) })),
  table: z.record(z.string(), z.record(z.string(), z.union([z.number(), z.null()]))),
});

const made = (lines: number, each: number): z.infer<typeof SCHEMA> => ({
  name: 'a',
  inner: { before: 1, all: Array.from({ length: lines * each }, (_, at) => at), after: 'b' },
  list: Array.from({ length: lines }, (_, at) => ({
    n: at,
    of: { a: Array.from({ length: each }, (_one, index) => index), b: [] },
  })),
  table: Object.fromEntries(
    Array.from({ length: lines }, (_, at) => [
      `u${at}`,
      Object.fromEntries(
        Array.from({ length: each }, (_one, index) => [`f${index}`, index % 3 === 0 ? null : index]),
      ),
    ]),
  ),
});

/** Paths of every value in it. */
function pathsOf(
  value: unknown,
  path: readonly (string | number)[] = [],
): readonly (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const members: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((one, at) => [at, one] as const)
    : Object.entries(value);
  return [path, ...members.flatMap(([key, one]) => pathsOf(one, [...path, key]))];
}

function withValue(value: unknown, path: readonly (string | number)[], wrong: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return wrong;
  if (Array.isArray(value))
    return value.map((one, at) => (at === key ? withValue(one, rest, wrong) : (one as unknown)));
  return { ...(value as object), [key]: withValue(Reflect.get(value as object, key), rest, wrong) };
}

describe('admission piece by piece', () => {
  it.each([
    [3, 2],
    [2, 3_000],
    [900, 4],
    [40, 300],
  ])('gives %i times %i values as they are', (lines, each) => {
    const value = { ...made(lines, each), last: Array.from({ length: 9_000 }, (_, at) => at) };
    expect(admitInSlices(SCHEMA, value)).toEqual({ value: SCHEMA.parse(value), count: 0 });
  });

  it('finds each single fault where zod finds it', () => {
    const draw = draws(20_261_130);
    for (const [lines, each] of [
      [3, 2],
      [2, 1_050],
      [300, 4],
    ] as const) {
      const value = made(lines, each);
      const paths = pathsOf(value);
      for (let time = 0; time < 10; time += 1) {
        const path = paths[Math.floor(draw.next().value * paths.length)] ?? [];
        for (const wrong of ['chữ', null, { lạ: 1 }, [true]]) {
          const changed = withValue(value, path, wrong);
          const whole = SCHEMA.safeParse(changed).error?.issues ?? [];
          const { count, first } = admitInSlices(SCHEMA, changed);
          expect({ path, wrong, count, first }).toEqual({
            path,
            wrong,
            count: whole.length,
            first: whole[0]?.path,
          });
        }
      }
    }
  });

  it('tells keys that are missing, unknown or strange', () => {
    const value = made(900, 4);
    expect(admitInSlices(SCHEMA, without(value, ['name']))).toMatchObject({ count: 1, first: ['name'] });
    expect(admitInSlices(SCHEMA, { ...value, lạ: 1 }).count).toBe(1);
    expect(admitInSlices(SCHEMA, { ...value, last: {} })).toMatchObject({ count: 1, first: ['last'] });
    expect(admitInSlices(SCHEMA, [])).toMatchObject({ count: 1 });
    const table = JSON.parse(`{"__proto__":{"a":"x"},${JSON.stringify(value.table).slice(1)}`) as unknown;
    expect(admitInSlices(SCHEMA, { ...value, table })).toEqual(defined(admitInSlices(SCHEMA, value)));
    expect(Reflect.get({}, 'a')).toBeUndefined();
  });

  it('ends after the first thousand faults', () => {
    const units = Array.from({ length: 400_000 }, () => ({}));
    const { count, first } = admitInSlices(resultsSchema, { schema: 'tdkvh/results@1', units });
    expect(first).toBeDefined();
    // A piece may hold some more.
    expect(count).toBeLessThan(30_000);
    // Lists of an object within the document are cut as its own.
    const nested = { schema: 'tdkvh/results@1', comparison: { findings: units } };
    expect(admitInSlices(resultsSchema, nested).count).toBeLessThan(30_000);
    const wide = {
      schema: 'tdkvh/results@1',
      rows: { '00001': Object.fromEntries(units.map((one, at) => [at, one])) },
    };
    expect(admitInSlices(resultsSchema, wide).count).toBeLessThan(30_000);
  });
});
