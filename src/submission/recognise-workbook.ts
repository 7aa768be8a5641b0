/** A workbook becomes parts: one sender and period, a part for every sheet that is a form. */
import { finding, type FindingSubject } from '../findings/finding.js';
import type { Finding, Part, RawFile, SourceRef } from '../model.js';
import { attributeSender, type Attributed } from './sender/attribute-sender.js';
import type { UnitSaid } from './sender/unit-said.js';
import { unitCalled } from './sender/unit-scope.js';
import { fieldsEnteredOn } from './layout/fields-of-form.js';
import { FormulaCheck } from './formulas/formula-check.js';
import type { FoundForm, FoundSheets } from './layout/form-sheets.js';
import { ownIdentity, readIdentity, type FormIdentity } from './layout/identity-sheet.js';
import { labelIndex } from './layout/label-index.js';
import { locateHeader } from './layout/locate-header.js';
import { locatePairs } from './layout/locate-pairs.js';
import { identitySaid } from './identity-said.js';
import { ofAnotherSender } from './foreign-sheet.js';
import {
  besidesNames,
  madeForOther,
  namesSeveral,
  ofOneUnitEach,
  saidOfSheet,
  unitInTitle,
} from './several-senders.js';
import { sheetsOfSeveral } from './units-on-sheet.js';
import { sheetsOf } from './own-form/in-workbook.js';
import { joinedSheets } from './own-form/joined-sheets.js';
import { asAskedHere, setMadeFor } from './made-for.js';
import { readPart, rejectEmpty } from './read-part.js';
import { otherSheets } from './other-sheets.js';
import { partOf, type Recognition, type RecognitionContext } from './recognition.js';
import { yearsInName } from './layout/period-text.js';
import { settlementFor, type Settled } from './sender/settlement.js';
import { gridOf } from './layout/sheet-grid.js';
import { ownTitle } from './own-form/own-title.js';
import { titleBlock, type TitleBlock } from './sender/title-block.js';
import { periodStatements, titlePeriod, unclearPeriod } from './sender/title-period.js';
import { valueColumn, type CellPlace } from './layout/value-column.js';
import { defined } from '../values/defined.js';
import { placeIn } from '../values/cell-address.js';
import { append, smallest } from '../values/of-many.js';
import { fileName } from '../values/file-name.js';

/** Undefined when no sheet is a form of the set. */
export function recogniseWorkbook(file: RawFile, context: RecognitionContext): Recognition | undefined {
  const identity = readIdentity(file.sheets) ?? ownIdentity(file.names);
  const made = setMadeFor(identity?.criteria, context.set);
  const recognition = readWorkbook(file, { ...context, set: made }, identity);
  return recognition === undefined ? undefined : asAskedHere(recognition, made, context);
}

function readWorkbook(
  file: RawFile,
  context: RecognitionContext,
  identity: FormIdentity | undefined,
): Recognition | undefined {
  const { sheets, byUnits } = sheetsOf(file, context, identity);
  if (sheets.forms.length === 0) return byUnits;
  const findings: Finding[] = [...(byUnits?.findings ?? [])];
  const titles = new Map(sheets.forms.map((one) => [one, titleOf(one, context)] as const));
  const several = namesSeveral(sheets, titles, context, identity);
  const first = several === undefined ? titles : new Map([...titles].filter(([one]) => one === several[0]));
  const whole: Finding[] = [];
  const { attributed, settled, at } = senderOf(file, context, identity, sheets, first, whole);
  const counted = sheets.forms.filter((found) => !isCoverSheet(found, sheets.forms, attributed, context));
  const settledOf = ({ form, sheet }: FoundForm): Settled =>
    settlementFor(context.settlements, file.source.sha256, form.id, sheet.name);
  const isKnown = (found: FoundForm): boolean =>
    attributed.unit !== undefined || settledOf(found).unit !== undefined;
  const onOne = sheetsOfSeveral(counted, titles, isKnown, file, context);
  const isOfWhole = (found: FoundForm): boolean => {
    const own = settledOf(found);
    return own.unit === settled.unit && own.period === settled.period;
  };
  // Who sent the whole is nobody's question where the office has settled each sheet.
  if (several === undefined && counted.some((found) => !onOne.has(found) && isOfWhole(found)))
    append(findings, whole);
  if (settled.unit === undefined) append(findings, madeForOther(file, attributed, context));
  append(findings, otherVersion(identity, context, at));
  const formulas = new FormulaCheck(file);
  const read = counted.map((found): Part => {
    const { form, sheet } = found;
    const own = settledOf(found);
    const out = own.use === false ? notUsed(file, found) : onOne.get(found);
    if (out !== undefined) {
      findings.push(out);
      return leftOut(file, found, own, attributed);
    }
    const sender =
      several !== undefined
        ? senderOfSheet(file, context, sheets, titles, found, findings)
        : isOfWhole(found)
          ? attributed
          : senderOf(file, context, identity, sheets, titles, findings, own).attributed;
    const elsewhere = saidOfSheet(found, sheets, file, context);
    const said = { source: file.source, sender, settled: own, ...defined({ elsewhere }) };
    const foreign =
      sender.refused === undefined ? ofAnotherSender(found, titles.get(found), said, context) : undefined;
    if (foreign !== undefined) findings.push(foreign);
    const identityPlaces = identity?.places.get(form.sheet) ?? new Map<string, CellPlace>();
    const sent = { form: form.id, sheet, identityPlaces, formulas, ...defined({ own: found.own }) };
    const whose = foreign === undefined ? sender : { ...sender, refused: 'rejected' as const };
    return readPart(file, sent, whose, context);
  });
  const parts = joinedSheets(read, counted, context.set);
  if (parts.some(({ state }) => state === 'used'))
    append(findings, [...otherSheets(file, sheets, attributed), ...formulas.remarks(subjectOf(attributed))]);
  const used = rejectEmpty(parts, attributed, context, findings);
  return { parts: [...used, ...(byUnits?.parts ?? [])], findings };
}

