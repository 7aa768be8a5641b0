/** Examples of rules prove their rule; those that do not are findings of the criteria set. */
import { describe, expect, it } from 'vitest';
import type { RuleExample } from '../../../src/model.js';
import { checkRuleExamples, runRuleExamples } from '../../../src/validation/rule-examples.js';
import { ruleOf, setWith } from './small-set.js';

const good: RuleExample = { rows: [{ titled: 9, households: 10 }] };
const bad: RuleExample = { rows: [{ titled: 11, households: 10 }] };
const open: RuleExample = { rows: [{ titled: 11 }] };
const rule = (pass: RuleExample, fail: RuleExample) =>
  ruleOf({
    kind: 'partOfWhole',
    parts: ['titled'],
    whole: 'households',
    level: 'row',
    examples: { pass, fail },
  });

describe('runRuleExamples', () => {
  it('says what each example did', () => {
    expect(runRuleExamples(setWith(rule(good, bad)))).toEqual([
      { rule: 'r', example: 'pass', expected: 'none', got: 'none', codes: [] },
      { rule: 'r', example: 'fail', expected: 'finding', got: 'finding', codes: ['row/part-exceeds-whole'] },
    ]);
  });

  it('runs examples with peers and with a previous period', () => {
    const peers = Array.from({ length: 8 }, (_, index) => ({ titled: 90 + (index % 2), households: 100 }));
    const outlier = ruleOf({
      kind: 'outlier',
      numerator: 'titled',
      denominator: 'households',
      minUnits: 8,
      floorPoints: '2',
      times: 5,
      examples: {
        pass: { rows: [{ titled: 91, households: 100 }], peers },
        fail: { rows: [{ titled: 30, households: 100 }], peers },
      },
    });
    const change = ruleOf({
      kind: 'change',
      id: 'c',
      field: 'agencies',
      absolute: 5,
      examples: {
        pass: { own: { agencies: 10 }, previous: { agencies: 9 } },
        fail: { own: { agencies: 10 }, previous: { agencies: 1 } },
      },
    });
    expect(checkRuleExamples(setWith(outlier, change))).toEqual([]);
  });
});

describe('checkRuleExamples', () => {
  it('is silent when both examples hold', () => {
    expect(checkRuleExamples(setWith(rule(good, bad)))).toEqual([]);
  });
  it('finds a passing example that fails, a failing one that passes, and one that shows nothing', () => {
    const codes = (pass: RuleExample, fail: RuleExample): string[] =>
      checkRuleExamples(setWith(rule(pass, fail))).map(({ code }) => code);
    expect(codes(bad, bad)).toEqual(['criteria/example-raises']);
    expect(codes(good, good)).toEqual(['criteria/example-silent']);
    expect(codes(open, bad)).toEqual(['criteria/example-undecided']);
  });
});
