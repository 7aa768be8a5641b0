/** Results become the Report: letter, numbered parts, generated sentences, places to write, annexes (documents.md). */
import type { Block, Report, ResultsDocument } from '../model.js';
import { printedAnnexes } from './annexes.js';
import { headlineCharts } from './charts.js';
import { comparisonNotes } from './comparison-sentences.js';
import { courseCharts } from './course-charts.js';
import { absentCount, reasonsText, silentUnits } from './coverage.js';
import { runsOf } from './figure-marks.js';
import { buildFrame, isOwn } from './frame.js';
import { writeLetter } from './letter.js';
import { parseNarrative } from './markdown.js';
import { assignNarrative, knownHeadings, unknownHeadings, type PartText } from './narrative.js';
import type { Entry, Outline, OutlinePart, Topic } from './outline.js';
import type { ReportWording } from './report-wording.js';
import { figure, makeTeller, type Teller } from './teller.js';
import { freshMemory, indicatorsOf, topicBlocks } from './topic-blocks.js';
import { lowerFirst, paragraphOf } from './vietnamese-list.js';
import { writtenPart } from './written-part.js';
import { defined } from '../values/defined.js';

export interface ReportOptions {
  /** Text of narrative.md. */
  readonly narrative?: string;
  /** Decimals of rates; those of the run by default. */
  readonly decimals?: number;
  /** "07 xã" in prose; as the workspace says by default. */
  readonly leadingZero?: boolean;
}

export function buildReport(
  results: ResultsDocument,
  wording: ReportWording,
  options: ReportOptions = {},
): Report {
  const teller = tellerOf(results, wording, options);
  const parts = outlineOf(results, wording.outline);
  const texts = assignNarrative(parseNarrative(options.narrative ?? ''), parts);
  const letter = writeLetter(teller.frame, wording.signatures);
  const built = parts.map((part) => buildPart(teller, part, texts.get(part.id), wording.outline));
  const subject = teller.say(`subject.${results.period.kind}`, {});
  const unwritten = built.some(({ empty }) => empty.length > 0);
  return {
    head: letter.head,
    documentType: teller.say('documentType', {}),
    subject,
    to: results.report.to,
    blocks: [...introduction(teller), ...built.flatMap(({ blocks }) => blocks)],
    // On pages of their own: inside the text they would leave half pages empty.
    charts: [...headlineCharts(results, wording), ...courseCharts(results, wording)],
    recipients: letter.recipients,
    signature: letter.signature,
    annexes: printedAnnexes(results, wording),
    annexReference: teller.say('annexReference', letter.reference),
    // A report that still asks for text is no more final than one that lacks figures.
    draft: (!results.final && !results.complete) || unwritten,
    ...defined({ date: results.report.date, margins: results.report.margins }),
    title: teller.say('documentTitle', { subject: lowerFirst(subject) }),
  };
}

/** Titles of the written parts that narrative.md leaves empty; `--final` refuses them. */
export function emptyNarrativeParts(
  results: ResultsDocument,
  wording: ReportWording,
  narrative: string | undefined,
): readonly string[] {
  const teller = tellerOf(results, wording, {});
  const parts = outlineOf(results, wording.outline);
  const texts = assignNarrative(parseNarrative(narrative ?? ''), parts);
  return parts.flatMap((part) => writtenPart(teller, part, texts.get(part.id)).empty);
}

/** Headings of narrative.md that belong to no part, and those that would. */
export function strayHeadings(
  results: ResultsDocument,
  wording: ReportWording,
  narrative: string,
): { readonly headings: readonly string[]; readonly known: readonly string[] } {
  const parts = outlineOf(results, wording.outline);
  return { headings: unknownHeadings(parseNarrative(narrative), parts), known: knownHeadings(parts) };
}

const tellerOf = (results: ResultsDocument, wording: ReportWording, options: ReportOptions): Teller =>
  makeTeller(
    buildFrame(results, {
      decimals: options.decimals ?? results.decimals,
      titles: wording.outline.titles,
      leadingZero: options.leadingZero ?? results.report.leadingZero ?? true,
    }),
    wording.say,
  );

const outlineOf = (results: ResultsDocument, outline: Outline): readonly OutlinePart[] =>
  outline.outlines[results.report.outline];

/** In the place of an indicator: the units themselves. */
const UNITS = 'units';

function introduction(teller: Teller): readonly Block[] {
  const silent = silentUnits(teller.frame);
  const { leaves, count, results } = teller.frame;
  const heard = leaves.length - absentCount(silent);
  const own = isOwn(results, leaves);
  const state = heard === 0 ? 'none' : own ? 'own' : heard === leaves.length ? 'full' : 'partial';
  const data = {
    reported: figure(teller, UNITS, 'reported', count(heard)),
    expected: figure(teller, UNITS, 'expected', count(leaves.length)),
    reasons: reasonsText(teller.frame, teller.say, silent),
    several: silent.size > 1,
  };
  const sentences = [
    teller.say(`overall.${state}`, data),
    ...(results.period.kind === 'registration' || heard === 0 ? [] : comparisonNotes(teller)),
  ];
  return [
    teller.say('introduction', { registration: results.period.kind === 'registration' }),
    paragraphOf(sentences),
  ].map((text) => ({
    kind: 'paragraph',
    runs: runsOf(text),
  }));
}

function buildPart(
  teller: Teller,
  part: OutlinePart,
  text: PartText | undefined,
  outline: Outline,
): { readonly blocks: readonly Block[]; readonly empty: readonly string[] } {
  const heading: Block = { kind: 'heading', level: 1, text: part.title(teller.frame.words) };
  if (part.slots.length > 0) {
    const written = writtenPart(teller, part, text);
    return { blocks: [heading, ...written.blocks], empty: written.empty };
  }
  const memory = freshMemory();
  const blocks = part.topics.flatMap((topic) =>
    topicBlocks(teller, topic.rest ? withRest(teller, topic, outline) : topic, memory),
  );
  // A registration asks for little: a part without a topic has no heading either.
  return { blocks: blocks.length === 0 ? [] : [heading, ...blocks], empty: [] };
}

/** The topic for headline indicators that a province added and no topic names. */
function withRest(teller: Teller, topic: Topic, outline: Outline): Topic {
  const placed = new Set(
    outline.outlines[teller.frame.results.report.outline].flatMap((part) =>
      part.topics.flatMap(({ entries }) => entries.flatMap(indicatorsOf)),
    ),
  );
  const entries = teller.frame.results.indicators
    .filter(({ id, headline }) => headline && !placed.has(id))
    .map(({ id, kind }): Entry =>
      kind === 'rate'
        ? {
            kind: 'rate',
            indicator: id,
            verb: teller.say('verb.usual', {}),
            ofCommunes: false,
            optional: false,
          }
        : { kind: 'counts', indicators: [id], lead: 'whole', phrases: {}, optional: false },
    );
  return { ...topic, entries: [...topic.entries, ...entries] };
}
