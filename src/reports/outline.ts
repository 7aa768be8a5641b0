/** The outline of the report as data: parts, topics, which indicator is reported by which form of sentence (outline.yaml). */
import { admitData, type DataNode } from './admit-data.js';
import { compilePhrase, type SentenceData } from './wording.js';

export type Phrase = (data: SentenceData) => string;

interface EntryBase {
  /** Nothing is written while nobody has reported it. */
  readonly optional: boolean;
}

/** How one or several indicators of a topic are reported. */
export type Entry = EntryBase &
  (
    | {
        readonly kind: 'rate';
        readonly indicator: string;
        readonly what?: Phrase;
        readonly verb: string;
        readonly unit?: string;
        readonly ofCommunes: boolean;
        /** "chưa có …": names the units without, instead of highest and lowest. */
        readonly lacking?: string;
      }
    | { readonly kind: 'base'; readonly indicator: string; readonly what: Phrase; readonly unit?: string }
    | { readonly kind: 'units'; readonly indicator: string; readonly what: Phrase; readonly dated: boolean }
    | {
        readonly kind: 'counts';
        readonly indicators: readonly string[];
        readonly lead: string;
        readonly phrases: Readonly<Record<string, CountPhrase>>;
        readonly dependsOn?: string;
        readonly joint?: string;
      }
  );

/** "tổ chức | {{n}} hội nghị": equal verbs of neighbours are written once. */
export interface CountPhrase {
  readonly verb: string;
  readonly rest: Phrase;
}

export interface Topic {
  readonly id: string;
  readonly title: Phrase;
  readonly subject: Phrase;
  readonly entries: readonly Entry[];
  /** Takes the headline indicators that stand nowhere else. */
  readonly rest: boolean;
}

export interface Slot {
  readonly id: string;
  readonly title: string;
  /** Headings of narrative.md that belong here; matched from their beginning. */
  readonly headings: readonly string[];
  readonly draft: 'strengths' | 'difficulties' | 'proposals' | 'none';
}

export interface OutlinePart {
  readonly id: string;
  readonly title: Phrase;
  readonly topics: readonly Topic[];
  readonly slots: readonly Slot[];
  readonly headings: readonly string[];
}

export interface Outline {
  readonly outlines: Readonly<Record<'local' | 'ministry', readonly OutlinePart[]>>;
  /** Names of titles for sets that name none. */
  readonly titles: Readonly<Record<string, string>>;
}

const phrase = (node: DataNode): Phrase => compilePhrase(node.path, node.text());
const unitOf = (node: DataNode): { readonly unit?: string } =>
  node.at('unit').present ? { unit: node.at('unit').text() } : {};

const ENTRY_KEYS =
  'rate base units counts what verb unit ofCommunes lacking optional lead phrases dependsOn joint dated'.split(
    ' ',
  );

function readEntry(node: DataNode): Entry {
  node.only(...ENTRY_KEYS);
  const optional = node.at('optional').flag();
  if (node.at('counts').present) {
    const phrases = Object.fromEntries(
      node
        .at('phrases')
        .entries()
        .map(([id, item]) => [id, readCountPhrase(item)]),
    );
    return {
      kind: 'counts',
      indicators: node.at('counts').texts(),
      lead: node.at('lead').optionalText() ?? 'whole',
      phrases,
      optional,
      ...(node.at('dependsOn').present ? { dependsOn: node.at('dependsOn').text() } : {}),
      ...(node.at('joint').present ? { joint: node.at('joint').text() } : {}),
    };
  }
  if (node.at('base').present) {
    return {
      kind: 'base',
      indicator: node.at('base').text(),
      what: phrase(node.at('what')),
      optional: true,
      ...unitOf(node),
    };
  }
  if (node.at('units').present) {
    return {
      kind: 'units',
      indicator: node.at('units').text(),
      what: phrase(node.at('what')),
      dated: node.at('dated').flag(),
      optional,
    };
  }
  const what = node.at('what');
  return {
    kind: 'rate',
    indicator: node.at('rate').text(),
    verb: node.at('verb').optionalText() ?? 'đạt',
    ofCommunes: node.at('ofCommunes').flag(),
    optional,
    ...(what.present ? { what: phrase(what) } : {}),
    ...unitOf(node),
    ...(node.at('lacking').present ? { lacking: node.at('lacking').text() } : {}),
  };
}

function readCountPhrase(node: DataNode): CountPhrase {
  const [first = '', second] = node.text().split(/\s*\|\s*/u);
  return second === undefined
    ? { verb: '', rest: compilePhrase(node.path, first) }
    : { verb: first.trim(), rest: compilePhrase(node.path, second) };
}

const readTopic = (node: DataNode): Topic => ({
  id: node.only('id', 'title', 'subject', 'entries', 'rest').at('id').text(),
  title: phrase(node.at('title')),
  subject: phrase(node.at('subject')),
  entries: node.at('entries').list().map(readEntry),
  rest: node.at('rest').flag(),
});

const readSlot = (node: DataNode): Slot => ({
  id: node.only('id', 'title', 'headings', 'draft').at('id').text(),
  title: node.at('title').text(),
  headings: node.at('headings').texts(),
  draft: node.at('draft').oneOf(['none', 'strengths', 'difficulties', 'proposals']),
});

/** Admits outline.yaml; faults are thrown together. */
export function readOutline(data: unknown): Outline {
  return admitData('outline', data, (root) => {
    const topics = new Map(
      root
        .at('topics')
        .list()
        .map((node) => [node.at('id').text(), readTopic(node)]),
    );
    const slots = new Map(
      root
        .at('slots')
        .list()
        .map((node) => [node.at('id').text(), readSlot(node)]),
    );
    const parts = new Map(
      root
        .at('parts')
        .list()
        .map((node) => [
          node.at('id').text(),
          {
            id: node.only('id', 'title', 'topics', 'slots', 'headings').at('id').text(),
            title: phrase(node.at('title')),
            topics: pick(node.at('topics'), topics),
            slots: pick(node.at('slots'), slots),
            headings: node.at('headings').texts(),
          },
        ]),
    );
    const outline = (name: 'local' | 'ministry'): readonly OutlinePart[] =>
      pick(root.at('outlines').at(name), parts);
    return {
      outlines: { local: outline('local'), ministry: outline('ministry') },
      titles: Object.fromEntries(
        root
          .at('titles')
          .entries()
          .map(([id, node]) => [id, node.text()]),
      ),
    };
  });
}

const pick = <T>(names: DataNode, from: ReadonlyMap<string, T>): readonly T[] =>
  names.list().flatMap((name) => {
    const found = from.get(name.text());
    if (found === undefined) name.oneOf([...from.keys()]);
    return found === undefined ? [] : [found];
  });
