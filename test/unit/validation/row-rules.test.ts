/** Rules about rows and cells: what holds is silent, what breaks names its cell, what is blank is not evaluated. */
import { describe, expect, it } from 'vitest';
import type { Finding, RuleDefinition, RuleExample } from '../../../src/model.js';
import { checkUnit, ruleOf, seen, undecided } from './small-set.js';

type Figures = Pick<RuleExample, 'rows' | 'own' | 'totals'>;

interface Case {
  readonly name: string;
  readonly rule: RuleDefinition;
  readonly valid: Figures;
  readonly invalid: Figures;
  readonly finding: { readonly code: string; readonly cell: string; readonly fields: readonly string[] };
  readonly undecided: Figures;
}

const CASES: readonly Case[] = [
  {
    name: 'required',
    rule: ruleOf({ kind: 'required', fields: ['households'] }),
    valid: { rows: [{ areaName: 'A', households: 0 }] },
    invalid: {
      rows: [
        { areaName: 'A', households: 1 },
        { areaName: 'B', households: null },
      ],
    },
    finding: { code: 'row/required-blank', cell: 'B3', fields: ['households'] },
    undecided: { rows: [{ areaName: 'A' }] },
  },
  {
    name: 'required, of an answer that is not added up',
    rule: ruleOf({ kind: 'required', fields: ['areaName'] }),
    valid: { rows: [{ areaName: 'A', households: 1 }] },
    invalid: {
      rows: [
        { areaName: 'A', households: 1 },
        { areaName: null, households: 2 },
      ],
    },
    finding: { code: 'row/required-answer-blank', cell: 'A3', fields: ['areaName'] },
    undecided: { rows: [{ households: 1 }] },
  },
  {
    name: 'range, below',
    rule: ruleOf({ kind: 'range', field: 'households', min: 5, max: 50 }),
    valid: { rows: [{ households: 5 }, { households: 50 }] },
    invalid: { rows: [{ households: 4 }] },
    finding: { code: 'row/below-minimum', cell: 'A2', fields: ['households'] },
    undecided: { rows: [{ households: null }] },
  },
  {
    name: 'range, ratio below',
    rule: ruleOf({ kind: 'range', field: 'registered', per: 'households', min: 0.5, max: 1 }),
    valid: { rows: [{ households: 10, registered: 5 }] },
    invalid: { rows: [{ households: 10, registered: 4 }] },
    finding: { code: 'row/ratio-below', cell: 'B2', fields: ['registered', 'households'] },
    undecided: { rows: [{ households: 10, registered: null }] },
  },
  {
    name: 'range, ratio above',
    rule: ruleOf({ kind: 'range', field: 'registered', per: 'households', min: 0.5, max: 1 }),
    valid: { rows: [{ households: 10, registered: 10 }] },
    invalid: { rows: [{ households: 10, registered: 11 }] },
    finding: { code: 'row/ratio-above', cell: 'B2', fields: ['registered', 'households'] },
    undecided: { rows: [{ households: null, registered: 4 }] },
  },
  {
    name: 'range, above, of a scaled field',
    rule: ruleOf({ kind: 'range', field: 'rateTyped', max: 99.5 }),
    valid: { rows: [{ rateTyped: 99.5 }] },
    invalid: { rows: [{ rateTyped: 99.51 }] },
    finding: { code: 'row/above-maximum', cell: 'A2', fields: ['rateTyped'] },
    undecided: { rows: [{ rateTyped: 'x' }] },
  },
  {
    name: 'wholeNumber',
    rule: ruleOf({ kind: 'wholeNumber', fields: ['fundsTotal'] }),
    valid: { own: { fundsTotal: 12 } },
    invalid: { own: { fundsTotal: 12.5 } },
    finding: { code: 'row/not-whole', cell: 'B2', fields: ['fundsTotal'] },
    undecided: { own: { fundsTotal: null } },
  },
  {
    name: 'choice',
    rule: ruleOf({ kind: 'choice', field: 'areaTitle', allowed: ['awarded', 'notAwarded'] }),
    valid: { rows: [{ areaTitle: 'awarded' }] },
    invalid: { rows: [{ areaTitle: 'awarded' }, { areaTitle: 'revoked' }] },
    finding: { code: 'row/choice-not-allowed', cell: 'A3', fields: ['areaTitle'] },
    undecided: { rows: [{ areaTitle: null }] },
  },
  {
    name: 'unique',
    rule: ruleOf({ kind: 'unique', fields: ['areaName', 'formerUnit'], askWhenBlank: 'formerUnit' }),
    valid: {
      rows: [
        { areaName: 'TDP 2', formerUnit: 'A' },
        { areaName: 'TDP 2', formerUnit: 'B' },
      ],
    },
    invalid: {
      rows: [
        { areaName: 'TDP 2', formerUnit: 'A' },
        { areaName: 'tdp  2', formerUnit: 'a' },
      ],
    },
    finding: { code: 'row/duplicate-key', cell: 'A3', fields: ['areaName', 'formerUnit'] },
    undecided: { own: { agencies: 1 } },
  },
  {
    name: 'partOfWhole, one part',
    rule: ruleOf({ kind: 'partOfWhole', parts: ['titled'], whole: 'households', level: 'both' }),
    valid: { rows: [{ titled: 10, households: 10 }] },
    invalid: { rows: [{ titled: 11, households: 10 }] },
    finding: { code: 'row/part-exceeds-whole', cell: 'A2', fields: ['titled', 'households'] },
    undecided: { rows: [{ titled: 11, households: null }] },
  },
  {
    name: 'partOfWhole, several parts',
    rule: ruleOf({ kind: 'partOfWhole', parts: ['poor', 'nearPoor'], whole: 'households', level: 'row' }),
    valid: { rows: [{ poor: 4, nearPoor: 6, households: 10 }] },
    invalid: { rows: [{ poor: 4, nearPoor: 7, households: 10 }] },
    finding: { code: 'row/parts-exceed-whole', cell: 'A2', fields: ['poor', 'nearPoor', 'households'] },
    undecided: { rows: [{ poor: 4, nearPoor: 'pending', households: 5 }] },
  },
  {
    name: 'together',
    rule: ruleOf({ kind: 'together', fields: ['decisionNumber', 'decisionDate'], severity: 'error' }),
    valid: { own: { decisionNumber: '45/QĐ', decisionDate: '2024-11-20' } },
    invalid: { own: { decisionNumber: '45/QĐ', decisionDate: null } },
    finding: { code: 'row/only-one-given', cell: 'B3', fields: ['decisionNumber', 'decisionDate'] },
    undecided: { own: { decisionNumber: '45/QĐ' } },
  },
  {
    name: 'exclusive',
    rule: ruleOf({ kind: 'exclusive', fields: ['poor', 'nearPoor'] }),
    valid: {
      rows: [
        { poor: 1, nearPoor: 0 },
        { poor: null, nearPoor: 2 },
      ],
    },
    invalid: { rows: [{ poor: 1, nearPoor: 2 }] },
    finding: { code: 'row/both-given', cell: 'A2', fields: ['poor', 'nearPoor'] },
    undecided: { rows: [{ poor: 1, nearPoor: 'pending' }] },
  },
  {
    name: 'implies',
    rule: ruleOf({
      kind: 'implies',
      if: { field: 'titleYears', moreThan: 0 },
      then: { field: 'areaTitle', in: ['awarded', 'pending'] },
      level: 'row',
    }),
    valid: {
      rows: [
        { titleYears: 3, areaTitle: 'pending' },
        { titleYears: 0, areaTitle: 'revoked' },
      ],
    },
    invalid: { rows: [{ titleYears: 3, areaTitle: 'revoked' }] },
    finding: { code: 'row/implied-differs', cell: 'B2', fields: ['titleYears', 'areaTitle'] },
    undecided: { rows: [{ titleYears: 3, areaTitle: null }] },
  },
  {
    name: 'implies, being given',
    rule: ruleOf({
      kind: 'implies',
      if: { field: 'communeProposed', in: ['yes'] },
      then: { field: 'decisionNumber', present: true },
      level: 'unit',
    }),
    valid: { own: { communeProposed: 'no', decisionNumber: null } },
    invalid: { own: { communeProposed: 'yes', decisionNumber: null } },
    finding: { code: 'row/implied-blank', cell: 'B3', fields: ['communeProposed', 'decisionNumber'] },
    undecided: { own: { communeProposed: 'yes' } },
  },
  {
    name: 'implies, being left blank',
    rule: ruleOf({
      kind: 'implies',
      if: { field: 'areaTitle', in: ['revoked'] },
      then: { field: 'titleYears', present: false },
      level: 'row',
    }),
    valid: { rows: [{ areaTitle: 'revoked', titleYears: null }] },
    invalid: { rows: [{ areaTitle: 'revoked', titleYears: 4 }] },
    finding: { code: 'row/implied-not-blank', cell: 'B2', fields: ['areaTitle', 'titleYears'] },
    undecided: { rows: [{ areaTitle: null, titleYears: 4 }] },
  },
  {
    name: 'eligibility',
    rule: ruleOf({
      kind: 'eligibility',
      given: { field: 'commended', moreThan: 0 },
      needs: { field: 'eligible', moreThan: 0 },
    }),
    valid: { own: { commended: 1, eligible: 1 } },
    invalid: { own: { commended: 1, eligible: 0 } },
    finding: { code: 'row/not-eligible', cell: 'B3', fields: ['commended', 'eligible'] },
    undecided: { own: { commended: 1, eligible: null } },
  },
  {
    name: 'eligibility, proof not given',
    rule: ruleOf({
      kind: 'eligibility',
      given: { field: 'commended', moreThan: 0 },
      needs: { field: 'decisionNumber', present: true },
    }),
    valid: { own: { commended: 1, decisionNumber: '1' } },
    invalid: { own: { commended: 1, decisionNumber: null } },
    finding: { code: 'row/not-eligible-blank', cell: 'B3', fields: ['commended', 'decisionNumber'] },
    undecided: { own: { commended: null, decisionNumber: null } },
  },
  {
    name: 'rateLimits over 100 %',
    rule: ruleOf({ kind: 'rateLimits', numerator: 'titled', denominator: 'households', level: 'row' }),
    valid: { rows: [{ titled: 18, households: 18 }] },
    invalid: { rows: [{ titled: 19, households: 18 }] },
    finding: { code: 'row/rate-over-hundred', cell: 'A2', fields: ['titled', 'households'] },
    undecided: { rows: [{ titled: 1, households: 0 }] },
  },
  {
    name: 'sumOf inside a row',
    rule: ruleOf({
      kind: 'sumOf',
      total: 'fundsTotal',
      of: ['fundsProvince', 'fundsCommune'],
      form: 'bieu-02',
    }),
    valid: { own: { fundsTotal: 3.5, fundsProvince: 1.25, fundsCommune: 2.25 } },
    invalid: { own: { fundsTotal: 3.6, fundsProvince: 1.25, fundsCommune: 2.25 } },
    finding: {
      code: 'row/sum-differs',
      cell: 'B2',
      fields: ['fundsTotal', 'fundsProvince', 'fundsCommune'],
    },
    undecided: { own: { fundsTotal: 3.6, fundsProvince: 1.25, fundsCommune: null } },
  },
  {
    name: 'asOfMismatch',
    rule: ruleOf({ kind: 'asOfMismatch', fields: ['households'] }),
    valid: { own: { dataAsOf: '2024-12-31' }, rows: [{ households: 1 }] },
    invalid: { own: { dataAsOf: '2024-11-25', figureStatus: 'official' }, rows: [{ households: 1 }] },
    finding: { code: 'row/before-cut-off', cell: 'B2', fields: ['households'] },
    undecided: { rows: [{ households: 1 }] },
  },
  {
    name: 'notYet',
    rule: ruleOf({ kind: 'notYet', fields: ['titled'] }),
    valid: { rows: [{ titled: 0 }, { titled: null }] },
    invalid: { rows: [{ titled: 0 }, { titled: 12 }] },
    finding: { code: 'plausibility/result-too-early', cell: 'A3', fields: ['titled'] },
    undecided: { own: { dataAsOf: '2024-12-31' } },
  },
  {
    name: 'notAfter',
    rule: ruleOf({ kind: 'notAfter', fields: ['decisionDate'] }),
    valid: { own: { dataAsOf: '2024-12-31', decisionDate: '2024-12-31' } },
    invalid: { own: { dataAsOf: '2024-11-25', decisionDate: '2024-11-26' } },
    finding: { code: 'plausibility/decided-after-data', cell: 'B2', fields: ['decisionDate'] },
    undecided: { own: { decisionDate: '2024-11-26' } },
  },
];

