/** Paper, margins, page numbers and the DỰ THẢO mark of each section (Decree 30/2020/NĐ-CP, Appendix I, I). */
import {
  AlignmentType,
  Header,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Tab,
  TabStopType,
  TextRun,
  type FileChild,
  type IRunOptions,
  type ISectionOptions,
} from 'docx';
import { PAGE, SIZES, WORDS, halfPoints, twips, type Paper } from '../decree30-layout.js';

export interface SectionLook {
  readonly landscape: boolean;
  readonly draft: boolean;
  readonly paper: Paper;
}

/** A section whose pages count from 1, the first page without a number; every page says DỰ THẢO when it is one. */
export function section(children: readonly FileChild[], look: SectionLook): ISectionOptions {
  const { margins, textWidth, annexTextWidth } = look.paper;
  const width = look.landscape ? annexTextWidth : textWidth;
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        // The library turns the page itself: width and height stay those of upright paper.
        size: {
          width: twips(PAGE.widthMm),
          height: twips(PAGE.heightMm),
          orientation: look.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(margins.top),
          bottom: twips(margins.bottom),
          left: twips(margins.left),
          right: twips(margins.right),
          header: twips(PAGE.headerMm),
          footer: twips(PAGE.footerMm),
          gutter: 0,
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      first: new Header({ children: [headerLine(look.draft, false, width)] }),
      default: new Header({ children: [headerLine(look.draft, true, width)] }),
    },
    children,
  };
}

const size = halfPoints(SIZES.pageNumber);
const number = (): TextRun => new TextRun({ children: [PageNumber.CURRENT], size });
const DRAFT_MARK: IRunOptions = { text: WORDS.draft, bold: true, size };
const tab = (): TextRun => new TextRun({ children: [new Tab()], size });

/** The number stands in the middle of the text, with and without the mark beside it. */
function headerLine(draft: boolean, numbered: boolean, width: number): Paragraph {
  if (!draft) {
    return new Paragraph({ alignment: AlignmentType.CENTER, children: numbered ? [number()] : [] });
  }
  return new Paragraph({
    tabStops: [
      { type: TabStopType.CENTER, position: Math.round(width / 2) },
      { type: TabStopType.RIGHT, position: width },
    ],
    children: [tab(), ...(numbered ? [number()] : []), tab(), new TextRun(DRAFT_MARK)],
  });
}
