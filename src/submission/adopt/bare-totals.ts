/**
 * "Gia đình văn hóa › Tổng số": beside "Đạt" it counts those of whom some were awarded, alone it may be either. What the
 * awarded are a share of is said by the rates of the set.
 */
import { basesOf } from '../../criteria/rate-bases.js';
import type { CriteriaSet, FieldDefinition } from '../../model.js';
import { isQuantity } from '../../measures/field-types.js';
import { groupBy } from '../../values/groups.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import { pathKeyOf } from '../layout/header-path.js';

/** A column or line below its headings, and the field that it means by itself. */
export interface Headed {
  readonly path: readonly string[];
  readonly field: FieldDefinition | undefined;
  /** Of the plan or of another year. */
  readonly isBeside?: boolean;
}

/** `isBase`: the awarded stand beside it, so that it is what they are a share of, the field `base`. */
export interface BareTotal {
  readonly isBase: boolean;
  readonly base: FieldDefinition;
  /** Another column or line holds that field. */
  readonly isElsewhere: boolean;
}

/** Why it is doubtful what is counted. */
export const BESIDE_AWARDED = 'tổng số ở cạnh số đạt, chưa rõ là tổng số gì';
/** Why neither is read. */
export const ALL_OR_AWARDED = 'không đọc: chưa rõ là số đạt hay tổng số được xét';

type Rated = Pick<CriteriaSet, 'totals' | 'fields' | 'indicators'>;

const folded = (label: string): string => foldMarks(label.replace(/\([^()]*\)\s*$/u, '')).trim();

/** Counts of which nothing is said but over them. */
const BARE =
  /^(?:so(?: luong| ho(?: gia dinh)?| gia dinh| thon)?|sl|ho(?: gia dinh)?|thon|(?:tong|tong so|tong cong|cong)(?: ho(?: gia dinh)?| gia dinh| thon)?)$/u;
/** Says that all are counted. */
export const ALL = /^(?:tong|tong so|tong cong|cong)$/u;
export const AWARDED =
  /^(?:(?:tong )?so )?(?:luong )?(?:(?:ho|gia dinh|thon|xom|ban|ap|to dan pho|tdp|khu pho|khu dan cu|kdc)(?:, | )?)*(?:da )?(?:duoc )?(?:dat|cong nhan|tang)(?: (?:chuan|danh hieu|van hoa|gdvh|nam)(?: .*)?)?$/u;
/** Beside "Công nhận lại" the column "Công nhận" may be those that are new, and the total that of both. */
const PART_OF_AWARDED = /(?:lai|moi|lan dau|giu vung)$/u;
/** Given by a decision: "Số hộ được tặng danh hiệu". */
const TITLED = /duoc tang|cong nhan|danh hieu/u;
/** What is not awarded yet is a share of the same. */
const ASKED_FOR = /dang ky|binh xet|de nghi/u;

/** By the index of the entry: which of them count without saying whether all or the awarded. */
export function bareTotals(entries: readonly Headed[], set: Rated): ReadonlyMap<number, BareTotal> {
  const found = new Map<number, BareTotal>();
  const indexed = entries.map((entry, index) => ({ ...entry, index, leaf: folded(entry.path.at(-1) ?? '') }));
  const headed = indexed.filter(({ path }) => path.length > 1);
  for (const siblings of groupBy(headed, ({ path }) => pathKeyOf(path.slice(0, -1))).values())
    for (const { index, leaf, field } of siblings) {
      if (field === undefined || !BARE.test(leaf) || ASKED_FOR.test(folded(field.label))) continue;
      // The first rate of the set is that of the title.
      const base = basesOf(field.id, set)[0];
      if (base === undefined) continue;
      const isElsewhere = entries.some((one) => one.field?.id === base.id && one.isBeside !== true);
      // Whatever the awarded are to the set, all of whom they are a share stand beside them.
      const isSame = (one: FieldDefinition | undefined): boolean =>
        one?.id === field.id || (TITLED.test(folded(field.label)) && (one === undefined || !isQuantity(one)));
      const awarded = siblings.find(
        (one) => one.index !== index && AWARDED.test(one.leaf) && isSame(one.field),
      );
      const inParts =
        awarded?.leaf.endsWith('cong nhan') === true &&
        siblings.some((one) => PART_OF_AWARDED.test(one.leaf));
      const isAny = ALL.test(leaf) && TITLED.test(folded(field.label)) && !isElsewhere;
      if (awarded !== undefined || isAny)
        found.set(index, { isBase: awarded !== undefined && !inParts, base, isElsewhere });
    }
  return found;
}
