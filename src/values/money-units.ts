/** Units of measure of money: how many of them a million đồng are, and how they are written. */
import { foldBare } from './vietnamese-text.js';

/** The units besides a million đồng. */
export const OTHER_MONEY_UNITS: ReadonlyMap<number, readonly string[]> = new Map([
  [1_000_000, ['đồng', 'đ', 'VNĐ', 'VND', 'đồng Việt Nam', 'đồng VN']],
  [
    1_000,
    [
      'nghìn đồng',
      'ngàn đồng',
      'nghìn',
      'ngàn',
      'nghìn đ',
      'ngàn đ',
      'ngđ',
      'ng đồng',
      'nghìn VNĐ',
      'ngàn VNĐ',
      '1000 đồng',
      '1000 đ',
      '1000 VNĐ',
    ],
  ],
  [0.001, ['tỷ đồng', 'tỷ', 'tỉ đồng', 'tỉ', 'tỷ đ', 'tỉ đ', 'tỷ VNĐ', 'tỉ VNĐ']],
]);
const MILLIONS = ['triệu đồng', 'triệu', 'trđ', 'tr đồng', 'triệu đ', 'triệu VNĐ'];

const IN_A_MILLION: ReadonlyMap<string, number> = new Map(
  [[1, MILLIONS] as const, ...OTHER_MONEY_UNITS].flatMap(([times, units]) =>
    units.map((unit) => [foldBare(unit), times] as const),
  ),
);

/** How many of the unit a million đồng are; undefined for what is no unit of money. */
export const inAMillion = (unit: string): number | undefined => IN_A_MILLION.get(foldBare(unit));
