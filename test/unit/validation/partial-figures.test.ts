/** Parts of which only some are known: what they are known to be is judged; generated rows, each with blanks of its own. */
import { describe, expect, it } from 'vitest';
import type { FieldId } from '../../../src/model.js';
import { compileRules } from '../../../src/validation/compile-rules.js';
import { exampleSubmission } from '../../../src/validation/example-submission.js';
import { validateUnit } from '../../../src/validation/validate.js';
import { bundledSet } from '../criteria/sample-files.js';
import { randomNumbers } from './random-numbers.js';
import { checkUnit, ruleOf, seen } from './small-set.js';
import { tries } from '../../support/sweep.js';

const set = bundledSet('nd86-2023');
const rules = compileRules(set, '2024-12-31', 'year');
const form = (field: FieldId): string => set.fields.find(({ id }) => id === field)?.form ?? '';
const WITHIN = rules.rules.flatMap((rule) =>
  rule.kind === 'partOfWhole' && rule.severity === 'error' && rule.validFrom === undefined ? [rule] : [],
);
/** Rates of one count over another, whatever rule speaks of them. */
const RATES = set.indicators.flatMap(({ numerator, denominator }) =>
  denominator !== undefined && 'sum' in numerator && 'sum' in denominator
    ? [{ part: String(numerator.sum), whole: String(denominator.sum) }]
    : [],
);

type Row = Readonly<Record<string, number | string | null>>;

const check = (id: string, rows: readonly Row[], only = rules) =>
  validateUnit(
    exampleSubmission(
      set,
      'u1',
      '2024',
      form(id) === 'bieu-02' ? { own: rows[0] ?? {} } : { rows },
      form(id) === 'bieu-02' ? undefined : form(id),
    ),
    { rules: only },
  );
const breaches = (id: string, rows: readonly Row[], only = rules) =>
  check(id, rows, only).findings.filter(
    ({ code, severity }) => /exceed|over-hundred/u.test(code) && severity === 'error',
  );

describe('known parts', () => {
  it('above their whole are told whatever the other parts are: generated rows', () => {
    const random = randomNumbers(911);
    for (let turn = 0; turn < tries(6000, 600); turn += 1) {
      const rule = random.of(WITHIN);
      const whole = random.upTo(400);
      const known = rule.parts.filter(() => random.upTo(3) > 0);
      const blank = rule.parts.filter((part) => !known.includes(part));
      const tooMany = random.upTo(2) === 0 && known.length > 0;
      const last = known.at(-1);
      let rest = whole;
      const row: Record<string, number | string | null> = { areaName: 'A', [rule.whole]: whole };
      for (const part of known) {
        const typed = part === last && tooMany ? rest + 1 + random.upTo(200) : random.upTo(rest);
        row[part] = typed;
        rest = Math.max(0, rest - typed);
      }
      // Blank, not decided, or without a column of its own.
      for (const part of blank) {
        const how = random.of([null, 'pending', 'no column'] as const);
        if (how !== 'no column') row[part] = how;
      }
      const found = breaches(rule.whole, [row], { ...rules, rules: WITHIN }).filter(({ fields }) =>
        fields?.includes(rule.whole),
      );
      expect([turn, rule.id, found.length > 0]).toEqual([turn, rule.id, tooMany]);
      // Nothing is said of what nobody knows.
      for (const one of found) expect(blank.some((part) => one.fields?.includes(part))).toBe(false);
      for (const one of found) expect(one.message).not.toMatch(/\(\)|NaN|undefined/u);
    }
  });

  it('are told once of a cell, by the rule that weighs most: generated rows under every rule', () => {
    const random = randomNumbers(915);
    const parts = rules.rules.flatMap((rule) =>
      rule.kind === 'partOfWhole' && form(rule.whole) === 'bieu-01' ? [rule] : [],
    );
    const turns = tries(300, 50);
    let doubled = 0;
    for (let turn = 0; turn < turns; turn += 1) {
      const rule = random.of(parts);
      const whole = random.upTo(300);
      const known = random.of(rule.parts);
      const blank = Object.fromEntries(parts.flatMap((one) => one.parts.map((part) => [part, null])));
      const row = { ...blank, areaName: 'A', [rule.whole]: whole, [known]: whole + 1 + random.upTo(100) };
      const { findings } = check(rule.whole, [row]);
      const said = findings.map(({ code, message, at }) => `${code} ${message} ${at.cell ?? ''}`);
      const errors = findings.flatMap(({ severity }, index) => (severity === 'error' ? [said[index]] : []));
      const asked = findings.flatMap(({ severity }, index) => (severity === 'error' ? [] : [said[index]]));
      expect(asked.filter((text) => errors.includes(text))).toEqual([]);
      if (rules.rules.filter((one) => one.kind === 'partOfWhole' && one.parts.includes(known)).length > 1)
        doubled += 1;
    }
    expect(doubled).toBeGreaterThan(turns / 6);
  });

  it('of some rows above the figure of the whole unit are told: generated units', () => {
    const random = randomNumbers(912);
    const rule = ruleOf({
      kind: 'partOfWhole',
      parts: ['poor', 'nearPoor'],
      whole: 'households',
      level: 'both',
    });
    for (let turn = 0; turn < tries(2000, 250); turn += 1) {
      const rows = Array.from({ length: 2 + random.upTo(6) }, (_, index) => ({
        areaName: `Thôn ${String(index)}`,
        poor: random.upTo(3) === 0 ? null : random.upTo(50),
        nearPoor: random.upTo(3) === 0 ? null : random.upTo(50),
        households: random.upTo(100),
      }));
      const inRow = rows.filter(
        ({ poor, nearPoor, households }) => (poor ?? 0) + (nearPoor ?? 0) > households,
      );
      expect(seen(checkUnit(rule, { rows })).filter(({ code }) => code.startsWith('row/')).length).toBe(
        inRow.length,
      );
    }
  });
});

