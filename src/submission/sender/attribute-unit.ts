/** Whose submission it is: code, name and the units above decide; file name and folder never do. */
import { finding } from '../../findings/finding.js';
import type { Finding, SourceRef, UnitVersion } from '../../model.js';
import { formatDate } from '../../values/number-format.js';
import { findByName } from '../../units/names/find-by-name.js';
import { unitFullName } from '../../units/names/unit-name.js';
import { besides, earlierGround, wasBelow } from './changed-ground.js';
import { inner } from '../../values/inner-quotes.js';
import { listed, shortened } from '../listed.js';
import { attributionLines, exclusionLine, unitLine } from './settlement.js';
import { unitIn, type UnitScope } from './unit-scope.js';
import {
  agreesWithParents,
  candidatesText,
  hintedByPath,
  mentionedIn,
  orderByPath,
} from './unit-candidates.js';
import { textOf, wordsOf, type UnitSaid } from './unit-said.js';
import { only } from '../../values/of-many.js';

/** Where the sender is named, and of which file. */
export interface SaidAt {
  readonly at: SourceRef;
  readonly sha256: string;
}

export type Attribution =
  | { readonly unit: UnitVersion; readonly remark?: Finding }
  | { readonly finding: Finding };

/** The unit a part belongs to, or the finding that says why it cannot be told. */
export function attributeUnit(said: UnitSaid, scope: UnitScope, where: SaidAt): Attribution {
  const attributed = attributeByWords(said, scope, where);
  if (said.settled === true || !('unit' in attributed)) return attributed;
  const before = earlierGround(attributed.unit, textOf(said.name), scope);
  if (before.length === 0) return attributed;
  const question = new Question(wordsOf(said), scope, where);
  // Who names a district writes of the time when there were districts.
  return textOf(said.district) === undefined
    ? question.changedGround(attributed.unit, before)
    : question.ended(before);
}

const ONLY_MENTIONED = 'tên đơn vị chỉ được nhắc trong các dòng tiêu đề, chưa rõ có phải đơn vị gửi';

function attributeByWords(said: UnitSaid, scope: UnitScope, where: SaidAt): Attribution {
  const [identity, typed] = [textOf(said.identityCode), textOf(said.code)];
  const code = typed ?? identity;
  const name = textOf(said.name);
  const isUnnamed =
    code === undefined && name === undefined && (said.titled ?? said.sheets ?? []).length === 0;
  const mentioned = isUnnamed ? mentionedIn(scope, said.lines ?? []) : [];
  const words = mentioned.length > 0 && said.ofSheet === undefined ? ONLY_MENTIONED : wordsOf(said);
  const question = new Question(words, scope, where, said);
  const own = code === undefined ? undefined : unitOfCode(code, scope);
  const printed = identity === undefined ? undefined : unitOfCode(identity, scope);
  // The form was made out for one unit and now says another: one of the two was forgotten.
  if (own !== undefined && printed !== undefined && own.code !== printed.code)
    return question.conflict([own, printed]);
  if (own !== undefined) return byCode(own, name, said, scope, question);
  const former = code === undefined ? undefined : scope.former?.find((unit) => unit.code === code);
  if (former !== undefined && (name === undefined || findByName([former], name).kind !== 'none'))
    return question.ended([former]);
  if (name === undefined)
    return question.unknown(
      (said.titled ?? (said.sheets?.length === 0 ? undefined : said.sheets))?.map(({ unit }) => unit) ??
        mentioned,
    );
  return byName(name, code, said, scope, question);
}

function byCode(
  unit: UnitVersion,
  name: string | undefined,
  said: UnitSaid,
  scope: UnitScope,
  question: Question,
): Attribution {
  if (name !== undefined && findByName([unit], name).kind === 'none') {
    const before = scope.former?.filter(
      (one) => one.code === unit.code && findByName([one], name).kind !== 'none',
    );
    return before !== undefined && before.length > 0
      ? question.ended(before)
      : question.conflict([unit, ...namesakes(name, scope)]);
  }
  if (!scope.tree.byCode.has(unit.code)) return question.notDue(unit);
  return parentsAgree(unit, said, scope) ? { unit } : question.conflict([unit]);
}

