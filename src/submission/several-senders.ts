/** Whose the sheets of one workbook are when their titles name several units, and whose form its file name says it is. */
import { finding } from '../findings/finding.js';
import type { Finding, FormDefinition, RawFile, RawSheet, UnitVersion } from '../model.js';
import { exactMatch, findByName, namesOf } from '../units/names/find-by-name.js';
import { unitFullName } from '../units/names/unit-name.js';
import { foldBare, foldMarks } from '../values/vietnamese-text.js';
import { placeIn } from '../values/cell-address.js';
import { identitySaid } from './identity-said.js';
import { fieldsEnteredOn } from './layout/fields-of-form.js';
import type { FoundForm, FoundSheets } from './layout/form-sheets.js';
import type { FormIdentity } from './layout/identity-sheet.js';
import { labelIndex } from './layout/label-index.js';
import { locateHeader } from './layout/locate-header.js';
import { gridOf } from './layout/sheet-grid.js';
import { unitsColumn } from './layout/units-column.js';
import type { RecognitionContext } from './recognition.js';
import type { Attributed } from './sender/attribute-sender.js';
import { rowName } from './sender/row-names.js';
import type { TitleBlock, UnitInTitle } from './sender/title-block.js';
import type { UnitSaid } from './sender/unit-said.js';
import { communesByLetters, unitCalled, unitsBelow, type UnitScope } from './sender/unit-scope.js';
import { ancestorsOf } from './sender/unit-candidates.js';
import { defined } from '../values/defined.js';
import { fileName } from '../values/file-name.js';
import { largest } from '../values/of-many.js';

/**
 * Sheets of several communes in one workbook that names no sender for the whole: each sheet is its own title's. The
 * sheets whose titles name units; undefined when the workbook has one sender.
 */
export function namesSeveral(
  { forms }: FoundSheets,
  titles: ReadonlyMap<FoundForm, TitleBlock>,
  context: RecognitionContext,
  identity: FormIdentity | undefined,
): readonly FoundForm[] | undefined {
  if (identity?.unit !== undefined || forms.some(({ form }) => form.shape === 'pairs')) return undefined;
  const named = forms.flatMap((one) => {
    const code = unitInTitle(titles.get(one), context);
    return code === undefined ? [] : [{ one, code }];
  });
  return new Set(named.map(({ code }) => code)).size > 1 ? named.map(({ one }) => one) : undefined;
}

/** The unit below the compiling one that a title names. */
export const unitInTitle = (
  title: TitleBlock | undefined,
  { scope }: RecognitionContext,
): string | undefined => {
  for (const said of title?.units ?? []) {
    const named = unitNamed(said, scope);
    if (named !== undefined) return named.code;
  }
  return undefined;
};

/** The unit below the compiling one that a line names, by its code or else by its name. */
export function unitNamed({ code, name }: UnitInTitle, scope: UnitScope): UnitVersion | undefined {
  const units = unitsBelow(scope);
  return units.find((unit) => unit.code === code) ?? exactMatch(findByName(units, name));
}

/** Without the lines that name another unit of the report behind the first: "xã Phú An; xã Phú Vinh" is of neither alone. */
export function ofOneUnitEach(title: TitleBlock, scope: UnitScope): TitleBlock {
  if (!title.units.some(({ besides }) => besides !== undefined)) return title;
  return {
    ...title,
    units: title.units.map((said) => inWhole(said, scope)).filter((said) => isOfOne(said, scope)),
  };
}

/** "Phường Văn Miếu - Quốc Tử Giám: Kết quả" names a ward with a dash in its name. */
const joined = (name: string, behind = ''): string => `${name} - ${behind.split(':', 1)[0] ?? ''}`;

function inWhole<Said extends UnitInTitle>(said: Said, scope: UnitScope): Said {
  const [second, ...others] = said.besides ?? [];
  if (second === undefined) return said;
  const name = joined(said.name, second);
  const alike = communesAlike([joined(rowName(said.name)?.bare ?? '', second)], scope);
  return exactMatch(findByName(alike, name)) === undefined ? said : { ...said, name, besides: others };
}

function isOfOne(said: UnitInTitle, scope: UnitScope): boolean {
  const { besides = [] } = said;
  const all = besides.flatMap((text, at) => [text, joined(text, besides[at + 1])]);
  const named = all.flatMap((text) => communesCalled(text, scope).map((unit) => ({ text, unit })));
  if (named.length === 0) return true;
  const own = unitNamed(said, scope);
  // "Xã Phú An, Tân Phú" names its district, whatever commune is called so too.
  const isAbove = namesOf(own === undefined ? [] : ancestorsOf(own, scope));
  return named.every(({ text, unit }) => unit.code === own?.code || isAbove(text));
}

