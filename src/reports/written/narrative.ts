/** Where the written sections of narrative.md go: headings are matched to sections and slots; nothing written is lost. */
import { foldMarks } from '../../values/vietnamese-text.js';
import type { Block } from '../../model.js';
import type { NarrativeSection } from './markdown.js';
import type { OutlineSection, Slot } from '../wording/outline.js';
import { append } from '../../values/of-many.js';
import { defined } from '../../values/defined.js';
import { meantHeading, takenApart, type PrintedHeading } from './printed-headings.js';

/** What the office wrote for one section: text of the section itself, and by slot. */
export interface SectionText {
  readonly own: readonly Block[];
  readonly bySlot: ReadonlyMap<string, readonly Block[]>;
}

/** Sections are headed by # and ##; deeper headings are the office's own. */
const TOP_LEVELS = 2;

/** "III. Đánh giá chung" → "danh gia chung". */
const headingKey = (heading: string): string =>
  foldMarks(heading.replace(/^\s*(?:[IVX]+|\d+|[a-zđ])\s*[.)]\s*/iu, ''));

const answers = (heading: string, names: readonly string[]): boolean =>
  names.some((name) => headingKey(heading).startsWith(foldMarks(name)));

/** What the office wrote outside its own sections: before or after what is generated there. */
export interface BesideText {
  readonly before: readonly Block[];
  readonly after: readonly Block[];
}

export interface AssignedNarrative {
  /** Text of the sections that the office writes itself, by section. */
  readonly texts: ReadonlyMap<string, SectionText>;
  /** Text beside generated topics and sections, by id; the opening stands under `OPENING`. */
  readonly beside: ReadonlyMap<string, BesideText>;
  /** Headings that answer to nothing printed and are not inside a place: probably misspelt. */
  readonly unknown: readonly string[];
}

/** Key of the text that stands with the introduction. */
export const OPENING = ' opening';
export const besideTopic = (id: string): string => `topic ${id}`;
export const besideSection = (id: string): string => `section ${id}`;

/** The headings of the sections that an office writes itself. */
export const ownHeadings = (sections: readonly OutlineSection[]): readonly string[] => [
  ...new Set(
    sections
      .filter(({ slots }) => slots.length > 0)
      .flatMap((section) => [
        ...section.headings.slice(0, 1),
        ...section.slots.flatMap((slot) => slot.headings.slice(0, 1)),
      ]),
  ),
];

/** Where text goes until the next heading that is known. */
interface Place {
  readonly level: number;
  /** Under which the office's own headings are printed. */
  readonly nested: 2 | 3;
  readonly blocks: Block[];
  readonly section?: OutlineSection;
  readonly slot?: Slot;
}

interface Places {
  readonly written: readonly OutlineSection[];
  readonly texts: ReadonlyMap<string, SectionText>;
  readonly beside: ReadonlyMap<string, BesideText>;
  readonly placeIn: (section: OutlineSection, slot: Slot | undefined, level: number) => Place;
  readonly wholeSection: (passage: NarrativeSection) => Place | undefined;
  readonly printedPlace: (passage: NarrativeSection) => Place | undefined;
}

/** All places, still empty. */
function emptyPlaces(
  sections: readonly OutlineSection[],
  headings: readonly PrintedHeading[],
  opening: readonly string[],
): Places {
  const written = sections.filter((section) => section.slots.length > 0);
  const texts = new Map(
    written.map((section) => [section.id, { own: [] as Block[], bySlot: new Map<string, Block[]>() }]),
  );
  const beside = new Map<string, { readonly before: Block[]; readonly after: Block[] }>();
  const placeIn = (section: OutlineSection, slot: Slot | undefined, level: number): Place => {
    const text = texts.get(section.id);
    const own = slot === undefined ? text?.own : held(text?.bySlot, slot.id, []);
    const nested = slot !== undefined && section.slots.length > 1 ? 3 : 2;
    return { level, nested, blocks: own ?? [], section, ...defined({ slot }) };
  };
  const placeBeside = (key: string, side: 'before' | 'after', level: number): Place => ({
    level,
    nested: 3,
    blocks: held(beside, key, { before: [], after: [] })[side],
  });
  /** The whole title of a section, which may begin like one of its places: "Ưu điểm, khó khăn, nguyên nhân". */
  const wholeSection = ({ heading, level }: NarrativeSection): Place | undefined => {
    const title = foldMarks(takenApart(heading).title);
    const found = headings.find(
      ({ section, topic, slot, title: own }) =>
        topic === undefined && slot === undefined && section.slots.length > 1 && foldMarks(own) === title,
    );
    return found === undefined || level === 0 ? undefined : placeIn(found.section, undefined, 0);
  };
  const printedPlace = ({ heading, level }: NarrativeSection): Place | undefined => {
    if (level === 0) return undefined;
    const asked = takenApart(heading);
    if (asked.number === '' && opening.some((name) => foldMarks(name) === foldMarks(asked.title)))
      return placeBeside(OPENING, asked.side ?? 'after', level);
    const found = meantHeading(asked, headings);
    if (found === undefined) return undefined;
    const { section, topic, slot } = found;
    if (topic !== undefined) return placeBeside(besideTopic(topic.id), asked.side ?? 'after', level);
    if (section.slots.length > 0)
      return placeIn(section, slot ?? (section.slots.length === 1 ? section.slots[0] : undefined), level);
    return placeBeside(besideSection(section.id), asked.side ?? 'before', level);
  };
  return { written, texts, beside, placeIn, wholeSection, printedPlace };
}

