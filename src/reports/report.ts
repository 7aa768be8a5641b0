/** Results become the Report: letter, numbered sections, generated sentences, places to write, annexes. */
import type { Block, Report } from '../model.js';
import { aimBlocks } from './sentences/aims.js';
import { printedSections } from './sentences/added.js';
import { printedAnnexes } from './annexes.js';
import { headlineCharts } from './charts/charts.js';
import { courseCharts } from './charts/course-charts.js';
import { writeLetter } from './letter.js';
import { parseNarrative } from './written/markdown.js';
import {
  assignNarrative,
  besideSection,
  besideTopic,
  OPENING,
  ownHeadings,
  type AssignedNarrative,
} from './written/narrative.js';
import { printedHeadings, takenApart, type PrintedHeading } from './written/printed-headings.js';
import type { Outline, OutlineSection, Topic } from './wording/outline.js';
import { overallAssessment } from './sentences/overall-assessment.js';
import type { Prose } from './prose/prose.js';
import { exceptionsOf, exceptionsText } from './prose/exceptions.js';
import { introducedFigures, introduction } from './sentences/introduction.js';
import { toldFigures } from './sentences/told-figures.js';
import { newTelling, topicBlocks } from './sentences/topic-blocks.js';
import { writtenSection } from './written/written-section.js';
import { withReferences } from './annex-pointers.js';
import { chartsAnnex, closing, pointingTo, pointingToRest } from './report-frame.js';
import { renumbered, seriesOf, type AnnexSeries } from './annex-series.js';
import { defined } from '../values/defined.js';
import { nearestWord } from '../values/nearest-word.js';
import { foldMarks, lowerFirst } from '../values/vietnamese-text.js';

/** Shapes of annexes: what units wrote, and who sent what. */
const REMARKS = 'remarks';
const WORKING = 'submissions';

/** How the report is made, beside what it says. */
export interface ReportOptions {
  /** False where the office's own template says where charts stand: then they are no annex. */
  readonly chartsApart?: boolean;
}

/** `narrative`: text of narrative.md. */
export function buildReport(
  prose: Prose,
  narrative = '',
  { chartsApart = true }: ReportOptions = {},
): Report {
  const { wording } = prose;
  const { results } = prose.frame;
  const sections = printedSections(prose);
  const letter = writeLetter(prose.frame, wording.signatures);
  const annexes = printedAnnexes(prose);
  // On pages of their own: inside the text they would leave half pages empty.
  const charts = [...headlineCharts(prose), ...courseCharts(prose)];
  const series = seriesOf(prose, annexes, chartsApart && charts.length > 0);
  const exceptions = exceptionsOf(prose, toldFigures(prose, sections));
  const pointing = { ...pointingTo(prose, annexes, series), exceptions };
  const introduced = introducedFigures(pointing);
  const generated = generatedSections(pointing, sections, series);
  const placed = placedNarrative(pointing, generated, narrative);
  const byUnit = wording.tables.annexes.flatMap(({ id, shape }) => (shape === 'byUnit' ? [id] : []));
  const hasTables = annexes.some(({ table }) => byUnit.includes(table.id));
  const begun = introduction(
    pointing,
    letter.reference.issuer,
    introduced,
    exceptionsText(pointing, hasTables),
  );
  const built = printedBody(pointing, series, generated, placed);
  const opening = placed.beside.get(OPENING);
  const subject = prose.say(`subject.${results.period.kind}`, {});
  return {
    head: letter.head,
    documentType: prose.say('documentType', {}),
    subject,
    to: results.report.to,
    blocks: [
      ...(opening?.before ?? []),
      ...begun,
      ...(opening?.after ?? []),
      ...built.blocks,
      closing(pointing, letter.reference.issuer),
    ],
    charts,
    ...defined({ chartsAnnex: chartsAnnex(prose, annexes, series) }),
    recipients: letter.recipients,
    signature: letter.signature,
    annexes: renumbered(prose, annexes, series),
    annexReference: prose.say('annexReference', letter.reference),
    // A report that still asks for text is no more final than one that lacks figures.
    draft: (!results.final && !results.complete) || built.isUnwritten,
    ...defined({ date: results.report.date, margins: results.report.margins }),
    title: prose.say('documentTitle', { subject: lowerFirst(subject) }),
  };
}

