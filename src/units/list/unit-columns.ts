/** Columns of units.csv, in the order in which they are written. */
export const UNIT_COLUMNS = [
  'code',
  'name',
  'type',
  'level',
  'parent_code',
  'valid_from',
  'valid_to',
  'area_class',
  'commune_group',
  'region',
  'urban',
  'group',
  'households',
  'contact',
] as const;
export type UnitColumn = (typeof UNIT_COLUMNS)[number];
