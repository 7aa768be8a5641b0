/** Which number of rows a header or line of communes asks for at once: "Số thôn đạt danh hiệu" of a whole commune. */
import { pathOfLine } from '../../criteria/own-form-entries.js';
import { fieldsNamed } from '../../criteria/own-forms.js';
import { totalField } from '../../criteria/own-list.js';
import { formCounted, rowsKey } from '../../criteria/totals.js';
import type {
  CriteriaSet,
  FieldDefinition,
  FormDefinition,
  OwnColumn,
  OwnLine,
  OwnTable,
  TotalDefinition,
} from '../../model.js';
import { defined } from '../../values/defined.js';
import { without } from '../../values/without.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import { isBareCount } from '../layout/label-index.js';
import { doubtfulField, isAbout, type Proposing } from './proposing.js';

/**
 * "Số thôn, tổ dân phố đạt danh hiệu" says that areas are counted and that they have got something: which title it is
 * stands over it, and another one is not this.
 */
export const namesNoTitle = (label: string): boolean =>
  (NO_TITLE.test(foldMarks(label)) && !namesFunerals(label)) || isBareCount(label);

/** "Tang" beside "Cưới", not "tặng" without its mark. */
export const namesFunerals = (label: string): boolean => FUNERAL.test(label.normalize('NFC'));
const FUNERAL = /(?<!\p{L})(?<!(?:được|duoc) )tang(?!\p{L})/iu;
const NO_TITLE =
  /^(?:(?:so luong|so|thon|xom|ban|ap|lang|to dan pho|tdp|khu pho|khu dan cu|kdc|duoc|dat|danh hieu|tang|cong nhan|dang ky|lai|moi|lan dau|giu vung|chua|khong|cho|co|quyet dinh|\d+ nam|lien tuc|tro len|tu|trong do)(?![a-z])[\s,:/-]*)+$/u;

/** Totals as the fields of a form whose headings are those of the rows that they count. */
interface TotalsForm {
  readonly form: FormDefinition;
  readonly fields: readonly FieldDefinition[];
}

const known = new WeakMap<CriteriaSet, readonly TotalsForm[]>();

/** One form for the totals of each form whose rows they count. */
export function totalsForms(set: CriteriaSet): readonly TotalsForm[] {
  const made = known.get(set) ?? set.forms.flatMap((form) => totalsFormOf(form, set));
  known.set(set, made);
  return made;
}

function totalsFormOf(form: FormDefinition, set: CriteriaSet): readonly TotalsForm[] {
  const fields = set.totals.flatMap((total) => {
    if (formCounted(total.totalOf, set) !== form.id) return [];
    const counted = countedField(total, set);
    const named = set.fields.find(({ id }) => id === form.rowKey?.[0]);
    return [{ ...totalField(total), form: form.id, ...defined({ group: (counted ?? named)?.group }) }];
  });
  return fields.length === 0 ? [] : [{ form: { ...form }, fields }];
}

function countedField({ totalOf }: TotalDefinition, set: CriteriaSet): FieldDefinition | undefined {
  const id = 'count' in totalOf ? totalOf.count : 'positive' in totalOf ? totalOf.positive : undefined;
  return set.fields.find((field) => field.id === id);
}

/**
 * A form that asks for one kind of areas only, "Số thôn" and no "Số tổ dân phố", means all of them: the whole takes the
 * place of the kind, and the office looks at it.
 */
export function wholeForLonePart(tables: readonly OwnTable[], proposing: Proposing): readonly OwnTable[] {
  const { totals } = proposing.set;
  const used = new Set(fieldsNamed(tables));
  const asked = totals.filter(({ id }) => used.has(id));
  const isLone = ({ totalOf: { where } }: TotalDefinition): boolean =>
    where !== undefined &&
    asked.every(
      ({ totalOf }) => totalOf.where?.field !== where.field || totalOf.where.in.join() === where.in.join(),
    );
  const wholes = new Map<string, string>();
  for (const total of asked.filter(isLone)) {
    const whole = totals.find(
      ({ totalOf }) => rowsKey(totalOf) === rowsKey(without(total.totalOf, ['where'])),
    );
    if (whole !== undefined && !used.has(whole.id)) wholes.set(total.id, whole.id);
  }
  if (wholes.size === 0) return tables;
  const replaced =
    (sheet: string) =>
    <One extends OwnColumn | OwnLine>(entry: One, header: string): One => {
      const whole = wholes.get(entry.field ?? '');
      if (whole === undefined) return entry;
      // What was doubtful of the kind is told of the whole, once.
      const { doubts } = proposing;
      const at = doubts.findIndex(
        (one) => one.sheet === sheet && one.header === header && isAbout(one, entry),
      );
      const [before] = at < 0 ? [] : doubts.splice(at, 1);
      const why = before === undefined ? [] : [before.proposal.replace(`${entry.field ?? ''}: `, '')];
      doubts.push(doubtfulField({ sheet, header }, whole, [...why, ONE_KIND].join('; ')));
      return { ...entry, field: whole };
    };
  return tables.map((table) => {
    const inTable = replaced(table.sheet ?? '');
    const { columns, lines } = table;
    return {
      ...table,
      ...defined({
        columns: columns?.map((one) => inTable(one, one.header.join(' › '))),
        lines: lines?.map((one) => inTable(one, pathOfLine(one).join(' › '))),
      }),
    };
  });
}

const ONE_KIND = 'mẫu chỉ hỏi một loại, coi là hỏi chung';
