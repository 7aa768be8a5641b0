/** Title lines of a form with the name of the unit and the year written into them: "UBND XÃ ……", "Năm 20…". */
import type { RawCell, UnitVersion } from '../../model.js';
import type { OwnSheet } from '../../submission/layout/own-sheet.js';
import { besideOf, gridOf } from '../../submission/layout/sheet-grid.js';
import { titleBlock, type UnitInTitle } from '../../submission/sender/title-block.js';
import { findByName } from '../../units/names/find-by-name.js';
import { unitFullName, unitName } from '../../units/names/unit-name.js';
import { cellAddress } from '../../values/cell-address.js';
import { cleanText, foldMarks } from '../../values/vietnamese-text.js';
import type { FilledCell } from '../../writers/filling/fill-workbook.js';
import { isLabelAlone, nameBeside } from './name-beside.js';

/** "UBND XÃ, PHƯỜNG ……": the words before it stay. */
const UNIT_BLANK =
  /(?:xã|phường|thị trấn|đặc khu)(?:\s{0,2}[,/]\s{0,2}(?:xã|phường|thị trấn|đặc khu)){0,3}\s{0,3}:?\s{0,3}(?:[.…_]{2,}|…)/iu;
/** "Đơn vị báo cáo: ……" */
const SENDER_BLANK =
  /((?:tên )?(?:đơn vị|địa phương)(?: báo cáo| gửi)?\s{0,3}:)\s{0,9}(?:[.…_]{1,200}\s{0,9})?$/iu;
const YEAR_BLANK = /(năm\s{0,3})(?:20)?(?:[.…_]{2,}|…)/giu;

/** Communes whose full name stands in a title of the sheets. */
export function unitsInTitleLines(
  sheets: readonly OwnSheet[],
  units: readonly UnitVersion[],
): readonly UnitVersion[] {
  const lines = sheets.flatMap((own) => {
    const grid = gridOf(own.sheet);
    const rows = grid.rows.filter((row) => row < own.firstRow);
    return rows.flatMap((row) =>
      grid.inRow(row).map(({ raw, column }) => {
        // "Xã: An Thịnh", in one cell or in two, is its full name.
        return cleanText(isLabelAlone(raw) ? `${raw} ${besideOf(grid, row, column)}` : raw)
          .normalize('NFC')
          .toLowerCase()
          .replaceAll(/\s*:\s*/gu, ' ');
      }),
    );
  });
  const said = new Set(lines.flatMap((line) => placesOf(line, units).map(({ name }) => name)));
  return units.filter((unit) => said.has(lowerName(unit)));
}

interface PlaceOfName {
  readonly name: string;
  readonly at: number;
}

const lowerName = (unit: UnitVersion): string => unitFullName(unit).normalize('NFC').toLowerCase();

/**
 * Where full names of the units stand in a line of small letters, as words of their own; a name that begins a longer one
 * of them stands only where the longer one does not: "phường hội an", "phường hội an đông".
 */
function placesOf(line: string, units: readonly UnitVersion[]): readonly PlaceOfName[] {
  const found: PlaceOfName[] = [];
  const names = new Set(units.map(lowerName).filter((name) => line.includes(name)));
  for (const name of [...names].sort((one, other) => other.length - one.length))
    for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) {
      const end = at + name.length;
      const [before = ' ', after = ' '] = [line[at - 1], line[end]];
      const isInside = found.some((one) => at < one.at + one.name.length && one.at < end);
      if (!isInside && !/\p{L}/u.test(before) && !/[\p{L}\d]/u.test(after)) found.push({ name, at });
    }
  return found.sort((one, other) => one.at - other.at);
}

/**
 * The titles of the sheet as they read for the unit. `takenFrom`: communes whose names in them it replaces; absent where the
 * form is of a level above, whose name stands in it too: only what is blank is filled then.
 */
