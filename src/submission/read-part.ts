/** One sheet as one part: read when it can count, refused with its reason when it cannot. */
import type { FindingCode } from '../findings/catalogue/catalogue.js';
import { finding, isError } from '../findings/finding.js';
import { isAskedIn, notAskedOf } from '../criteria/asked-of.js';
import type {
  FieldId,
  FigureTable,
  Finding,
  FormDefinition,
  Part,
  RawFile,
  RawSheet,
  UnitVersion,
} from '../model.js';
import { unitFullName } from '../units/names/unit-name.js';
import type { Attributed } from './sender/attribute-sender.js';
import { otherBlocks, type BlocksOf } from './sender/other-blocks.js';
import { rowsElsewhere } from './sender/rows-elsewhere.js';
import { unitsAsRows } from './sender/units-as-rows.js';
import { unitLine } from './sender/settlement.js';
import { unitIn } from './sender/unit-scope.js';
import { addsUp } from './tables/adding-fields.js';
import { withoutEndedRows } from './tables/ended-rows.js';
import { hasFigures } from './tables/figures-hash.js';
import { onlyAsked } from './tables/only-asked.js';
import type { OwnSheet } from './layout/own-sheet.js';
import { readOwnSheet } from './own-form/read-own-sheet.js';
import { readForm } from './tables/read-form.js';
import type { FormulaCheck } from './formulas/formula-check.js';
import { defined } from '../values/defined.js';
import { partOf, type RecognitionContext } from './recognition.js';
import { gridOf } from './layout/sheet-grid.js';
import { notAreas, perhapsBodies } from './tables/not-areas.js';
import { besideNames } from './tables/parts-of-areas.js';

export interface FormSheet {
  readonly form: string;
  readonly sheet: RawSheet;
  readonly identityPlaces: ReadonlyMap<FieldId, { readonly row: number; readonly column: number }>;
  readonly formulas?: FormulaCheck;
  readonly own?: OwnSheet;
}

export function readPart(
  file: RawFile,
  { form, sheet, identityPlaces, formulas, own }: FormSheet,
  attributed: Attributed,
  context: RecognitionContext,
): Part {
  const subject = attributed.unit === undefined ? {} : { unit: attributed.unit, period: attributed.period };
  const part = {
    sheet: sheet.name,
    form,
    ...subject,
    period: attributed.period,
    submissionNo: attributed.submissionNo,
  };
  // Figures of a part that cannot count are not read: their findings would only bury the reason.
  if (attributed.refused !== undefined) return partOf(file, { ...part, state: attributed.refused });
  const { set, scope } = context;
  const unit = unitIn(scope, attributed.unit);
  const above = unit === undefined ? undefined : ofCommunes(file, { form, sheet }, unit, context);
  if (above !== undefined) return partOf(file, { ...part, state: 'rejected', findings: [above] });
  const { kind } = context.period;
  const notAsked = new Set([
    ...notAskedOf(set, unit),
    ...(set.notInPeriod ?? []).map(({ id }) => id),
    // Forms of a registration hold little: what they leave out is not missing.
    ...set.fields.filter((field) => !isAskedIn(field, kind)).map(({ id }) => id),
  ]);
  const sent = {
    file: file.source.path,
    grid: gridOf(sheet),
    form,
    subject,
    identityPlaces,
    ...defined({ formulas, notAsked: notAsked.size === 0 ? undefined : notAsked }),
  };
  const reading = own === undefined ? readForm(sent, set, kind) : readOwnSheet(own, sent, set);
  const asked = context.set.forms.find(({ id }) => id === form);
  if (reading.table === undefined || asked === undefined)
    return partOf(file, { ...part, state: 'rejected', findings: reading.findings });
  const { headerRow } = reading;
  const place = { grid: sent.grid, ...defined({ headerRow }) };
  const strange = strangeRows(reading.table, asked, place, attributed, context);
  const told = toldOnce(reading.table, reading.findings, strange);
  const { table: lasting, finding: ended } = withoutEndedRows(told.table, asked, {
    ...subject,
    period: attributed.period,
  });
  const { table, findings } = onlyAsked(lasting, told.findings, {
    set,
    form: asked,
    period: attributed.period,
    ...defined({ unit, code: attributed.unit }),
  });
  return partOf(file, {
    ...part,
    state: 'used',
    findings: [...findings, ...strange, ...[ended].flatMap((one) => one ?? [])],
    table,
  });
}

/**
 * Where blocks of several units have been told, a total below them is that of one, and to keep one table and delete the other
 * would lose a unit's figures.
 */
function toldOnce(
  table: FigureTable,
  findings: readonly Finding[],
  strange: readonly Finding[],
): { readonly table: FigureTable; readonly findings: readonly Finding[] } {
  if (!strange.some(({ code }) => code === 'layout/blocks-of-others')) return { table, findings };
  const { totals, ...rest } = table;
  return {
    table: totals === undefined ? table : rest,
    findings: findings.filter(({ code }) => code !== 'layout/two-tables'),
  };
}

