/** What speaks against filling a form of the office's own: tables, columns and lines that are no longer where its description has them. */
import { finding } from '../../findings/finding.js';
import type { Finding, OwnForm, RawFile, SourceRef } from '../../model.js';
import { cellAddress, placeIn } from '../../values/cell-address.js';
import { inner } from '../../values/inner-quotes.js';
import { withYears } from '../layout/header-path.js';
import { nearestLabel } from '../layout/nearest-label.js';
import type { FormPlace } from '../layout/form-place.js';
import type { LocatedTable, OwnSheet } from '../layout/own-sheet.js';
import { listed, shortened } from '../listed.js';
import { locateLines } from './locate-lines.js';
import { headerText } from './locate-table.js';
import { gridOfTable } from './read-rows.js';

/** Every fault with its place and what comes nearest; nothing is filled when there is one. */
export function misfits(
  file: RawFile,
  form: OwnForm,
  sheets: readonly OwnSheet[],
  year: number,
): readonly Finding[] {
  const name = file.source.path;
  const fault = (at: SourceRef, why: string, nearest?: string): Finding =>
    finding('own-form/no-longer-fits', at, {
      file: name,
      form: inner(form.label),
      why,
      nearest: nearest === undefined ? '' : ` Gần giống nhất là “${inner(shortened(nearest))}”.`,
    });
  const found = sheets.flatMap((own) => own.tables.map((located) => ({ own, located })));
  const absent = form.tables
    .filter((table) => !found.some(({ located }) => located.table === table))
    .map((table) => {
      const title = headerText([...(table.above === undefined ? [] : [table.above]), ...table.key]);
      return fault(
        placeIn(name, table.sheet ?? ''),
        `không có bảng “${inner(withYears(title, year))}”`,
        nearestText(file, table.key.at(-1) ?? ''),
      );
    });
  return [
    ...absent,
    ...found.flatMap(({ own, located }) => [
      ...tableFaults(own, located, (row, column, why, nearest) =>
        fault(placeIn(name, own.sheet.name, cellAddress(row, column)), why, nearest),
      ),
    ]),
  ];
}

/** The text of the sheets that is most like a header that nowhere stands. */
const nearestText = ({ sheets }: RawFile, header: string): string | undefined =>
  nearestLabel(
    header,
    sheets.flatMap(({ cells }) =>
      cells.slice(0, 400).flatMap(({ kind, raw }) => (kind === 'text' ? [raw] : [])),
    ),
  );

function* tableFaults(
  own: OwnSheet,
  located: LocatedTable,
  fault: (row: number, column: number, why: string, nearest?: string) => Finding,
): Iterable<Finding> {
  const { table, labelRow, key, again, lost } = located;
  if (key === undefined)
    yield fault(
      labelRow,
      1,
      `không có (hoặc có hai) cột “${inner(withYears(headerText(table.key), own.year))}”`,
      [...located.unknown.values()][0],
    );
  if (again.length > 0)
    yield fault(
      labelRow,
      key ?? 1,
      `dòng tiêu đề có ở nhiều nơi (dòng ${listed([labelRow, ...again].map(String), 'dòng')})`,
    );
  for (const { column, header, after, why, nearest } of lost)
    if (column.role !== 'ignored' || column.field !== undefined)
      yield fault(
        labelRow,
        key ?? 1,
        `${why === 'missing' ? 'không có cột' : 'có nhiều cột'} “${inner(header)}”${after}`,
        nearest,
      );
  if (table.lines === undefined || key === undefined) return;
  for (const { text, why, nearest } of locateLines(own, located, blankPlace(own, located)).lost)
    yield fault(labelRow, key, `${why} “${inner(text)}”`, nearest);
}

/** The table as a place of no form in particular: lines are only looked for. */
export const blankPlace = (own: OwnSheet, located: LocatedTable): FormPlace => ({
  file: '',
  grid: gridOfTable(own, located),
  form: '',
  formTitle: own.form.label,
  fields: [],
  subject: {},
  identityPlaces: new Map(),
});
