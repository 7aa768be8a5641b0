/** The cells behind a figure of one unit, form by form: address, row, as typed, how much of it counts. */
import type { CriteriaSet, FigureTrace, SourceCell, TracedPart } from '../../../model.js';
import { fieldIndex } from '../../../criteria/set-queries.js';
import type { SourceFiles } from '../../../office/tracing/source-files.js';
import { cellAddress } from '../../../values/cell-address.js';
import { formatFigure } from '../../../values/number-format.js';
import { groupBy } from '../../../values/groups.js';
import { safeText } from '../../../values/safe-text.js';
import { textTable } from '../../screen/text-table.js';
import { shownPath } from '../../screen/shown-path.js';
import { hanging } from '../../screen/wrap-text.js';
import { whyWords } from './trace-words.js';
import { inner } from '../../../values/inner-quotes.js';

export function cellLines(
  { sources, name }: TracedPart,
  { scale }: FigureTrace,
  files: SourceFiles,
  set: CriteriaSet,
  lead: string,
  columns: number,
): readonly string[] {
  const sides = [
    ['Tử số', sources?.n.cells ?? []],
    ['Mẫu số', sources?.d?.cells ?? []],
  ] as const;
  const lines = sides.flatMap(([title, cells]) => {
    const groups = groupBy(cells, ({ field, file, sheet }) => [field, file, sheet].join('\u001f'));
    return [...groups.values()].flatMap((group) =>
      fieldLines(title, group, { scale, files, set, lead, columns }),
    );
  });
  return lines.length > 0
    ? lines
    : [hanging(lead, safeText(`${name}: không có ô nào trong tệp đã gửi.`), columns)];
}

interface Place {
  readonly scale: number;
  readonly files: SourceFiles;
  readonly set: CriteriaSet;
  readonly lead: string;
  readonly columns: number;
}

function fieldLines(
  title: string,
  cells: readonly SourceCell[],
  { files, set, lead, columns, scale }: Place,
): readonly string[] {
  const [first] = cells;
  if (first === undefined) return [];
  const field = fieldIndex(set).get(first.field);
  const sum = cells.reduce((sofar, { counts }) => sofar + BigInt(counts), 0n);
  const numeric = field?.type === 'count' || field?.type === 'amount' || field?.type === 'percent';
  const total = formatFigure(sum, {
    scale: numeric && cells.some(({ counts, value }) => counts === value) ? scale : 0,
  });
  const answerOf = (value: string): string =>
    field?.choices?.find(({ id }) => id === value)?.label ??
    (value === 'yes' ? 'có' : value === 'no' ? 'không' : value);
  const rows = cells.map((cell) => {
    const read =
      cell.value === undefined
        ? whyWords(cell.state)
        : typeof cell.value === 'number'
          ? formatFigure(cell.value, { scale: field?.scale ?? 0 })
          : answerOf(cell.value);
    const typed = files.typed(cell.file, cell.sheet, cell.row, cell.column);
    const asTyped =
      typed === undefined || typed.normalize('NFC').trim() === read
        ? ''
        : `gõ “${typed.normalize('NFC').trim()}”`;
    const not = cell.counts === 0 && cell.value !== undefined && cell.value !== 0 ? 'không tính' : '';
    return [
      cellAddress(cell.row, cell.column),
      safeText(cell.label),
      safeText(read),
      safeText([asTyped, not].filter((part) => part !== '').join(', ')),
    ];
  });
  const sheet = first.sheet === '' ? '' : `, ${first.sheet}`;
  return [
    hanging(
      lead,
      safeText(
        `${title}: “${field === undefined ? first.field : inner(field.label)}” = ${total} (${shownPath(first.file)}${sheet})`,
      ),
      columns,
    ),
    ...textTable(rows, [2])
      .split('\n')
      .map((line) => `${lead}  ${line}`.trimEnd()),
  ];
}
