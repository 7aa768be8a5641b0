/** The unit a person means: by code, or by name, inside the higher unit when that is named too ("xã An Bình, tỉnh Cần Thơ"). */
import type { UnitVersion } from '../../../model.js';
import { findByCode } from '../../../units/names/find-by-code.js';
import { findByName } from '../../../units/names/find-by-name.js';

export type UnitChoice =
  | { readonly kind: 'one'; readonly unit: UnitVersion }
  | { readonly kind: 'several'; readonly candidates: readonly UnitVersion[] }
  /** Names near to the one typed; only shown, never taken. */
  | { readonly kind: 'none'; readonly suggestions: readonly UnitVersion[] };

/** `units` are those in force on `date`; `level` narrows what may be meant. */
export function chooseUnit(
  text: string,
  units: readonly UnitVersion[],
  date: string,
  level?: string,
): UnitChoice {
  const [own = '', ...above] = text.split(',').map((part) => part.trim());
  const inside = above.reduceRight<readonly UnitVersion[]>(
    (scope, name) => (name === '' ? scope : below(named(name, scope, date), units)),
    units,
  );
  const candidates = level === undefined ? inside : inside.filter((unit) => unit.level === level);
  const found = named(own, candidates, date);
  const [unit] = found;
  if (unit !== undefined) {
    return found.length === 1 ? { kind: 'one', unit } : { kind: 'several', candidates: found };
  }
  const match = findByName(candidates, own);
  return { kind: 'none', suggestions: match.kind === 'none' ? match.suggestions : [] };
}

function named(text: string, units: readonly UnitVersion[], date: string): readonly UnitVersion[] {
  if (/^\d+$/u.test(text)) {
    const match = findByCode(units, text, date);
    return match === undefined ? [] : [match.unit];
  }
  const match = findByName(units, text);
  if (match.kind === 'ambiguous') return match.candidates;
  return match.kind === 'none' ? [] : [match.unit];
}

/** Everything under the given units, at any depth. */
function below(parents: readonly UnitVersion[], units: readonly UnitVersion[]): readonly UnitVersion[] {
  const wanted = new Set(parents.map(({ code }) => code));
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  return units.filter((unit) => {
    for (let code = unit.parentCode; code !== undefined; code = byCode.get(code)?.parentCode)
      if (wanted.has(code)) return true;
    return false;
  });
}
