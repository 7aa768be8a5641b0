/** The headings of a report as they are printed, with their numbers: where the office may write besides its own sections. */
import { foldMarks } from '../../values/vietnamese-text.js';
import type { OutlineSection, Slot, Topic } from '../wording/outline.js';
import { roman } from '../prose/roman.js';

/** A heading of the report: of a section, of a topic in it, or of a place that the office writes itself. */
export interface PrintedHeading {
  /** "II", "II.8"; empty for what is not printed, which may still be named by its title. */
  readonly number: string;
  readonly title: string;
  readonly section: OutlineSection;
  readonly topic?: Topic;
  readonly slot?: Slot;
}

/** A section with its topics in order, and which of them are printed. */
export interface PlannedSection {
  readonly section: OutlineSection;
  readonly title: string;
  readonly topics: readonly { readonly topic: Topic; readonly title: string; readonly printed: boolean }[];
}

export const isPrinted = ({ section, topics }: PlannedSection): boolean =>
  section.slots.length > 0 || topics.some(({ printed }) => printed);

/** All of them in order, numbered as they are printed. */
export function printedHeadings(sections: readonly PlannedSection[]): readonly PrintedHeading[] {
  let counted = 0;
  return sections.flatMap((planned): readonly PrintedHeading[] => {
    const { section, title, topics } = planned;
    const number = isPrinted(planned) ? roman((counted += 1)) : '';
    const slots = section.slots.length > 1 ? section.slots : [];
    let topical = 0;
    return [
      { number, title, section },
      ...topics.map(({ topic, title: own, printed }) => ({
        number: printed ? `${number}.${String((topical += 1))}` : '',
        title: own,
        section,
        topic,
      })),
      ...slots.map((slot, at) => ({
        number: `${number}.${String(at + 1)}`,
        title: slot.title,
        section,
        slot,
      })),
    ];
  });
}

/** A heading of narrative.md taken apart: "II.8. Khen thưởng (trước)". */
export interface WrittenHeading {
  readonly number: string;
  readonly title: string;
  /** Asked for explicitly. */
  readonly side?: 'before' | 'after';
}

const SIDE = /\s*\((trước|sau)\)\s*$/iu;
/** "II.8", also as it is typed: "II. 8", "Mục II.8)". */
const NUMBER = /^\s*(?:(?:Mục|Phần)\s+)?([IVX]+)(?:\s*\.\s*(\d{1,2}))?(?=[\s.):]|$)[.):]?\s*/u;
const ORDINAL = /^\s*(?:\d+|[a-zđ])\s*[.)]\s*/iu;

export function takenApart(heading: string): WrittenHeading {
  const side = SIDE.exec(heading)?.[1]?.toLowerCase();
  const text = heading.replace(SIDE, '');
  const [, section, topic] = NUMBER.exec(text) ?? [];
  const number = [section ?? '', topic ?? []].flat().join('.');
  const title = (number === '' ? text.replace(ORDINAL, '') : text.replace(NUMBER, '')).trim();
  if (side === undefined) return { number, title };
  return { number, title, side: side === 'sau' ? 'after' : 'before' };
}

/**
 * The printed heading that is meant: by its title, which stays when numbers move; without a title by its number; and by
 * both where the title only begins like the one that is printed under the number.
 */
export function meantHeading(
  { number, title }: WrittenHeading,
  headings: readonly PrintedHeading[],
): PrintedHeading | undefined {
  if (title === '') return number === '' ? undefined : headings.find((one) => one.number === number);
  const wanted = foldMarks(title);
  const same = headings.filter((one) => foldMarks(one.title) === wanted);
  const begun = headings.find(
    (one) => number !== '' && one.number === number && foldMarks(one.title).startsWith(wanted),
  );
  return same.find((one) => one.number === number) ?? same[0] ?? begun;
}
