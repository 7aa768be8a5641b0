/** The body of `tdkvh impact`: tries the cell and prints what moves. */
import type { Finding } from '../../../model.js';
import { finding, isError, NOWHERE } from '../../../findings/finding.js';
import { tryCell, type Impact } from '../../../office/tracing/try-cell.js';
import type { MovedCell, MovedText } from '../../../tracing/impact.js';
import { cellAddress, placeIn } from '../../../values/cell-address.js';
import { defined } from '../../../values/defined.js';
import { groupBy } from '../../../values/groups.js';
import { safeText } from '../../../values/safe-text.js';
import type { CommandCall, Outcome } from '../../command.js';
import { answerWith, failWith } from '../../screen/answer.js';
import { shownPath } from '../../screen/shown-path.js';
import { hanging } from '../../screen/wrap-text.js';

export async function runImpact(call: CommandCall): Promise<Outcome> {
  const { args, options, terminal } = call;
  const [file = '', cell, excess] = args;
  if (excess !== undefined)
    return failWith([finding('cli/excess-argument', NOWHERE, { command: 'tdkvh impact' })], call);
  if (cell === undefined)
    return failWith(
      [finding('cli/missing-argument', NOWHERE, { argument: 'ô', command: 'tdkvh impact' })],
      call,
    );
  const choices = defined({ workspace: options.text('workspace'), registry: options.text('registry') });
  const trial = { file, cell, ...defined({ value: options.text('value') }) };
  const { impact, findings } = await tryCell(trial, choices);
  if (impact === undefined || findings.some(isError)) return failWith(findings, call);
  const { place, ...moved } = impact;
  const at = placeIn(impact.file, place.sheet, cellAddress(place.row, place.column));
  return answerWith(
    call,
    { text: impactText(impact, terminal.columns), json: { schema: 'tdkvh/impact@1', ...moved, ...at } },
    findings,
  );
}

const MOST = 30;

function impactText(impact: Impact, columns: number): string {
  const { file, place, from, to, figures, sentences, cells, appear, go } = impact;
  const wrap = (lead: string, text: string): string => hanging(lead, safeText(text), columns);
  const sheet = place.sheet === '' ? '' : `, ${place.sheet}`;
  const said = (text: string): string => (text === '' ? 'để trống' : `ghi ${text}`);
  const head = `Ô ${cellAddress(place.row, place.column)}${sheet}, ${shownPath(file)}: đang ${said(from)}; nếu ${said(to)}:`;
  const nothing = [figures, sentences, cells, appear, go].every((list) => list.length === 0);
  if (nothing) return [wrap('', head), '  Không số liệu, câu hay thông báo nào thay đổi.'].join('\n');
  return [
    wrap('', head),
    ...listed('Thông báo mới', appear, (one) => findingLine(one, columns)),
    ...listed('Thông báo không còn', go, (one) => findingLine(one, columns)),
    ...listed('Số liệu thay đổi', figures, ({ name, label, from: then, to: now }) =>
      wrap('    ', `${name}, ${label}: ${then} → ${now}`),
    ),
    ...listed('Câu thay đổi trong bao-cao.docx', sentences, (one) => sentenceLines(one, columns)),
    ...(cells.length === 0 ? [] : [`  Ô thay đổi trong tong-hop.xlsx: ${String(cells.length)}`]),
    ...cellLines(cells, columns),
  ].join('\n');
}

function listed<Item>(
  title: string,
  items: readonly Item[],
  line: (item: Item) => string,
): readonly string[] {
  if (items.length === 0) return [];
  const rest = items.length - MOST;
  return [
    `  ${title}: ${String(items.length)}`,
    ...items.slice(0, MOST).map(line),
    ...(rest > 0 ? [`    … và ${String(rest)} mục khác; xem đủ bằng --json`] : []),
  ];
}

const sentenceLines = ({ from, to }: MovedText, columns: number): string =>
  [
    hanging('    trước: ', safeText(from === '' ? '(không có câu này)' : from), columns),
    hanging('    sau:   ', safeText(to === '' ? '(không còn câu này)' : to), columns),
  ].join('\n');

/** Sheet by sheet. */
const cellLines = (cells: readonly MovedCell[], columns: number): readonly string[] =>
  [...groupBy(cells, ({ sheet }) => sheet)].map(([sheet, moved]) => {
    const rest = moved.length - MOST;
    const shown = moved
      .slice(0, MOST)
      .map(({ cell, from, to }) => `${cell} ${from} → ${to}`.trim())
      .join('; ');
    return hanging(
      '    ',
      safeText(`${sheet}: ${shown}${rest > 0 ? `; và ${String(rest)} ô khác` : ''}`),
      columns,
    );
  });

function findingLine({ number, message, at }: Finding, columns: number): string {
  const place = [at.sheet, at.cell].filter((part) => part !== undefined && part !== '').join(' ');
  return hanging('    ', safeText(`${number}${place === '' ? '' : ` (${place})`}: ${message}`), columns);
}
