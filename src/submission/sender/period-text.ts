/** Periods as people write them: "Năm 2024", "6 tháng đầu năm 2025", "2025-h1" become the ids of tdkvh.yaml. */
import { cleanText, foldMarks } from '../../values/vietnamese-text.js';

const HALF_YEAR = /(?:6|sau) thang dau nam|^h1\b|-h1$|nua dau nam/u;
const REGISTRATION = /dang ky|-dk$/u;

/** The id of a period; what is no period is returned in capitals, so that it can be shown. */
export function periodId(text: string | undefined): string {
  const clean = cleanText(text ?? '').replace(/\.0+$/u, '');
  const folded = foldMarks(clean);
  const [year, other] = new Set(folded.match(/(?<!\d)20\d\d(?!\d)/gu) ?? []);
  if (year === undefined || other !== undefined) return clean.toUpperCase();
  if (HALF_YEAR.test(folded)) return `${year}-H1`;
  if (REGISTRATION.test(folded)) return `${year}-DK`;
  return /^(?:ca )?(?:nam |ky )?(?:bao cao )?(?:nam )?20\d\d$/u.test(folded) ? year : clean.toUpperCase();
}

/**
 * The period that a title line speaks of: the id when it names half a year or a registration, else the bare year.
 * Dates and the years of laws say nothing.
 */
export function periodInTitle(text: string): string | undefined {
  const folded = foldMarks(text);
  if (/thang \d{1,2} nam|ngay .* thang|\/20\d\d\/|nghi dinh|quyet dinh/u.test(folded)) return undefined;
  const years = new Set(
    [...folded.matchAll(/(?:nam|ky bao cao|ky)\s*:?\s*(20\d\d)(?!\d)/gu)].map(([, year]) => year),
  );
  const [year, other] = years;
  if (year === undefined || other !== undefined) return undefined;
  if (HALF_YEAR.test(folded)) return `${year}-H1`;
  return REGISTRATION.test(folded) ? `${year}-DK` : year;
}
