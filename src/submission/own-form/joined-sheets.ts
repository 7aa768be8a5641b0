/**
 * A form of one unit on several sheets of its workbook: a list that goes on, or tables of the same areas. What leaves no
 * doubt becomes one part, each figure with the cell of its own sheet; all else stays apart and is told.
 */
import { finding } from '../../findings/finding.js';
import type { CriteriaSet, FieldId, FigureTable, Finding, FormDefinition, Part } from '../../model.js';
import { defined } from '../../values/defined.js';
import { groupBy } from '../../values/groups.js';
import { inner } from '../../values/inner-quotes.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import { placeIn } from '../../values/cell-address.js';
import { without } from '../../values/without.js';
import type { OwnSheet } from '../layout/own-sheet.js';
import { listed } from '../listed.js';
import { joinedTable, likeness, rowsNotInAll } from './joined-tables.js';
import { saidAgain } from './sheets-again.js';
import { wrongTotals } from './totals-of-sheets.js';

/** A part of a workbook and the own form that its sheet is; absent for other sheets. */
interface SheetPart {
  readonly part: Part;
  readonly own: OwnSheet | undefined;
}

/** The parts in their order, those that are one at the place of the first. `sheets`: where each was read. */
export function joinedSheets(
  parts: readonly Part[],
  sheets: readonly { readonly own?: OwnSheet }[],
  set: CriteriaSet,
): readonly Part[] {
  const all = parts.map((part, at): SheetPart => ({ part, own: sheets[at]?.own }));
  const groups = groupBy(
    all.filter(({ part, own }) => own !== undefined && isSent(part)),
    ({ part, own }) => [part.unit, part.period, part.form, part.submissionNo, own?.form.id].join('\u001f'),
  );
  const instead = new Map<Part, Part | undefined>();
  for (const group of groups.values()) {
    const form = set.forms.find(({ id }) => id === group[0]?.part.form);
    if (form === undefined || group.length < 2) continue;
    for (const [part, joined] of joinedGroup(group, form, set)) instead.set(part, joined);
  }
  return parts.flatMap((part) => (instead.has(part) ? (instead.get(part) ?? []) : part));
}

/** Of a form with rows, from a unit that is known. */
const isSent = ({ unit, state, table }: Part): boolean =>
  unit !== undefined && (state === 'used' ? table !== undefined : state === 'rejected');

/** A draft, a sample, an earlier version: nobody knows whether it goes on with the list. */
const DRAFT = /^(?:nhap|vi du|vd|mau|ban sao|sao chep|copy|cu|ban cu|lan \d)(?![a-z])|\(\d+\)$/u;
/** At the end with its marks, or typed without: "Khu dân cư" and "Thôn sáp nhập" are none. */
const DRAFT_BEHIND = /(?<!\p{L})(?:nháp|cũ|mẫu|mau|(?<!sáp |sap )nhap|(?<!dan )cu)$/iu;
const isDraft = ({ sheet }: Part): boolean =>
  DRAFT.test(foldMarks(sheet).trim()) || DRAFT_BEHIND.test(sheet.normalize('NFC').trim());