function byName(
  name: string,
  code: string | undefined,
  said: UnitSaid,
  scope: UnitScope,
  question: Question,
): Attribution {
  const candidates = treeUnits(scope).filter((unit) => parentsAgree(unit, said, scope));
  const match = findByName(candidates, name);
  switch (match.kind) {
    case 'exact':
    case 'loose':
      // A code that names nothing beside a name that names one unit: the two disagree, so ask.
      if (code !== undefined) return question.conflict([match.unit]);
      return match.kind === 'exact' ? { unit: match.unit } : question.loosely(match.unit, name);
    case 'ambiguous':
      return question.unknown(match.candidates);
    case 'none': {
      const [elsewhere] = namesakes(name, scope, 'certain');
      if (elsewhere !== undefined) return question.conflict([elsewhere]);
      const ended = (scope.former ?? []).filter((unit) => findByName([unit], name).kind === 'exact');
      const near = ended.filter((unit) => wasBelow(unit, scope));
      if (near.length > 0) return question.ended(near);
      return ended.length > 0 && match.suggestions.length === 0
        ? question.ended(ended)
        : question.unknown(match.suggestions);
    }
    default:
      return match satisfies never;
  }
}

/** False when the sender names a district or province that the unit does not belong to. */
const parentsAgree = (unit: UnitVersion, said: UnitSaid, scope: UnitScope): boolean =>
  (['district', 'province'] as const).every((level) => {
    const name = textOf(said[level]);
    return name === undefined || agreesWithParents(unit, level, name, scope) !== false;
  });

/** The sentences for a sender that cannot be told, with candidates and the line for tdkvh.yaml. */
class Question {
  private readonly said: string;
  private readonly scope: UnitScope;
  private readonly where: SaidAt;
  private readonly asked: Pick<UnitSaid, 'sheets' | 'ofSheet' | 'inColumns' | 'rowsAreUnits'>;

  constructor(
    said: string,
    scope: UnitScope,
    where: SaidAt,
    asked: Pick<UnitSaid, 'sheets' | 'ofSheet' | 'inColumns' | 'rowsAreUnits'> = {},
  ) {
    this.asked = asked;
    this.said = said;
    this.scope = scope;
    this.where = where;
  }

  unknown(units: readonly UnitVersion[]): Attribution {
    // What the file is called says nothing of one sheet among those of several units, nor of a table of them.
    const byPath = (): readonly UnitVersion[] =>
      this.asked.ofSheet === undefined && this.asked.rowsAreUnits?.() === undefined
        ? hintedByPath(this.scope, this.where.at.file)
        : [];
    const candidates = this.ordered(units.length > 0 ? units : byPath());
    return { finding: finding('submission/unit-unknown', this.where.at, this.parameters(candidates)) };
  }

  conflict(units: readonly UnitVersion[]): Attribution {
    return {
      finding: finding('submission/unit-conflict', this.where.at, this.parameters(this.ordered(units))),
    };
  }

  notDue(unit: UnitVersion): Attribution {
    return {
      finding: finding('submission/unit-not-due', this.where.at, {
        unit: unitFullName(unit),
        code: unit.code,
      }),
    };
  }

  loosely(unit: UnitVersion, name: string): Attribution {
    const remark = finding(
      'submission/name-as-read',
      this.where.at,
      { name, unit: unitFullName(unit), code: unit.code, place: this.place },
      { unit: unit.code },
    );
    return { unit, remark };
  }

  /** The same code or name stood for other ground when the period ended. */
  changedGround(unit: UnitVersion, before: readonly UnitVersion[]): Attribution {
    const { periodEnd = '' } = this.scope;
    return {
      finding: finding('submission/changed-ground', this.where.at, {
        said: this.said,
        unit: unitFullName(unit),
        code: unit.code,
        old: listed(before.map((one) => `${unitFullName(one)} (${one.code})`)),
        end: formatDate(periodEnd),
        endIso: periodEnd,
        settlement: attributionLines(this.where.sha256, [unit]),
      }),
    };
  }