/** The communes of the report that a text names, with their marks or typed without any. */
function communesCalled(text: string, scope: UnitScope): readonly UnitVersion[] {
  const said = rowName(text);
  if (said === undefined) return [];
  // "Xa Dung" is a name that begins like a kind.
  const match = findByName(communesAlike([said.bare, said.name], scope), said.name);
  return match.kind === 'ambiguous' ? match.candidates : match.kind === 'none' ? [] : [match.unit];
}

/** The communes of the report with the letters of these names. */
function communesAlike(names: readonly string[], scope: UnitScope): readonly UnitVersion[] {
  const byLetters = communesByLetters(scope);
  const codes = names.flatMap((name) => byLetters.get(foldMarks(name))?.map(({ code }) => code) ?? []);
  return [...new Set(codes)].flatMap((code) => scope.tree.byCode.get(code) ?? []);
}

/** A unit and where in the workbook it is said beside the titles. */
export interface SaidOfSheet {
  readonly unit: UnitVersion;
  /** Before “ghi …”: the name of the sheet, or the Thông tin that goes with it. */
  readonly place: string;
  readonly text: string;
  readonly cell?: string;
}

/** The unit that a sheet is called after: “Xã Phú An”; `bare`: also “Phú An”, which may be anything on a sheet alone. */
function unitInSheetName(name: string, context: RecognitionContext, bare: boolean): UnitVersion | undefined {
  const said = rowName(name);
  if (said === undefined || (said.kind !== 'full' && !bare)) return undefined;
  return exactMatch(findByName(unitsBelow(context.scope), said.name));
}

/** What is said of the sender where neither code nor name is: of the whole file, or of one sheet among those of several. */
export function besidesNames(
  {
    forms,
    titles,
    several,
    title,
    ofSheet,
  }: {
    readonly forms: readonly FoundForm[];
    readonly titles: ReadonlyMap<FoundForm, TitleBlock>;
    readonly several: UnitSaid['titled'];
    readonly title: unknown;
    readonly ofSheet: string | undefined;
  },
  context: RecognitionContext,
): Pick<UnitSaid, 'titled' | 'lines' | 'sheets' | 'ofSheet' | 'inColumns' | 'rowsAreUnits'> {
  const isOfFile = title === undefined && ofSheet === undefined;
  return defined({
    titled: several,
    lines: [...titles.values()].flatMap((one) => one.lines ?? []),
    sheets: isOfFile ? unitsOfSheets(forms, context) : undefined,
    ofSheet,
    inColumns: forms.every(({ sheet }) => sheet.name === '') ? (true as const) : undefined,
    rowsAreUnits: () => unitsAsRowsOf(forms, context),
  });
}

/** The heading of the names in a table whose rows are communes. */
function unitsAsRowsOf(forms: readonly FoundForm[], { set }: RecognitionContext): string | undefined {
  for (const { form, sheet, own } of forms) {
    if (own !== undefined || form.shape !== 'table' || form.totalLabel === undefined) continue;
    const grid = gridOf(sheet);
    const header = locateHeader(grid, labelIndex(form, fieldsEnteredOn(set, form)));
    if (header === undefined || header.columns.has(form.rowKey?.[0] ?? '')) continue;
    const named = unitsColumn(grid, header);
    if (named !== undefined) return named.label;
  }
  return undefined;
}

/** What the names of sheets say where nothing else does: to choose from, never decided by it. */
const unitsOfSheets = (forms: readonly FoundForm[], context: RecognitionContext): UnitSaid['sheets'] =>
  forms.flatMap(({ sheet }) => {
    const unit = unitInSheetName(sheet.name, context, true);
    return unit === undefined ? [] : [{ sheet: sheet.name, unit }];
  });

/**
 * What is said of a sheet whose title names nobody: by its name, or by the one of several Thông tin of different units that
 * goes with it: the one with the same ending of its name (“Biểu 01 (2)”, “Thông tin (2)”), else the one before it.
 */
export function saidOfSheet(
  found: FoundForm,
  { forms }: FoundSheets,
  file: RawFile,
  context: RecognitionContext,
): SaidOfSheet | undefined {
  const { form, sheet } = found;
  const hasCopies = forms.some((one) => one !== found && one.form === form);
  const named = unitInSheetName(sheet.name, context, hasCopies);
  if (named !== undefined) return { unit: named, place: 'Tên trang', text: sheet.name };
  const infos = informations(forms, file, context);
  if (new Set(infos.map(({ unit }) => unit.code)).size < 2) return undefined;
  const place = (one: RawSheet): number => file.sheets.indexOf(one);
  const ending = endingOf(form, sheet.name);
  const own =
    infos.find(({ found: info }) => info === found) ??
    infos.find(
      ({ found: info }) => ending !== undefined && endingOf(info.form, info.sheet.name) === ending,
    ) ??
    infos.findLast(({ found: info }) => place(info.sheet) < place(sheet));
  return own === undefined
    ? undefined
    : {
        unit: own.unit,
        place: `Trang “${own.found.sheet.name}”${own.found === found ? '' : ' đi kèm'}`,
        text: own.text,
        ...(own.found === found ? { cell: own.cell } : {}),
      };
}

