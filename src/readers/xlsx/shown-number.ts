/**
 * What a number format makes of a stored number (ECMA-376 18.8.30): decimals, scaling commas, words behind it.
 * `#,##0.00,,` shows 27070000 as 27,07: the sender sees another number than the one that is stored.
 */
import type { ShownNumber } from '../../model.js';
import { divideRounded } from '../../values/exact-rate.js';
import { formatScaled } from '../../values/number-format.js';
import { defined } from '../../values/defined.js';

/** One section of a format code; undefined where it shows no plain number (General, text, a fraction, a power). */
interface Section {
  readonly condition?: { readonly sign: string; readonly limit: number };
  readonly percents: number;
  readonly before: string;
  readonly after: string;
  /** A sign between the placeholders that is only shown, and how many digits stand behind it: `0\,00`. */
  readonly inside?: { readonly sign: string; readonly digits: number };
  readonly plain: boolean;
  /** It has no place for a digit: the cell shows these words, or nothing, whatever is stored. */
  readonly literal: boolean;
  /** Worked out once: a sheet may hold half a million cells under one code. */
  readonly meaning: Meaning;
}

interface Meaning {
  /** Digits behind the point, and whether all of them are always shown. */
  readonly decimals: number;
  readonly fixed: boolean;
  /** By how many thousands the shown number is divided. */
  readonly thousands: number;
  readonly words: string;
  /** The words hold a letter, a sign of đồng, or one of percent that multiplies nothing. */
  readonly spoken: boolean;
  /** Another number is shown than the stored one. */
  readonly otherwise: boolean;
}

export interface NumberShape {
  readonly sections: readonly Section[];
  /** A whole number is shown as it is stored, whatever its size and sign. */
  readonly keepsIntegers: boolean;
}

const TOKEN =
  /"(?<quoted>[^"]*)"?|\\(?<escaped>.)|[_*].|\[(?<bracket>[^\]]*)\]|(?<general>general)|(?<power>e[+-])|(?<end>;)|(?<place>[0#?.,])|(?<percent>%)|(?<sign>.)/gisu;
const CONDITION = /^(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)$/u;
const CURRENCY = /^\$([^-]*)/u;

/** Excel takes 255 letters; far longer ones are made to be tried at every length. */
const LONGEST_CODE = 4096;
/** Excel takes four sections and shows thirty decimals at most; what multiplies by more than this shows no number. */
const MOST_SECTIONS = 4;
const MOST_DECIMALS = 30;
const MOST_PERCENTS = 10;

/** The sections of a format code. */
export function numberShape(code: string): NumberShape {
  // Without a code it is General.
  if (code.trim() === '') return { sections: [], keepsIntegers: true };
  const sections: Section[] = [];
  let open = new OpenSection();
  for (const { groups = {} } of code.slice(0, LONGEST_CODE).matchAll(TOKEN)) {
    if (groups['end'] === undefined) open.add(groups);
    else {
      sections.push(open.close());
      open = new OpenSection();
    }
  }
  sections.push(open.close());
  const known = sections.slice(0, MOST_SECTIONS);
  return { sections: known, keepsIntegers: known.every(keepsIntegers) };
}

type Token = Readonly<Record<string, string | undefined>>;

class OpenSection {
  private condition: Section['condition'];
  /** Placeholders with grouping and scaling commas, `#,##0.00,,`. */
  private pattern = '';
  private percents = 0;
  private before = '';
  private behind = '';
  private inside: { readonly sign: string; readonly places: number } | undefined;
  private plain = true;

  add({ quoted, escaped, bracket, general, power, place, percent, sign }: Token): void {
    if (general !== undefined || power !== undefined || sign === '/' || sign === '@') this.plain = false;
    else if (place !== undefined) this.place(place);
    else if (bracket !== undefined) this.bracket(bracket);
    else if (percent !== undefined) {
      this.percents += 1;
      this.literal('%');
    } else this.literal(quoted ?? escaped ?? sign ?? '');
  }

