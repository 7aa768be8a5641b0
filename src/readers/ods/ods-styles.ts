/** Styles of an .ods workbook: what a number format shows, old fonts, hidden sheets (OpenDocument 1.2, 16 and 17). */
import type { LegacyFont } from '../../model.js';
import { legacyFontOf } from '../xlsx/legacy-font.js';
import { nameOf, SPACES, type Attribute } from './ods-names.js';
import { OdsNumberFormats, type OdsFormat } from './ods-number-format.js';
import { defined } from '../../values/defined.js';

interface Style {
  parent?: string;
  data?: string;
  font?: string;
  hidden?: boolean;
}

/** Styles inherit from each other; a circle of them is a damaged file. */
const DEEPEST = 20;

/** Collects styles from their events, of styles.xml first and then of content.xml, whose names win. */
export class OdsStyles {
  private readonly styles = new Map<string, Style>();
  private readonly formats = new OdsNumberFormats();
  private readonly faces = new Map<string, string>();
  private current: Style | undefined;

  open(local: string, space: string, attribute: Attribute): void {
    const name = nameOf(local, space);
    const styleName = attribute('name', SPACES.style) ?? '';
    this.formats.open(local, space, attribute);
    if (name === 'style:font-face')
      this.faces.set(styleName, unquoted(attribute('font-family', SPACES.svg) ?? styleName));
    else if (name === 'style:style' || name === 'style:default-style') {
      const family = attribute('family', SPACES.style) ?? '';
      const parent = attribute('parent-style-name', SPACES.style) ?? '';
      const data = attribute('data-style-name', SPACES.style);
      this.current = { parent: styleName === '' ? 'none' : parent, ...defined({ data }) };
      this.styles.set(`${family} ${styleName}`, this.current);
    } else if (name === 'style:text-properties' && this.current !== undefined) {
      const named = attribute('font-name', SPACES.style);
      const family = attribute('font-family', SPACES.fo);
      const font = named === undefined ? family : (this.faces.get(named) ?? named);
      if (font !== undefined) this.current.font = unquoted(font);
    } else if (name === 'style:table-properties' && this.current !== undefined)
      this.current.hidden = attribute('display', SPACES.table) === 'false';
  }

  text(text: string): void {
    this.formats.characters(text);
  }

  close(local: string, space: string): void {
    this.formats.close(local, space);
    if (space === SPACES.style && (local === 'style' || local === 'default-style')) this.current = undefined;
  }

  /** What the number format of a cell style shows. */
  format(style: string): OdsFormat | undefined {
    const data = this.inherited('table-cell', style, ({ data: own }) => own);
    return data === undefined ? undefined : this.formats.format(data);
  }

  /** The font of a cell or of a run of text: whether the style names one, and whether it is old. */
  font(family: 'table-cell' | 'text', style: string): { readonly own: boolean; readonly font?: LegacyFont } {
    const name = this.inherited(family, style, ({ font }) => font);
    const font = name === undefined ? undefined : legacyFontOf(name);
    return { own: name !== undefined, ...defined({ font }) };
  }

  hidesSheet(style: string): boolean {
    return this.styles.get(`table ${style}`)?.hidden === true;
  }

  /** The first answer up the parents; the nameless style is the default of its family. */
  private inherited<Answer>(
    family: string,
    name: string,
    ask: (style: Style) => Answer | undefined,
  ): Answer | undefined {
    let style = this.styles.get(`${family} ${name}`) ?? this.styles.get(`${family} `);
    for (let depth = 0; style !== undefined && depth < DEEPEST; depth += 1) {
      const answer = ask(style);
      if (answer !== undefined) return answer;
      style = style.parent === 'none' ? undefined : this.styles.get(`${family} ${style.parent ?? ''}`);
    }
    return undefined;
  }
}

const unquoted = (name: string): string => name.replace(/^(['"])(.*)\1$/u, '$2');
