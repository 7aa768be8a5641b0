/** The VML drawing behind comments: Excel shows none without its shape. Old parts are often no proper XML, so shapes are only added at the end. */
import { parseCellAddress } from '../../values/cell-address.js';
import { refuse } from './refusal.js';
import { largest } from '../../values/of-many.js';

/** A drawing without shapes. */
export const NO_SHAPES =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">\n</xml>';

const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>\n';
/** Our prefix → the last word of its namespace. */
const NAMESPACES = { v: 'vml', o: 'office:office', x: 'office:excel' } as const;
/** Shape numbers come in blocks of 1,024; a drawing owns the blocks it names. */
const BLOCK = 1024;
/** Columns and rows that a comment box covers; longer texts get more rows. */
const BOX = { columns: 4, fewestRows: 4, lettersALine: 38 } as const;

/** Bytes of a drawing as letters of the same number: nothing that stood there can change. */
export const shapesText = (bytes: Uint8Array): string =>
  bytes[0] === 0xff || bytes[0] === 0xfe ? refuse('unusual') : Buffer.from(bytes).toString('latin1');
/** And back. */
export const shapesBytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

/** Highest block of shape numbers that a drawing uses. */
export function lastBlock(text: string): number {
  const said = [...text.matchAll(/<(?:\w+:)?idmap\b[^>]*\bdata="([\d,\s]+)"/gu)].flatMap((match) =>
    (match[1] ?? '').split(',').map(Number),
  );
  const used = [...text.matchAll(/_x0000_s(\d+)/gu)].map((match) => Math.floor(Number(match[1]) / BLOCK));
  return largest([...said, ...used], 0);
}

/** Shapes for the cells that have none; `firstBlock` is free in the whole workbook. */
export function withShapes(
  text: string,
  notes: readonly { readonly cell: string; readonly length: number }[],
  firstBlock: number,
): string {
  const drawn = new Set(
    [
      ...text.matchAll(
        /<(?:\w+:)?Row>\s*(\d+)\s*<\/(?:\w+:)?Row>\s*<(?:\w+:)?Column>\s*(\d+)\s*<\/(?:\w+:)?Column>/gu,
      ),
    ].map((match) => `${match[1] ?? ''},${match[2] ?? ''}`),
  );
  const shapes: string[] = [];
  for (const { cell, length } of notes) {
    const place = parseCellAddress(cell);
    if (place === undefined) refuse('unusual');
    const [row, column] = [place.row - 1, place.column - 1];
    if (drawn.has(`${row},${column}`)) continue;
    // The first number of a block belongs to the drawing itself.
    const block = firstBlock + Math.floor(shapes.length / (BLOCK - 1));
    shapes.push(shape(block * BLOCK + 1 + (shapes.length % (BLOCK - 1)), row, column, length));
  }
  if (shapes.length === 0) return text;
  const blocks = Array.from(
    { length: Math.ceil(shapes.length / (BLOCK - 1)) },
    (_, index) => firstBlock + index,
  );
  const named = prefixesOf(text);
  const laidOut = withBlocks(text, blocks, named);
  const close = laidOut.lastIndexOf('</xml>');
  if (close < 0) return refuse('unusual');
  const type = text.includes('id="_x0000_t202"') ? '' : SHAPE_TYPE;
  return laidOut.slice(0, close) + named(type + shapes.join('')) + laidOut.slice(close);
}

/** Our elements under the prefixes that the drawing declares: some programs call them ns0, ns1, ns2. */
function prefixesOf(text: string): (xml: string) => string {
  const own = new Map(
    Object.entries(NAMESPACES).map(([prefix, namespace]) => {
      const declared = new RegExp(`xmlns:(\\w+)=["']urn:schemas-microsoft-com:${namespace}["']`, 'u').exec(
        text,
      );
      return [prefix, declared?.[1] ?? refuse('unusual')];
    }),
  );
  return (xml) =>
    xml.replace(/(<\/?|\s)([vox]):(?=\w)/gu, (_, before: string, prefix: string) => {
      return `${before}${own.get(prefix) ?? prefix}:`;
    });
}

/** A drawing owns the blocks its layout names; ours are added to those it has. */
function withBlocks(text: string, blocks: readonly number[], named: (xml: string) => string): string {
  const owned = /(<(?:\w+:)?idmap\b[^>]*\bdata=")([^"]*)"/u.exec(text);
  if (owned !== null) {
    const [whole, before = '', said = ''] = owned;
    return text.replace(whole, () => `${before}${said},${blocks.join(',')}"`);
  }
  const root = text.indexOf('>', text.search(/<xml[\s>]/u)) + 1;
  if (root === 0) return refuse('unusual');
  const layout = `\n<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks.join(',')}"/></o:shapelayout>`;
  return text.slice(0, root) + named(layout) + text.slice(root);
}

function shape(id: number, row: number, column: number, length: number): string {
  const top = Math.max(0, row - 1);
  const bottom = top + Math.max(BOX.fewestRows, Math.ceil(length / BOX.lettersALine) + 1);
  const anchor = [column + 1, 15, top, 10, column + 1 + BOX.columns, 15, bottom, 4].join(', ');
  return `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:200pt;height:70pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>\n`;
}