  close(): Section {
    const { condition, inside } = this;
    const section = {
      ...defined({ condition }),
      percents: this.percents,
      before: this.before,
      after: this.behind,
      ...(inside === undefined
        ? {}
        : { inside: { sign: inside.sign, digits: digitsIn(this.pattern) - inside.places } }),
    };
    const meaning = meaningOf(this.pattern, section);
    const hasPlaces = /[0#?]/u.test(this.pattern);
    const plain = this.plain && hasPlaces && isPossible(meaning.decimals, this.percents);
    return { ...section, plain, literal: this.plain && !hasPlaces, meaning };
  }

  private place(place: string): void {
    const sign = /[.,]/u.exec(this.behind)?.[0];
    if (/[0#?]/u.test(place) && this.pattern !== '' && sign !== undefined)
      this.inside = { sign, places: digitsIn(this.pattern) };
    if (/[0#?]/u.test(place)) this.behind = '';
    this.pattern += place;
  }

  private bracket(text: string): void {
    const [, sign, limit] = CONDITION.exec(text) ?? [];
    if (sign !== undefined && limit !== undefined) this.condition = { sign, limit: Number(limit) };
    this.literal(CURRENCY.exec(text)?.[1] ?? '');
  }

  private literal(text: string): void {
    if (this.pattern === '') this.before += text;
    else this.behind += text;
  }
}

const isPossible = (decimals: number, percents: number): boolean =>
  decimals <= MOST_DECIMALS && percents <= MOST_PERCENTS;

const digitsIn = (pattern: string): number => pattern.replace(/[^0#?]/gu, '').length;

/** What the cell shows, where that can be another number than the stored one; undefined where it is the same. */
export function shownNumber(shape: NumberShape, raw: string): ShownNumber | undefined {
  const section = sectionFor(shape.sections, Number(raw));
  // "-" or nothing for zero is usual.
  if (section?.literal === true && Number(raw) !== 0)
    return { text: section.before.trim(), decimals: 0, words: '', otherwise: true };
  if (section?.plain !== true) return undefined;
  const { decimals, fixed, thousands, words, spoken, otherwise } = section.meaning;
  if (!otherwise && !spoken && /^-?\d+$/u.test(raw)) return undefined;
  const stored = /^[+-]?(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/iu.exec(raw);
  if (stored === null) return undefined;
  const [, integer = '', rest = '', power = '0'] = stored;
  const places = BigInt(decimals) + 2n * BigInt(section.percents) + BigInt(power);
  const divided = BigInt(rest.length) + 3n * BigInt(thousands);
  const lift = places < 0n ? -places : 0n;
  const rounded = divideRounded(BigInt(integer + rest) * 10n ** (places + lift), 10n ** (divided + lift));
  const text = `${raw.startsWith('-') ? '-' : ''}${section.before}${withInside(formatScaled(rounded, decimals, fixed), section)}${section.after}`;
  return { text: text.trim(), decimals, words, ...(otherwise ? { otherwise } : {}) };
}

function meaningOf(
  pattern: string,
  { before, after, inside }: Pick<Section, 'before' | 'after' | 'inside'>,
): Meaning {
  const [, whole = '', fraction = ''] = /^([^.]*)\.?(.*)$/su.exec(pattern) ?? [];
  const thousands = trailingCommas(whole) + trailingCommas(fraction);
  const words = `${before} ${after}`.trim();
  const otherwise = thousands > 0 || /\d/u.test(words) || (inside !== undefined && inside.digits !== 3);
  const decimals = digitsIn(fraction);
  const optional = trailing(fraction, ',#?');
  const fixed = trailing(fraction.slice(0, fraction.length - optional), '0') === decimals;
  return { decimals, fixed, thousands, words, spoken: /[\p{L}%₫]/u.test(words), otherwise };
}

const keepsIntegers = ({ plain, literal, meaning }: Section): boolean =>
  !literal && (!plain || !(meaning.otherwise || meaning.spoken));

/** Commas behind the last placeholder divide by a thousand each. */
const trailingCommas = (pattern: string): number => trailing(pattern, ',');

/** How many of the signs end the text; a pattern would try from every place. */
function trailing(text: string, signs: string): number {
  let count = 0;
  while (count < text.length && signs.includes(text.charAt(text.length - 1 - count))) count += 1;
  return count;
}

function withInside(text: string, { inside }: Section): string {
  if (inside === undefined || inside.digits === 3) return text;
  const digits = text.replaceAll('.', '').padStart(inside.digits + 1, '0');
  return `${digits.slice(0, -inside.digits)}${inside.sign}${digits.slice(-inside.digits)}`;
}

function sectionFor(shape: readonly Section[], value: number): Section | undefined {
  if (shape.some(({ condition }) => condition !== undefined))
    return shape.find(({ condition }) => condition === undefined || holds(condition, value));
  const [positive, negative = positive, zero = positive] = shape;
  return value < 0 ? negative : value === 0 ? zero : positive;
}

function holds({ sign, limit }: NonNullable<Section['condition']>, value: number): boolean {
  if (sign === '<') return value < limit;
  if (sign === '>') return value > limit;
  if (sign === '<=') return value <= limit;
  if (sign === '>=') return value >= limit;
  return sign === '=' ? value === limit : value !== limit;
}

/** Codes of formats that a file does not spell out. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [37, '#,##0'],
  [38, '#,##0'],
  [39, '#,##0.00'],
  [40, '#,##0.00'],
]);

export function builtInShape(id: number): NumberShape | undefined {
  const code = BUILT_IN.get(id);
  return code === undefined ? undefined : numberShape(code);
}
