/** Whose submission it is: code, name and parent decide; file name and folder never do. */
import { finding } from '../findings/finding.js';
import type { Finding, SourceRef, UnitTree, UnitVersion } from '../model.js';
import { findByName } from '../units/find-by-name.js';
import { unitFullName } from '../units/unit-name.js';
import { cleanText } from '../vietnamese-text.js';

export interface UnitSaid {
  /** Code of the identity sheet. */
  readonly identityCode?: string;
  /** Code and name people see and may edit (Thông tin, CSV). */
  readonly code?: string;
  readonly name?: string;
}

export interface UnitScope {
  readonly tree: UnitTree;
  /** Units in force on the reference date beyond the tree, to name a stranger. */
  readonly everywhere: ReadonlyMap<string, UnitVersion>;
}

export type Attribution = { readonly unit: UnitVersion } | { readonly finding: Finding };

/** The unit a part belongs to, or the finding that says why it cannot be told. */
export function attributeUnit(said: UnitSaid, scope: UnitScope, at: SourceRef): Attribution {
  const code = firstText(said.code, said.identityCode);
  const name = firstText(said.name);
  const words = [
    code === undefined ? undefined : `mã “${code}”`,
    name === undefined ? undefined : `tên “${name}”`,
  ]
    .filter((word) => word !== undefined)
    .join(', ');
  const shown = words === '' ? 'không có mã và tên đơn vị' : words;
  const byCode = code === undefined ? undefined : unitOfCode(code, scope);
  if (byCode !== undefined && name !== undefined && findByName([byCode], name).kind === 'none')
    return conflict(shown, at, [byCode, ...namesakes(name, scope)]);
  if (byCode !== undefined) {
    if (!scope.tree.byCode.has(byCode.code))
      return {
        finding: finding('submission/unit-not-due', at, { unit: unitFullName(byCode), code: byCode.code }),
      };
    return { unit: byCode };
  }
  if (name === undefined) return unknown(shown, at, []);
  const match = findByName(treeUnits(scope), name);
  switch (match.kind) {
    case 'exact':
    case 'loose':
      // A code that names nothing beside a name that names one unit: the two disagree, so ask.
      return code === undefined ? { unit: match.unit } : conflict(shown, at, [match.unit]);
    case 'ambiguous':
      return unknown(shown, at, match.candidates);
    case 'none':
      return unknown(shown, at, match.suggestions);
    default:
      return match satisfies never;
  }
}

const firstText = (...texts: readonly (string | undefined)[]): string | undefined =>
  texts.map((text) => cleanText(text ?? '')).find((text) => text !== '');

const CODE_LENGTHS = [2, 3, 5];

/** Spreadsheets drop leading zeros; they are restored when exactly one unit of the report answers to it. */
function unitOfCode(code: string, scope: UnitScope): UnitVersion | undefined {
  const own = scope.tree.byCode.get(code) ?? scope.everywhere.get(code);
  if (own !== undefined || !/^\d{1,4}$/u.test(code)) return own;
  const padded = CODE_LENGTHS.map((length) => code.padStart(length, '0'))
    .filter((candidate) => candidate.length > code.length)
    .flatMap((candidate) => scope.tree.byCode.get(candidate) ?? []);
  return padded.length === 1 ? padded[0] : undefined;
}

const treeUnits = (scope: UnitScope): readonly UnitVersion[] =>
  [...scope.tree.byCode.values()].filter(
    (unit) => unit.code !== scope.tree.root || scope.tree.leaves.includes(unit.code),
  );

function namesakes(name: string, scope: UnitScope): readonly UnitVersion[] {
  const match = findByName(treeUnits(scope), name);
  if (match.kind === 'ambiguous') return match.candidates;
  return match.kind === 'none' ? match.suggestions : [match.unit];
}

const listed = (units: readonly UnitVersion[]): string =>
  units.length === 0
    ? ''
    : ` Có thể là: ${units.map((unit) => `${unitFullName(unit)} (${unit.code})`).join('; ')}.`;

const conflict = (said: string, at: SourceRef, candidates: readonly UnitVersion[]): Attribution => ({
  finding: finding('submission/unit-conflict', at, { said, candidates: listed(unique(candidates)) }),
});

const unknown = (said: string, at: SourceRef, candidates: readonly UnitVersion[]): Attribution => ({
  finding: finding('submission/unit-unknown', at, { said, candidates: listed(unique(candidates)) }),
});

const unique = (units: readonly UnitVersion[]): readonly UnitVersion[] => [
  ...new Map(units.map((unit) => [unit.code, unit])).values(),
];
