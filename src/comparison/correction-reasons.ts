/** What of one unit is other than when it was sealed: its files, the cells behind a figure, what was found and accepted. */
import { everyFinding } from '../findings/fold.js';
import { isStandingError } from '../findings/acceptance.js';
import type {
  CorrectedCell,
  CorrectionReason,
  FieldRecord,
  Finding,
  ResultsDocument,
  RowsColumnRecord,
  RowsRecord,
  UnitRecord,
} from '../model.js';
import { STATE_LETTER } from '../model/results/shapes.js';
import { unitFullName } from '../units/names/unit-name.js';
import { recordedCell, sheetOfCell } from '../values/cell-address.js';
import { formatFigure } from '../values/number-format.js';

export interface TwoRuns {
  readonly sealed: ResultsDocument;
  readonly now: ResultsDocument;
}

/**
 * Only cells of these fields are named. `gained`: the unit gives the figure now and did not then, or the other way round;
 * then the errors behind it are told, about these fields or the unit as a whole.
 */
export function unitReasons(
  runs: TwoRuns,
  unit: string,
  fields: ReadonlySet<string>,
  gained?: boolean,
): readonly CorrectionReason[] {
  const [before, after] = [recordIn(runs.sealed, unit), recordIn(runs.now, unit)];
  const record = after ?? before;
  if (record === undefined) return [];
  const name = unitFullName(record);
  const cells = [...rowCells(runs, unit, fields), ...ownCells(runs, unit, fields)];
  // A cell that changed says more than that its file did.
  const files = fileReasons(runs, unit, name).filter(
    ({ kind }) => kind !== 'fileChanged' || cells.length === 0,
  );
  return [
    ...files,
    ...(cells.length === 0 ? [] : [{ kind: 'cells' as const, unit, name, cells }]),
    ...(gained === undefined ? [] : findingReasons(runs, { unit, name }, fields, gained)),
  ];
}

const recordIn = (results: ResultsDocument, unit: string): UnitRecord | undefined =>
  results.units.find(({ code }) => code === unit);

function fileReasons({ sealed, now }: TwoRuns, unit: string, name: string): readonly CorrectionReason[] {
  const [before, after] = [filesOf(sealed, unit), filesOf(now, unit)];
  const known = new Set(before.values());
  const reasons: CorrectionReason[] = [];
  for (const [file, hash] of after) {
    const then = before.get(file);
    if (then === hash) continue;
    if (then !== undefined) reasons.push({ kind: 'fileChanged', unit, name, file });
    // The same bytes under another name change nothing.
    else if (!known.has(hash))
      reasons.push({ kind: before.size === 0 ? 'arrived' : 'resent', unit, name, file });
  }
  const kept = new Set(after.values());
  if (reasons.length === 0)
    for (const [file, hash] of before)
      if (!after.has(file) && !kept.has(hash)) reasons.push({ kind: 'withdrawn', unit, name, file });
  return reasons;
}

/** File used for the unit → SHA-256. */
function filesOf(results: ResultsDocument, unit: string): ReadonlyMap<string, string> {
  const hashes = new Map(results.inputs.map(({ path, sha256 }) => [path, sha256]));
  const forms = recordIn(results, unit)?.forms ?? [];
  return new Map(forms.map(({ file }) => [file, hashes.get(inputOf(file, hashes)) ?? '']));
}

/** The file of the run that a path leads into: what lies behind results of a lower level stands in the inputs as these. */
export function inputOf(path: string, hashes: ReadonlyMap<string, string>): string {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1))
    if (hashes.has(path.slice(0, end))) return path.slice(0, end);
  return path;
}

function rowCells(
  { sealed, now }: TwoRuns,
  unit: string,
  fields: ReadonlySet<string>,
): readonly CorrectedCell[] {
  const [before, after] = [sealed.rows[unit] ?? {}, now.rows[unit] ?? {}];
  return Object.entries(after).flatMap(([form, record]) => {
    const then = before[form];
    if (then === undefined || then.sheetRows.length !== record.sheetRows.length) return [];
    return Object.entries(record.columns).flatMap(([field, column]) => {
      const old = then.columns[field];
      const declared = fields.has(field) ? now.fields.find(({ id }) => id === field) : undefined;
      return old === undefined || declared === undefined ? [] : columnCells(declared, record, column, old);
    });
  });
}

const columnCells = (
  field: FieldRecord,
  { sheet, sheetRows }: RowsRecord,
  column: RowsColumnRecord,
  old: RowsColumnRecord,
): readonly CorrectedCell[] =>
  sheetRows.flatMap((_, index) => {
    const from = shown(field, old.states.charAt(index), old.values[index]);
    const to = shown(field, column.states.charAt(index), column.values[index]);
    const cell = recordedCell(column, sheetRows, index) ?? '';
    return from === to ? [] : [{ ...sheetOfCell(cell, sheet), field: field.label, from, to }];
  });

function ownCells(
  { sealed, now }: TwoRuns,
  unit: string,
  fields: ReadonlySet<string>,
): readonly CorrectedCell[] {
  const [before, after] = [sealed.own[unit] ?? {}, now.own[unit] ?? {}];
  return Object.entries(after).flatMap(([id, figure]) => {
    const old = before[id];
    const field = fields.has(id) ? now.fields.find((one) => one.id === id) : undefined;
    if (old === undefined || field === undefined) return [];
    const from = shown(field, STATE_LETTER[old.state], old.value);
    const to = shown(field, STATE_LETTER[figure.state], figure.value);
    const { sheet, cell } = figure;
    return from === to ? [] : [{ ...sheetOfCell(cell, sheet), field: field.label, from, to }];
  });
}

/** A value as people write it; a state as a word. */
function shown(field: FieldRecord, state: string, value: number | string | null | undefined): string {
  if (state === 'm') return 'để trống';
  if (state === 'n') return 'không áp dụng';
  if (state === 'p') return 'chờ quyết định';
  if (value === null || value === undefined) return state === 'x' ? 'không dùng được' : 'để trống';
  const text = typeof value === 'number' ? formatFigure(value, field) : (field.choices?.[value] ?? value);
  return state === 'x' ? `${text} (không tính)` : text;
}

/** Errors that took the figure out, or that did and no longer stand. */
function findingReasons(
  { sealed, now }: TwoRuns,
  { unit, name }: { readonly unit: string; readonly name: string },
  fields: ReadonlySet<string>,
  gained: boolean,
): readonly CorrectionReason[] {
  const isAbout = (one: Finding): boolean =>
    one.unit === unit &&
    one.severity === 'error' &&
    (one.fields === undefined || one.fields.length === 0 || one.fields.some((field) => fields.has(field)));
  const listed = (results: ResultsDocument): ReadonlyMap<string, Finding> =>
    new Map(Array.from(everyFinding(results.findings, isAbout), (one) => [one.id, one]));
  const [before, after] = [listed(sealed), listed(now)];
  if (!gained)
    return [...after.values()]
      .filter((one) => isStandingError(one) && !isStanding(before.get(one.id)))
      .map(({ message }) => ({ kind: 'found', unit, name, message, why: '' }));
  return [...before.values()]
    .filter((one) => isStandingError(one) && !isStanding(after.get(one.id)))
    .map(({ id, message }): CorrectionReason => {
      const accepted = after.get(id)?.accepted;
      return accepted === undefined
        ? { kind: 'settled', unit, name, message, why: '' }
        : { kind: 'accepted', unit, name, message, why: accepted.reason };
    });
}

const isStanding = (one: Finding | undefined): boolean => one !== undefined && isStandingError(one);
