/** Sections a machine cannot know: the office's own text, or a marked place to write with a first draft from the figures. */
import type { Block, TextRun } from '../../model.js';
import { draftItems } from './draft-items.js';
import { runsOf, runsText } from '../prose/figure-marks.js';
import type { SectionText } from './narrative.js';
import type { OutlineSection, Slot } from '../wording/outline.js';
import type { Prose } from '../prose/prose.js';

export interface WrittenSection {
  readonly blocks: readonly Block[];
  /** Titles of what the office still has to write. */
  readonly empty: readonly string[];
}

/** A section with text of its own needs no more; otherwise every slot without text gets its marked place. */
export function writtenSection(
  prose: Prose,
  section: OutlineSection,
  text: SectionText | undefined,
): WrittenSection {
  const own = text?.own ?? [];
  const slots = section.slots.map((slot) => ({ slot, written: text?.bySlot.get(slot.id) ?? [] }));
  const isDraft = draftTest(prose);
  const wanted = own.length > 0 ? slots.filter(({ written }) => written.length > 0) : slots;
  const single = section.slots.length === 1;
  const blocks = wanted.flatMap(({ slot, written }): readonly Block[] => [
    ...(single ? [] : [{ kind: 'heading', level: 2, text: slot.title } as const]),
    ...(written.length > 0 ? written.map((block) => highlighted(block, isDraft)) : placeToWrite(prose, slot)),
  ]);
  return {
    blocks: [...own.map((block) => highlighted(block, isDraft)), ...blocks],
    empty: [
      ...(own.some(isDraft) ? [section.title(prose.frame.words)] : []),
      ...wanted
        .filter(({ written }) => written.length === 0 || written.some(isDraft))
        .map(({ slot }) => slot.title),
    ],
  };
}

/** Text that still carries the mark of a generated draft has not been edited by anybody. */
function draftTest(prose: Prose): (block: Block) => boolean {
  const marks = [prose.say('draft.intro', {}), prose.say('draft.write', { title: '' }).split('“')[0] ?? ''];
  const known = marks.map((mark) => mark.trim()).filter((mark) => mark !== '');
  return (block) => {
    const text =
      block.kind === 'heading'
        ? block.text
        : block.kind === 'paragraph'
          ? runsText(block.runs)
          : block.items.map(runsText).join('\n');
    return known.some((mark) => text.includes(mark));
  };
}

function highlighted(block: Block, isDraft: (block: Block) => boolean): Block {
  if (block.kind === 'heading' || !isDraft(block)) return block;
  const mark = (runs: readonly TextRun[]): readonly TextRun[] => runs.map((run) => ({ ...run, draft: true }));
  return block.kind === 'paragraph'
    ? { ...block, runs: mark(block.runs) }
    : { ...block, items: block.items.map(mark) };
}

function placeToWrite(prose: Prose, slot: Slot): readonly Block[] {
  const drafts = draftItems(prose, slot.draft);
  const marked = (text: string): Block => ({ kind: 'paragraph', runs: runsOf(text, { draft: true }) });
  const place = marked(prose.say('draft.write', { title: slot.title }));
  if (drafts.length === 0) return [place];
  return [
    place,
    marked(prose.say('draft.intro', {})),
    { kind: 'list', ordered: false, items: drafts.map((text) => runsOf(text, { draft: true })) },
  ];
}