interface Information {
  readonly found: FoundForm;
  readonly unit: UnitVersion;
  readonly text: string;
  readonly cell: string;
}

/** The sheets Thông tin that name a unit. */
function informations(
  forms: readonly FoundForm[],
  { source }: RawFile,
  context: RecognitionContext,
): readonly Information[] {
  const infos = forms.filter(({ form }) => form.shape === 'pairs');
  if (infos.length < 2) return [];
  return infos.flatMap((found) => {
    const said = identitySaid(found, placeIn(source.path, found.sheet.name), context.set, undefined);
    const [code, name] = [said('unitCode'), said('unitName')];
    const unit = unitCalled(context.scope, { code: code?.text, name: name?.text }, unitsBelow(context.scope));
    const text = name?.text ?? code?.text ?? '';
    return unit === undefined ? [] : [{ found, unit, text, cell: (name ?? code)?.at.cell ?? 'A1' }];
  });
}

/** What stands behind the name of a form in that of a sheet: “2” of “Biểu 01 (2)”. */
function endingOf(form: FormDefinition, sheet: string): string | undefined {
  const bare = foldBare(sheet);
  const name = [form.sheet, ...(form.sheetAliases ?? [])].map(foldBare).find((one) => bare.startsWith(one));
  return name === undefined ? undefined : bare.slice(name.length);
}

/** The file bears the name that forms are sent out with, of another unit than it says inside. */
export function madeForOther(
  file: RawFile,
  { unit, unitName }: Pick<Attributed, 'unit' | 'unitName'>,
  context: RecognitionContext,
  place = 'trang “Thông tin”',
): readonly Finding[] {
  if (unit === undefined) return [];
  const name = fileName(file.source.path);
  const sentTo = unitInFileName(name, unit, context.scope);
  const other = sentTo ?? unitInWords(name, unit, context.scope);
  if (other === undefined || other.code === unit) return [];
  const how = sentTo === undefined ? 'Tên tệp ghi' : 'Tên tệp là biểu mẫu phát cho';
  return [
    finding(
      'submission/file-name-of-other',
      { file: file.source.path },
      { how, named: unitFullName(other), code: other.code, unit: unitName, place },
      { unit, period: context.period.id },
    ),
  ];
}

/** Words of a name as forms are sent out: "26125-xa-phu-an-bieu-01-04-2024", also as copies, in capitals, with "_", cut short. */
const slugOf = (text: string): string => foldMarks(text).replace(/[^a-z0-9]+/gu, '-');
const FORM_NAME = /^(.*?)-bieu-0\d/u;
/** Two digits in front of a name may number the files of a folder. */
const SURELY_CODE = 4;
const MOST_IN_CODE = 3;

/** Whose form a file name says it is: a code, alone or with the name behind it. `own` goes before all others. */
function unitInFileName(name: string, own: string, { tree, everywhere }: UnitScope): UnitVersion | undefined {
  const slug = slugOf(name);
  const form = FORM_NAME.exec(slug)?.[1];
  const words = (form ?? slug).split('-').filter((word) => word !== '');
  const units = words.flatMap((_, from) =>
    Array.from({ length: MOST_IN_CODE }, (_word, more) => {
      const code = words.slice(from, from + more + 1).join('-');
      const unit = tree.byCode.get(code) ?? tree.byCode.get(code.toUpperCase()) ?? everywhere.get(code);
      const behind = words.slice(from + more + 1).join('-');
      const isCode =
        (form !== undefined && code.length >= SURELY_CODE) ||
        (unit !== undefined && behind.startsWith(slugOf(unitFullName(unit))));
      return isCode ? unit : undefined;
    }).flatMap((unit) => unit ?? []),
  );
  return units.find(({ code }) => code === own) ?? units[0];
}

/** Whose name with its kind a file bears in words, "BC xa Phu An 2024": another's of the same level, and not the sender's. */
function unitInWords(name: string, own: string, scope: UnitScope): UnitVersion | undefined {
  const slug = `-${slugOf(name.replace(/\.[^.]*$/u, ''))}-`;
  const units = unitsBelow(scope);
  const sender = units.find(({ code }) => code === own);
  if (sender === undefined || slug.includes(`-${slugOf(sender.name)}-`)) return undefined;
  const named = units
    .filter(({ level }) => level === sender.level)
    .map((unit) => ({ unit, words: slugOf(unitFullName(unit)) }))
    .filter(({ words }) => slug.includes(`-${words}-`));
  const longest = largest(named.map(({ words }) => words.length));
  return named.find(({ words }) => words.length === longest)?.unit;
}
