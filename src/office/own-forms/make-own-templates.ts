/** A form of the office's own for every commune that is due, each in the office's own workbook; nothing is written here. */
import { extname } from 'node:path';
import { finding } from '../../findings/finding.js';
import type { Finding, ResultsDocument, Target, UnitTree, UnitVersion } from '../../model.js';
import { listed } from '../../submission/listed.js';
import { filledCells } from '../../submission/own-form/filled-cells.js';
import { unitName } from '../../units/names/unit-name.js';
import { cellAddress, placeIn } from '../../values/cell-address.js';
import { append } from '../../values/of-many.js';
import { fillWorkbook, type FilledCell } from '../../writers/filling/fill-workbook.js';
import type { MarkRefusal } from '../../writers/marking/refusal.js';
import { unitFileName, type KnownArea } from '../../writers/template/write-template.js';
import { figuresBeside, identityNames, readyFor, type KnownOfUnit } from './form-for-unit.js';
import type { OpenForm } from './open-form.js';
import { unitsInTitleLines, yearTitles } from './filled-titles.js';
import { listedUnits, type SlotOfUnit } from './rows-of-units.js';
import { unitsNamed } from './units-in-titles.js';
import { defined } from '../../values/defined.js';

const NAMED = 8;
const WHY: Readonly<Record<MarkRefusal, string>> = {
  signed: 'tệp có chữ ký số, ghi vào thì chữ ký không còn giá trị',
  strict: 'tệp thuộc dạng Strict Open XML',
  unusual: 'tệp có cấu tạo lạ',
};

/** What the office knows of its communes. */
export interface KnownOfAll {
  readonly tree: UnitTree;
  readonly targets: readonly Target[];
  readonly areasOf: (code: string) => readonly KnownArea[];
  readonly lastYearOf: (code: string) => ResultsDocument | undefined;
  /** The area of today is the one that had this name last year. */
  readonly isSameArea: (code: string, name: string) => boolean;
}

export interface OwnTemplates {
  /** Name → bytes; none when a finding is an error. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly findings: readonly Finding[];
}

/** A workbook per unit; one for all where the sheets or the rows of the form name several communes. */
export function ownTemplates(
  opened: OpenForm,
  units: readonly UnitVersion[],
  known: KnownOfAll,
): OwnTemplates {
  const { path } = opened.file.source;
  const notBlank = figuresStanding(opened);
  if (notBlank !== undefined) return { files: new Map(), findings: [notBlank] };
  const files = new Map<string, Uint8Array>();
  const findings: Finding[] = [];
  const write = (name: string, cells: readonly FilledCell[], unit?: string): boolean => {
    const names = identityNames(opened.form.id, opened.period.id, unit);
    const made = fillWorkbook(opened.bytes, cells, { names });
    if ('bytes' in made) files.set(name, made.bytes);
    else findings.push(cannotFill(path, made.refused));
    return 'bytes' in made;
  };
  const ending = `${opened.form.id}-${opened.period.id}${extname(path).toLowerCase() || '.xlsx'}`;
  const { byCode, due } = known.tree;
  const communes = [...byCode.values()].filter(({ code }) => due.has(code));
  const named = unitsNamed(opened.sheets, communes);
  if (new Set(named.values()).size > 1) {
    const cells = [...named].flatMap(([own, unit]) => {
      const ready = readyFor(opened, [own], knownOf(unit, known));
      append(findings, ready.findings);
      return ready.cells;
    });
    write(ending, cells);
    const covered = new Set([...named.values()].map(({ code }) => code));
    const others = units.filter(({ code }) => !covered.has(code)).map((unit) => unitName(unit));
    if (others.length > 0) {
      const parameters = {
        sheets: covered.size,
        count: others.length,
        names: listed(others, 'đơn vị', NAMED),
      };
      findings.push(finding('own-form/units-without-sheet', { file: path }, { file: path, ...parameters }));
    }
    return { files, findings };
  }
  const rows = listedUnits(opened.sheets, communes);
  if (rows !== undefined) {
    write(ending, cellsOfAll(opened, rows, known));
    append(findings, notListed(path, rows, units));
    return { files, findings };
  }
  const takenFrom = unitsInTitleLines(opened.sheets, communes);
  for (const unit of units) {
    const ready = readyFor(opened, opened.sheets, { ...knownOf(unit, known), takenFrom });
    append(findings, ready.findings);
    if (!write(unitFileName(unit, ending), ready.cells, unit.code)) break;
  }
  return { files, findings };
}

/** Last year's figures and the plan of each commune that the form lists. */
const cellsOfAll = (
  opened: OpenForm,
  rows: readonly SlotOfUnit[],
  known: KnownOfAll,
): readonly FilledCell[] => [
  ...opened.sheets.flatMap((own) => yearTitles(own, opened.period.year)),
  ...rows.flatMap(({ own, located, slot, unit }) =>
    figuresBeside(opened, own, located, knownOf(unit, known), new Map([[slot.text, slot]])),
  ),
];

/** Communes that are due and have no row in a form that lists them. */
function notListed(
  file: string,
  rows: readonly SlotOfUnit[],
  units: readonly UnitVersion[],
): readonly Finding[] {
  const covered = new Set(rows.map(({ unit }) => unit.code));
  const others = units.filter(({ code }) => !covered.has(code)).map((unit) => unitName(unit));
  if (others.length === 0) return [];
  const names = listed(others, 'đơn vị', NAMED);
  const about = { file, rows: covered.size, count: others.length, names };
  return [finding('own-form/units-not-listed', { file }, about)];
}

/** Figures of the commune that filled the form: they would go to all others. */
function figuresStanding({ sheets, file }: OpenForm): Finding | undefined {
  const filled = sheets.flatMap((own) =>
    own.tables.flatMap((located) =>
      filledCells(own, located).map(({ row, column }) => ({ own, cell: cellAddress(row, column) })),
    ),
  );
  const [first] = filled;
  if (first === undefined) return undefined;
  const named = filled.map(({ cell }) => cell);
  const about = { count: filled.length, cells: listed(named, 'ô', NAMED) };
  return finding('own-form/not-blank', placeIn(file.source.path, first.own.sheet.name, first.cell), about);
}

/** Why the workbook cannot be written into. */
export const cannotFill = (file: string, reason: MarkRefusal): Finding =>
  finding('own-form/cannot-fill', { file }, { file, why: WHY[reason] });

function knownOf(unit: UnitVersion, { areasOf, lastYearOf, isSameArea, targets }: KnownOfAll): KnownOfUnit {
  const lastYear = lastYearOf(unit.code);
  const same = (name: string): boolean => isSameArea(unit.code, name);
  return {
    unit,
    areas: areasOf(unit.code),
    isSameArea: same,
    takenFrom: [],
    targets,
    ...defined({ lastYear }),
  };
}
