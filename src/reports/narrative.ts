/** Where the written parts of narrative.md go: headings are matched to parts and slots; nothing written is lost. */
import { foldMarks } from '../values/vietnamese-text.js';
import type { Block } from '../model.js';
import type { NarrativeSection } from './markdown.js';
import type { OutlineSection, Slot } from './outline.js';
import { append } from '../values/of-many.js';
import { defined } from '../values/defined.js';
import { meantHeading, takenApart, type PrintedHeading } from './printed-headings.js';

/** What the office wrote for one part: text of the part itself, and by slot. */
export interface PartText {
  readonly own: readonly Block[];
  readonly bySlot: ReadonlyMap<string, readonly Block[]>;
}

/** Parts are headed by # and ##; deeper headings are the office's own. */
const TOP_LEVELS = 2;

/** "III. Đánh giá chung" → "danh gia chung". */
const headingKey = (heading: string): string =>
  foldMarks(heading.replace(/^\s*(?:[IVX]+|\d+|[a-zđ])\s*[.)]\s*/iu, ''));

const answers = (heading: string, names: readonly string[]): boolean =>
  names.some((name) => headingKey(heading).startsWith(foldMarks(name)));

/** What the office wrote outside its own parts: before or after what is generated there. */
export interface BesideText {
  readonly before: readonly Block[];
  readonly after: readonly Block[];
}

export interface AssignedNarrative {
  /** Text of the parts that the office writes itself, by part. */
  readonly texts: ReadonlyMap<string, PartText>;
  /** Text beside generated topics and parts, by id; the opening stands under `OPENING`. */
  readonly beside: ReadonlyMap<string, BesideText>;
  /** Headings that answer to nothing printed and are not inside a place: probably misspelt. */
  readonly unknown: readonly string[];
}

/** Key of the text that stands with the introduction. */
export const OPENING = ' opening';
export const besideTopic = (id: string): string => `topic ${id}`;
export const besidePart = (id: string): string => `part ${id}`;

/** The headings of the parts that an office writes itself. */
export const ownHeadings = (parts: readonly OutlineSection[]): readonly string[] => [
  ...new Set(
    parts
      .filter(({ slots }) => slots.length > 0)
      .flatMap((part) => [
        ...part.headings.slice(0, 1),
        ...part.slots.flatMap((slot) => slot.headings.slice(0, 1)),
      ]),
  ),
];

/** Where text goes until the next heading that is known. */
interface Place {
  readonly level: number;
  /** Under which the office's own headings are printed. */
  readonly nested: 2 | 3;
  readonly blocks: Block[];
  readonly part?: OutlineSection;
  readonly slot?: Slot;
}

interface Places {
  readonly written: readonly OutlineSection[];
  readonly texts: ReadonlyMap<string, PartText>;
  readonly beside: ReadonlyMap<string, BesideText>;
  readonly placeIn: (part: OutlineSection, slot: Slot | undefined, level: number) => Place;
  readonly wholePart: (section: NarrativeSection) => Place | undefined;
  readonly printedPlace: (section: NarrativeSection) => Place | undefined;
}

/** All places, still empty. */
function emptyPlaces(
  parts: readonly OutlineSection[],
  headings: readonly PrintedHeading[],
  opening: readonly string[],
): Places {
  const written = parts.filter((part) => part.slots.length > 0);
  const texts = new Map(
    written.map((part) => [part.id, { own: [] as Block[], bySlot: new Map<string, Block[]>() }]),
  );
  const beside = new Map<string, { readonly before: Block[]; readonly after: Block[] }>();
  const placeIn = (part: OutlineSection, slot: Slot | undefined, level: number): Place => {
    const text = texts.get(part.id);
    const own = slot === undefined ? text?.own : held(text?.bySlot, slot.id, []);
    const nested = slot !== undefined && part.slots.length > 1 ? 3 : 2;
    return { level, nested, blocks: own ?? [], part, ...defined({ slot }) };
  };
  const placeBeside = (key: string, side: 'before' | 'after', level: number): Place => ({
    level,
    nested: 3,
    blocks: held(beside, key, { before: [], after: [] })[side],
  });
  /** The whole title of a part, which may begin like one of its places: "Ưu điểm, khó khăn, nguyên nhân". */
  const wholePart = ({ heading, level }: NarrativeSection): Place | undefined => {
    const title = foldMarks(takenApart(heading).title);
    const found = headings.find(
      ({ part, topic, slot, title: own }) =>
        topic === undefined && slot === undefined && part.slots.length > 1 && foldMarks(own) === title,
    );
    return found === undefined || level === 0 ? undefined : placeIn(found.part, undefined, 0);
  };
  const printedPlace = ({ heading, level }: NarrativeSection): Place | undefined => {
    if (level === 0) return undefined;
    const asked = takenApart(heading);
    if (asked.number === '' && opening.some((name) => foldMarks(name) === foldMarks(asked.title)))
      return placeBeside(OPENING, asked.side ?? 'after', level);
    const found = meantHeading(asked, headings);
    if (found === undefined) return undefined;
    const { part, topic, slot } = found;
    if (topic !== undefined) return placeBeside(besideTopic(topic.id), asked.side ?? 'after', level);
    if (part.slots.length > 0)
      return placeIn(part, slot ?? (part.slots.length === 1 ? part.slots[0] : undefined), level);
    return placeBeside(besidePart(part.id), asked.side ?? 'before', level);
  };
  return { written, texts, beside, placeIn, wholePart, printedPlace };
}

