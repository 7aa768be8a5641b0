/** A code looked up on a day. A code alone is no identity: 00331 was Thịnh Liệt and is now Hoàng Mai. */
import type { UnitLevel, UnitVersion } from '../../model.js';
import { isInForce } from '../unit-dates.js';

/** Digits of the official codes. */
export const CODE_LENGTH: Readonly<Record<UnitLevel, number>> = { province: 2, district: 3, commune: 5 };

export interface CodeMatch {
  readonly unit: UnitVersion;
  /** Leading zeros were missing, as Excel drops them: "331" was read as "00331". To be told. */
  readonly restored: boolean;
}

/**
 * The unit with this code in force on the day. A short code gets its zeros back when only one unit fits;
 * `level` narrows what may fit (331 is also a district).
 */
export function findByCode(
  units: readonly UnitVersion[],
  code: string,
  date: string,
  level?: UnitLevel,
): CodeMatch | undefined {
  const wanted = code.trim();
  const possible = new Set([wanted, ...paddedCodes(wanted, level)]);
  const found = units.filter(
    (unit) =>
      possible.has(unit.code) && (level === undefined || unit.level === level) && isInForce(unit, date),
  );
  const [asWritten, ...sameCode] = found.filter((unit) => unit.code === wanted);
  if (asWritten !== undefined)
    return sameCode.length === 0 ? { unit: asWritten, restored: false } : undefined;
  const [only, ...others] = found;
  return only === undefined || others.length > 0 ? undefined : { unit: only, restored: true };
}

/** The official codes that a number without leading zeros can stand for. */
export function paddedCodes(code: string, level?: UnitLevel): string[] {
  if (!/^\d{1,4}$/u.test(code)) return [];
  const lengths = level === undefined ? Object.values(CODE_LENGTH) : [CODE_LENGTH[level]];
  return lengths.filter((length) => length > code.length).map((length) => code.padStart(length, '0'));
}