/** A form of communes from a unit above them would count nowhere: totals are made of those who are due. */
function ofCommunes(
  { source }: RawFile,
  { form, sheet }: Pick<FormSheet, 'form' | 'sheet'>,
  unit: UnitVersion,
  { set, scope: { tree }, period }: RecognitionContext,
): Finding | undefined {
  const asked = set.forms.find(({ id }) => id === form);
  if (asked?.sender !== 'commune' || asked.shape === 'pairs' || tree.due.has(unit.code)) return undefined;
  return finding(
    'submission/form-of-communes',
    { file: source.path, ...(sheet.name === '' ? {} : { sheet: sheet.name }) },
    {
      form: asked.sheet,
      unit: unitFullName(unit),
      code: unit.code,
      settlement: unitLine(source.sha256, 'mã xã', sheet.name === '' ? undefined : sheet.name),
    },
    { unit: unit.code, period: period.id, form },
  );
}

/** What the names of the rows and the lines between them say against counting the table as this unit's. */
function strangeRows(
  table: FigureTable,
  form: FormDefinition,
  place: Pick<BlocksOf, 'grid' | 'headerRow'>,
  { unit, period }: Attributed,
  { set, scope }: RecognitionContext,
): readonly Finding[] {
  if (unit === undefined) return [];
  const nameColumn = table.columns.get(form.rowKey?.[0] ?? '')?.column ?? 0;
  const names = besideNames(place.grid, table, nameColumn);
  const fields = set.fields.filter((field) => field.form === form.id);
  return [
    unitsAsRows(
      table,
      form,
      fields.filter(addsUp).map(({ id }) => id),
      { code: unit, period },
      scope,
    ),
    rowsElsewhere(table, form, { code: unit, period }, scope),
    otherBlocks(table, { ...place, form, fields, unit, period, scope }),
    notAreas(table, form, { unit, period }, names),
    perhapsBodies(table, form, { unit, period }, names),
  ].flatMap((one) => one ?? []);
}

/** Findings on numbers that stand elsewhere than the form asks for them. */
const OUTSIDE: ReadonlySet<string> = new Set([
  'layout/unknown-column',
  'layout/stray-figure',
  'layout/other-sheet',
  'row/not-asked-of-unit',
  'row/no-longer-asked',
] satisfies readonly FindingCode[]);

/** A template sent back without a figure is no report; saying nothing is not saying zero. */
export function rejectEmpty(
  parts: readonly Part[],
  attributed: Attributed,
  context: RecognitionContext,
  findings: Finding[],
): readonly Part[] {
  const used = parts.filter((part) => part.state === 'used');
  const [first] = used;
  if (first === undefined) return parts;
  const main = context.set.forms.filter((form) => form.shape !== 'pairs').map((form) => form.id);
  const notAsked = notAskedOf(context.set, unitIn(context.scope, attributed.unit));
  const withFigures = used.some(
    (part) =>
      part.table !== undefined &&
      main.includes(part.form ?? '') &&
      hasFigures(part.table, context.set, notAsked),
  );
  // Nothing usable because nothing could be read is another matter: those findings stand.
  const unreadable = used.some((part) => (part.findings ?? []).some(isError));
  // A list whose every row has ended says that nothing is left.
  const ended = used.some((part) => (part.findings ?? []).some(({ code }) => code === 'layout/rows-ended'));
  if (withFigures || unreadable || ended) return parts;
  const forms = context.set.forms.filter(
    ({ id, shape }) => shape !== 'pairs' && used.some((part) => part.form === id),
  );
  if (forms.length === 0) return parts;
  const all = [...findings, ...used.flatMap((part) => part.findings ?? [])];
  const outside = [...new Set(all.flatMap(({ code, number }) => (OUTSIDE.has(code) ? [number] : [])))];
  findings.push(
    finding(
      'submission/empty',
      { file: first.file },
      {
        form: forms.map((form) => form.sheet).join(', '),
        unit: attributed.unitName,
        outside:
          outside.length === 0
            ? onlyInTotal(used)
            : ` ở đúng cột, dòng được hỏi của biểu (${outside.join(', ')} nêu các số nằm ngoài)`,
      },
      attributed.unit === undefined ? {} : { unit: attributed.unit, period: attributed.period },
    ),
  );
  return parts.map((part) => (part.state === 'used' ? { ...part, state: 'rejected' as const } : part));
}

/** Figures in the sender's own row of totals alone are told: they stand for no row. */
function onlyInTotal(parts: readonly Part[]): string {
  const columns = parts.flatMap(({ table }) => [...(table?.totals?.columns.values() ?? [])]);
  const count = columns.filter(({ states }) => states[0] === 'value').length;
  return count === 0
    ? ''
    : ` ở từng dòng (chỉ dòng tổng cộng có ${String(count)} số, không chia được cho các dòng)`;
}