/** The number of households moves after they registered. */
const MAY_PASS = ['familiesTitled of familiesRegistered', 'familiesRegistered of households'];

describe('rates', () => {
  it.each(RATES)('of $part on $whole above 100 % are told, alone and by row', ({ part, whole }) => {
    const asked = (rows: readonly Row[]) =>
      check(part, rows).findings.filter(({ fields }) => fields?.includes(part) && fields.includes(whole));
    const found = asked([{ areaName: 'A', [part]: 157, [whole]: 100 }]);
    expect(found.length).toBeGreaterThan(0);
    expect(found.some(({ severity }) => severity === 'error')).toBe(
      !MAY_PASS.includes(`${part} of ${whole}`),
    );
    expect(breaches(part, [{ areaName: 'A', [part]: 100, [whole]: 100 }])).toEqual([]);
  });

  it('with a blank between a part and the whole of its whole are told once', () => {
    const row = { areaName: 'A', households: 90, familiesAssessed: 50, familiesTitled: 60 };
    const pairs = (familiesProposed: number | null) =>
      breaches('households', [{ ...row, familiesProposed }]).map(({ fields }) => fields);
    expect(pairs(null)).toEqual([['familiesTitled', 'familiesAssessed']]);
    expect(pairs(50)).toEqual([['familiesTitled', 'familiesProposed']]);
  });
});

describe('rows that are partly filled', () => {
  const rows = [
    { areaName: 'A', households: 300, weddings: 20 },
    { areaName: 'B', households: 200, weddings: null },
    { areaName: 'C', households: null, weddings: 15 },
  ];
  const total = ruleOf({ kind: 'sumOf', total: 'totalRow', of: 'rows', form: 'bieu-01' });
  const declared = ruleOf({
    kind: 'sumOf',
    total: 'householdsDeclared',
    of: ['households'],
    form: 'bieu-01',
  });

  it('are told when they pass the total row, the declared figure or the one of the other form', () => {
    const told = [{ code: 'total/known-rows-exceed' }];
    expect(seen(checkUnit(total, { rows, totals: { households: 499 } }))).toMatchObject(told);
    expect(seen(checkUnit(declared, { rows, own: { householdsDeclared: 499 } }))).toMatchObject(told);
    const places = checkUnit(declared, { rows, own: { weddings: 34 } });
    expect(places.findings.map(({ message }) => message)).toEqual([
      '“weddings” ghi 34, trong khi mới cộng các số đã ghi đã được 35, vượt 1.',
    ]);
  });

  it('say nothing while the blanks may make up the difference', () => {
    expect(checkUnit(total, { rows, totals: { households: 500 } }).findings).toEqual([]);
    expect(checkUnit(declared, { rows, own: { householdsDeclared: 600 } }).findings).toEqual([]);
    expect(checkUnit(declared, { rows, own: { weddings: 35 } }).findings).toEqual([]);
  });
});

describe('a sum beyond what is kept exactly', () => {
  it('is told with its field', () => {
    const rows = [
      { areaName: 'A', households: Number.MAX_SAFE_INTEGER },
      { areaName: 'B', households: 1 },
    ];
    const rule = ruleOf({ kind: 'required', fields: ['households'] });
    expect(seen(checkUnit(rule, { rows }))).toMatchObject([
      { code: 'total/sum-too-large', severity: 'error', fields: ['households'] },
    ]);
    expect(checkUnit(rule, { rows: rows.slice(0, 1) }).findings).toEqual([]);
  });
});
