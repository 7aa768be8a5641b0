/** What the template fills in beforehand: the unit's identity in Thông tin and last year's residential areas. */
import type { FieldDefinition, FieldId, UnitVersion } from '../../model.js';
import type { KnownArea, TemplateOptions } from './template-options.js';
import type { CriterionRow } from './criterion-rows.js';

export interface KnownValue {
  readonly value: string | number;
  /** Identity is not the sender's to change. */
  readonly locked: boolean;
}

/** Values of Thông tin by field id. */
export function knownInformation(options: TemplateOptions): ReadonlyMap<FieldId, KnownValue> {
  const { unit, ancestors, period } = options;
  const nameOf = (level: UnitVersion['level']): string | undefined =>
    [unit, ...ancestors].find((candidate) => candidate.level === level)?.name;
  const identity: Readonly<Record<string, string | undefined>> = {
    unitCode: unit.code,
    unitName: unit.name,
    unitType: unit.type,
    districtName: nameOf('district'),
    provinceName: nameOf('province'),
    period: period.id,
  };
  const suggestions: Readonly<Record<string, string | number | undefined>> = {
    region: unit.region,
    urban: unit.urban,
    areaClass: unit.areaClass,
    communeGroup: unit.communeGroup,
    submissionNo: 1,
  };
  const known = new Map<FieldId, KnownValue>();
  for (const [id, value] of Object.entries(identity))
    if (value !== undefined) known.set(id, { value, locked: true });
  for (const [id, value] of Object.entries(suggestions))
    if (value !== undefined) known.set(id, { value, locked: false });
  return known;
}

/** A residential area's values by field id. */
export function knownArea(area: KnownArea): ReadonlyMap<FieldId, string> {
  return new Map([
    ['areaName', area.name],
    ...(area.formerUnit === undefined ? [] : ([['formerUnit', area.formerUnit]] as const)),
    ...(area.kind === undefined ? [] : ([['areaKind', area.kind]] as const)),
  ]);
}

/** A criterion's values by field id. */
export const knownCriterion = (row: CriterionRow): ReadonlyMap<FieldId, string> =>
  new Map([
    ['criterionCode', row.code],
    ['criterionText', row.text],
    ['criterionTarget', row.target],
  ]);

/** A choice is printed by its label, whether its id or its label is known. */
export const asPrinted = (field: FieldDefinition, value: string | number): string | number =>
  field.choices?.find((choice) => choice.id === value)?.label ?? value;