describe.each(CASES)('$name', ({ rule, valid, invalid, finding, undecided: open }) => {
  it('is silent on what holds', () => {
    expect(checkUnit(rule, valid).findings).toEqual([]);
  });
  it('names code, cell and fields of what does not', () => {
    expect(seen(checkUnit(rule, invalid))).toEqual([{ ...finding, severity: 'error' }]);
  });
  it('counts what it cannot evaluate and finds nothing there', () => {
    const result = checkUnit(rule, open);
    expect(result.findings).toEqual([]);
    expect(undecided(result)).toBeGreaterThan(0);
  });
});

describe('findings of rules', () => {
  it('carry unit, period, form, row, rule, both cells, basis and the rule’s instruction', () => {
    const rule = ruleOf({ kind: 'partOfWhole', parts: ['titled'], whole: 'households', level: 'row' });
    const [finding] = checkUnit(rule, {
      rows: [{ areaName: 'Thôn Đông', households: 10, titled: 12 }],
    }).findings;
    expect(finding).toMatchObject({
      unit: 'u1',
      period: '2024',
      form: 'bieu-01',
      rule: 'r',
      at: { sheet: 'bieu-01', cell: 'C2' },
      related: [{ sheet: 'bieu-01', cell: 'B2' }],
      hint: 'do it',
      basis: 'b',
      expected: ['≤ 10 hộ'],
    });
    expect(finding?.message).toContain('Thôn Đông');
    expect(finding?.message).toContain('2 hộ');
  });

  it('keep distinct ids for rows of one name', () => {
    const rule = ruleOf({ kind: 'range', field: 'households', max: 1 });
    const { findings } = checkUnit(rule, {
      rows: [
        { areaName: 'A', households: 2 },
        { areaName: 'A', households: 3 },
      ],
    });
    expect(new Set(findings.map(({ id }) => id)).size).toBe(2);
  });

  it('never take a blank for a zero, while "not applicable" counts as none where the rule says so', () => {
    const rule = ruleOf({
      kind: 'partOfWhole',
      parts: ['poor', 'nearPoor'],
      whole: 'households',
      level: 'row',
      missing: 'zero',
    });
    const rows = [
      { poor: 11, nearPoor: 'x', households: 10 },
      { poor: 10, nearPoor: null, households: 10 },
    ];
    const result = checkUnit(rule, { rows });
    expect(seen(result).map(({ cell }) => cell)).toEqual(['A2']);
    expect(undecided(result)).toBe(1);
    const outside = checkUnit(rule, {
      rows: [
        { poor: 11, nearPoor: 'x', households: 10 },
        { poor: 4, nearPoor: 1, households: 'x' },
      ],
    });
    const messages = outside.findings.map(({ message }) => message);
    expect(messages).toHaveLength(2);
    for (const message of messages) expect(message).not.toMatch(/\(0[ )]/u);
    expect(messages[1]).toContain('(ghi không áp dụng)');
  });

  it('say once that a whole column is blank, and not again what reading has said', () => {
    const rule = ruleOf({ kind: 'required', fields: ['households'] });
    const rows = [
      { areaName: 'A', households: null },
      { areaName: 'B', households: null },
    ];
    const first = checkUnit(rule, { rows });
    expect(seen(first).map(({ code }) => code)).toEqual(['row/column-blank']);
    const [finding] = first.findings;
    if (finding === undefined) throw new Error('nothing found');
    const read = Object.entries(finding).filter(([key]) => key !== 'rule');
    const second = checkUnit(rule, { rows }, { earlier: [Object.fromEntries(read) as unknown as Finding] });
    expect(seen(second).map(({ code, cell }) => [code, cell])).toEqual([['row/required-blank', 'B3']]);
    // What the same rule said below, in results of a lower level, is said of the whole column here as well.
    const above = checkUnit(rule, { rows }, { earlier: [finding] });
    expect(seen(above).map(({ code }) => code)).toEqual(['row/column-blank']);
    // Nor what is blank in a row that is no area.
    const related = [finding, ...second.findings].map(({ at }) => at);
    const noArea = [{ ...finding, code: 'layout/rows-no-area' as const, related }];
    expect(checkUnit(rule, { rows }, { earlier: noArea }).findings).toEqual([]);
  });

  it('ask instead of accusing when two rows of one name lack their former unit', () => {
    const rule = ruleOf({
      kind: 'unique',
      fields: ['areaName', 'formerUnit'],
      askWhenBlank: 'formerUnit',
    });
    const result = checkUnit(rule, { rows: [{ areaName: 'TDP 2' }, { areaName: 'TDP 2' }] });
    expect(seen(result).map(({ code, severity }) => [code, severity])).toEqual([
      ['row/same-name-unclear', 'warning'],
    ]);
  });

  it('leave estimates alone and take the office’s own date where none is stated', () => {
    const rule = ruleOf({ kind: 'asOfMismatch', fields: ['households'] });
    const rows = [{ households: 1 }];
    const estimate = { own: { dataAsOf: '2024-11-25', figureStatus: 'estimate' }, rows };
    expect(checkUnit(rule, estimate).findings).toEqual([]);
    expect(seen(checkUnit(rule, { rows }, { dataAsOf: '2024-11-25' }))).toMatchObject([
      { code: 'row/before-cut-off', cell: 'A2' },
    ]);
  });

  it('mark trial rules', () => {
    const rule = ruleOf({ kind: 'range', field: 'households', max: 1, trial: true });
    expect(checkUnit(rule, { rows: [{ households: 2 }] }).findings[0]?.trial).toBe(true);
  });
});

it('an answer that goes with another type of unit is told by the name of the row where the form does not ask for it', () => {
  const rule = ruleOf({
    kind: 'answerByType',
    field: 'areaTitle',
    allowed: ['awarded'],
    forTypes: ['xã'],
    named: 'areaName',
  });
  const found = (rows: NonNullable<RuleExample['rows']>) =>
    seen(checkUnit(rule, { rows }, { typeOf: () => 'xã' }));
  expect(found([{ areaName: 'awarded 1' }, { areaName: 'notAwarded 2' }])).toEqual([
    { code: 'row/answer-against-type', severity: 'error', cell: 'A3', fields: ['areaTitle'] },
  ]);
  expect(found([{ areaName: 'awarded 1' }])).toEqual([]);
});
