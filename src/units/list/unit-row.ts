/** One row of a unit list read into a unit, with its level worked out when it is not written. */
import type { DelimitedRow, Finding, SourceRef, UnitLevel, UnitVersion } from '../../model.js';
import { finding } from '../../findings/finding.js';
import { CODE_LENGTH } from '../names/find-by-code.js';
import { UnitCells } from './unit-cells.js';
import type { UnitColumn } from './unit-columns.js';
import { unitFullName } from '../names/unit-name.js';
import { defined } from '../../values/defined.js';

const LEVELS = ['province', 'district', 'commune'] as const;
const AREA_CLASSES = ['ordinary', 'difficult', 'centralCity'] as const;
/** As the office writes them, and as the answers of Thông tin are called. */
const COMMUNE_GROUPS = ['1', '2', '3'] as const;
const groupOfCommune = (group: string | undefined): string | undefined =>
  group === undefined ? undefined : `nhom-${group}`;
const URBAN = ['urban', 'rural'] as const;

/** Which levels a type word can have. "thành phố" is both: the code tells which. */
const LEVELS_OF_TYPE: Readonly<Record<string, readonly UnitLevel[]>> = {
  tỉnh: ['province'],
  'thành phố': ['province', 'district'],
  quận: ['district'],
  huyện: ['district'],
  'thị xã': ['district'],
  xã: ['commune'],
  phường: ['commune'],
  'thị trấn': ['commune'],
  'đặc khu': ['commune'],
};

export interface UnitRowOutcome {
  readonly unit?: UnitVersion;
  readonly findings: readonly Finding[];
}

/** Reads a row. No unit when a required cell is blank, a value is wrong or the level cannot be told. */
export function readUnitRow(row: DelimitedRow, placeOf: (column: UnitColumn) => SourceRef): UnitRowOutcome {
  const cells = new UnitCells(row, placeOf);
  const code = cells.required('code');
  const type = cells.required('type').toLowerCase();
  const name = withoutTypeWord(cells.required('name'), type);
  const level = cells.choice('level', LEVELS) ?? levelOf(code, type);
  const parentCode = cells.text('parent_code');
  const validFrom = cells.date('valid_from');
  const validTo = cells.date('valid_to');
  const areaClass = cells.choice('area_class', AREA_CLASSES);
  const communeGroup = groupOfCommune(cells.choice('commune_group', COMMUNE_GROUPS));
  const region = cells.text('region');
  const urban = cells.choice('urban', URBAN);
  const group = cells.text('group');
  const households = cells.count('households');
  const contact = cells.text('contact');
  if (cells.findings.length > 0) return { findings: cells.findings };

  const fullName = unitFullName({ type, name });
  if (level === undefined)
    return { findings: [finding('units/level-unknown', placeOf('code'), { name: fullName, code })] };
  if (LEVELS_OF_TYPE[type]?.includes(level) === false) {
    const parameters = { name: fullName, level, type };
    return { findings: [finding('units/level-against-type', placeOf('type'), parameters)] };
  }
  if (validFrom !== undefined && validTo !== undefined && validTo < validFrom) {
    const parameters = {
      later: 'valid_to',
      laterDate: validTo,
      earlier: 'valid_from',
      earlierDate: validFrom,
    };
    return { findings: [finding('configuration/date-order', placeOf('valid_to'), parameters)] };
  }
  const unit: UnitVersion = {
    code,
    name,
    type,
    level,
    ...defined({
      parentCode,
      validFrom,
      validTo,
      areaClass,
      communeGroup,
      region,
      urban,
      group,
      households,
      contact,
    }),
  };
  return { unit, findings: [] };
}

/** The name column is without the type word; an office may write it all the same. */
const withoutTypeWord = (name: string, type: string): string =>
  type !== '' && name.toLowerCase().startsWith(`${type} `) ? name.slice(type.length + 1) : name;

/** By the type word; a word of two levels, or an unknown one, by the length of the official code. */
function levelOf(code: string, type: string): UnitLevel | undefined {
  const byType = LEVELS_OF_TYPE[type] ?? LEVELS;
  const [only, ...others] = byType;
  if (others.length === 0) return only;
  return /^\d+$/u.test(code) ? byType.find((level) => CODE_LENGTH[level] === code.length) : undefined;
}
