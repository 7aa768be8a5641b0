/** The truth of a fixture: what its generator says every output must hold (fixtures/expected/<name>.json). */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** A total over communes; integers in units of 10^-scale of the indicator. */
export interface ExpectedTotal {
  readonly n: number;
  readonly d?: number;
  /** As printed, with a point: "89.49"; absent when nothing may be printed. */
  readonly rate?: string;
  readonly reported: number;
  readonly expected: number;
  readonly pending?: number;
  readonly missing?: readonly string[];
  readonly bounds?: { readonly low: readonly [number, number]; readonly high: readonly [number, number] };
}

/** One commune: numerator, denominator, printed rate; null where there is no figure, nothing where none is asked. */
export type ExpectedOwn =
  | readonly []
  | readonly [n: number]
  | readonly [n: number, d: number, rate: string | null]
  | null;

export interface ExpectedFinding {
  readonly code: string;
  readonly severity: string;
  readonly rule?: string;
  readonly unit?: string;
  readonly form?: string;
  readonly file?: string;
  readonly sheet?: string;
  readonly cell?: string;
}

export interface Expectation {
  readonly period: string;
  readonly unit: string;
  readonly exitCode: number;
  readonly missing: readonly string[];
  readonly areasSent: number;
  readonly files: readonly {
    readonly path: string;
    readonly state: string;
    readonly parts: readonly {
      readonly form?: string;
      readonly unit?: string;
      readonly submissionNo: number;
      readonly state: string;
    }[];
  }[];
  readonly conservation: Readonly<Record<'parts' | 'files', Readonly<Record<string, number>>>>;
  /** Every error that must be found, and no other. */
  readonly errors: readonly ExpectedFinding[];
  /** Warnings and remarks that must be among those found. */
  readonly others: readonly ExpectedFinding[];
  readonly scales: Readonly<Record<string, number>>;
  readonly headline: readonly string[];
  readonly totals: Readonly<Record<string, Readonly<Record<string, ExpectedTotal>>>>;
  readonly groups: Readonly<Record<string, Readonly<Record<string, ExpectedTotal>>>>;
  /** indicator → unit code → figures */
  readonly communes: Readonly<Record<string, Readonly<Record<string, ExpectedOwn>>>>;
}

export const FIXTURE_NAMES = ['district-2024', 'province-2025'] as const;
export type FixtureName = (typeof FIXTURE_NAMES)[number];

export const readExpectation = (fixture: FixtureName): Expectation =>
  JSON.parse(readFileSync(`${FIXTURES}expected/${fixture}.json`, 'utf8')) as Expectation;

/** 12500 at scale 3 → "12.5"; the mark is a point for machines, a comma for people. */
export function decimalText(value: number, scale: number, mark: '.' | ','): string {
  if (scale === 0) return String(value);
  const digits = String(value).padStart(scale + 1, '0');
  const decimals = digits.slice(-scale).replace(/0+$/u, '');
  return digits.slice(0, -scale) + (decimals === '' ? '' : mark + decimals);
}

/** 1234567 at scale 3 → "1.234,567", as printed in tables and prose. */
export function printedNumber(value: number, scale = 0): string {
  const [whole = '', decimals] = decimalText(value, scale, ',').split(',');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, '.');
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}
