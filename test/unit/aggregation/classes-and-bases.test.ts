/**
 * What is worked out twice has to agree, on random districts: classes for targets and for splits, parts of rows and the
 * whole where fields are excluded, bounds whose base is one per unit.
 */
import { describe, expect, it } from 'vitest';
import { finding } from '../../../src/findings/finding.js';
import { measureRun } from '../../../src/aggregation/results-document.js';
import { assessTargets } from '../../../src/comparison/assess-targets.js';
import type { OwnRecord, Target, UnitVersion, ValidatedSubmission } from '../../../src/model.js';
import { defined } from '../../../src/values/defined.js';
import {
  madeChoices,
  madeField,
  madeForm,
  madeIndicator,
  madeSet,
  madeSubmission,
} from '../../support/made-criteria.js';
import { madeTree, madeUnit } from '../../support/made-units.js';
import { sampleResults } from '../../support/sample-results.js';
import { randomNumbers, type RandomNumbers } from '../validation/random-numbers.js';
import { tries } from '../../support/sweep.js';

const SET = madeSet({
  forms: [madeForm('thong-tin', 'list'), madeForm('bieu-01', 'table', { rowKey: ['areaName'] })],
  fields: [
    madeField('areaClass', 'choice', {
      ...madeChoices('ordinary', 'difficult'),
      form: 'thong-tin',
      enterAt: 'commune',
    }),
    madeField('areaName', 'text'),
    madeField('areaKind', 'choice', { ...madeChoices('thon', 'to-dan-pho'), aggregation: 'sum' }),
    madeField('households'),
    madeField('titled'),
  ],
  indicators: [
    madeIndicator('rate', { denominator: { sum: 'households' }, headline: false }),
    madeIndicator('share', {
      numerator: { units: 'withRows', form: 'bieu-01' },
      denominator: { units: 'all' },
    }),
  ],
});
const RATES = SET.indicators.slice(0, 1);
const KINDS = ['thon', 'to-dan-pho', null] as const;
const CLASSES = ['', '', 'ordinary', 'difficult'] as const;
const anyClass = (random: RandomNumbers): 'ordinary' | 'difficult' | undefined => {
  const chosen = random.of(CLASSES);
  return chosen === '' ? undefined : chosen;
};
const exclude = (one: ValidatedSubmission, field: string): ValidatedSubmission => ({
  ...one,
  excludedFields: new Map([
    [field, finding('submission/empty', { file: 'x' }, { form: 'x', unit: 'x', outside: '' })],
  ]),
});

interface Made {
  readonly units: readonly UnitVersion[];
  readonly sent: ReadonlyMap<string, ValidatedSubmission>;
  readonly said: ReadonlyMap<string, string>;
  readonly excluded: ReadonlyMap<string, string>;
}

function madeDistrict(random: RandomNumbers, mayExclude: readonly string[]): Made {
  const codes = Array.from({ length: 2 + random.upTo(7) }, (_, index) => String(index + 1));
  const said = new Map<string, string>();
  const excluded = new Map<string, string>();
  const units = codes.map((code) => madeUnit(code, 'commune', 'D', defined({ areaClass: anyClass(random) })));
  const sent = codes.flatMap((code): [string, ValidatedSubmission][] => {
    if (random.upTo(5) === 0) return [];
    const answer = anyClass(random);
    const rows = Array.from({ length: 1 + random.upTo(4) }, (_, row) => ({
      areaName: `Thôn ${String(row)}`,
      areaKind: KINDS[random.upTo(2)] ?? null,
      households: 50 + random.upTo(400),
      titled: random.upTo(50),
    }));
    const one = madeSubmission(SET, code, {
      rows,
      ...(answer === undefined ? {} : { own: { areaClass: answer } }),
    });
    const field = mayExclude.length > 0 && random.upTo(2) === 0 ? random.of([...mayExclude]) : undefined;
    if (field !== undefined) excluded.set(code, field);
    if (answer !== undefined && field !== 'areaClass') said.set(code, answer);
    return [[code, field === undefined ? one : exclude(one, field)]];
  });
  return { units, sent: new Map(sent), said, excluded };
}