/** A sheet that the office does not use, or that tells of several units. */
function leftOut(file: RawFile, { form, sheet }: FoundForm, { use }: Settled, { unit }: Attributed): Part {
  const state = use === false ? 'skipped' : 'unattributed';
  const whose = use === false ? defined({ unit }) : {};
  return partOf(file, { sheet: sheet.name, form: form.id, state, ...whose });
}

const notUsed = ({ source }: RawFile, { sheet }: FoundForm): Finding =>
  finding('submission/not-used', { file: source.path, sheet: sheet.name }, { decision: 'use: false' });

/** The form was sent out before its columns were changed. */
function otherVersion(
  identity: FormIdentity | undefined,
  { set }: RecognitionContext,
  at: SourceRef,
): readonly Finding[] {
  const version = identity?.formVersion;
  return version === undefined || version === set.formVersion
    ? []
    : [finding('layout/other-columns-kept', at, { version, current: set.formVersion })];
}

/**
 * Thông tin beside nothing but an agency's form says who fills that form, not how the unit stands: several agencies
 * write beside one unit. The same holds for an upper form of a unit that fills the communes' forms itself.
 */
function isCoverSheet(
  { form }: FoundForm,
  all: readonly FoundForm[],
  { unit }: Attributed,
  { scope }: RecognitionContext,
): boolean {
  if (form.shape !== 'pairs') return false;
  const senders = new Set(all.flatMap((one) => (one.form.shape === 'pairs' ? [] : [one.form.sender])));
  if (senders.size === 0 || senders.has('commune')) return false;
  return !senders.has('upper') || (unit !== undefined && scope.tree.due.has(unit));
}

const titleOf = (found: FoundForm, context: RecognitionContext): TitleBlock =>
  ofOneUnitEach(linesOfTitle(found, context), context.scope);

/** Title lines of a form's sheet: what stands above its header, or above its first pair. */
function linesOfTitle({ form, sheet, own }: FoundForm, context: RecognitionContext): TitleBlock {
  if (own !== undefined) return ownTitle(own, context.period);
  const grid = gridOf(sheet);
  const fields = fieldsEnteredOn(context.set, form);
  switch (form.shape) {
    case 'table':
    case 'criteria':
      return titleBlock(grid, locateHeader(grid, labelIndex(form, fields))?.firstRow ?? 1);
    case 'list':
      return titleBlock(grid, valueColumn(grid, new Map())?.topRow ?? 1);
    case 'pairs': {
      const rows = [...locatePairs(grid, fields, new Map()).values()].map(({ row }) => row);
      return titleBlock(grid, smallest(rows));
    }
    default:
      return form.shape satisfies never;
  }
}

const NO_TITLE: TitleBlock = { units: [], periods: [] };

interface UnitTitle {
  readonly sheet: string;
  readonly unit: TitleBlock['units'][number];
}

