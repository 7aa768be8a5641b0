/** The state of all senders, files without a sender, and whom to call first, as neutral tables for the workbook. */
import { divideRounded } from '../../values/exact-rate.js';
import { formatScaled } from '../../values/number-format.js';
import type {
  FixFirstEntry,
  Movement,
  SenderStatus,
  StatusDocument,
  Table,
  TableCell,
  TableColumn,
  TableRow,
} from '../../model.js';
import { defined } from '../../values/defined.js';
import type { Prose } from '../prose/prose.js';
import { deadlineWords, debtWords, timingWords } from './timing-words.js';

/** Sheets of the status workbook; the last only when something is left to call about. */
export function statusTables(
  prose: Prose,
  status: StatusDocument,
  first: readonly FixFirstEntry[],
): readonly Table[] {
  return [
    senderTable(prose, status),
    ...(first.length === 0 ? [] : [firstTable(prose, first)]),
    ...(status.files.length === 0 ? [] : [fileTable(prose, status)]),
  ];
}

type Columns = readonly (readonly [id: string, width: number, kind?: TableColumn['kind']])[];

function tableOf(
  { say }: Prose,
  id: 'status' | 'first' | 'files',
  data: Readonly<Record<string, string>>,
  columns: Columns,
  rows: readonly (readonly string[])[],
  notes: readonly string[],
  units: readonly (string | undefined)[] = [],
): Table {
  return {
    id: `tracking-${id}`,
    sheetName: say(`table.${id}.sheet`, data),
    title: say(`table.${id}.title`, data),
    columns: [['ordinal', 5, 'ordinal'] as const, ...columns].map(([column, width, kind = 'text']) => ({
      id: column,
      header: say(`table.column.${column}`, {}),
      kind,
      width,
    })),
    rows: rows.map((cells, index): TableRow => ({
      role: 'unit',
      ...defined({ unit: units[index] }),
      cells: [
        { kind: 'integer', value: index + 1 },
        ...cells.map((text): TableCell => ({ kind: 'text', text })),
      ],
    })),
    notes,
  };
}

function senderTable(prose: Prose, status: StatusDocument): Table {
  const { say } = prose;
  const senders = [...status.units, ...status.agencies];
  const asOf = deadlineWords(status.asOf);
  const known = senders.some(({ contact }) => contact !== undefined);
  const columns: Columns = [
    ['unit', 24],
    ['state', 16],
    ['submissionNo', 7],
    ['deadline', 12],
    ['received', 12],
    ['timing', 16],
    ['owes', 44],
    ['accepted', 11],
    ...(known ? [['contact', 22] as const] : []),
    ['files', 36],
  ];
  const rows = senders.map((sender) => senderRow(prose, sender, known));
  const unitsOf = senders.map(({ unit, agency }) => (agency === undefined ? unit : undefined));
  return tableOf(prose, 'status', { asOf }, columns, rows, [say('table.note.asOf', { asOf })], unitsOf);
}

const senderRow = ({ say }: Prose, sender: SenderStatus, contacts: boolean): readonly string[] => [
  sender.name,
  say(`state.${sender.state}`, {}),
  sender.submissionNo === undefined ? '' : String(sender.submissionNo),
  deadlineWords(sender.timing.deadline),
  deadlineWords(sender.timing.received.date),
  timingWords(say, sender.state, sender.timing),
  debtWords(say, sender),
  sender.accepted === 0 ? '' : String(sender.accepted),
  ...(contacts ? [sender.contact ?? ''] : []),
  sender.files.map((file) => file.slice(file.lastIndexOf('/') + 1)).join('; '),
];

/** More files than these are nobody's list to read; all of them stand in results.json. */
const MOST_FILES = 1_000;

function fileTable(prose: Prose, { files }: StatusDocument): Table {
  const rest = files.length - MOST_FILES;
  const rows = files
    .slice(0, MOST_FILES)
    .map(({ file, state, received }) => [
      file,
      prose.say(`state.${state}`, {}),
      deadlineWords(received.date),
    ]);
  const columns: Columns = [
    ['files', 60],
    ['state', 32],
    ['received', 12],
  ];
  const count = prose.frame.count(rest);
  const notes = rest > 0 ? [prose.say('table.note.moreFiles', { count })] : [];
  return tableOf(prose, 'files', {}, columns, rows, notes);
}

function firstTable(prose: Prose, first: readonly FixFirstEntry[]): Table {
  const { say, frame } = prose;
  const known = first.some(({ contact }) => contact !== undefined);
  const columns: Columns = [
    ['unit', 24],
    ['why', 30],
    ['effect', 60],
    ['lastYear', 24],
    ['base', 30],
    ...(known ? [['contact', 22] as const] : []),
  ];
  const rows = first.map((entry) => {
    const [effect] = entry.effects;
    const lastYear = effect?.asLastYear;
    return [
      entry.name,
      say(`why.${entry.reason}`, {}),
      effect === undefined ? '' : effectWords(prose, effect),
      lastYear === undefined ? '' : pointsWords(lastYear, frame.decimals),
      effect === undefined ? '' : say(`effect.base.${effect.base}`, {}),
      ...(known ? [entry.contact ?? ''] : []),
    ];
  });
  const units = first.map(({ unit }) => unit);
  return tableOf(prose, 'first', {}, columns, rows, [say('table.note.first', {})], units);
}

/** "tối đa 4,12 điểm phần trăm: Tỷ lệ …". */
export const effectWords = (
  { say, frame }: Prose,
  { largest, label }: { readonly largest: Movement; readonly label: string },
): string => say('effect.points', { points: pointsWords(largest, frame.decimals), label });

/** Movement in percentage points with the report's decimals. */
export const pointsWords = ({ numerator, denominator }: Movement, decimals: number): string =>
  formatScaled(divideRounded(numerator * 100n * 10n ** BigInt(decimals), denominator), decimals, true);