/** Sections with text, put to their places. A section under no known heading stays where it stood. */
export function assignNarrative(
  sections: readonly NarrativeSection[],
  parts: readonly OutlineSection[],
  headings: readonly PrintedHeading[],
  opening: readonly string[],
): AssignedNarrative {
  const { written, texts, beside, placeIn, wholePart, printedPlace } = emptyPlaces(parts, headings, opening);
  let place = written[0] === undefined ? undefined : placeIn(written[0], undefined, 0);
  const unknown: string[] = [];
  for (const section of sections) {
    // Inside a place a deeper heading is part of its text, whatever it is called.
    const inside = isClosed(place) && section.level > place.level;
    const found = inside
      ? undefined
      : (wholePart(section) ?? writtenPlace(section, place, written, placeIn) ?? printedPlace(section));
    if (found === undefined && !inside && section.heading !== '' && section.level <= TOP_LEVELS)
      unknown.push(section.heading);
    if (found !== undefined) place = found;
    else if (place?.slot !== undefined && place.part !== undefined && section.level <= place.level)
      place = placeIn(place.part, undefined, 0);
    if (place !== undefined) append(place.blocks, withHeading(section, found !== undefined, place.nested));
  }
  return { texts, beside, unknown };
}

/** A place that takes deeper headings as its own text: all but a written part as a whole. */
const isClosed = (place: Place | undefined): place is Place =>
  place !== undefined && (place.slot !== undefined || place.part === undefined);

function held<Value>(map: Map<string, Value> | undefined, key: string, fresh: Value): Value {
  const known = map?.get(key);
  if (known !== undefined) return known;
  map?.set(key, fresh);
  return fresh;
}

/** The office's own parts, by the beginnings of their headings. */
function writtenPlace(
  section: NarrativeSection,
  place: Place | undefined,
  written: readonly OutlineSection[],
  placeIn: (part: OutlineSection, slot: Slot | undefined, level: number) => Place,
): Place | undefined {
  const foundPart = written.find((one) => answers(section.heading, one.headings));
  const foundSlot = slotFor(section, foundPart ?? place?.part, written);
  if (foundSlot !== undefined) return placeIn(foundSlot.part, foundSlot.slot, section.level);
  return foundPart === undefined ? undefined : placeIn(foundPart, undefined, 0);
}

/** A slot of the part at hand first, then of any part. A part's own heading is no slot of a part with several. */
function slotFor(
  section: NarrativeSection,
  near: OutlineSection | undefined,
  written: readonly OutlineSection[],
): { readonly part: OutlineSection; readonly slot: Slot } | undefined {
  if (section.level === 0) return undefined;
  for (const part of [...(near === undefined ? [] : [near]), ...written]) {
    const slot = part.slots.find((one) => answers(section.heading, one.headings));
    if (slot !== undefined) return { part, slot };
    if (part === near && answers(section.heading, part.headings) && part.slots.length === 1) {
      const [only] = part.slots;
      if (only !== undefined) return { part, slot: only };
    }
  }
  return undefined;
}

/** A heading the outline does not know is printed, so that its text keeps its place. */
function withHeading(section: NarrativeSection, known: boolean, level: 2 | 3): readonly Block[] {
  if (known || section.heading === '') return section.blocks;
  return section.blocks.length === 0
    ? []
    : [{ kind: 'heading', level, text: section.heading }, ...section.blocks];
}
