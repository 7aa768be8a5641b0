/** Text of an .ods cell: paragraphs as lines, counted spaces, runs in old fonts; notes and guides to pronunciation left out. */
import type { RawCell } from '../../model.js';
import { MARKUP_LIMITS } from '../package/package-weight.js';
import { refuse } from '../read-fault.js';
import { defined } from '../../values/defined.js';
import { SPACES, type Attribute } from './ods-names.js';
import type { OdsStyles } from './ods-styles.js';

type RunFont = ReturnType<OdsStyles['font']>;
type Fonts = Pick<RawCell, 'legacyFont' | 'legacyRuns'>;

/** Longer than any cell may be; a count of spaces beyond it is a trick. */
const MOST_SPACES = 32_767;

/** Collects the paragraphs of one cell. */
export class OdsText {
  value = '';
  /** A paragraph stands there, though perhaps without text. */
  present = false;
  private readonly styles: OdsStyles;
  private readonly part: string;
  private readonly spans: RunFont[] = [];
  private readonly runs: { text: string; readonly font: RunFont }[] = [];
  /** A space of the XML that comes now says nothing: a line begins, or one has just been taken. */
  private afterSpace = true;

  constructor(styles: OdsStyles, part: string) {
    this.styles = styles;
    this.part = part;
  }

  /** A paragraph or an element inside one. */
  open(name: string, attribute: Attribute): void {
    switch (name) {
      case 'text:p':
      case 'text:h':
        if (this.present) this.add('\n');
        this.present = true;
        this.afterSpace = true;
        return;
      case 'text:s': {
        const count = Number(attribute('c', SPACES.text) ?? '1');
        this.add(' '.repeat(count >= 0 && count <= MOST_SPACES ? Math.floor(count) : MOST_SPACES));
        return;
      }
      case 'text:tab': {
        this.add('\t');
        return;
      }
      case 'text:line-break': {
        this.add('\n');
        return;
      }
      case 'text:span':
        this.spans.push(this.styles.font('text', attribute('style-name', SPACES.text) ?? ''));
        return;
      default:
    }
  }

  close(name: string): void {
    if (name === 'text:span') this.spans.pop();
  }

  /** White space of the XML is one space, and none at the beginning of a line (OpenDocument 1.2, 6.1.2). */
  text(text: string): void {
    const collapsed = text.replace(/[ \t\r\n]+/gu, ' ');
    this.add(this.afterSpace ? collapsed.replace(/^ /u, '') : collapsed);
    this.afterSpace = collapsed.endsWith(' ');
  }

  /** Old fonts of the text: one for all of it, or by runs where a span names its own. */
  fonts(cell: RunFont): Fonts {
    const set = this.runs.map(({ text, font }) => ({
      text,
      ...defined({ font: (font.own ? font : cell).font }),
    }));
    const [first] = set;
    if (set.every(({ font }) => font === undefined)) return {};
    return set.every(({ font }) => font === first?.font)
      ? defined({ legacyFont: first?.font })
      : { legacyRuns: set };
  }

  private add(text: string): void {
    if (text === '') return;
    this.value += text;
    this.afterSpace = false;
    if (this.value.length > MARKUP_LIMITS.text)
      refuse('file/over-long-text', { part: this.part, kilobytes: Math.round(this.value.length / 1024) });
    const font = this.spans.findLast(({ own }) => own) ?? { own: false };
    const last = this.runs.at(-1);
    if (last !== undefined && last.font.own === font.own && last.font.font === font.font) last.text += text;
    else this.runs.push({ text, font });
  }
}
