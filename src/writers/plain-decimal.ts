/** Figures as machines write them: no grouping, a point before the decimals, no trailing zeros, exact. */

/** 125500 at scale 3 → "125.5"; never by way of a double. */
export function plainDecimal(value: number | bigint, scale: number): string {
  const negative = value < 0;
  const digits = String(negative ? -value : value).padStart(scale + 1, '0');
  const sign = negative ? '-' : '';
  if (scale === 0) return `${sign}${digits}`;
  const fraction = digits.slice(-scale).replace(/0+$/u, '');
  return `${sign}${digits.slice(0, -scale)}${fraction === '' ? '' : `.${fraction}`}`;
}