  /** The unit named has ended; what it went into is told where it is known. */
  ended(units: readonly UnitVersion[]): Attribution {
    const [unit] = units;
    if (unit === undefined) return this.unknown([]);
    const successors = (this.scope.successors?.get(unit.code) ?? []).flatMap(
      (code) => unitIn(this.scope, code) ?? [],
    );
    const into =
      successors.length === 0
        ? ''
        : `, đã nhập vào ${successors.map((one) => `${unitFullName(one)} (${one.code})`).join(', ')}`;
    const { at, sha256 } = this.where;
    const until = unit.validTo === undefined ? '' : ` từ sau ngày ${formatDate(unit.validTo)}`;
    const about = { unit: unitFullName(unit), code: unit.code, until, into };
    const others = successors.flatMap((one) => besides(unit.code, one.code, this.scope));
    if (successors.length < 2 && others.length === 0) {
      const settlement = attributionLines(sha256, successors);
      return { finding: finding('submission/unit-ended', at, { ...about, settlement }) };
    }
    return {
      finding: finding('submission/part-of-new-unit', at, {
        ...about,
        others: others.length === 0 ? '' : ` cùng với ${listed([...new Set(others)])}`,
        successors: successors.map((one) => unitFullName(one)).join(', '),
        lastDay: unit.validTo ?? '',
      }),
    };
  }

  private ordered(units: readonly UnitVersion[]): readonly UnitVersion[] {
    return orderByPath(units, this.where.at.file, this.scope);
  }

  /** Where the sender says whose the file is: a CSV has columns. */
  private get place(): string {
    const { sheet, cell } = this.where.at;
    const { ofSheet, inColumns } = this.asked;
    if (ofSheet !== undefined) return `dòng tiêu đề của trang “${inner(shortened(ofSheet))}”`;
    return inColumns === true || (sheet === undefined && cell !== undefined)
      ? 'cột “Mã đơn vị” (unit_code)'
      : 'trang “Thông tin”';
  }

  private parameters(candidates: readonly UnitVersion[]): {
    readonly place: string;
    readonly said: string;
    readonly candidates: string;
    readonly settlement: string;
  } {
    return {
      place: this.place,
      said: this.said,
      candidates: candidatesText(candidates, this.scope),
      settlement: this.settlement(candidates),
    };
  }

  /** One line for the whole file would give the sheets of all to one. */
  private settlement(candidates: readonly UnitVersion[]): string {
    const { sheets = [], ofSheet } = this.asked;
    const { sha256 } = this.where;
    if (ofSheet !== undefined) {
      const line = unitLine(sha256, candidates[0]?.code ?? 'mã đơn vị', ofSheet);
      return `${line} hoặc, nếu là trang cộng của các trang khác, ${exclusionLine(sha256, undefined, ofSheet)}`;
    }
    return sheets.length > 1
      ? sheets.map(({ sheet, unit }) => unitLine(sha256, unit.code, sheet)).join('; ')
      : attributionLines(sha256, candidates);
  }
}

const CODE_LENGTHS = [2, 3, 5];

/** Spreadsheets drop leading zeros; they are restored when exactly one unit of the report answers to it. */
function unitOfCode(code: string, scope: UnitScope): UnitVersion | undefined {
  const own = unitIn(scope, code);
  if (own !== undefined || !/^\d{1,4}$/u.test(code)) return own;
  const padded = CODE_LENGTHS.map((length) => code.padStart(length, '0'))
    .filter((candidate) => candidate.length > code.length)
    .flatMap((candidate) => scope.tree.byCode.get(candidate) ?? []);
  return only(padded);
}

const treeUnits = (scope: UnitScope): readonly UnitVersion[] =>
  [...scope.tree.byCode.values()].filter(
    (unit) => unit.code !== scope.tree.root || scope.tree.due.has(unit.code),
  );

/** Units of the report with such a name, wherever they belong; `certain`: without mere suggestions. */
function namesakes(name: string, scope: UnitScope, kind?: 'certain'): readonly UnitVersion[] {
  const match = findByName(treeUnits(scope), name);
  if (match.kind === 'ambiguous') return match.candidates;
  if (match.kind === 'none') return kind === 'certain' ? [] : match.suggestions;
  return [match.unit];
}
