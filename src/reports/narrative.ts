/** Where the written parts of narrative.md go: headings are matched to parts and slots; nothing written is lost. */
import { foldMarks } from '../values/vietnamese-text.js';
import type { Block } from '../model.js';
import type { NarrativeSection } from './markdown.js';
import type { OutlinePart, Slot } from './outline.js';
import { append } from '../values/of-many.js';

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

/** Sections with text, put to the written parts of the outline. A section under no known heading stays where it stood. */
export const assignNarrative = (
  sections: readonly NarrativeSection[],
  parts: readonly OutlinePart[],
): ReadonlyMap<string, PartText> => assigned(sections, parts).texts;

/** Headings that answer to no part of the outline and are not inside one: probably misspelt. */
export const unknownHeadings = (
  sections: readonly NarrativeSection[],
  parts: readonly OutlinePart[],
): readonly string[] => assigned(sections, parts).unknown;

/** The headings that an office may use, in the order of the outline. */
export const knownHeadings = (parts: readonly OutlinePart[]): readonly string[] => [
  ...new Set(
    parts
      .filter(({ slots }) => slots.length > 0)
      .flatMap(({ headings, slots }) => [
        ...headings.slice(0, 1),
        ...slots.flatMap((slot) => slot.headings.slice(0, 1)),
      ]),
  ),
];

function assigned(
  sections: readonly NarrativeSection[],
  parts: readonly OutlinePart[],
): { readonly texts: ReadonlyMap<string, PartText>; readonly unknown: readonly string[] } {
  const written = parts.filter((part) => part.slots.length > 0);
  const texts = new Map(
    written.map((part) => [part.id, { own: [] as Block[], bySlot: new Map<string, Block[]>() }]),
  );
  let part = written[0];
  let slot: Slot | undefined;
  let slotLevel = 0;
  const unknown: string[] = [];
  for (const section of sections) {
    // Inside a slot a deeper heading is part of its text, whatever it is called.
    const inside = slot !== undefined && section.level > slotLevel;
    const foundPart = inside ? undefined : written.find((one) => answers(section.heading, one.headings));
    const foundSlot = inside ? undefined : slotFor(section, foundPart ?? part, written);
    const known = foundPart !== undefined || foundSlot !== undefined;
    if (!known && !inside && section.heading !== '' && section.level <= TOP_LEVELS)
      unknown.push(section.heading);
    if (foundSlot !== undefined) {
      ({ part, slot } = foundSlot);
      slotLevel = section.level;
    } else if (foundPart !== undefined || section.level <= slotLevel) {
      part = foundPart ?? part;
      slot = undefined;
      slotLevel = 0;
    }
    const text = part === undefined ? undefined : texts.get(part.id);
    if (text === undefined) continue;
    const nested = slot !== undefined && part !== undefined && part.slots.length > 1;
    const blocks = withHeading(section, known, nested ? 3 : 2);
    if (slot === undefined) append(text.own, blocks);
    else text.bySlot.set(slot.id, [...(text.bySlot.get(slot.id) ?? []), ...blocks]);
  }
  return { texts, unknown };
}

/** A slot of the part at hand first, then of any part. A part's own heading is no slot of a part with several. */
function slotFor(
  section: NarrativeSection,
  near: OutlinePart | undefined,
  written: readonly OutlinePart[],
): { readonly part: OutlinePart; readonly slot: Slot } | undefined {
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