/** Passages with text, put to their places. A passage under no known heading stays where it stood. */
export function assignNarrative(
  passages: readonly NarrativeSection[],
  sections: readonly OutlineSection[],
  headings: readonly PrintedHeading[],
  opening: readonly string[],
): AssignedNarrative {
  const { written, texts, beside, placeIn, wholeSection, printedPlace } = emptyPlaces(
    sections,
    headings,
    opening,
  );
  let place = written[0] === undefined ? undefined : placeIn(written[0], undefined, 0);
  const unknown: string[] = [];
  for (const passage of passages) {
    // Inside a place a deeper heading belongs to its text, whatever it is called.
    const inside = isClosed(place) && passage.level > place.level;
    const found = inside
      ? undefined
      : (wholeSection(passage) ?? writtenPlace(passage, place, written, placeIn) ?? printedPlace(passage));
    if (found === undefined && !inside && passage.heading !== '' && passage.level <= TOP_LEVELS)
      unknown.push(passage.heading);
    if (found !== undefined) place = found;
    else if (place?.slot !== undefined && place.section !== undefined && passage.level <= place.level)
      place = placeIn(place.section, undefined, 0);
    if (place !== undefined) append(place.blocks, withHeading(passage, found !== undefined, place.nested));
  }
  return { texts, beside, unknown };
}

/** A place that takes deeper headings as its own text: all but a written section as a whole. */
const isClosed = (place: Place | undefined): place is Place =>
  place !== undefined && (place.slot !== undefined || place.section === undefined);

function held<Value>(map: Map<string, Value> | undefined, key: string, fresh: Value): Value {
  const known = map?.get(key);
  if (known !== undefined) return known;
  map?.set(key, fresh);
  return fresh;
}

/** The office's own sections, by the beginnings of their headings. */
function writtenPlace(
  passage: NarrativeSection,
  place: Place | undefined,
  written: readonly OutlineSection[],
  placeIn: (section: OutlineSection, slot: Slot | undefined, level: number) => Place,
): Place | undefined {
  const foundSection = written.find((one) => answers(passage.heading, one.headings));
  const foundSlot = slotFor(passage, foundSection ?? place?.section, written);
  if (foundSlot !== undefined) return placeIn(foundSlot.section, foundSlot.slot, passage.level);
  return foundSection === undefined ? undefined : placeIn(foundSection, undefined, 0);
}

/** A slot of the section at hand first, then of any section. A section's own heading is no slot of a section with several. */
function slotFor(
  passage: NarrativeSection,
  near: OutlineSection | undefined,
  written: readonly OutlineSection[],
): { readonly section: OutlineSection; readonly slot: Slot } | undefined {
  if (passage.level === 0) return undefined;
  for (const section of [...(near === undefined ? [] : [near]), ...written]) {
    const slot = section.slots.find((one) => answers(passage.heading, one.headings));
    if (slot !== undefined) return { section, slot };
    if (section === near && answers(passage.heading, section.headings) && section.slots.length === 1) {
      const [only] = section.slots;
      if (only !== undefined) return { section, slot: only };
    }
  }
  return undefined;
}

/** A heading the outline does not know is printed, so that its text keeps its place. */
function withHeading(passage: NarrativeSection, known: boolean, level: 2 | 3): readonly Block[] {
  if (known || passage.heading === '') return passage.blocks;
  return passage.blocks.length === 0
    ? []
    : [{ kind: 'heading', level, text: passage.heading }, ...passage.blocks];
}
