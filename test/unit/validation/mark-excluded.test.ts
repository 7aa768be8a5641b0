/** Which fields an error makes unusable: by rule, by acceptance, by trial, by unit. */
import { describe, expect, it } from 'vitest';
import type { Finding, RuleDefinition } from '../../../src/model.js';
import { compileRules } from '../../../src/validation/compile-rules.js';
import { markExcluded } from '../../../src/validation/mark-excluded.js';
import { checkUnit, FIELDS, ruleOf, setWith, submissionOf } from './small-set.js';

const figures = { rows: [{ titled: 11, households: 10 }] };
const part = (more: Partial<RuleDefinition> = {}): RuleDefinition =>
  ({
    ...ruleOf({ kind: 'partOfWhole', parts: ['titled'], whole: 'households', level: 'row' }),
    ...more,
  }) as RuleDefinition;

function excluded(rule: RuleDefinition, change: (finding: Finding) => Finding = (one) => one): string[] {
  const { findings } = checkUnit(rule, figures);
  expect(findings).toHaveLength(1);
  const settled = markExcluded(submissionOf(figures), findings.map(change), setWith(rule));
  return [...settled.excludedFields.keys()];
}

describe('settle', () => {
  it('excludes the fields an error names', () => {
    expect(excluded(part())).toEqual(['titled', 'households']);
  });
  it('follows what the rule excludes', () => {
    expect(excluded(part({ excludes: ['titled'] }))).toEqual(['titled']);
    expect(excluded(part({ excludes: 'none' }))).toEqual([]);
    expect(excluded(part({ excludes: 'form' }))).toEqual(
      FIELDS.filter(({ form }) => form === 'bieu-01').map(({ id }) => id),
    );
  });
  it('excludes nothing for warnings, trials and accepted errors, nor for another unit or period', () => {
    expect(excluded(part({ severity: 'warning' }))).toEqual([]);
    expect(excluded(part({ trial: true }))).toEqual([]);
    const accepted = { reason: 'r', person: 'p', date: '2024-12-01' };
    expect(excluded(part(), (one) => ({ ...one, accepted }))).toEqual([]);
    expect(excluded(part(), (one) => ({ ...one, unit: 'u2' }))).toEqual([]);
    expect(excluded(part(), (one) => ({ ...one, period: '2023' }))).toEqual([]);
  });
});

describe('compileRules', () => {
  const dated = [
    part({ id: 'from', validFrom: '2025-07-01' }),
    part({ id: 'to', validTo: '2025-06-30' }),
    part({ id: 'half', periodKinds: ['H1'] }),
  ];
  const inForce = (date: string, kind: 'H1' | 'year'): string[] =>
    compileRules(setWith(...dated), date, kind).rules.map(({ id }) => id);
  it('keeps the rules of the day and of the kind of period', () => {
    expect(inForce('2025-06-30', 'year')).toEqual(['to']);
    expect(inForce('2025-07-01', 'year')).toEqual(['from']);
    expect(inForce('2025-06-30', 'H1')).toEqual(['to', 'half']);
  });
});
