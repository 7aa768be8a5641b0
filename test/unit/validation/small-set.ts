/** A criteria set just large enough for every rule kind, and submissions typed as in rule examples. */
import type {
  CriteriaSet,
  FieldDefinition,
  RuleDefinition,
  RuleExample,
  RuleKind,
  RuleOf,
  UnitSubmission,
} from '../../../src/model.js';
import { compileRules } from '../../../src/validation/compile-rules.js';
import type { ValidationContext } from '../../../src/validation/context.js';
import { exampleSubmission } from '../../../src/validation/example-submission.js';
import type { ValidationResult } from '../../../src/validation/outcome.js';
import { validateAcross, validateUnit } from '../../../src/validation/validate.js';
import { madeChoices, madeField, madeForm, madeSet } from '../../support/made-criteria.js';

const field = (
  id: string,
  form: string,
  type: FieldDefinition['type'],
  more: Partial<FieldDefinition> = {},
): FieldDefinition => madeField(id, type, { form, enterAt: 'commune', ...more });

export const FIELDS: readonly FieldDefinition[] = [
  field('dataAsOf', 'thong-tin', 'date'),
  field('figureStatus', 'thong-tin', 'choice', madeChoices('official', 'estimate')),
  field('areasDeclared', 'thong-tin', 'count', { aggregation: 'none' }),
  field('householdsDeclared', 'thong-tin', 'count', { aggregation: 'none' }),
  field('areaName', 'bieu-01', 'text'),
  field('formerUnit', 'bieu-01', 'text'),
  field('households', 'bieu-01', 'count', { unit: 'hộ', asOf: '12-31' }),
  field('registered', 'bieu-01', 'count'),
  field('titled', 'bieu-01', 'count'),
  field('poor', 'bieu-01', 'count'),
  field('nearPoor', 'bieu-01', 'count'),
  field('rateTyped', 'bieu-01', 'percent'),
  field('areaTitle', 'bieu-01', 'choice', madeChoices('awarded', 'notAwarded', 'pending', 'revoked')),
  field('titleYears', 'bieu-01', 'count', { aggregation: 'none' }),
  field('weddings', 'bieu-01', 'count', { alsoIn: { form: 'bieu-02', code: 'L1' }, enterAt: 'either' }),
  field('agencies', 'bieu-02', 'count'),
  field('agenciesTitled', 'bieu-02', 'count'),
  field('fundsTotal', 'bieu-02', 'amount'),
  field('fundsProvince', 'bieu-02', 'amount'),
  field('fundsCommune', 'bieu-02', 'amount'),
  field('decisionNumber', 'bieu-02', 'text'),
  field('decisionDate', 'bieu-02', 'date'),
  field('communeProposed', 'bieu-02', 'yesNo'),
  field('commended', 'bieu-02', 'count'),
  field('eligible', 'bieu-02', 'count'),
  field('criterionCode', 'bieu-04', 'text'),
  field('criterionMet', 'bieu-04', 'choice', madeChoices('met', 'notMet', 'notApplicable')),
];

export function setWith(...rules: readonly RuleDefinition[]): CriteriaSet {
  return madeSet({
    forms: [
      madeForm('thong-tin', 'pairs'),
      madeForm('bieu-01', 'table', { rowKey: ['areaName', 'formerUnit'] }),
      madeForm('bieu-02', 'list'),
      madeForm('bieu-04', 'criteria', { rowKey: ['criterionCode'], title_of: 'commune' }),
    ],
    fields: FIELDS,
    rules,
    titles: [
      {
        id: 'commune',
        level: 'commune',
        labels: [],
        decidedBy: [],
        mode: 'passFail',
        standards: [
          {
            id: 's1',
            name: 's1',
            combine: 'any',
            confirmed: true,
            criteria: ['1.1', '1.2'].map((id) => ({ id, text: id, type: 'bool', confirmed: true })),
          },
        ],
        exclusions: [],
        basis: 'b',
        confirmed: true,
      },
    ],
  });
}

type Shared = 'id' | 'severity' | 'label' | 'instruction' | 'basis' | 'confirmed' | 'missing' | 'examples';

/** A rule with everything that every rule has filled in. */
export function ruleOf<Kind extends RuleKind>(
  own: Omit<RuleOf<Kind>, Shared> & { readonly kind: Kind } & Partial<Pick<RuleOf<Kind>, Shared>>,
): RuleDefinition {
  return {
    id: 'r',
    severity: 'error',
    label: 'l',
    instruction: 'do it',
    basis: 'b',
    confirmed: true,
    missing: 'skip',
    examples: { pass: {}, fail: {} },
    ...own,
  } as unknown as RuleDefinition;
}

export const contextFor = (
  rules: readonly RuleDefinition[],
  more: Partial<ValidationContext> = {},
): ValidationContext => ({ rules: compileRules(setWith(...rules), '2024-12-31', 'year'), ...more });

export const submissionOf = (
  example: Pick<RuleExample, 'rows' | 'own' | 'totals'>,
  unit = 'u1',
): UnitSubmission => exampleSubmission(setWith(), unit, '2024', example);

export const checkUnit = (
  rule: RuleDefinition,
  example: Pick<RuleExample, 'rows' | 'own' | 'totals'>,
  more: Partial<ValidationContext> = {},
): ValidationResult => validateUnit(submissionOf(example), contextFor([rule], more));

export const checkUnits = (
  rule: RuleDefinition,
  examples: readonly Pick<RuleExample, 'rows' | 'own' | 'totals'>[],
  more: Partial<ValidationContext> = {},
): ValidationResult =>
  validateAcross(
    examples.map((example, index) => submissionOf(example, `u${String(index + 1)}`)),
    contextFor([rule], more),
  );

/** What a test compares: code, severity, cell and fields of each finding. */
export const seen = ({ findings }: ValidationResult) =>
  findings.map(({ code, severity, at, fields }) => ({
    code,
    severity,
    cell: at.cell,
    fields: [...(fields ?? [])],
  }));

export const undecided = ({ notEvaluated }: ValidationResult): number => notEvaluated.get('r') ?? 0;
