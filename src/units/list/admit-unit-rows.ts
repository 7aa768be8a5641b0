/** Rows of units.csv or of a registry list become units; what cannot be used is a finding, all in one run. */
import type { DelimitedRow, DelimitedTable, Finding, Registry, SourceRef, UnitVersion } from '../../model.js';
import { cellAddress } from '../../values/cell-address.js';
import { finding } from '../../findings/finding.js';
import { LineFindings } from '../../findings/rest-unchecked.js';
import { restoreCodes } from '../names/restore-codes.js';
import { UNIT_COLUMNS, type UnitColumn } from './unit-columns.js';
import { readUnitRow } from './unit-row.js';

const REQUIRED: readonly UnitColumn[] = ['code', 'name', 'type'];

export interface AdmittedUnits {
  readonly units: readonly UnitVersion[];
  /** Where each unit stands, for the checks that follow. */
  readonly places: ReadonlyMap<UnitVersion, SourceRef>;
  readonly findings: readonly Finding[];
}

/** With a registry, codes that Excel shortened (331) get their zeros back, and it is said. */
export function admitUnitRows(table: DelimitedTable, registry?: Registry): AdmittedUnits {
  const header = columnFindings(table);
  if (REQUIRED.some((column) => !table.columns.includes(column)))
    return { units: [], places: new Map(), findings: header };

  const faulty = new LineFindings(header);
  const places = new Map<UnitVersion, SourceRef>();
  for (const [index, row] of table.rows.entries()) {
    if (faulty.isEnough(() => placeOf(table, row, 'code'), row.line, table.rows.length - index)) break;
    const { unit, findings: faults } = readUnitRow(row, (column) => placeOf(table, row, column));
    faulty.add(faults);
    if (unit !== undefined) places.set(unit, placeOf(table, row, 'code'));
  }
  const findings = faulty.all;
  if (registry === undefined) return { units: [...places.keys()], places, findings };
  const restored = restoreCodes(places, registry.units);
  return { ...restored, findings: [...findings, ...restored.findings] };
}

function columnFindings(table: DelimitedTable): Finding[] {
  const at: SourceRef = { file: table.path, cell: 'A1' };
  const known = UNIT_COLUMNS.join(', ');
  const missing = REQUIRED.filter((column) => !table.columns.includes(column)).map((column) =>
    finding('configuration/csv-missing-column', at, { column, known }, { fields: [column] }),
  );
  const unknown = table.columns
    .filter((column) => !UNIT_COLUMNS.some((ours) => ours === column))
    .map((column) =>
      finding('configuration/csv-unknown-column', at, { column, known }, { fields: [column] }),
    );
  return [...missing, ...unknown];
}

function placeOf(table: DelimitedTable, row: DelimitedRow, column: UnitColumn): SourceRef {
  const index = Math.max(table.columns.indexOf(column), 0);
  return { file: table.path, cell: cellAddress(row.line, index + 1) };
}
