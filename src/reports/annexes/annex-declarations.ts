/** The tables as data: which annex, which columns, what stands in them (annexes.yaml). */
import { admitData, type DataNode } from '../admit-data.js';
import type { Phrase } from '../outline.js';
import { compilePhrase } from '../wording.js';
import { defined } from '../../values/defined.js';

/** Shapes of annexes; each has its builder in the registry. */
export const ANNEX_SHAPES = [
  'byUnit',
  'models',
  'areasWithoutTitle',
  'submissions',
  'remarks',
  'comparison',
  'upperParts',
  'agencies',
  'splits',
] as const;
export type AnnexShape = (typeof ANNEX_SHAPES)[number];

/** What a column by unit shows. */
export type ColumnSource =
  | { readonly kind: 'count'; readonly side: 'n' | 'd'; readonly indicators: readonly string[] }
  | { readonly kind: 'rate'; readonly indicator: string; readonly of: readonly [string, string] }
  /** Columns of lists are read by id. */
  | { readonly kind: 'listed' };

export interface ColumnDeclaration {
  readonly id: string;
  readonly header: Phrase;
  readonly group?: Phrase;
  readonly width?: number;
  readonly source: ColumnSource;
}

export interface AnnexDeclaration {
  readonly number: string;
  readonly id: string;
  readonly sheet: string;
  readonly title: Phrase;
  readonly unitLine?: string;
  readonly shape: AnnexShape;
  /** The table form a list is read from. */
  readonly form: string;
  readonly columns: readonly ColumnDeclaration[];
}

/** The other sheets of tong-hop.xlsx. */
export type SheetId = 'details' | 'findings' | 'sources';

export interface SheetDeclaration {
  readonly sheet: string;
  readonly title: Phrase;
  readonly form: string;
}

/** Words by kind and id: headers, status, state, severity, answers, forms. */
export type Labels = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface AnnexData {
  readonly annexes: readonly AnnexDeclaration[];
  readonly sheets: Readonly<Record<SheetId, SheetDeclaration>>;
  readonly labels: Labels;
}

const phrase = (node: DataNode): Phrase => compilePhrase(node.path, node.text());

function readSource(node: DataNode): ColumnSource {
  const rate = node.at('rate');
  if (rate.present) {
    const [numerator, denominator] = node.at('of').texts();
    if (numerator === undefined || denominator === undefined)
      node.at('of').oneOf(['[cột tử số, cột mẫu số]']);
    return { kind: 'rate', indicator: rate.text(), of: [numerator ?? '', denominator ?? ''] };
  }
  if (node.at('d').present) return { kind: 'count', side: 'd', indicators: node.at('d').texts() };
  if (node.at('n').present) return { kind: 'count', side: 'n', indicators: [node.at('n').text()] };
  return { kind: 'listed' };
}

function readColumn(node: DataNode): ColumnDeclaration {
  node.only('id', 'group', 'header', 'n', 'd', 'rate', 'of', 'width');
  const width = node.at('width').wholeNumber();
  return {
    id: node.at('id').text(),
    header: phrase(node.at('header')),
    source: readSource(node),
    ...(node.at('group').present ? { group: phrase(node.at('group')) } : {}),
    ...defined({ width }),
  };
}

const readAnnex = (node: DataNode): AnnexDeclaration => ({
  number: node
    .only('number', 'id', 'sheet', 'title', 'unitLine', 'shape', 'form', 'columns')
    .at('number')
    .text(),
  id: node.at('id').text(),
  sheet: node.at('sheet').text(),
  title: phrase(node.at('title')),
  shape: node.at('shape').oneOf(ANNEX_SHAPES),
  form: node.at('form').optionalText() ?? '',
  columns: node.at('columns').list().map(readColumn),
  ...(node.at('unitLine').present ? { unitLine: node.at('unitLine').text() } : {}),
});

const readSheet = (node: DataNode): SheetDeclaration => ({
  sheet: node.only('sheet', 'title', 'form').at('sheet').text(),
  title: phrase(node.at('title')),
  form: node.at('form').optionalText() ?? '',
});

/** Admits annexes.yaml; faults are thrown together. */
export const readAnnexData = (data: unknown): AnnexData =>
  admitData('annexes', data, (root) => {
    const sheets = root.at('sheets');
    return {
      annexes: root.at('annexes').list().map(readAnnex),
      sheets: {
        details: readSheet(sheets.at('details')),
        findings: readSheet(sheets.at('findings')),
        sources: readSheet(sheets.at('sources')),
      },
      labels: Object.fromEntries(
        root
          .at('labels')
          .entries()
          .map(([kind, words]) => [
            kind,
            Object.fromEntries(words.entries().map(([id, word]) => [id, word.text()])),
          ]),
      ),
    };
  });
