/** Laws of reading numbers: what we print is read back, and what has two readings is never given one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatScaled } from '../../../src/values/number-format.js';
import { machineDecimal, scaledInteger, type Decimal } from '../../../src/submission/cells/decimal-text.js';
import { readTypedNumber, type TypedNumber } from '../../../src/submission/cells/figure-text.js';
import { tries } from '../../support/sweep.js';

const RUNS = { numRuns: tries(2_000, 500) };
const count = { numbers: 'count', unitWords: ['hộ'] } as const;
const amount = { numbers: 'decimal', unitWords: ['triệu đồng'] } as const;

const valueOf = (read: TypedNumber, scale: number): number | undefined =>
  read.kind === 'number' ? scaledInteger(read.decimal, scale) : undefined;

/** Figures that are safe at any scale used. */
const figures = fc.integer({ min: 0, max: 9_007_199_254_740 });
const scales = fc.integer({ min: 0, max: 4 });

/** As an English keyboard writes it. */
const inEnglish = (text: string): string => text.replace(/[.,]/gu, (sign) => (sign === '.' ? ',' : '.'));

/** The integer or decimal a text stands for where this sign groups and the other sets off decimals. */
function reading(text: string, grouping: '.' | ','): string | undefined {
  const [dot, comma] = grouping === '.' ? ['\\.', ','] : [',', '\\.'];
  const plain = new RegExp(`^(?:\\d+|[1-9]\\d{0,2}(?:${dot}\\d{3})+)(?:${comma}\\d+)?$`, 'u');
  if (!plain.test(text)) return undefined;
  const [whole = '', fraction = ''] = text.split(grouping === '.' ? ',' : '.');
  return `${whole.replaceAll(grouping, '').replace(/^0+(?=\d)/u, '')}.${fraction}`;
}

/** The decimal that was read, written the same way. */
function written({ digits, scale }: Decimal): string {
  const all = String(digits).padStart(scale + 1, '0');
  return scale === 0 ? `${all}.` : `${all.slice(0, -scale)}.${all.slice(-scale)}`;
}

describe('a printed figure', () => {
  it('is read back as a count', () => {
    fc.assert(
      fc.property(figures, (n) => {
        for (const text of [String(n), formatScaled(n), inEnglish(formatScaled(n)), `${formatScaled(n)} hộ`])
          expect(valueOf(readTypedNumber(text, count), 0)).toBe(n);
      }),
      RUNS,
    );
  });

  it('is read back as a decimal, or asked about where only one group stands', () => {
    fc.assert(
      fc.property(figures, scales, (n, scale) => {
        const text = formatScaled(n, scale);
        const open = /^[1-9]\d{0,2}[.,]\d{3}$/u.test(text);
        for (const spelled of [text, inEnglish(text)]) {
          const read = readTypedNumber(spelled, amount);
          if (open) expect(read.kind, spelled).toBe('ambiguous');
          else expect(valueOf(read, scale), spelled).toBe(n);
          const settled = readTypedNumber(spelled, { ...amount, sign: spelled === text ? ',' : '.' });
          expect(valueOf(settled, scale), spelled).toBe(n);
        }
      }),
      RUNS,
    );
  });

  it('of a program is read exactly', () => {
    fc.assert(
      fc.property(figures, scales, (n, scale) => {
        const digits = String(n).padStart(scale + 1, '0');
        const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
        const decimal = machineDecimal(text);
        expect(decimal === undefined ? undefined : scaledInteger(decimal, scale)).toBe(n);
      }),
      RUNS,
    );
  });
});

/** Digits and separators as fingers leave them. */
const typed = fc
  .array(fc.constantFrom('0', '1', '2', '5', '9', '12', '.', ',', '000', '123'), {
    minLength: 1,
    maxLength: 9,
  })
  .map((parts) => parts.join(''));

describe('a text of digits and separators', () => {
  it('with two readings is never given one in a column of decimals', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const readings = new Set((['.', ','] as const).flatMap((grouping) => reading(text, grouping) ?? []));
        const read = readTypedNumber(text, amount);
        if (readings.size === 2) expect(read.kind, text).toBe('ambiguous');
        else if (readings.size === 0) expect(read.kind, text).not.toBe('number');
        else if (read.kind === 'number') expect(readings, text).toContain(written(read.decimal));
      }),
      { numRuns: tries(10_000, 2_000) },
    );
  });

  it('is a value only with the digits that were typed', () => {
    fc.assert(
      fc.property(typed, (text) => {
        for (const grammar of [count, amount]) {
          const read = readTypedNumber(text, grammar);
          if (read.kind !== 'number') continue;
          const bare = text.replace(/[.,]/gu, '').replace(/^0+(?=\d)/u, '');
          expect(String(read.decimal.digits)).toBe(bare);
        }
      }),
      { numRuns: tries(10_000, 2_000) },
    );
  });
});
