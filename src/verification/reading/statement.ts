/** A sentence understood: its figures with the part each plays, its fractions, its years. */
import type { Figure, Fraction, Unread } from './figure.js';

/**
 * `level`: the value now · `previous`: of an earlier year · `change`: by how much · `target` · `goal`: planned for later ·
 * `ofPlan`: percent of a plan or of another year · `range`: a bound · `extreme`: of the best or last unit · `coverage`: units
 * that reported.
 */
export type Role =
  | 'level'
  | 'previous'
  | 'change'
  | 'target'
  | 'goal'
  | 'ofPlan'
  | 'range'
  | 'extreme'
  | 'coverage';

export interface Item extends Figure {
  readonly role: Role;
  readonly direction?: 'up' | 'down';
  readonly extreme?: 'high' | 'low';
  readonly year?: number;
  /** "bằng 91,73% số hộ đăng ký": a share of those who registered, beside the rate of all. */
  readonly ofRegistered?: true;
  /** A change that names, before its size, what it is from: "nhiều hơn năm ngoái 9 mô hình". */
  readonly compared?: true;
  /** The other end of "từ 85% lên 90%". */
  readonly from?: true;
  readonly to?: true;
}

/** The value of a statement that a target, a change or a best unit is held against: not that of the registered alone. */
export const isOverall = ({ role, ofRegistered }: Item): boolean => role === 'level' && ofRegistered !== true;

export interface ItemFraction extends Fraction {
  readonly part: Item;
  readonly whole: Item;
}

export interface Statement {
  readonly shown: string;
  readonly plain: string;
  readonly items: readonly Item[];
  readonly fractions: readonly ItemFraction[];
  readonly unread: readonly Unread[];
  readonly others: number;
  /** In a sentence longer than any of a report, or behind more text than one: its figures are listed and held against nothing. */
  readonly beyond?: 'sentence' | 'text';
  /** Place of the paragraph. */
  readonly place: string;
  /** Number of the paragraph among the blocks. */
  readonly block: number;
}

/** "cuộc" and "cuộc kiểm tra"; a figure without noun goes with any. */
export const isSameNoun = (left: Figure, right: Figure): boolean =>
  left.noun === '' ||
  right.noun === '' ||
  left.noun === right.noun ||
  left.noun.startsWith(`${right.noun} `) ||
  right.noun.startsWith(`${left.noun} `);

/** The fraction a figure belongs to. */
export const fractionOf = (statement: Statement, item: Item): ItemFraction | undefined =>
  statement.fractions.find(({ part, whole }) => part === item || whole === item);

/** "88 nhà văn hóa … 71 nhà": the part is called as the whole is, in full or short. */
export function isOfWhole({ plain }: Statement, whole: Figure, part: Figure): boolean {
  const [long, short] = [whole, part].map(({ end, after }) => plain.slice(end, after).trim());
  return part.noun === '' || part.noun === whole.noun || long?.startsWith(`${short ?? ''} `) === true;
}

/** Counts that say more of the one before, in a bracket behind it that closes before `end`: "300 hộ nghèo (50 hộ mới thoát nghèo)". */
export const withoutAsides = ({ plain }: Statement, parts: readonly Item[], end: number): readonly Item[] =>
  parts.filter((part) => {
    const open = /\([^()]*$/u.exec(plain.slice(0, part.start))?.index;
    const before = open === undefined ? undefined : parts.findLast((other) => other.end <= open);
    if (before === undefined || !/^[^()]*\)/u.test(plain.slice(part.end, end))) return true;
    return /[,;]/u.test(plain.slice(before.after, open));
  });
