/**
 * Every drift of every made form, and of the forms seen in use where they lie beside: a figure is read as what it was,
 * or not at all with a finding; none is read as another. A slice here, all of them in `npm run check:sweeps`.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CriteriaSet, RawFile, RawSheet } from '../../src/model.js';
import { openSource } from '../../src/readers/open-source.js';
import { figureCell, parseCellAddress, sheetOfCell } from '../../src/values/cell-address.js';
import { sliceOf } from '../support/sweep.js';
import { recognise } from '../unit/submission/made-files.js';
import { drifts, traced, type Traced } from '../unit/submission/own-form/drifts.js';
import { fileOf, MADE_FORMS } from '../unit/submission/own-form/made-forms.js';
import { adopted } from '../unit/submission/own-form/reading.js';

interface Read {
  /** Where a figure stood in the form as it was adopted → row and field that it was read as. */
  readonly figures: ReadonlyMap<string, string>;
  readonly told: readonly string[];
  /** Some rows are said to have no name, or all of them by their column. */
  readonly isNamelessTold: boolean;
}

/** Names of rows are no figures, and a typed rate is compared only: it belongs to the count that it stands beside. */
const NAMES = new Set(['areaName', 'note', 'modelName', 'familyRateTyped']);

function read(file: RawFile, set: CriteriaSet): Read {
  const { parts, findings } = recognise(file, { set });
  const figures = new Map<string, string>();
  for (const { unit, table, state } of parts) {
    if (table === undefined || state !== 'used') continue;
    for (const column of table.columns.values()) {
      const isExcluded = findings.some(
        (one) => one.severity === 'error' && one.unit === unit && one.fields?.includes(column.field) === true,
      );
      if (isExcluded || column.column === 0 || NAMES.has(column.field)) continue;
      column.states.forEach((one, row) => {
        if (one !== 'value') return;
        const own = sheetOfCell(figureCell(column, table.sheetRows, row) ?? '', table.sheet);
        const at = parseCellAddress(own.cell);
        const { cells = [] } = file.sheets.find(({ name }) => name === own.sheet) ?? {};
        const cell: Traced | undefined = cells.find(
          (each) => each.row === at?.row && each.column === at.column,
        );
        figures.set(
          cell?.from ?? `added ${String(at?.row)},${String(at?.column)}`,
          [unit, nameOf(table, row), column.field].join(' | '),
        );
      });
    }
  }
  const isNamelessTold = findings.some(
    ({ code, fields }) =>
      code === 'layout/row-without-name' ||
      (code === 'layout/column-missing' && fields?.includes('areaName') === true),
  );
  const told = findings.flatMap(({ severity, code }) => (severity === 'info' ? [] : [code]));
  return { figures, told, isNamelessTold };
}

const nameOf = (
  { rowKeys, rowLabels }: { readonly rowKeys: readonly string[]; readonly rowLabels: readonly string[] },
  row: number,
): string => (rowKeys[row] === '' ? '' : (rowLabels[row] ?? ''));

/** What is wrong with the form as it came back; `renamed`: rows may carry other names than before. */
function faults(file: RawFile, before: Read, set: CriteriaSet, renamed: boolean): readonly string[] {
  const now = read(file, set);
  const wrong = [...now.figures].flatMap(([from, said]) => {
    const was = before.figures.get(from);
    if (was === said) return [];
    const isField = was !== undefined && was.split(' | ').at(-1) === said.split(' | ').at(-1);
    // A row whose name went with its header is told as such, and its figures are of the same field and commune.
    const [unit, name] = said.split(' | ');
    const [unitWas, nameWas] = (was ?? '').split(' | ');
    const isNameless = unit === unitWas && name === '' && nameWas !== '' && now.isNamelessTold;
    return isField && (renamed || isNameless) ? [] : [`${from}: ${said}, was ${String(was)}`];
  });
  const stand = new Set(file.sheets.flatMap(({ cells }) => cells.map(({ from }: Traced) => from)));
  const lost = [...before.figures.keys()].filter((from) => stand.has(from) && !now.figures.has(from));
  return [
    ...wrong,
    ...(lost.length > 0 && now.told.length === 0 ? [`nobody is told of ${lost.join(', ')}`] : []),
  ];
}

const SHARED = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'forms');
/** Those that say neither unit nor year get both, three rows above their header. */
const TITLES = [
  { row: 1, column: 1, kind: 'text', raw: 'UBND XÃ DAK LUA' },
  { row: 2, column: 1, kind: 'text', raw: 'NĂM 2024' },
] as const;

function seenInUse(): readonly { readonly name: string; readonly file: RawFile }[] {
  if (!existsSync(SHARED)) return [];
  return readdirSync(SHARED)
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => {
      const bytes = readFileSync(join(SHARED, name));
      const { file } = openSource({ path: 'submissions/26119.xlsx', bytes, sha256: 'ab'.repeat(32) });
      if (file === undefined) throw new Error(name);
      return { name, file: { ...file, sheets: file.sheets.map(titled) } };
    });
}

const titled = (sheet: RawSheet): RawSheet => {
  const down = 3;
  return {
    ...sheet,
    cells: [
      ...TITLES,
      ...sheet.cells
        .filter(({ raw }) => !raw.startsWith('UBND XÃ'))
        .map((cell) => ({ ...cell, row: cell.row + down })),
    ],
    merges: sheet.merges.map((one) => ({ ...one, top: one.top + down, bottom: one.bottom + down })),
  };
};

/** Its first cell of an area stands for the count; which cell that is changes with the rows. */
const isList = (set: CriteriaSet): boolean =>
  set.own?.forms.some(({ tables }) => tables.some(({ rows }) => rows === 'household')) === true;
/** A total that is called otherwise is a row of figures like any other, and told by its sums. */
const isOfTotal = (name: string): boolean => /T[ổo]ng|Cộng/iu.test(name);

describe.each([...MADE_FORMS.map(({ name, sheets }) => ({ name, file: fileOf(sheets) })), ...seenInUse()])(
  '$name',
  ({ file }) => {
    it('is read as what it was or not at all, however it drifted', () => {
      const form = traced(file);
      const set = adopted(form);
      const before = read(form, set);
      const all = [...drifts(form)].filter(
        ({ name }) => !isOfTotal(name) && !(isList(set) && / gone|“/u.test(name)),
      );
      expect(all.length).toBeGreaterThan(20);
      // A list is one figure for each of its areas.
      expect(before.figures.size).toBeGreaterThan(isList(set) ? 0 : 2);
      const found = sliceOf(all, 6).flatMap((drift) => {
        const renamed = /capitals|”|decomposed|broken/u.test(drift.name);
        const wrong = faults(drift.file, before, set, renamed);
        return wrong.length === 0 ? [] : [`${drift.name}: ${wrong.slice(0, 3).join('; ')}`];
      });
      expect(found).toEqual([]);
    });
  },
);
