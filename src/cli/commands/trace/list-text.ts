/** Several figures that were meant alike, and numbers about the report as a whole, in words. */
import type { IndicatorRecord } from '../../../model.js';
import type { AskedFigure } from '../../../office/tracing/asked-figures.js';
import type { TracedRun } from '../../../office/tracing/traced-run.js';
import { unitFullName } from '../../../units/names/unit-name.js';
import { upperFirst } from '../../../values/vietnamese-text.js';
import { safeText } from '../../../values/safe-text.js';
import { nameOfClass } from '../../../tracing/unit-index.js';
import { bookmarkName } from '../../../writers/figure-names.js';
import { quotedWord } from '../../screen/as-called.js';
import { commandLine } from '../../screen/next-steps.js';
import { hanging } from '../../screen/wrap-text.js';
import { placeLines } from './place-lines.js';
import { quantityWords } from '../../../tracing/trace-words.js';

/** A number of units, targets or figures: what was counted. */
export function countText(asked: AskedFigure, steps: readonly string[], columns: number): string {
  const what = quantityWords(asked.figure.quantity) ?? 'số của cả báo cáo';
  return [
    hanging('', safeText(`${upperFirst(what)}.`), columns),
    ...steps.map((step) => hanging('  ', safeText(`${step}.`), columns)),
    ...placeLines(asked, columns),
  ].join('\n');
}

/** The same for other programs. */
export const countJson = ({ figure, printed }: AskedFigure, steps: readonly string[]) => ({
  schema: 'tdkvh/trace@1',
  figure,
  steps,
  printed: printed.map(({ text, place }) => ({ text, place })),
});

/** Several figures printed alike: how to ask for each. */
export function listText(
  asked: string,
  figures: readonly AskedFigure[],
  { results }: Pick<TracedRun, 'results'>,
  columns: number,
): string {
  const units = new Map(results.units.map((unit) => [unit.code, unitFullName(unit)]));
  const indicators = new Map<string, IndicatorRecord>(results.indicators.map((one) => [one.id, one]));
  return [
    hanging(
      '',
      safeText(`“${asked}” ứng với ${String(figures.length)} số liệu của lần tổng hợp này:`),
      columns,
    ),
    ...figures.map(({ figure, printed }) => {
      const { unit, indicator, quantity, period } = figure;
      const record = indicators.get(indicator);
      const label = record?.label ?? 'Cả báo cáo';
      const usual = quantity === (record?.kind === 'rate' ? 'rate' : 'n') && period === undefined;
      const what = record?.kind !== 'rate' && quantity === 'n' ? undefined : quantityWords(quantity);
      const again = usual ? `${quotedWord(unit)} ${indicator}` : bookmarkName(figure);
      const [first] = printed;
      return commandLine(
        '  ',
        safeText(
          `${units.get(unit) ?? nameOfClass(unit, results)}: ${label}${what === undefined ? '' : `, ${what}`}${period === undefined ? '' : `, kỳ ${period}`}${first === undefined ? '' : ` (${first.text})`}`,
        ),
        safeText(`trace ${again}`),
        columns,
      );
    }),
  ].join('\n');
}