/** All sections; annexes nobody spoke of are named behind the results, what units wrote with what the office writes first. */
function printedBody(
  prose: Prose,
  series: AnnexSeries,
  generated: readonly GeneratedSection[],
  placed: AssignedNarrative,
): { readonly blocks: readonly Block[]; readonly isUnwritten: boolean } {
  const told = pointingToRest(prose, series, (shape) => shape !== REMARKS && shape !== WORKING);
  const built = generated.map((section) => sectionAsPrinted(prose, section, placed));
  const remarks = pointingToRest(prose, series, (shape) => shape === REMARKS);
  // Who sent what is a working table, no part of what is reported: numbered, and not pointed to.
  const { annexes } = prose.wording.tables;
  series.rest((id) => annexes.some((one) => one.id === id && one.shape === WORKING));
  const lastTold = generated.findLastIndex(({ topics }) => topics.some(({ blocks }) => blocks.length > 0));
  const firstWritten = generated.findIndex(({ section }) => section.slots.length > 0);
  const blocks = built.flatMap(({ blocks: own }, index) => [
    ...(index === firstWritten ? withRemarks(own, remarks) : own),
    ...(index === lastTold ? told : []),
  ]);
  return {
    blocks: [...blocks, ...(lastTold < 0 ? told : []), ...(firstWritten < 0 ? remarks : [])],
    isUnwritten: built.some(({ empty }) => empty.length > 0),
  };
}

/** At the end of the section; where that is divided, above its parts, since it belongs to all of them. */
function withRemarks(section: readonly Block[], remarks: readonly Block[]): readonly Block[] {
  const first = section.findIndex((block) => block.kind === 'heading' && block.level === 2);
  const at = first < 0 ? section.length : first;
  return [...section.slice(0, at), ...remarks, ...section.slice(at)];
}

/** Titles of the written sections that narrative.md leaves empty; `--final` refuses them. */
export function emptyNarrativeSections(prose: Prose, narrative = ''): readonly string[] {
  const sections = printedSections(prose);
  const { texts } = placedNarrative(prose, generatedSections(prose, sections), narrative);
  return sections.flatMap((section) => writtenSection(prose, section, texts.get(section.id)).empty);
}

/** Headings of narrative.md that belong nowhere, each with the nearest that does, and those of the office's own sections. */
export function strayHeadings(
  prose: Prose,
  narrative: string,
): {
  readonly headings: readonly { readonly heading: string; readonly nearest?: string }[];
  readonly known: readonly string[];
} {
  const { outline } = prose.wording;
  const sections = printedSections(prose);
  const { unknown, printed } = placedNarrative(prose, generatedSections(prose, sections), narrative);
  const own = [...ownHeadings(sections), ...outline.opening.slice(0, 1)];
  const titles = [...own, ...printed.map(({ title }) => title)];
  const headings = unknown.map((heading) => {
    const { number, title } = takenApart(heading);
    // Another title under a number that is printed: what stands there.
    const numbered = printed.find((one) => number !== '' && one.number === number);
    const nearest =
      nearestOf(title, titles) ?? (numbered === undefined ? undefined : `${number}. ${numbered.title}`);
    return { heading, ...defined({ nearest }) };
  });
  return { headings, known: own };
}

/** The heading of which it is the beginning, or the one that is spelt nearly so. */
const nearestOf = (title: string, titles: readonly string[]): string | undefined =>
  titles.find((one) => title !== '' && foldMarks(one).startsWith(foldMarks(title))) ??
  nearestWord(title, titles);

/** What the figures say in a section, by topic; topics of which nothing is asked have no blocks. */
interface GeneratedSection {
  readonly section: OutlineSection;
  readonly title: string;
  readonly topics: readonly {
    readonly topic: Topic;
    readonly title: string;
    readonly blocks: readonly Block[];
  }[];
}

