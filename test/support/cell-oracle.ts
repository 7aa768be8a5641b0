/**
 * The cells of a workbook by other means than the program's reader: fflate unpacks, saxes parses, a tree of elements is
 * walked. It knows no limits and no faults of containers; what it gives is compared cell by cell.
 */
import { unzipSync } from 'fflate';
import { parseBySaxes } from './xml-oracle.js';

interface Element {
  readonly local: string;
  readonly isMain: boolean;
  readonly attribute: Readonly<Record<string, string | undefined>>;
  readonly children: Element[];
  text: string;
}

export interface OracleCell {
  readonly row: number;
  readonly column: number;
  readonly kind: string;
  readonly raw: string;
  readonly formula: boolean;
}

const MAIN = /spreadsheetml\/(?:2006\/)?main$/u;
const ASKED = ['r', 's', 't', 'ref', 'si', 'xml:space', 'Id', 'Type', 'Target', 'TargetMode', 'name'];
const RELATIONSHIPS = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
];

/** The whole part as elements. */
function treeOf(bytes: Uint8Array): Element {
  const root: Element = { local: '', isMain: false, attribute: {}, children: [], text: '' };
  const path = [root];
  parseBySaxes(bytes, {
    open(local, space, attribute) {
      const names = ASKED.map((name) => [name, attribute(name)] as const);
      const id = RELATIONSHIPS.map((one) => attribute('id', one)).find((one) => one !== undefined);
      const element: Element = {
        local,
        isMain: MAIN.test(space),
        attribute: Object.fromEntries([...names, ['r:id', id]]),
        children: [],
        text: '',
      };
      path.at(-1)?.children.push(element);
      path.push(element);
    },
    text(text) {
      const element = path.at(-1);
      if (element !== undefined) element.text += text;
    },
    close() {
      path.pop();
    },
  });
  return root;
}

const childrenOf = (element: Element | undefined, ...names: readonly string[]): readonly Element[] =>
  names.reduce<readonly Element[]>(
    (level, name) =>
      level.flatMap(({ children }) => children.filter((one) => one.isMain && one.local === name)),
    element === undefined ? [] : [element],
  );

const trimmed = (text: string): string => text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/gu, '');
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Text of an `si` or `is`: its own `t`, and the `t` of its runs. */
const textOf = ({ children }: Element): string =>
  children
    .filter(({ isMain }) => isMain)
    .map((child) => {
      if (child.local === 't')
        return unescaped(child.attribute['xml:space'] === 'preserve' ? child.text : trimmed(child.text));
      return child.local === 'r'
        ? childrenOf(child, 't')
            .map(({ text }) => unescaped(text))
            .join('')
        : '';
    })
    .join('');

const columnOf = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Sheet name → cells in the order of the file. */
export function cellsByOracle(bytes: Uint8Array): ReadonlyMap<string, readonly OracleCell[]> {
  const parts = new Map(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [decodeURIComponent(name).toLowerCase(), part]),
  );
  const part = (name: string): Uint8Array => {
    const found = parts.get(name);
    if (found === undefined) throw new Error(`no part ${name}`);
    return found;
  };
  const relations = (source: string) => {
    const [folder = '', file = ''] = /^(.*?)([^/]*)$/u.exec(source)?.slice(1) ?? [];
    const [list] = treeOf(part(`${folder}_rels/${file}.rels`)).children;
    return (list?.children ?? []).map(({ attribute }) => ({
      id: attribute['Id'],
      type: /[^/]*$/u.exec(attribute['Type'] ?? '')?.[0],
      target: decodeURIComponent(new URL(attribute['Target'] ?? '', `zip:///${folder}`).pathname)
        .slice(1)
        .toLowerCase(),
    }));
  };
  const workbook = relations('').find(({ type }) => type === 'officeDocument')?.target ?? '';
  const related = relations(workbook);
  const store = related.find(({ type }) => type === 'sharedStrings')?.target;
  const texts =
    store !== undefined && parts.has(store) ? childrenOf(treeOf(part(store)), 'sst', 'si').map(textOf) : [];
  return new Map(
    childrenOf(treeOf(part(workbook)), 'workbook', 'sheets', 'sheet').map(({ attribute }) => {
      const target = related.find(({ id }) => id === attribute['r:id'])?.target ?? '';
      const rows = childrenOf(treeOf(part(target)), 'worksheet', 'sheetData', 'row');
      return [unescaped(attribute['name'] ?? ''), cellsOfRows(rows, texts)];
    }),
  );
}

function cellsOfRows(rows: readonly Element[], texts: readonly string[]): readonly OracleCell[] {
  const cells: OracleCell[] = [];
  const filled: string[] = [];
  let row = 0;
  for (const one of rows) {
    row = Number(one.attribute['r'] ?? row + 1);
    let column = 0;
    for (const cell of childrenOf(one, 'c')) {
      const [, letters] = /^\$?([A-Z]+)\$?\d+$/u.exec(cell.attribute['r'] ?? '') ?? [];
      column = letters === undefined ? column + 1 : columnOf(letters);
      const stored = storedIn(cell, texts);
      // One formula gives the values of a whole range, and stands in its first cell only.
      for (const { attribute } of childrenOf(cell, 'f'))
        if (/^(?:array|dataTable)$/u.test(attribute['t'] ?? '')) filled.push(attribute['ref'] ?? '');
      const formula = stored?.formula === true || filled.some((range) => isIn(range, row, column));
      if (stored !== undefined) cells.push({ row, column, ...stored, formula });
    }
  }
  return cells;
}

function storedIn(
  cell: Element,
  texts: readonly string[],
): Pick<OracleCell, 'kind' | 'raw' | 'formula'> | undefined {
  const type = cell.attribute['t'] ?? 'n';
  const values = childrenOf(cell, 'v');
  const raw = values.map(({ text }) => text).join('');
  const [inline] = childrenOf(cell, 'is');
  const formula = childrenOf(cell, 'f').length > 0;
  const text = (content: string) =>
    content === '' && !formula ? undefined : { kind: 'text', raw: content, formula };
  if (type === 's') return trimmed(raw) === '' ? text('') : text(texts[Number(trimmed(raw))] ?? '?');
  if (type === 'inlineStr' || (inline !== undefined && values.length === 0))
    return text(inline === undefined ? unescaped(raw) : textOf(inline));
  if (type === 'str') return text(unescaped(raw));
  if (trimmed(raw) === '') return text('');
  if (type === 'b') return { kind: 'boolean', raw: /^(?:1|true)$/u.test(trimmed(raw)) ? '1' : '0', formula };
  if (type === 'e') return { kind: 'error', raw: trimmed(raw), formula };
  if (type === 'd')
    return { kind: 'text', raw: trimmed(raw).replace(/T00:00(:00(\.0+)?)?Z?$/u, ''), formula };
  const isNumber = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/u.test(trimmed(raw));
  return { kind: isNumber ? 'number' : 'text', raw: trimmed(raw), formula };
}

function isIn(range: string, row: number, column: number): boolean {
  const [, left = '', top, right = left, bottom = top] =
    /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/u.exec(range) ?? [];
  return Number(top) <= row && row <= Number(bottom) && columnOf(left) <= column && column <= columnOf(right);
}