it('units have one class, for splits and for targets, and those of none are named: made districts', () => {
  const random = randomNumbers(6230);
  const target = (scope: string): Target => ({
    indicator: 'rate',
    scope,
    period: '2024',
    comparator: 'at_least',
    value: '10',
    kind: 'rate',
  });
  for (let turn = 0; turn < tries(60, 20); turn += 1) {
    const { units, sent, said } = madeDistrict(random, ['areaClass']);
    const tree = madeTree([madeUnit('D', 'district'), ...units]);
    const { splits } = measureRun(tree, sent, RATES, SET);
    const base = sampleResults();
    const records = units.map((unit) => ({
      ...(base.units.find(({ leaf }) => leaf) as never as object),
      ...unit,
      name: `Tên ${unit.code}x`,
      areaClass: unit.areaClass,
    }));
    const own = Object.fromEntries(
      [...said].map(([code, value]) => [
        code,
        { areaClass: { state: 'value', value, file: 'f', sheet: 's', cell: 'B9' } satisfies OwnRecord },
      ]),
    );
    const results = { ...base, units: records as never, own, indicators: base.indicators };
    const { assessments, findings } = assessTargets(results, [target('ordinary'), target('difficult')]);
    const classOf = new Map(assessments.map((one) => [one.unit, one.target.scope]));
    for (const name of ['ordinary', 'difficult'])
      expect(splits['areaClass']?.[name]?.['rate']?.expected ?? 0, String(turn)).toBe(
        [...classOf.values()].filter((one) => one === name).length,
      );
    const without = units.filter(({ code }) => !classOf.has(code));
    expect(
      splits['areaClass'] === undefined ? without.length : (splits['areaClass']['']?.['rate']?.expected ?? 0),
    ).toBe(without.length);
    const told = findings.find(({ code }) => code === 'targets/no-class')?.message ?? '';
    for (const { code } of units)
      expect(told.includes(`Tên ${code}x`), `${String(turn)} ${told}`).toBe(
        without.some((one) => one.code === code),
      );
  }
});

it('a field excluded for a commune is in no part of the split by kind of area: made districts', () => {
  const random = randomNumbers(6231);
  for (let turn = 0; turn < tries(80, 25); turn += 1) {
    const { units, sent, excluded } = madeDistrict(random, ['titled', 'households', 'areaKind']);
    const tree = madeTree([madeUnit('D', 'district'), ...units]);
    const { splits, measures } = measureRun(tree, sent, RATES, SET);
    const outside = units.filter(
      ({ code }) => !sent.has(code) || ['titled', 'households'].includes(excluded.get(code) ?? ''),
    );
    expect(measures['D']?.['rate']?.missing ?? []).toEqual(outside.map(({ code }) => code));
    const counted = { thon: [0, 0], 'to-dan-pho': [0, 0], '': [0, 0] };
    for (const [code, { tables }] of sent) {
      if (outside.some((unit) => unit.code === code)) continue;
      const columns = tables.get('bieu-01')?.columns;
      columns?.get('households')?.numbers.forEach((households, row) => {
        const kind = excluded.get(code) === 'areaKind' ? undefined : columns.get('areaKind')?.texts[row];
        const part = counted[kind === 'thon' || kind === 'to-dan-pho' ? kind : ''];
        part[0] = (part[0] ?? 0) + (columns.get('titled')?.numbers[row] ?? 0);
        part[1] = (part[1] ?? 0) + households;
      });
    }
    for (const [kind, [n, d]] of Object.entries(counted)) {
      const part = splits['areaKind']?.[kind]?.['rate'];
      expect([turn, kind, part?.n ?? 0, part?.d ?? 0]).toEqual([turn, kind, n, d]);
      if (part !== undefined) expect(part.missing ?? []).toEqual(outside.map(({ code }) => code));
    }
  }
});

describe('a rate whose base is one per unit', () => {
  it('has bounds for units that sent nothing: 60 districts', () => {
    const random = randomNumbers(6232);
    let bounded = 0;
    for (let turn = 0; turn < 60; turn += 1) {
      const { units, sent } = madeDistrict(random, []);
      const tree = madeTree([madeUnit('D', 'district'), ...units]);
      const { measures } = measureRun(tree, sent, SET.indicators.slice(1), SET);
      const measure = measures['D']?.['share'];
      const missing = measure?.missing?.length ?? 0;
      if (missing === 0 || measure?.d === undefined) continue;
      bounded += 1;
      expect(measure.missing).toEqual(units.map(({ code }) => code).filter((code) => !sent.has(code)));
      expect(measure.bounds).toEqual({
        low: [measure.n, units.length],
        high: [measure.n + missing, units.length],
        sources: ['unit'],
      });
    }
    expect(bounded).toBeGreaterThan(20);
  });
});
