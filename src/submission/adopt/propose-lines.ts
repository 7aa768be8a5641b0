/** What each line of a found table by indicators is. */
import type { FieldDefinition, OwnLine, RawCell } from '../../model.js';
import { cleanText, foldMarks } from '../../values/vietnamese-text.js';
import { isNumberCell } from '../cells/cell-words.js';
import { isColumnNumbers } from '../layout/column-numbers.js';
import { isRateLabel } from '../layout/label-index.js';
import { isOrdinalHeader, segmentKey, yearsAsWords } from '../layout/header-path.js';
import { lineAbove, outlineLevel } from '../layout/outline.js';
import { nearestFields } from '../layout/nearest-label.js';
import { isGroupNumber } from '../layout/row-words.js';
import { ALL_OR_AWARDED, bareTotals, BESIDE_AWARDED, type BareTotal } from './bare-totals.js';
import { pathOfLine } from '../../criteria/own-form-entries.js';
import { leafLabel, type FoundTable } from './find-tables.js';
import { inList, meant } from './meant-fields.js';
import {
  addNewField,
  ALIKE,
  asHouseholds,
  doubtfulField,
  OTHER_TIME,
  take,
  withoutFillers,
  type Doubt,
  type Proposing,
} from './proposing.js';
import { besideRole, otherless } from './column-roles.js';
import { ofOtherPart } from './header-times.js';
import { areAnswers, canHold } from './kind-of-cells.js';
import { isQuantity } from '../../measures/field-types.js';
import { defined } from '../../values/defined.js';

interface Line {
  readonly section?: string;
  /** The line that it is a part of, where only that tells it from another. */
  readonly under?: string;
  readonly label: string;
  readonly number: string;
  readonly unit?: string;
  readonly code?: string;
  /** What stands beside it. */
  readonly cells: readonly RawCell[];
}

/** The lines below the header, each with what it means. */
export function proposedLines(
  table: FoundTable,
  proposing: Proposing,
  codeColumn: number | undefined,
): OwnLine[] {
  const { year, doubts } = proposing;
  const ofRows = isOfAreas(table);
  const lines = toldApart(linesOf(table, codeColumn));
  const keys = lines.map(keyOf);
  const totals = totalsAmong(lines, proposing, ofRows);
  return lines.flatMap((line, index): OwnLine[] => {
    // A line that stands twice under one section cannot be told from the other.
    if (keys.indexOf(keys[index] ?? '') !== keys.lastIndexOf(keys[index] ?? '') && line.code === undefined) {
      // One entry speaks for all of them.
      if (keys.indexOf(keys[index] ?? '') !== index) return [];
      doubts.push({
        ...doubtOf(table, line),
        proposal: 'không đọc: hai dòng giống nhau',
        proposed: 'ignored',
      });
      return [{ ...saidOf(line, year), role: 'ignored' }];
    }
    const said = saidOf(line, year);
    if (isRateLabel(line.label) || line.unit === '%') return [{ ...said, role: 'share' }];
    const timed = underTime(line, proposing, ofRows);
    if (timed === 'other') {
      doubts.push({ ...doubtOf(table, line), proposal: OTHER_TIME, proposed: 'ignored' });
      return [{ ...said, role: 'ignored' }];
    }
    const total = totals.get(index);
    if (total?.isBase === true) return [{ ...said, ...baseLine(table, line, total, proposing, ofRows) }];
    const field = timed ?? fieldOf(line, proposing, ofRows);
    const isAsked = ASKS.test(foldMarks(line.unit ?? ''));
    if (isAsked && !ofRows) {
      doubts.push({
        ...doubtOf(table, line),
        proposal: 'không đọc: câu hỏi có hoặc không',
        proposed: 'ignored',
      });
      return [{ ...said, role: 'ignored' }];
    }
    const holds = field === undefined || (canHold(field, line.cells) && !(isAsked && isQuantity(field)));
    if (field !== undefined && holds && take(proposing, ofRows, field.id)) {
      if (total !== undefined) doubts.push(doubtfulField(doubtOf(table, line), field.id, ALL_OR_AWARDED));
      return [{ ...said, field: field.id }];
    }
    const loose = field === undefined ? looselyOf(line, proposing, ofRows) : undefined;
    if (loose !== undefined && canHold(loose, line.cells) && take(proposing, ofRows, loose.id)) {
      doubts.push(doubtfulField(doubtOf(table, line), loose.id, ALIKE));
      return [{ ...said, field: loose.id }];
    }
    return [{ ...said, field: newLine(line, table, proposing, { field, isAsked }) }];
  });
}

