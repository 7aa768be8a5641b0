/** A form adopted before against the form as it is now: decisions are kept, what came and went is told. */
import type { OwnColumn, OwnForm, OwnLine, OwnTable } from '../../model.js';
import { pathOfLine } from '../../criteria/own-form-entries.js';
import { fieldsNamed } from '../../criteria/own-forms.js';
import { pathKeyOf, segmentKey } from '../layout/header-path.js';

export interface FormChange {
  readonly kind: 'added' | 'gone';
  readonly what: string;
}

export interface ComparedForms {
  /** The new form with what was decided for headers that are still there. */
  readonly form: OwnForm;
  readonly changes: readonly FormChange[];
}

/** `before`: as the office has it; `now`: as proposed from the changed form. */
export function compareForms(before: OwnForm, now: OwnForm): ComparedForms {
  const changes: FormChange[] = [];
  const gone = new Set(before.tables);
  const tables = now.tables.map((table): OwnTable => {
    const old = before.tables.find((one) => gone.has(one) && isSame(one, table));
    if (old === undefined) {
      changes.push({ kind: 'added', what: `bảng ${table.key.join(' › ')}` });
      return table;
    }
    gone.delete(old);
    const columns = kept(old.columns ?? [], table.columns ?? [], columnKey, columnName, changes);
    const lines = kept(old.lines ?? [], table.lines ?? [], lineKey, lineName, changes);
    return {
      ...table,
      columns,
      ...(table.lines === undefined ? {} : { lines }),
    };
  });
  for (const table of gone) changes.push({ kind: 'gone', what: `bảng ${table.key.join(' › ')}` });
  const used = new Set(fieldsNamed(tables));
  const fields = [...(before.fields ?? []), ...(now.fields ?? [])].filter(
    ({ id }, index, all) => used.has(id) && all.findIndex((one) => one.id === id) === index,
  );
  return {
    form: {
      ...now,
      id: before.id,
      label: before.label,
      tables,
      ...(now.summary === true ? {} : { fields }),
    },
    changes,
  };
}

const isSame = (one: OwnTable, other: OwnTable): boolean =>
  one.rows === other.rows &&
  pathKeyOf(one.key) === pathKeyOf(other.key) &&
  segmentKey(one.above ?? '') === segmentKey(other.above ?? '');

const columnKey = ({ header, after = [] }: OwnColumn): string => `${pathKeyOf(header)}<${pathKeyOf(after)}`;
const columnName = ({ header, after }: OwnColumn): string =>
  `cột ${header.join(' › ')}${after === undefined ? '' : ` (bên phải cột ${after.join(' › ')})`}`;
const lineKey = ({ section = '', under = '', label, code = '' }: OwnLine): string =>
  [section, under, label].map(segmentKey).join('>') + code;
const lineName = (line: OwnLine): string => `dòng ${pathOfLine(line).join(' › ')}`;

function kept<Entry>(
  before: readonly Entry[],
  now: readonly Entry[],
  keyOf: (entry: Entry) => string,
  nameOf: (entry: Entry) => string,
  changes: FormChange[],
): Entry[] {
  const old = new Map(before.map((entry) => [keyOf(entry), entry]));
  const here = new Set(now.map(keyOf));
  for (const entry of before)
    if (!here.has(keyOf(entry))) changes.push({ kind: 'gone', what: nameOf(entry) });
  return now.map((entry) => {
    const known = old.get(keyOf(entry));
    if (known === undefined) changes.push({ kind: 'added', what: nameOf(entry) });
    return known ?? entry;
  });
}
