/** tong-hop.xlsx: a sheet per table, with live formulas whose cached values are the exact ones. */
import type { LongTable } from '../model.js';
import { WORKBOOK_MARK } from '../model/own-outputs.js';
import { OWN_NAME } from '../model/raw.js';
import { joined } from './byte-pieces.js';
import { newWorkbook, workbookPieces, cellText } from './exceljs-adapter.js';
import { addFrame } from './summary/sheet-frame.js';
import { rowLinks, unitRows } from './summary/row-links.js';
import { planSheet } from './summary/sheet-plan.js';
import { withBody } from './summary/sheet-part.js';
import { surveyTable } from './summary/table-survey.js';
import { withNames } from './filling/workbook-settings.js';

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

const WORKBOOK = 'xl/workbook.xml';
/** Sums that come back among submissions are known by it. */
const OWN_MARK = new Map([[`${OWN_NAME}${WORKBOOK_MARK.name}`, WORKBOOK_MARK.content]]);

/** The same tables give the same bytes. */
export const writeSummaryWorkbook = async (
  tables: readonly LongTable[],
  options: SummaryOptions,
): Promise<Uint8Array> => joined(await summaryWorkbookPieces(tables, options));

/** The same, piece by piece: the rows of all areas of a country are never there at once. */
export async function summaryWorkbookPieces(
  tables: readonly LongTable[],
  options: SummaryOptions,
): Promise<Iterable<Uint8Array>> {
  const workbook = await newWorkbook();
  workbook.title = cellText(options.title);
  const isHidden = (table: LongTable): boolean => options.hidden?.includes(table.id) ?? false;
  const { ordered, names } = orderedSheets(tables, options.hidden);
  const detail = ordered.find(({ id }) => id === options.details);
  const unitsOfDetail = detail === undefined ? undefined : unitRows(detail);
  let details: ReadonlyMap<string, string> | undefined;
  const sheets = ordered.map((table, index) => {
    const visit = table === detail ? unitsOfDetail?.visit : undefined;
    const survey = surveyTable(table, options.decimals, visit);
    const plan = planSheet(table, survey);
    const sheet = addFrame(
      workbook,
      table,
      { plan, survey },
      {
        sheetName: names[index] ?? table.id,
        draft: options.draft,
        decimals: options.decimals,
        hidden: isHidden(table),
      },
    );
    const place = { table, sheetName: sheet.name, firstBody: plan.firstBody };
    if (table === detail) details = unitsOfDetail?.locations(place);
    return { table, plan, survey, place, part: `xl/worksheets/sheet${sheet.id}.xml` };
  });
  const finalNames = new Map(ordered.map((table, index) => [table.sheetName, names[index] ?? table.id]));
  const bodies = new Map(
    sheets.map(({ part, place, ...sheet }) => {
      const rowLink = rowLinks(place, sheet.table === detail ? undefined : details);
      return [part, { ...sheet, rateDecimals: options.decimals, sheetNames: finalNames, rowLink }];
    }),
  );
  return workbookPieces(workbook, options.date, {
    edit: (part, xml) => {
      if (part === WORKBOOK) return withNames(xml, OWN_MARK);
      const body = bodies.get(part);
      return body === undefined ? xml : withBody(xml, body);
    },
  });
}

/** Tables with the names of their sheets: a workbook opens on its first sheet, so that the hidden ones come last. */
export function orderedSheets(
  tables: readonly LongTable[],
  hidden: readonly string[] = [],
): { readonly ordered: readonly LongTable[]; readonly names: readonly string[] } {
  const isHidden = ({ id }: LongTable): boolean => hidden.includes(id);
  const ordered = [...tables.filter((table) => !isHidden(table)), ...tables.filter(isHidden)];
  return { ordered, names: sheetNames(ordered) };
}

const LONGEST_NAME = 31;

/** Names that Excel takes: no []:*?/\, at most 31 characters, no two alike. */
function sheetNames(tables: readonly LongTable[]): readonly string[] {
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