/** The one unit that the titles name, or the several of the report that they name; empty when they name none. */
function unitTitle(
  titles: ReadonlyMap<FoundForm, TitleBlock>,
  context: RecognitionContext,
): { readonly one?: UnitTitle; readonly several?: UnitSaid['titled'] } {
  const all = [...titles].flatMap(([{ sheet }, title]) =>
    title.units.map((unit) => ({ sheet: sheet.name, unit })),
  );
  const { byCode } = context.scope.tree;
  const named = all.flatMap((one) => {
    const match = unitCalled(context.scope, one.unit, [...byCode.values()]);
    return match === undefined ? [] : [{ ...one, match }];
  });
  const different = new Map(named.map((one) => [one.match.code, one]));
  if (different.size > 1)
    return {
      several: [...different.values()].map(({ unit, match }) => ({
        text: unit.text,
        cell: unit.cell,
        unit: match,
      })),
    };
  return defined({ one: named[0] ?? all[0] });
}

/** What the office settled holds for the sheets that name nobody. */
function senderOfSheet(
  file: RawFile,
  context: RecognitionContext,
  sheets: FoundSheets,
  titles: ReadonlyMap<FoundForm, TitleBlock>,
  found: FoundForm,
  findings: Finding[],
): Attributed {
  const title = titles.get(found);
  // A sheet that names no period is of the period of the others.
  const periodsOfAll = title === undefined || title.periods.length === 0;
  const own = new Map(
    [...titles].flatMap(([one, { periods }]) =>
      one === found
        ? [[one, title ?? NO_TITLE] as const]
        : periodsOfAll
          ? [[one, { units: [], periods }]]
          : [],
    ),
  );
  const named = unitInTitle(title, context) !== undefined;
  const settled = settlementFor(context.settlements, file.source.sha256, found.form.id, found.sheet.name);
  const answer = named ? defined({ period: settled.period }) : settled;
  const alone = named ? undefined : found.sheet.name;
  return senderOf(file, context, undefined, sheets, own, findings, answer, alone).attributed;
}

function senderOf(
  file: RawFile,
  context: RecognitionContext,
  identity: FormIdentity | undefined,
  { forms }: FoundSheets,
  titles: ReadonlyMap<FoundForm, TitleBlock>,
  findings: Finding[],
  settled = settlementFor(context.settlements, file.source.sha256),
  ofSheet?: string,
): { readonly attributed: Attributed; readonly settled: Settled; readonly at: SourceRef } {
  const info = forms.find(({ form }) => form.shape === 'pairs');
  const at: SourceRef = placeIn(file.source.path, info?.sheet.name ?? ofSheet ?? '');
  const said = identitySaid(info, at, context.set, identity);
  const text = (field: string): string | undefined => said(field)?.text;
  const [code, name] = [text('unitCode'), text('unitName')];
  const unsaid = identity?.unit === undefined && code === undefined && name === undefined;
  const { one: title, several } = unsaid ? unitTitle(titles, context) : {};
  const titleAt: SourceRef =
    title === undefined ? at : { file: file.source.path, sheet: title.sheet, cell: title.unit.cell };
  const statements = periodStatements(
    file.source.path,
    new Map([...titles].map(([found, title]) => [found.sheet.name, title] as const)),
  );
  const [stated] = statements;
  const attributed = attributeSender(
    {
      sha256: file.source.sha256,
      said: {
        ...unitSaid({
          identityCode: identity?.unit,
          code: code ?? title?.unit.code,
          name: name ?? title?.unit.name,
          district: text('districtName') ?? title?.unit.district,
          province: text('provinceName'),
        }),
        ...(unsaid ? besidesNames({ forms, titles, several, title, ofSheet }, context) : {}),
      },
      ...defined({ settledUnit: settled.unit, settledPeriod: settled.period }),
      periods: [identity?.period, text('period')],
      titled: titlePeriod(statements, yearsInName(fileName(file.source.path)), context.period.id),
      ...defined({ unclear: unclearPeriod([...titles.values()]) }),
      criteria: identity?.criteria,
      submissionNo: said('submissionNo'),
      at: said('unitCode')?.at ?? said('unitName')?.at ?? titleAt,
      periodAt:
        said('period')?.at ??
        (identity?.period === undefined ? stated?.at : undefined) ??
        (info === undefined ? placeIn(file.source.path, forms[0]?.sheet.name ?? '') : at),
      ...(title === undefined ? {} : { title: { text: title.unit.text, at: titleAt } }),
    },
    context,
    findings,
  );
  return { attributed, settled, at };
}

type UnitWords = Readonly<
  Record<'identityCode' | 'code' | 'name' | 'district' | 'province', string | undefined>
>;

const unitSaid = (words: UnitWords): Partial<Record<keyof UnitWords, string>> =>
  Object.fromEntries(Object.entries(words).filter(([, text]) => text !== undefined));

const subjectOf = ({ unit, period }: Attributed): FindingSubject =>
  unit === undefined ? {} : { unit, period };