function joinedGroup(
  group: readonly SheetPart[],
  form: FormDefinition,
  set: CriteriaSet,
): ReadonlyMap<Part, Part | undefined> {
  const kept = new Map<Part, Part | undefined>();
  const used = group.filter(({ part }) => part.state === 'used' && !isDraft(part));
  const tables = used.flatMap(({ part }) => part.table ?? []);
  const [first, ...others] = used;
  const [leading, ...further] = tables;
  const label = first?.own?.form.label ?? '';
  const unread = group.find(({ part, own }) => part.state === 'rejected' && goesOn(own, used));
  if (unread !== undefined) {
    // A list of which one sheet could not be read is not whole; why is told there.
    for (const { part } of used) kept.set(part, { ...part, state: 'rejected' });
    return kept;
  }
  if (first === undefined || leading === undefined || others.length === 0) return kept;
  const again = countedAgain(used, form, set, label);
  const asked = again?.severity === 'warning' ? [again] : [];
  const twice = listedTwice(used, form, label) ?? (asked.length === 0 ? again : undefined);
  if (twice !== undefined) {
    for (const { part } of used)
      kept.set(part, {
        ...part,
        state: 'rejected',
        findings: [...(part.findings ?? []), ...(part === first.part ? [twice] : [])],
      });
    return kept;
  }
  if (!tables.every((table, at) => tables.slice(0, at).every((one) => fits(one, table, form, set))))
    return kept;
  const subject = { ...defined({ unit: first.part.unit, period: first.part.period }), form: form.id };
  // A total of one sheet is none of all of them.
  const table = without(joinedTable([leading, ...further]), ['totals']);
  const findings: readonly Finding[] = [
    ...used.flatMap(({ part }) => part.findings ?? []),
    ...rowsNotInAll(tables, form, label, subject),
    ...wrongTotals(tables, table, set.fields, subject),
    ...asked,
  ];
  const sheets = listed(
    used.map(({ part }) => `“${inner(part.sheet)}”`),
    'trang',
  );
  const told = finding(
    'own-form/read-from-sheets',
    placeIn(first.part.file, first.part.sheet),
    { form: inner(label), count: used.length, sheets, rows: table.rowCount },
    subject,
  );
  kept.set(first.part, { ...first.part, table, findings: [...findings, told] });
  for (const { part } of others) kept.set(part, undefined);
  return kept;
}

/** A sheet that sums up others, or repeats one under other names, is no part of the list. */
function countedAgain(
  used: readonly SheetPart[],
  form: FormDefinition,
  { fields }: CriteriaSet,
  label: string,
): Finding | undefined {
  const said = saidAgain(
    used.map(({ part }) => part),
    fields.filter((field) => field.form === form.id),
  );
  if (said === undefined) return undefined;
  const { again, others, isDoubtful } = said;
  return finding(
    isDoubtful ? 'own-form/sheet-perhaps-again' : 'own-form/sheet-counts-again',
    placeIn(again.file, again.sheet),
    {
      sheet: inner(again.sheet),
      form: inner(label),
      others: listed(
        others.map(({ sheet }) => `“${inner(sheet)}”`),
        'trang',
      ),
    },
    { ...defined({ unit: again.unit, period: again.period }), form: form.id },
  );
}

/** Lists of one area on two sheets: the second may go on with the first or be a copy of it, whatever they count. */
function listedTwice(used: readonly SheetPart[], form: FormDefinition, label: string): Finding | undefined {
  const sheetOf = new Map<string, Part>();
  for (const { part } of used) {
    if (part.table?.namesSome !== true) continue;
    const { rowKeys, rowLabels } = part.table;
    for (const [row, key] of rowKeys.entries()) {
      const other = sheetOf.get(key);
      if (other !== undefined)
        return finding(
          'own-form/area-listed-twice',
          placeIn(part.file, part.sheet),
          {
            area: inner(rowLabels[row] ?? ''),
            form: inner(label),
            sheets: `“${inner(other.sheet)}”, “${inner(part.sheet)}”`,
          },
          { ...defined({ unit: part.unit, period: part.period }), form: form.id },
        );
    }
    for (const key of rowKeys) sheetOf.set(key, part);
  }
  return undefined;
}

/** The sheet has a table that another one has too: what it lists is missed there. */
const goesOn = (own: OwnSheet | undefined, used: readonly SheetPart[]): boolean =>
  used.some((one) =>
    one.own?.tables.some(({ table }) => own?.tables.some((other) => other.table === table) === true),
  );

/** Other rows of the same figures, or other figures of the same rows; the same again must say the same. */
function fits(one: FigureTable, other: FigureTable, form: FormDefinition, set: CriteriaSet): boolean {
  const { sharesFields, sharesRows, holds, contradicts } = likeness(one, other, figuresOf(form, set));
  if (!sharesFields || !sharesRows) return true;
  // Areas of merged communes share names: what is in both has to be all of one of them.
  return holds && !contradicts;
}

const figuresOf = ({ id, rowKey = [] }: FormDefinition, { fields }: CriteriaSet): ReadonlySet<FieldId> =>
  new Set(
    fields.flatMap((field) =>
      field.form === id && field.type !== 'text' && !rowKey.includes(field.id) ? [field.id] : [],
    ),
  );