/** `series`: numbers of the annexes that the text points to. */
function generatedSections(
  prose: Prose,
  sections: readonly OutlineSection[],
  series?: AnnexSeries,
): readonly GeneratedSection[] {
  const { outline } = prose.wording;
  const { words } = prose.frame;
  return sections.map((section) => {
    const telling = newTelling();
    const topics = section.topics.map((topic) => {
      const written = topic.overall
        ? overallTopic(prose, topic, outline)
        : topicBlocks(prose, topic, telling);
      const pointed =
        written.length === 0 || series === undefined
          ? written
          : withReferences(prose, written, series, topic.annexes);
      return { topic, title: topic.title(words), blocks: pointed };
    });
    return { section, title: section.title(words), topics };
  });
}

/** The office's text in its places. What it writes under a topic that would not be printed is printed with its heading. */
function placedNarrative(
  { wording }: Prose,
  generated: readonly GeneratedSection[],
  narrative: string,
): AssignedNarrative & { readonly printed: readonly PrintedHeading[] } {
  const passages = parseNarrative(narrative);
  const sections = generated.map(({ section }) => section);
  const place = (isPrinted: (topic: Topic, blocks: readonly Block[]) => boolean) => {
    const printed = printedHeadings(
      generated.map(({ section, title, topics }) => ({
        section,
        title,
        topics: topics.map((one) => ({ ...one, printed: isPrinted(one.topic, one.blocks) })),
      })),
    );
    return { ...assignNarrative(passages, sections, printed, wording.outline.opening), printed };
  };
  const first = place((_, blocks) => blocks.length > 0);
  return place((topic, blocks) => blocks.length > 0 || first.beside.has(besideTopic(topic.id)));
}

/** A section as printed: its heading, what is generated, and what the office wrote before or after it. */
function sectionAsPrinted(
  prose: Prose,
  { section, title, topics }: GeneratedSection,
  { texts, beside }: AssignedNarrative,
): { readonly blocks: readonly Block[]; readonly empty: readonly string[] } {
  if (section.slots.length > 0) {
    const written = writtenSection(prose, section, texts.get(section.id));
    const aims = section.aims ? aimBlocks(prose) : [];
    const text = widerTitle(prose, section, written.blocks) ?? title;
    return {
      blocks: [{ kind: 'heading', level: 1, text }, ...aims, ...written.blocks],
      empty: written.empty,
    };
  }
  const heading: Block = { kind: 'heading', level: 1, text: title };
  const own = beside.get(besideSection(section.id));
  const body = topics.flatMap(({ topic, title: name, blocks }): readonly Block[] => {
    const text = beside.get(besideTopic(topic.id));
    if (text === undefined) return blocks;
    const [first = { kind: 'heading', level: 2, text: name }, ...rest] = blocks;
    return [first, ...text.before, ...rest, ...text.after];
  });
  const blocks = [...(own?.before ?? []), ...body, ...(own?.after ?? [])];
  // A registration asks for little: a section without a topic has no heading either.
  return { blocks: blocks.length === 0 ? [] : [heading, ...blocks], empty: [] };
}

/** The office wrote more than the section is called after: "Ưu điểm" under difficulties. */
function widerTitle(prose: Prose, { wider }: OutlineSection, blocks: readonly Block[]): string | undefined {
  const isWider = blocks.some(
    (block) =>
      block.kind === 'heading' &&
      wider?.headings.some((name) => foldMarks(block.text).startsWith(foldMarks(name))) === true,
  );
  return isWider ? wider?.title(prose.frame.words) : undefined;
}

function overallTopic(prose: Prose, topic: Topic, outline: Outline): readonly Block[] {
  const paragraphs = overallAssessment(prose, outline);
  const heading: Block = { kind: 'heading', level: 2, text: topic.title(prose.frame.words) };
  return paragraphs.length === 0 ? [] : [heading, ...paragraphs];
}
