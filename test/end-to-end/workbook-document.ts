/** The stored values of a workbook, straight from its XML: a cached 0 and no cached value are two things. */
import { strFromU8, unzipSync } from 'fflate';

export type StoredValue = number | string;

export interface StoredSheet {
  /** Numbers of the rows that are there. */
  readonly rows: readonly number[];
  readonly at: (row: number, column: number) => StoredValue | undefined;
  /** The value of a cell, or of the merged cell it lies under. */
  readonly covered: (row: number, column: number) => StoredValue | undefined;
}

const unescaped = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|apos);/gu,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '',
  );

const columnNumber = (letters: string): number =>
  Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

/** "AB12" → [12, 28]. */
function place(address: string): readonly [row: number, column: number] {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/u.exec(address) ?? [];
  return [Number(row), columnNumber(letters)];
}

const attribute = (xml: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`, 'u').exec(xml)?.[1];

const textOf = (xml: string): string =>
  unescaped([...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/gu)].map(([, text = '']) => text).join(''));

/** One sheet by its name. */
export function readWorkbook(bytes: Uint8Array, name: string): StoredSheet {
  const parts = unzipSync(bytes);
  const part = (path: string): string => {
    const found = parts[path];
    return found === undefined ? '' : strFromU8(found);
  };
  const entry = [...part('xl/workbook.xml').matchAll(/<sheet [^>]*>/gu)].find(
    ([tag]) => unescaped(attribute(tag, 'name') ?? '') === name,
  )?.[0];
  const id = entry === undefined ? undefined : attribute(entry, 'r:id');
  const relation = [...part('xl/_rels/workbook.xml.rels').matchAll(/<Relationship [^>]*>/gu)].find(
    ([tag]) => attribute(tag, 'Id') === id,
  )?.[0];
  if (id === undefined || relation === undefined) throw new Error(`no sheet ${name}`);
  const shared = [...part('xl/sharedStrings.xml').matchAll(/<si>.*?<\/si>/gsu)].map(([item]) => textOf(item));
  const xml = part(`xl/${(attribute(relation, 'Target') ?? '').replace(/^\/xl\//u, '')}`);

  const cells = new Map<string, StoredValue>();
  const rows = new Set<number>();
  for (const [tag, attributes = '', inner = ''] of xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gsu)) {
    const [row, column] = place(attribute(tag, 'r') ?? '');
    rows.add(row);
    const value = /<v>([^<]*)<\/v>/u.exec(inner)?.[1];
    const type = attribute(attributes, 't');
    const key = `${String(row)} ${String(column)}`;
    if (type === 'inlineStr') cells.set(key, textOf(inner));
    else if (value === undefined) continue;
    else if (type === 's') cells.set(key, shared[Number(value)] ?? '');
    else cells.set(key, type === 'str' ? unescaped(value) : Number(value));
  }
  const merges = [...xml.matchAll(/<mergeCell ref="([A-Z]+\d+):([A-Z]+\d+)"/gu)].map(
    ([, from = '', to = '']) => [place(from), place(to)],
  );
  const at = (row: number, column: number): StoredValue | undefined =>
    cells.get(`${String(row)} ${String(column)}`);
  return {
    rows: [...rows].sort((one, other) => one - other),
    at,
    covered: (row, column) => {
      const merge = merges.find(
        ([from, to]) =>
          from !== undefined &&
          to !== undefined &&
          from[0] <= row &&
          row <= to[0] &&
          from[1] <= column &&
          column <= to[1],
      );
      return merge?.[0] === undefined ? at(row, column) : at(...merge[0]);
    },
  };
}
