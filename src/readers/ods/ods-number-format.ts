/** Number formats of OpenDocument written as the codes of Excel, so that one reader knows what they show (ODF 1.2, 16.27). */
import type { RawCell } from '../../model.js';
import { numberShape, type NumberShape } from '../xlsx/shown-number.js';
import { nameOf, SPACES, type Attribute } from './ods-names.js';

type Meaning = RawCell['numberFormat'];

interface DataStyle {
  readonly meaning: Meaning;
  code: string;
  /** How many digits stand behind the text that is open between them. */
  position: number;
  readonly maps: { readonly condition: string; readonly name: string }[];
}

export interface OdsFormat {
  readonly meaning: Meaning;
  readonly shape: NumberShape | undefined;
}

const MEANINGS: Readonly<Record<string, Meaning>> = {
  'number:number-style': undefined,
  'number:currency-style': undefined,
  'number:percentage-style': 'percent',
  'number:date-style': 'date',
  'number:time-style': 'date',
};
const MOST_DIGITS = 30;

export class OdsNumberFormats {
  private readonly styles = new Map<string, DataStyle>();
  private readonly formats = new Map<string, OdsFormat>();
  private current: DataStyle | undefined;
  private text: string | undefined;

  open(local: string, space: string, attribute: Attribute): void {
    const name = nameOf(local, space);
    if (name in MEANINGS) {
      this.current = { meaning: MEANINGS[name], code: '', position: 0, maps: [] };
      this.styles.set(attribute('name', SPACES.style) ?? '', this.current);
      return;
    }
    const { current } = this;
    if (current === undefined) return;
    if (name === 'style:map') {
      const condition = /^value\(\)([<>=!]+-?[\d.]+)$/u.exec(attribute('condition', SPACES.style) ?? '')?.[1];
      const mapped = attribute('apply-style-name', SPACES.style);
      if (condition !== undefined && mapped !== undefined)
        current.maps.push({ condition: condition.replace('!=', '<>'), name: mapped });
    } else if (name === 'number:number') current.code += patternOf(attribute);
    else if (name === 'number:scientific-number') current.code += '0E+0';
    else if (name === 'number:fraction') current.code += '#/#';
    else if (name === 'number:text' || name === 'number:currency-symbol') this.text = '';
    else if (name === 'number:embedded-text') {
      current.position = Number(attribute('position', SPACES.number) ?? '0');
      this.text = '';
    }
  }

  characters(text: string): void {
    if (this.text !== undefined) this.text += text;
  }

  close(local: string, space: string): void {
    const name = nameOf(local, space);
    if (name in MEANINGS) this.current = undefined;
    const { current, text } = this;
    if (current === undefined || text === undefined) return;
    if (name === 'number:embedded-text') current.code = withInside(current.code, text, current.position);
    else if (name === 'number:text' || name === 'number:currency-symbol')
      current.code += current.meaning === 'percent' ? text.split('%').map(quoted).join('%') : quoted(text);
    else return;
    this.text = undefined;
  }

  /** What the style and those it chooses by the value show. */
  format(name: string): OdsFormat | undefined {
    const known = this.formats.get(name);
    const style = this.styles.get(name);
    if (known !== undefined || style === undefined) return known;
    const parts = style.maps.flatMap(({ condition, name: mapped }) => {
      const part = this.styles.get(mapped);
      return part === undefined ? [] : [{ condition, part }];
    });
    const meaning = [style, ...parts.map(({ part }) => part)].find(
      (one) => one.meaning !== undefined,
    )?.meaning;
    const code = [...parts.map(({ condition, part }) => `[${condition}]${part.code}`), style.code].join(';');
    const format = { meaning, shape: meaning === 'date' ? undefined : numberShape(code) };
    this.formats.set(name, format);
    return format;
  }
}

const quoted = (text: string): string => (text === '' ? '' : `"${text.replaceAll('"', '')}"`);

/** `#,##0.00,,`; without a number of decimals the number is shown as it is. */
function patternOf(attribute: Attribute): string {
  const count = (name: string): number | undefined => {
    const written = attribute(name, SPACES.number);
    return written !== undefined && /^\d{1,3}$/u.test(written)
      ? Math.min(Number(written), MOST_DIGITS)
      : undefined;
  };
  const decimals = count('decimal-places');
  if (decimals === undefined) return 'General';
  const least = Math.min(count('min-decimal-places') ?? decimals, decimals);
  const integers = '0'.repeat(count('min-integer-digits') ?? 1) || '#';
  const whole = attribute('grouping', SPACES.number) === 'true' ? `#,${integers.padStart(3, '#')}` : integers;
  const factor = Math.round(Math.log10(Number(attribute('display-factor', SPACES.number) ?? '1')) / 3);
  const fraction = decimals === 0 ? '' : `.${'0'.repeat(least)}${'#'.repeat(decimals - least)}`;
  return whole + fraction + (factor >= 1 && factor <= 6 ? ','.repeat(factor) : '');
}

/** The text before the last so many digits of the whole number. */
function withInside(code: string, text: string, position: number): string {
  const point = code.search(/\.|$/u);
  const at = point - position;
  return at <= 0 ? code : code.slice(0, at) + quoted(text) + code.slice(at);
}
