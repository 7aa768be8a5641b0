/** Right rates in every way of typing and showing them are right; wrong ones are told: generated counts. */
import { describe, expect, it } from 'vitest';
import type { FieldDefinition, RawCell } from '../../../src/model.js';
import { numberShape, shownNumber } from '../../../src/readers/xlsx/shown-number.js';
import { readCell } from '../../../src/submission/cells/read-cell.js';
import { rateAgreement, typedText } from '../../../src/validation/typed-rate.js';
import { roundedPercent } from '../../../src/values/exact-rate.js';
import { formatScaled } from '../../../src/values/number-format.js';
import { randomNumbers } from './random-numbers.js';
import { FIELDS } from './small-set.js';
import { tries } from '../../support/sweep.js';
import { defined } from '../../../src/values/defined.js';

const percent = FIELDS.find(({ id }) => id === 'rateTyped') as FieldDefinition;
const FORMATS = ['General', '0%', '0.0%', '0.00%', '0.000%', '#,##0.00%'];

function stored(value: number, format: string): RawCell {
  const shown = shownNumber(numberShape(format), String(value));
  return {
    row: 1,
    column: 1,
    kind: 'number',
    raw: String(value),
    ...(format.includes('%') ? { numberFormat: 'percent' } : {}),
    ...defined({ shown }),
  };
}

const typed = (raw: string): RawCell => ({ row: 1, column: 1, kind: 'text', raw });

function agreement(cell: RawCell, numerator: number, denominator: number): string {
  const { state, number, exact, problem } = readCell(cell, percent, false);
  if (state !== 'value' || number === undefined) return problem?.code ?? state;
  return rateAgreement(
    { typed: number, ...defined({ exact }) },
    2,
    { numerator, denominator },
    { value: 1n, scale: 1 },
  );
}

describe('typed rates', () => {
  it('are right as a formula, rounded to any decimals, as text with either sign: generated rates', () => {
    const random = randomNumbers(88);
    let checked = 0;
    for (let turn = 0; turn < tries(1000, 120); turn += 1) {
      const denominator = 1 + random.upTo(5000);
      const numerator = random.upTo(denominator);
      const cells = FORMATS.filter((format) => format !== 'General').map((format) =>
        stored(numerator / denominator, format),
      );
      cells.push(
        stored((numerator / denominator) * 100, 'General'),
        stored((numerator / denominator) * 100, '0.00'),
        // =M9/F9 in a cell that nobody formatted, or with decimals only.
        stored(numerator / denominator, 'General'),
        stored(numerator / denominator, '0.000'),
      );
      for (let decimals = 0; decimals <= 6; decimals += 1) {
        const text = formatScaled(roundedPercent({ numerator, denominator }, decimals) ?? 0n, decimals, true);
        cells.push(typed(`${text} %`), typed(`${text.replace(',', '.')}%`));
      }
      for (const cell of cells) {
        checked += 1;
        expect([cell.raw, cell.shown?.text, agreement(cell, numerator, denominator)]).toEqual([
          cell.raw,
          cell.shown?.text,
          'equal',
        ]);
      }
    }
    expect(checked).toBeGreaterThanOrEqual(tries(20_000, 2_300));
  });

  it.each([
    ['0%', '94% (ô lưu 93,9072%)'],
    ['0.00%', '93,91% (ô lưu 93,9072%)'],
    ['0.0000%', '93,9072%'],
  ])('are told as the cell shows them: %s', (format, text) => {
    const { number = 0, exact } = readCell(stored(0.9390721649, format), percent, false);
    expect(typedText({ typed: number, ...defined({ exact }) }, 2)).toBe(text);
  });

  it('that are another rate are never taken for right', () => {
    const random = randomNumbers(89);
    for (let turn = 0; turn < tries(2000, 250); turn += 1) {
      const denominator = 50 + random.upTo(5000);
      const numerator = random.upTo(denominator);
      const off = (random.upTo(1) === 0 ? 1 : -1) * (0.011 + random.upTo(20) / 1000);
      expect(agreement(stored(numerator / denominator + off, '0.00%'), numerator, denominator)).not.toBe(
        'equal',
      );
    }
  });
});