/** Lines that count without saying whether all or the awarded, by their place. */
const totalsAmong = (
  lines: readonly Line[],
  proposing: Proposing,
  ofRows: boolean,
): ReadonlyMap<number, BareTotal> =>
  bareTotals(
    lines.map((line) => ({
      path: line.section === undefined ? [line.label] : [line.section, line.label],
      field:
        isRateLabel(line.label) || line.unit === '%' || underTime(line, proposing, ofRows) !== undefined
          ? undefined
          : fieldOf(line, proposing, ofRows),
    })),
    proposing.set,
  );

/** "Tổng số" above "Đạt": what the awarded are a share of, for the office to look at. */
function baseLine(
  table: FoundTable,
  line: Line,
  { base, isElsewhere }: BareTotal,
  proposing: Proposing,
  ofRows: boolean,
): Pick<OwnLine, 'field' | 'role'> {
  const at = doubtOf(table, line);
  if (!isElsewhere && take(proposing, ofRows, base.id)) {
    proposing.doubts.push(doubtfulField(at, base.id, BESIDE_AWARDED));
    return { field: base.id };
  }
  proposing.doubts.push({
    ...at,
    proposal: `không đọc: ${BESIDE_AWARDED}`,
    proposed: 'ignored',
    near: base.id,
  });
  return { role: 'ignored' };
}

const keyOf = ({ section = '', under = '', label }: Line): string =>
  [section, under, label].map(segmentKey).join('>');

function saidOf({ section, under, label, code }: Line, year: number): OwnLine {
  const words = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : yearsAsWords(text, year);
  return {
    ...defined({ section: words(section), under: words(under) }),
    label: yearsAsWords(label, year),
    ...defined({ code }),
  };
}

/** "Trong đó: thực hiện nếp sống văn minh" stands under "Số đám cưới" and again under "Số đám tang". */
function toldApart(lines: readonly Line[]): readonly Line[] {
  const keys = lines.map(keyOf);
  return lines.map((line, index) => {
    const key = keys[index] ?? '';
    if (line.code !== undefined || keys.indexOf(key) === keys.lastIndexOf(key)) return line;
    const before = lines.slice(0, index).filter(({ section }) => section === line.section);
    return { ...line, ...defined({ under: lineAbove(line, before) }) };
  });
}

/**
 * Below "KẾ HOẠCH NĂM 2024" or "6 THÁNG ĐẦU NĂM", which say nothing but the time, a line of a known field is not that of
 * the period; below "CẢ NĂM" it is.
 */
function underTime(line: Line, proposing: Proposing, ofRows: boolean): FieldDefinition | 'other' | undefined {
  const { section, label } = line;
  if (section === undefined || otherless([section], proposing.year).length > 0) return undefined;
  const field = fieldOf({ label, cells: line.cells }, proposing, ofRows);
  const isOther = besideRole([section], proposing) !== undefined || ofOtherPart([section], proposing);
  return field !== undefined && isOther ? 'other' : field;
}

/** The areas stand side by side, so that the figures of a line are theirs. */
const isOfAreas = ({ across, rows }: FoundTable): boolean => across && rows === 'area';

/** A field of the office's own for a line, with the field of the set that comes near. */
function newLine(
  line: Line,
  table: FoundTable,
  proposing: Proposing,
  { field, isAsked }: { readonly field: FieldDefinition | undefined; readonly isAsked: boolean },
): string {
  const ofRows = isOfAreas(table);
  const asks = ofRows && (isAsked || areAnswers(line.cells));
  const label = line.under === undefined ? line.label : `${line.under} - ${line.label}`;
  const id = addNewField(label, line.unit, proposing, asks, line.section);
  const near = field ?? nearestFields(label, possible(proposing, ofRows))[0];
  proposing.doubts.push({
    ...doubtOf(table, line),
    proposal: `chỉ tiêu mới ${id}`,
    proposed: { field: id },
    ...defined({ near: near?.id }),
  });
  return id;
}

const doubtOf = ({ sheet }: FoundTable, line: Line): Pick<Doubt, 'sheet' | 'header'> => ({
  sheet: sheet.name,
  header: pathOfLine(line).join(' › '),
});