export function filledTitles(
  own: OwnSheet,
  unit: UnitVersion,
  year: number,
  takenFrom?: readonly UnitVersion[],
): readonly FilledCell[] {
  const grid = gridOf(own.sheet);
  const units = new Map(titleBlock(grid, own.firstRow).units.map((one) => [one.cell, one] as const));
  const cells: FilledCell[] = [];
  const beside = new Set<string>();
  for (const row of grid.rows.filter((one) => one < own.firstRow))
    for (const cell of grid.inRow(row)) {
      if (cell.kind !== 'text' || cell.formula === true || cell.raw.length > LONGEST) continue;
      const place = { row, column: cell.column };
      if (isLabelAlone(cell.raw)) {
        const name = nameBeside(grid, cell, unit, takenFrom ?? []);
        if (name !== undefined) {
          cells.push({ sheet: own.sheet.name, row, column: name.column, value: { text: name.text } });
          beside.add(`${row} ${name.column}`);
        }
        continue;
      }
      if (beside.has(`${row} ${cell.column}`)) continue;
      const said = units.get(cellAddress(row, cell.column));
      const named =
        takenFrom === undefined
          ? withBlanks(cell.raw, unit)
          : instead(withUnit(cell, unit, said), unit, takenFrom);
      const text = withYear(named, year);
      if (text !== cell.raw) cells.push({ sheet: own.sheet.name, ...place, value: { text } });
    }
  return cells;
}

const LONGEST = 300;

/** "BIỂU SỐ LIỆU XÃ AN THỊNH NĂM 2024": a commune named anywhere in a title. */
function instead(text: string, unit: UnitVersion, takenFrom: readonly UnitVersion[]): string {
  const line = text.normalize('NFC');
  // The name of the unit itself holds its place: a shorter one that begins it is not there.
  const places = placesOf(line.toLowerCase(), [...takenFrom, unit]);
  const others = places.filter(({ name }) => name !== lowerName(unit));
  if (others.length === 0) return text;
  return others.reduceRight((said, { name, at }) => {
    const written = line.slice(at, at + name.length);
    return said.slice(0, at) + nameLike(written, unit) + said.slice(at + name.length);
  }, line);
}

/** The name of the unit as `written` is: in capitals, with a small letter inside a sentence, or with a capital. */
function nameLike(written: string, unit: UnitVersion): string {
  if (written === written.toUpperCase()) return unitFullName(unit).toUpperCase();
  return /^\p{Ll}/u.test(written) ? unitName(unit) : unitFullName(unit);
}

/** `line`: the unit that it names now, "xã An Thịnh" or "Xã: An Thịnh". */
function withUnit({ raw }: RawCell, unit: UnitVersion, line: UnitInTitle | undefined): string {
  const said = line?.name;
  const filled = withBlanks(raw, unit);
  if (filled !== raw) return filled;
  const isCapital = raw === raw.toUpperCase();
  const name = isCapital ? unitFullName(unit).toUpperCase() : unitFullName(unit);
  if (said === undefined || findByName([unit], said).kind !== 'none') return raw;
  if (line?.written !== undefined) {
    const isSameKind = foldMarks(said).startsWith(`${foldMarks(unit.type)} `);
    const bare = isCapital ? unit.name.toUpperCase() : unit.name;
    return replaced(raw, line.written, isSameKind ? bare : name);
  }
  // Only a line that begins as one of a sender names the unit that the form was taken from.
  if (!/^(?:ubnd|uy ban nhan dan|don vi|ten don vi)/u.test(foldMarks(raw).trim())) return raw;
  return replaced(raw, said, nameLike(said, unit));
}

/** "UBND XÃ ……", "Đơn vị: ……" with the name in the place of the dots. */
function withBlanks(raw: string, unit: UnitVersion): string {
  const blank = unit.level === 'commune' ? UNIT_BLANK.exec(raw) : null;
  if (blank !== null) return replaced(raw, blank[0], nameLike(blank[0], unit));
  const name = raw === raw.toUpperCase() ? unitFullName(unit).toUpperCase() : unitFullName(unit);
  return raw.replace(SENDER_BLANK, (_, label: string) => `${label} ${name}`);
}

function replaced(raw: string, said: string, name: string): string {
  const at = raw.indexOf(said);
  return at < 0 ? raw : raw.slice(0, at) + name + raw.slice(at + said.length);
}

/** The titles with the year alone: of a form that goes to several units as it is. */
export const yearTitles = (own: OwnSheet, year: number): readonly FilledCell[] => {
  const grid = gridOf(own.sheet);
  return grid.rows
    .filter((row) => row < own.firstRow)
    .flatMap((row) => grid.inRow(row))
    .flatMap(({ row, column, kind, formula, raw }) => {
      const text = kind === 'text' && formula !== true && raw.length <= LONGEST ? withYear(raw, year) : raw;
      return text === raw ? [] : [{ sheet: own.sheet.name, row, column, value: { text } }];
    });
};

const withYear = (text: string, year: number): string =>
  text.replace(YEAR_BLANK, (_, word: string) => `${word}${year}`);
