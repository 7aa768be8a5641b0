/** Styles and numbering of the report, so that Word's navigation pane and styles gallery work (Decree 30, Appendix I, II.6). */
import {
  AlignmentType,
  LevelFormat,
  LevelSuffix,
  LineRuleType,
  type ILevelsOptions,
  type INumberingOptions,
  type IStylesOptions,
} from 'docx';
import {
  COLOUR,
  FONT,
  LANGUAGE,
  PARAGRAPH,
  SIZES,
  halfPoints,
  pointsToTwips,
  twips,
} from '../decree30-layout.js';
import { defined } from '../../values/defined.js';

/** Style ids; names in Word's gallery stand beside them below. */
export const STYLE = {
  body: 'NoiDung',
  subject: 'TrichYeu',
  annex: 'PhuLuc',
  annexTitle: 'TenPhuLuc',
  tableText: 'OBang',
  tableHeader: 'DauBang',
} as const;

export const HEADINGS = 'de-muc';
export const BULLETS = 'gach-dau-dong';
export const NUMBERS = 'danh-so';

/** Line spacing always with its rule: without it some programs read an exact height and cut the marks of Ệ and Ấ. */
export const spacing = (beforePt: number, line: number = PARAGRAPH.singleLine, afterPt = 0) => ({
  before: pointsToTwips(beforePt),
  after: pointsToTwips(afterPt),
  line,
  lineRule: LineRuleType.AUTO,
});

const firstLine = { left: 0, firstLine: twips(PARAGRAPH.firstLineMm) };
const font = { ascii: FONT, hAnsi: FONT, cs: FONT, eastAsia: FONT };
const flowing = { spacing: spacing(PARAGRAPH.beforePt, PARAGRAPH.line), indent: firstLine };

const heading = (name: string, italics = false) => ({
  name,
  basedOn: 'Normal',
  next: STYLE.body,
  quickFormat: true,
  run: { font, color: COLOUR, size: halfPoints(SIZES.body), bold: true, italics },
  paragraph: { ...flowing, alignment: AlignmentType.JUSTIFIED, keepNext: true, keepLines: true },
});

const centred = (id: string, name: string, points: number, outlineLevel?: number) => ({
  id,
  name,
  basedOn: 'Normal',
  next: STYLE.body,
  quickFormat: true,
  run: { bold: true, size: halfPoints(points) },
  paragraph: {
    alignment: AlignmentType.CENTER,
    spacing: spacing(0),
    keepNext: true,
    ...defined({ outlineLevel }),
  },
});

export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: {
        font,
        size: halfPoints(SIZES.body),
        color: COLOUR,
        language: { value: LANGUAGE, eastAsia: LANGUAGE },
      },
      paragraph: { spacing: spacing(0) },
    },
    title: {
      name: 'Title',
      basedOn: 'Normal',
      next: STYLE.subject,
      quickFormat: true,
      run: { font, color: COLOUR, size: halfPoints(SIZES.title), bold: true },
      paragraph: { alignment: AlignmentType.CENTER, spacing: spacing(18), keepNext: true },
    },
    heading1: heading('heading 1'),
    heading2: heading('heading 2'),
    heading3: heading('heading 3', true),
  },
  paragraphStyles: [
    {
      id: STYLE.body,
      name: 'Nội dung',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { ...flowing, alignment: AlignmentType.JUSTIFIED },
    },
    centred(STYLE.subject, 'Trích yếu', SIZES.title),
    centred(STYLE.annex, 'Phụ lục', SIZES.annexHeading, 0),
    centred(STYLE.annexTitle, 'Tên phụ lục', SIZES.annexTitle),
    { id: STYLE.tableText, name: 'Ô bảng', basedOn: 'Normal', paragraph: { spacing: spacing(0) } },
    {
      id: STYLE.tableHeader,
      name: 'Đầu bảng',
      basedOn: STYLE.tableText,
      run: { bold: true },
      paragraph: { spacing: spacing(0), alignment: AlignmentType.CENTER },
    },
  ],
};

const level = (
  index: number,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: string,
): ILevelsOptions => ({
  level: index,
  format,
  text,
  alignment: AlignmentType.LEFT,
  suffix: LevelSuffix.SPACE,
  style: { paragraph: { indent: firstLine } },
});

/** Headings I. / 1. / a) from one list; dashes and numbers of the text from two others. */
export const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: HEADINGS,
      levels: [
        level(0, LevelFormat.UPPER_ROMAN, '%1.'),
        level(1, LevelFormat.DECIMAL, '%2.'),
        level(2, LevelFormat.LOWER_LETTER, '%3)'),
      ],
    },
    { reference: BULLETS, levels: [level(0, LevelFormat.BULLET, '-')] },
    {
      reference: NUMBERS,
      // Under I. come 1., 2.; under 1. come a), b); under a) nothing is laid down.
      levels: [
        level(0, LevelFormat.DECIMAL, '%1.'),
        level(1, LevelFormat.LOWER_LETTER, '%2)'),
        level(2, LevelFormat.DECIMAL, '(%3)'),
      ],
    },
  ],
};