/** The field that the line means but for words that change nothing: the office looks at it. */
function looselyOf(line: Line, proposing: Proposing, ofRows: boolean): FieldDefinition | undefined {
  return [asHouseholds(line.label), withoutFillers(line.label)]
    .filter((label) => label !== line.label)
    .flatMap((label) => fieldOf({ ...line, label }, proposing, ofRows) ?? [])[0];
}

/** "Có/Không" as the unit of a line: it asks and counts nothing. */
const ASKS = /^(?:co\s*[/,-]\s*khong|dat\s*[/,-]\s*khong dat|x|danh dau x?)$/u;

/** What a line of communes can be: a figure of theirs, or an answer where there is one for each area. */
const possible = ({ set }: Proposing, ofRows: boolean): readonly FieldDefinition[] => {
  const theirs = new Set(set.forms.filter(({ sender }) => sender === 'commune').map(({ id }) => id));
  return set.fields.filter(
    (field) => theirs.has(field.form) && (isQuantity(field) || (ofRows && field.type !== 'text')),
  );
};

/** A field of the tables of areas that counts, or a line of a list; two that could be meant are none. */
function fieldOf(
  line: Omit<Line, 'number'>,
  proposing: Proposing,
  ofRows: boolean,
): FieldDefinition | undefined {
  const { set } = proposing;
  const [form] = set.forms.filter(({ shape, sender }) => shape === 'table' && sender === 'commune');
  const counted = form === undefined ? undefined : meant(pathOfLine(line), form, proposing, ofRows);
  if (counted !== undefined && (ofRows || isQuantity(counted))) return counted;
  // Below another line its words alone may be those of a line of that one.
  return ofRows || line.under !== undefined ? undefined : inList(line.label, set);
}

const COUNTS = /^(?:so|tong|ty le|ti le|kinh phi|dien tich)\b/u;

function linesOf(
  { grid, key, paths, lastRow, endRow, across }: FoundTable,
  codeColumn: number | undefined,
): readonly Line[] {
  const unitColumn = [...paths].find(([, path]) =>
    /^(?:dvt|don vi tinh|don vi)$/u.test(leafLabel(path)),
  )?.[0];
  const ordinal = [...paths].find(([, path]) => isOrdinalHeader(path))?.[0];
  const names = new Set([key, ordinal ?? key, unitColumn ?? key, codeColumn ?? key]);
  const lines: Line[] = [];
  const rows = grid.rows.filter((row) => row > lastRow && row <= endRow && grid.textOver(row, key) !== '');
  const levelAt = (row: number | undefined): number =>
    row === undefined
      ? 0
      : outlineLevel(grid.at(row, ordinal ?? codeColumn ?? 0)?.raw ?? '', grid.textOver(row, key));
  /** "1 | Gia đình văn hóa" over "- | Tổng số hộ"; what begins as a count is one, whether it is filled or not. */
  const headsNext = (row: number): boolean => {
    const [level, next] = [levelAt(row), levelAt(rows[rows.indexOf(row) + 1])];
    return level > 0 && next > level && !COUNTS.test(foldMarks(grid.textOver(row, key)));
  };
  let section: string | undefined;
  let sectionLevel = 0;
  for (const row of grid.rows) {
    if (row <= lastRow || row > endRow || isColumnNumbers(grid, row)) continue;
    const cells = grid.inRow(row);
    const text = grid.textOver(row, key);
    const code = codeColumn === undefined ? '' : cleanText(grid.textOver(row, codeColumn));
    // A form may number its sections in the column of codes.
    const number = ordinal === undefined ? code : cleanText(grid.at(row, ordinal)?.raw ?? '');
    const figures = cells.some(
      (cell) => !names.has(cell.column) && (isNumberCell(cell) || /\d/u.test(cell.raw)),
    );
    const unit = unitColumn === undefined ? '' : grid.textOver(row, unitColumn);
    const label = text === '' && number.length > 4 ? number : text;
    if (label === '') continue;
    if (
      !figures &&
      unit === '' &&
      (isGroupNumber(number) || text === '' || (cells.length === 1 && !across) || headsNext(row))
    ) {
      section = label;
      sectionLevel = levelAt(row);
      continue;
    }
    if (!figures && unit === '' && cells.length === 1) continue;
    // A line numbered as the heading was stands beside it, not below.
    const level = levelAt(row);
    if (level > 0 && level <= sectionLevel) section = undefined;
    lines.push({
      label,
      number,
      cells: cells.filter(({ column }) => !names.has(column)),
      ...defined({ section }),
      ...(unit === '' ? {} : { unit }),
      ...(code === '' ? {} : { code }),
    });
  }
  return lines;
}
