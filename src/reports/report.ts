/** Results become the Report: letter, numbered parts, generated sentences, places to write, annexes. */
import type { Block, Report, ResultsDocument } from '../model.js';
import { printedAnnexes } from './annexes.js';
import { headlineCharts } from './charts.js';
import { courseCharts } from './course-charts.js';
import { writeLetter } from './letter.js';
import { parseNarrative } from './markdown.js';
import { assignNarrative, knownHeadings, unknownHeadings, type PartText } from './narrative.js';
import type { Entry, Outline, OutlinePart, Topic } from './outline.js';
import { overallAssessment } from './overall-assessment.js';
import type { Prose } from './prose.js';
import { introduction } from './introduction.js';
import { indicatorsOf, newTelling, topicBlocks } from './topic-blocks.js';
import { writtenPart } from './written-part.js';
import { chartsAnnex, ending, pointingTo, withReference } from './report-frame.js';
import { renumbered, seriesOf, type AnnexSeries } from './annex-series.js';
import { defined } from '../values/defined.js';
import { lowerFirst } from '../values/vietnamese-text.js';

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
  const parts = outlineOf(results, wording.outline);
  const texts = assignNarrative(parseNarrative(narrative), parts);
  const letter = writeLetter(prose.frame, wording.signatures);
  const annexes = printedAnnexes(prose);
  // On pages of their own: inside the text they would leave half pages empty.
  const charts = [...headlineCharts(prose), ...courseCharts(prose)];
  const series = seriesOf(prose, annexes, chartsApart && charts.length > 0);
  const pointing = pointingTo(prose, annexes, series);
  const begun = introduction(pointing, toldIndicators(parts), letter.reference.issuer);
  const built = parts.map((part) =>
    buildPart(pointing, part, texts.get(part.id), { outline: wording.outline, series }),
  );
  const ended = ending(pointing, series, letter.reference.issuer);
  const subject = prose.say(`subject.${results.period.kind}`, {});
  const unwritten = built.some(({ empty }) => empty.length > 0);
  return {
    head: letter.head,
    documentType: prose.say('documentType', {}),
    subject,
    to: results.report.to,
    blocks: [...begun, ...built.flatMap(({ blocks }) => blocks), ...ended],
    charts,
    ...defined({ chartsAnnex: chartsAnnex(prose, annexes, series) }),
    recipients: letter.recipients,
    signature: letter.signature,
    annexes: renumbered(prose, annexes, series),
    annexReference: prose.say('annexReference', letter.reference),
    // A report that still asks for text is no more final than one that lacks figures.
    draft: (!results.final && !results.complete) || unwritten,
    ...defined({ date: results.report.date, margins: results.report.margins }),
    title: prose.say('documentTitle', { subject: lowerFirst(subject) }),
  };
}

/** Titles of the written parts that narrative.md leaves empty; `--final` refuses them. */
export function emptyNarrativeParts(prose: Prose, narrative = ''): readonly string[] {
  const parts = outlineOf(prose.frame.results, prose.wording.outline);
  const texts = assignNarrative(parseNarrative(narrative), parts);
  return parts.flatMap((part) => writtenPart(prose, part, texts.get(part.id)).empty);
}

/** Headings of narrative.md that belong to no part, and those that would. */
export function strayHeadings(
  { frame, wording }: Prose,
  narrative: string,
): { readonly headings: readonly string[]; readonly known: readonly string[] } {
  const parts = outlineOf(frame.results, wording.outline);
  return { headings: unknownHeadings(parseNarrative(narrative), parts), known: knownHeadings(parts) };
}

/** What the topics of these parts speak of. */
const toldIndicators = (parts: readonly OutlinePart[]): readonly string[] =>
  parts.flatMap(({ topics }) =>
    topics.flatMap(({ entries }) => entries.filter((entry) => !isUnmarked(entry)).flatMap(indicatorsOf)),
  );

/** Of the units it counts: that others gave nothing is no lack. */
const isUnmarked = (entry: Entry): boolean => entry.kind === 'counts' && entry.unmarked;

const outlineOf = (results: ResultsDocument, outline: Outline): readonly OutlinePart[] =>
  outline.outlines[results.report.outline];

function buildPart(
  prose: Prose,
  part: OutlinePart,
  text: PartText | undefined,
  { outline, series }: { readonly outline: Outline; readonly series: AnnexSeries },
): { readonly blocks: readonly Block[]; readonly empty: readonly string[] } {
  const heading: Block = { kind: 'heading', level: 1, text: part.title(prose.frame.words) };
  if (part.slots.length > 0) {
    const written = writtenPart(prose, part, text);
    return { blocks: [heading, ...written.blocks], empty: written.empty };
  }
  const telling = newTelling();
  const blocks = part.topics.flatMap((topic) => {
    const written = topic.overall
      ? overallTopic(prose, topic, outline)
      : topicBlocks(prose, topic.rest ? withRest(prose, topic, outline) : topic, telling);
    return written.length === 0 ? [] : withReference(prose, written, series.newNumbers(topic.annexes));
  });
  // A registration asks for little: a part without a topic has no heading either.
  return { blocks: blocks.length === 0 ? [] : [heading, ...blocks], empty: [] };
}

function overallTopic(prose: Prose, topic: Topic, outline: Outline): readonly Block[] {
  const paragraphs = overallAssessment(prose, outline);
  const heading: Block = { kind: 'heading', level: 2, text: topic.title(prose.frame.words) };
  return paragraphs.length === 0 ? [] : [heading, ...paragraphs];
}

/** The topic for headline indicators that a province added and no topic names. */
function withRest(prose: Prose, topic: Topic, outline: Outline): Topic {
  const placed = new Set(
    outline.outlines[prose.frame.results.report.outline].flatMap((part) =>
      part.topics.flatMap(({ entries }) => entries.flatMap(indicatorsOf)),
    ),
  );
  const entries = prose.frame.results.indicators
    .filter(({ id, headline }) => headline && !placed.has(id))
    .map(({ id, kind }): Entry =>
      kind === 'rate'
        ? {
            kind: 'rate',
            indicator: id,
            verb: prose.say('verb.usual', {}),
            ofCommunes: false,
            extremes: false,
            optional: false,
            paragraph: false,
          }
        : {
            kind: 'counts',
            indicators: [id],
            lead: 'whole',
            alone: 'whole',
            phrases: {},
            parts: {},
            unmarked: false,
            optional: false,
            paragraph: false,
          },
    );
  return { ...topic, entries: [...topic.entries, ...entries] };
}
