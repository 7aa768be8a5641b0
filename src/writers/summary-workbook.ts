/** tong-hop.xlsx: a sheet per table, with live formulas whose cached values are the exact ones. */
import { strFromU8, unzipSync } from 'fflate';
import type { Table } from '../model.js';
import { newWorkbook, workbookBytes, cellText } from './exceljs-adapter.js';
import { packParts } from './package-packer.js';
import { addFrame } from './summary/sheet-frame.js';
import { rowLinks, unitRows } from './summary/row-links.js';
import { planSheet } from './summary/sheet-plan.js';
import { withBody } from './summary/sheet-part.js';

export interface SummaryOptions {
  readonly title: string;
  /** ISO, for document properties. */
  readonly date?: string;
  readonly draft: boolean;
  /** Decimals of rates whose column does not say. */
  readonly decimals: number;
  /** Ids of tables whose sheets are hidden, such as the sources. */
  readonly hidden?: readonly string[];
  /** Id of the table with the rows behind the units' figures; lines of units link to it. */
  readonly details?: string;
}

/** The same tables give the same bytes. */
export async function writeSummaryWorkbook(
  tables: readonly Table[],
  options: SummaryOptions,
): Promise<Uint8Array> {
  const workbook = await newWorkbook();
  workbook.title = cellText(options.title);
  const isHidden = (table: Table): boolean => options.hidden?.includes(table.id) ?? false;
  // A workbook opens on its first sheet, so that the hidden ones come last.
  const ordered = [...tables.filter((table) => !isHidden(table)), ...tables.filter(isHidden)];
  const names = sheetNames(ordered);
  const sheets = ordered.map((table, index) => {
    const plan = planSheet(table, options.decimals);
    const sheet = addFrame(workbook, table, plan, {
      sheetName: names[index] ?? table.id,
      draft: options.draft,
      decimals: options.decimals,
      hidden: isHidden(table),
    });
    const place = { table, sheetName: sheet.name, firstBody: plan.firstBody };
    return { table, plan, place, part: `xl/worksheets/sheet${sheet.id}.xml` };
  });
  const detail = sheets.find(({ table }) => table.id === options.details);
  const details = detail === undefined ? undefined : unitRows(detail.place);
  const parts = unzipSync(await workbookBytes(workbook));
  const finalNames = new Map(ordered.map((table, index) => [table.sheetName, names[index] ?? table.id]));
  for (const { table, plan, place, part } of sheets) {
    const xml = parts[part];
    if (xml === undefined) throw new Error(`exceljs wrote no ${part}`);
    parts[part] = withBody(strFromU8(xml), {
      table,
      plan,
      rateDecimals: options.decimals,
      sheetNames: finalNames,
      rowLinks: rowLinks(place, table.id === options.details ? undefined : details),
    });
  }
  return packParts(parts, options.date === undefined ? {} : { date: options.date });
}

const LONGEST_NAME = 31;

/** Names that Excel takes: no []:*?/\, at most 31 characters, no two alike. */
function sheetNames(tables: readonly Table[]): readonly string[] {
  const taken = new Set<string>();
  return tables.map((table) => {
    const wanted = cellText(table.sheetName)
      .replace(/[[\]:*?/\\]/gu, ' ')
      .replace(/^'+|'+$/gu, '')
      .trim();
    let name = wanted.slice(0, LONGEST_NAME);
    for (let count = 2; name === '' || taken.has(name.toLowerCase()); count += 1) {
      const suffix = ` (${count})`;
      name = `${wanted.slice(0, LONGEST_NAME - suffix.length)}${suffix}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}
