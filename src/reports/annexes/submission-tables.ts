/** Status of submissions (IX) and what the units said in their own words (X). */
import type { Finding, Table, TableCell, TableColumn, UnitRecord } from '../../model.js';
import { formatDate } from '../../values/number-format.js';
import { textOf } from '../prose/told-text.js';
import type { AnnexDeclaration, ColumnDeclaration } from '../wording/annex-declarations.js';
import {
  annexHead,
  countCell,
  declaredColumn,
  labelOf,
  ordinalColumn,
  textCell,
  textColumn,
  unitLine,
  type TableMaker,
} from './table-maker.js';
import { givenTotalNotes } from '../prose/given-totals.js';
import { coverageNote } from './unit-table-notes.js';
import { unitFullName, unitName } from '../../units/names/unit-name.js';
import { largest } from '../../values/of-many.js';

const UNIT_WIDTH = 26;

/** The annex in the report; the tracking sheets of tong-hop.xlsx say more. */
export function submissionsTable(
  maker: TableMaker,
  annex: AnnexDeclaration,
  sheet: { readonly id: string; readonly name: string; readonly title: string },
): Table {
  const { frame } = maker.prose;
  const open = openFindings(maker);
  const columnOf = (declaration: ColumnDeclaration): TableColumn => ({
    ...declaredColumn(declaration, frame.words),
    kind: ['submissionNo', 'errors', 'warnings'].includes(declaration.id) ? 'count' : 'text',
  });
  return {
    id: sheet.id,
    sheetName: sheet.name,
    title: sheet.title,
    columns: [ordinalColumn(maker), textColumn(maker, 'unit', UNIT_WIDTH), ...annex.columns.map(columnOf)],
    rows: frame.leaves.map((leaf, index) =>
      unitLine(
        index,
        unitFullName(leaf),
        annex.columns.map(({ id }) => statusCell(maker, leaf, id, open)),
      ),
    ),
    notes: [coverageNote(maker.prose), ...givenTotalNotes(maker.prose), ...acceptedNotes(maker)],
  };
}

/** More are left to the sheet of findings. */
const MOST_ACCEPTED = 20;

/** Findings accepted as true: by whom, when and why; their figures count. */
function acceptedNotes({ prose }: TableMaker): readonly string[] {
  const { frame, say } = prose;
  const accepted = frame.results.findings.flatMap(({ accepted: by, message, unit }) => {
    if (by === undefined) return [];
    const record = unit === undefined ? undefined : frame.unitByCode.get(unit);
    const name = record === undefined ? (unit ?? '') : unitName(record);
    return [say('accepted.one', { name, message, ...by, date: formatDate(by.date) })];
  });
  const rest = accepted.length - MOST_ACCEPTED;
  return [
    ...accepted.slice(0, MOST_ACCEPTED),
    ...(rest > 0 ? [say('accepted.more', { count: frame.count(rest) })] : []),
  ];
}

function statusCell(
  maker: TableMaker,
  leaf: UnitRecord,
  column: string,
  open: ReadonlyMap<string, number>,
): TableCell {
  switch (column) {
    case 'status':
      return textCell(labelOf(maker, 'status', leaf.status));
    case 'forms':
      return textCell(
        formsInOrder(maker, leaf)
          .map((form) => labelOf(maker, 'forms', form))
          .join(', '),
      );
    case 'submissionNo': {
      const numbers = leaf.forms.map(({ submissionNo }) => submissionNo);
      return numbers.length === 0 ? textCell('') : countCell(largest(numbers));
    }
    case 'errors':
      return countCell(open.get(findingKey(leaf.code, 'error')) ?? 0);
    case 'warnings':
      return countCell(open.get(findingKey(leaf.code, 'warning')) ?? 0);
    default:
      return textCell('');
  }
}

/** As the criteria set lists them, in whatever files they came. */
function formsInOrder({ prose }: TableMaker, leaf: UnitRecord): readonly string[] {
  const order = [...new Set(prose.frame.results.fields.map(({ form }) => form))];
  return leaf.forms.map(({ form }) => form).sort((one, other) => order.indexOf(one) - order.indexOf(other));
}

/** Findings of each unit that still ask for something: not accepted, not on trial. Key: unit and severity. */
function openFindings(maker: TableMaker): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of maker.prose.frame.results.findings) {
    if (one.unit === undefined || one.accepted !== undefined || one.trial === true) continue;
    const key = findingKey(one.unit, one.severity);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const findingKey = (unit: string, severity: Finding['severity']): string => `${unit} ${severity}`;

/** Difficulties, proposals and good practice, one line for each unit that wrote something. */
export function remarksTable(maker: TableMaker, annex: AnnexDeclaration): Table {
  const { frame } = maker.prose;
  const lines = frame.leaves.flatMap((leaf) => {
    const texts = annex.columns.map(({ id }) => textOf(frame.results.own[leaf.code]?.[id]));
    return texts.every((text) => text === '') ? [] : [{ leaf, texts }];
  });
  return {
    ...annexHead(maker, annex),
    columns: [
      ordinalColumn(maker),
      textColumn(maker, 'unit', UNIT_WIDTH),
      ...annex.columns.map((declaration): TableColumn => ({
        ...declaredColumn(declaration, frame.words),
        kind: 'text',
      })),
    ],
    rows: lines.map(({ leaf, texts }, index) => unitLine(index, unitFullName(leaf), texts.map(textCell))),
    notes: [lines.length === 0 ? maker.prose.say('note.empty', {}) : coverageNote(maker.prose)],
  };
}
