/** Criteria sets as small as a test needs: every key is filled in, the test gives what it is about. */
import type {
  CriteriaSet,
  FieldDefinition,
  FormDefinition,
  IndicatorDefinition,
  RuleExample,
  ValidatedSubmission,
} from '../../src/model.js';
import { exampleSubmission } from '../../src/validation/example-submission.js';

export const madeForm = (
  id: string,
  shape: FormDefinition['shape'],
  more: Partial<FormDefinition> = {},
): FormDefinition => ({ id, sheet: id, title: id, shape, sender: 'commune', groups: [], ...more });

/** A field of a table of areas; numbers are added up, at the scale of their type. */
export const madeField = (
  id: string,
  type: FieldDefinition['type'] = 'count',
  more: Partial<FieldDefinition> = {},
): FieldDefinition => ({
  id,
  form: 'bieu-01',
  label: id,
  type,
  scale: type === 'amount' ? 3 : type === 'percent' ? 2 : 0,
  aggregation: type === 'count' || type === 'amount' ? 'sum' : 'none',
  requiredIn: [],
  enterAt: 'area',
  core: true,
  marks: {},
  basis: 'b',
  confirmed: true,
  ...more,
});

/** Choices that read as their own names. */
export const madeChoices = (...ids: readonly string[]): Partial<FieldDefinition> => ({
  choices: ids.map((id) => ({ id, label: id })),
});

export const madeIndicator = (id: string, more: Partial<IndicatorDefinition> = {}): IndicatorDefinition => ({
  id,
  label: id,
  unit: 'hộ',
  numerator: { sum: 'titled' },
  headline: true,
  basis: 'b',
  confirmed: true,
  ...more,
});

export const madeSet = (parts: Partial<CriteriaSet>): CriteriaSet => ({
  id: 'small',
  label: 'small',
  formVersion: '1',
  basis: 'b',
  titleYears: { from: 2024 },
  forms: [madeForm('bieu-01', 'table', { rowKey: ['areaName'] })],
  fields: [],
  indicators: [],
  totals: [],
  rules: [],
  titles: [],
  ...parts,
});

/** What a unit sent, from rows as in the examples of rules (null: left blank), after a validation that excluded nothing. */
export const madeSubmission = (
  set: CriteriaSet,
  unit: string,
  example: Pick<RuleExample, 'rows' | 'own' | 'totals'>,
): ValidatedSubmission =>
  ({
    ...exampleSubmission(set, unit, '2024', example),
    excludedFields: new Map(),
    excludedForms: new Set(),
  }) as unknown as ValidatedSubmission;
