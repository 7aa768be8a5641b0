/**
 * Every number of the official layout in one place. Basis: Decree 30/2020/NĐ-CP, Appendix I, Part I (paper, margins,
 * type, page numbers) and Part II (components); a value inside a range of the decree names the range.
 */

import type { PageMargins } from '../model.js';
import { DEFAULT_MARGINS } from '../model/page-margins.js';

const TWIPS_PER_MILLIMETRE = 1440 / 25.4;

/** Twentieths of a point, the unit of Word's measures; rounded up, so that no margin is short of the decree's. */
export const twips = (millimetres: number): number => Math.ceil(millimetres * TWIPS_PER_MILLIMETRE);
export const pointsToTwips = (points: number): number => Math.round(points * 20);
/** Word counts type sizes in half points. */
export const halfPoints = (points: number): number => Math.round(points * 2);

/** Part I, 1: A4, upright; landscape for tables. Margins have a file of their own, because an office may choose them. */
export const PAGE = {
  widthMm: 210,
  heightMm: 297,
  /** Page numbers stand in the top margin. */
  headerMm: 10,
  footerMm: 10,
} as const;

/** Paper with its margins: what text and tables have room for. */
export interface Paper {
  readonly margins: PageMargins;
  /** Width of the text in twips, upright. */
  readonly textWidth: number;
  /** On the landscape pages of annexes. */
  readonly annexTextWidth: number;
}

export function paperOf(margins: PageMargins = DEFAULT_MARGINS): Paper {
  const sides = twips(margins.left) + twips(margins.right);
  return {
    margins,
    textWidth: twips(PAGE.widthMm) - sides,
    annexTextWidth: twips(PAGE.heightMm) - sides,
  };
}

export const USUAL_PAPER = paperOf();

/** Part I, 4: Times New Roman, Unicode (TCVN 6909:2001), black. */
export const FONT = 'Times New Roman';
export const COLOUR = '000000';
export const LANGUAGE = 'vi-VN';

/** Type sizes in points; in brackets the range of Part II. */
export const SIZES = {
  /** Quốc hiệu (12-13), II.1. */
  nation: 12,
  /** Tiêu ngữ (13-14), II.1. */
  motto: 13,
  /** Cơ quan chủ quản and cơ quan ban hành (12-13), II.2. */
  agency: 12,
  /** Số, ký hiệu (13), II.3. */
  number: 13,
  /** Trích yếu of a letter, under its number (12-13), II.5. */
  about: 12,
  /** Địa danh, thời gian (13-14), II.4. */
  placeAndDate: 13,
  /** Tên loại and trích yếu (13-14), II.5. */
  title: 14,
  /** Kính gửi (13-14). */
  addressee: 14,
  /** Nội dung (13-14), II.6. */
  body: 14,
  /** Quyền hạn, chức vụ, họ tên người ký (13-14), II.7. */
  signature: 14,
  /** "Nơi nhận:" (12) and its list (11), II.9. */
  recipientsLabel: 12,
  recipients: 11,
  /** Số trang (13-14), I.7. */
  pageNumber: 13,
  /** "Phụ lục" and its title (14; 13-14), III.1. */
  annexHeading: 14,
  annexTitle: 14,
  annexReference: 13,
  /** The decree leaves the type inside tables to the office: the largest of these that fits is used. */
  table: [11, 10.5, 10, 9.5, 9, 8.5, 8],
  tableNote: 11,
  /** Notes of a table that would otherwise leave them alone on a second page. */
  tightNote: 10,
  tableUnitLine: 12,
} as const;

/** Part II, 6: first line 1 or 1,27 cm; at least 6 pt between paragraphs; from single to 1,5 lines. */
export const PARAGRAPH = {
  firstLineMm: 12.7,
  beforePt: 6,
  /** 240 is single, 360 is 1,5 lines; written with the rule "auto". */
  line: 276,
  singleLine: 240,
} as const;

/** Left column of head and signature; the quốc hiệu at 12 pt (88,4 mm) stays on one line beside it. */
const HEAD_LEFT = twips(75);
const NATION_WIDTH = twips(89.5);
export const headLeft = (textWidth: number): number => Math.min(HEAD_LEFT, textWidth - NATION_WIDTH);
export const SIGNATURE_LEFT = twips(80);

/** Rules are a third to a half of the text above (agency, trích yếu: II.2, II.5); the tiêu ngữ's is as long as it (II.1). */
export const RULES = {
  shareOfText: 0.4,
  mottoShare: 1,
  /** Eighths of a point. */
  thickness: 6,
  heightPt: 3,
  /** Air between the text and its rule. */
  gapPt: 2.5,
} as const;

/** Room for signature and stamp between post and name (II.7, II.8), in points. */
export const SIGNATURE_ROOM_PT = 84;

/** Inner margin of table cells, left and right, in millimetres; rules of annex tables in eighths of a point. */
export const CELL = { sideMm: 1.1, topPt: 1.5, bottomPt: 1.5, rule: 4 } as const;

/** Fixed words of the decree (II.1, II.7, II.9, III.1) the heading of charts apart, and the mark of an unfinished document. */
export const WORDS = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  addressee: 'Kính gửi:',
  recipients: 'Nơi nhận:',
  annex: 'Phụ lục',
  charts: 'Biểu đồ',
  draft: 'DỰ THẢO',
} as const;
