/** What `verify` prints after its findings: the three lists counted, and on request named. */
import type { OwnComparison } from '../../../verification/own/compare-own.js';
import type { FigureState, Verification } from '../../../verification/verify.js';
import { safeText } from '../../../values/safe-text.js';
import { hanging } from '../../screen/wrap-text.js';
import { shownPath } from '../../screen/shown-path.js';
import { append } from '../../../values/of-many.js';
import { addTo } from '../../../values/groups.js';

const LISTS: readonly (readonly [state: FigureState['state'], title: string])[] = [
  ['wrong', 'Mâu thuẫn'],
  ['right', 'Đã đối chiếu, khớp'],
  ['unchecked', 'Chưa hiểu hoặc không có căn cứ để so'],
];

export function verificationText(
  file: string,
  { figures, others }: Verification,
  own: Partial<OwnComparison>,
  { all, columns }: { readonly all: boolean; readonly columns: number },
): string {
  const lines = [hanging('', safeText(`${shownPath(file)}: ${String(figures.length)} số.`), columns)];
  for (const [state, title] of LISTS) {
    const list = figures.filter((figure) => figure.state === state);
    lines.push(hanging('  ', `${title}: ${String(list.length)} số.`, columns));
    if (all && state !== 'wrong') append(lines, byPlace(list, columns));
  }
  if (own.marked !== undefined && own.kept !== undefined)
    lines.push(
      hanging(
        '  ',
        `Đúng như kết quả tổng hợp: ${String(own.kept)}/${String(own.marked)} số mang dấu của chương trình.`,
        columns,
      ),
    );
  if (others > 0)
    lines.push(hanging('  ', `Không phải số liệu (ngày, năm, số văn bản…): ${String(others)}.`, columns));
  if (!all) lines.push(hanging('', 'Thêm --all để liệt kê từng số.', columns));
  return lines.join('\n');
}

/** Figures of one place in one line. */
function byPlace(list: readonly FigureState[], columns: number): readonly string[] {
  const places = new Map<string, string[]>();
  for (const { place, text } of list) {
    const short = place.replace(/, cột \d+$/u, '');
    addTo(places, short, text);
  }
  return [...places].map(([place, texts]) =>
    hanging('    ', safeText(`${place}: ${texts.join('; ')}`), columns),
  );
}
