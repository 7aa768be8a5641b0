/** styles.xml with looks added: copies of a cell's own style under another fill, and the styles of the reply sheet. */
import { refuse } from './refusal.js';
import { applyEdits, attributeOf, prefixOf, withAttribute, xmlTags, type Edit } from './xml-tags.js';

export interface StyleEditor {
  /** Number of a style like `base`, filled with the colour (RRGGBB). */
  readonly filled: (base: number, colour: string) => number;
  /** Number of a new style made of these pieces of XML; `{p}` stands for the part's prefix. */
  readonly made: (pieces: StylePieces) => number;
  /** The part with everything added. */
  readonly finish: () => string;
}

/** Contents of `font`, `fill` and `border` elements, and of `alignment` and `protection` of the cell format. */
export interface StylePieces {
  readonly font: string;
  readonly fill?: string;
  readonly border?: string;
  readonly alignment: string;
  readonly unlocked?: boolean;
}

type ListName = 'fonts' | 'fills' | 'borders' | 'cellXfs';

interface List {
  /** Place and text of the opening tag. */
  readonly start: number;
  readonly end: number;
  /** Place of the closing tag. */
  readonly close: number;
  readonly children: readonly string[];
  readonly added: string[];
}

const LISTS: readonly ListName[] = ['fonts', 'fills', 'borders', 'cellXfs'];

/** An editor of a styles part; refuses parts without the lists that Excel always writes. */
export function editStyles(text: string): StyleEditor {
  const lists = readLists(text);
  const root = [...firstTag(text)][0]?.name ?? '';
  const prefix = prefixOf(root);
  const list = (name: ListName): List => lists.get(name) ?? refuse('unusual');
  const add = (name: ListName, xml: string): number => {
    const { children, added } = list(name);
    const known = added.indexOf(xml);
    if (known >= 0) return children.length + known;
    added.push(xml);
    return children.length + added.length - 1;
  };
  const solid = (colour: string): number =>
    add(
      'fills',
      `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="FF${colour}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`,
    );
  return {
    filled: (base, colour) => {
      const xf = list('cellXfs').children[base] ?? refuse('unusual');
      const tag = [...firstTag(xf)][0];
      if (tag === undefined) return refuse('unusual');
      const opening = xf.slice(tag.start, tag.end);
      const changed = withAttribute(
        withAttribute(opening, 'fillId', String(solid(colour))),
        'applyFill',
        '1',
      );
      return add('cellXfs', changed + xf.slice(tag.end));
    },
    made: ({ font, fill, border, alignment, unlocked }) => {
      const inPrefix = (xml: string): string => xml.replaceAll('{p}', prefix);
      const fontId = add('fonts', `<${prefix}font>${inPrefix(font)}</${prefix}font>`);
      const fillId = fill === undefined ? 0 : solid(fill);
      const borderId =
        border === undefined ? 0 : add('borders', `<${prefix}border>${inPrefix(border)}</${prefix}border>`);
      const protection = unlocked === true ? `<${prefix}protection locked="0"/>` : '';
      return add(
        'cellXfs',
        `<${prefix}xf numFmtId="0" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${unlocked === true ? ' applyProtection="1"' : ''}><${prefix}alignment ${alignment}/>${protection}</${prefix}xf>`,
      );
    },
    finish: () =>
      applyEdits(
        text,
        [...lists.values()].flatMap((one) => editsOf(text, one)),
      ),
  };
}

function* firstTag(text: string) {
  for (const tag of xmlTags(text)) {
    yield tag;
    return;
  }
}

function editsOf(text: string, { start, end, close, children, added }: List): readonly Edit[] {
  if (added.length === 0) return [];
  const opening = text.slice(start, end);
  const counted =
    attributeOf(opening, 'count') === undefined
      ? opening
      : withAttribute(opening, 'count', String(children.length + added.length));
  return [
    { start, end, text: counted },
    { start: close, end: close, text: added.join('') },
  ];
}

/** The four lists, with the text of each child. */
function readLists(text: string): ReadonlyMap<ListName, List> {
  const lists = new Map<ListName, List>();
  let open: { name: ListName; start: number; end: number; children: string[] } | undefined;
  let childStart = 0;
  for (const tag of xmlTags(text)) {
    if (tag.depth === 1) {
      const name = LISTS.find((one) => one === tag.local);
      if (name !== undefined && tag.kind === 'open')
        open = { name, start: tag.start, end: tag.end, children: [] };
      if (open !== undefined && tag.kind === 'close') {
        const { name: listName, start, end, children } = open;
        lists.set(listName, { start, end, close: tag.start, children, added: [] });
        open = undefined;
      }
    } else if (tag.depth === 2 && open !== undefined) {
      if (tag.kind === 'open') childStart = tag.start;
      else open.children.push(text.slice(tag.kind === 'close' ? childStart : tag.start, tag.end));
    }
  }
  return lists;
}
