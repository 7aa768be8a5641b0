/** Children of `font` and `rPr` in the order that SpreadsheetML's schema demands; exceljs has its own (CT_Font, CT_RPrElt). */

const FONT =
  'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(' ');
const RUN =
  'rFont charset family b i strike outline shadow condense extend color sz u vertAlign scheme'.split(' ');

/** Sorts the children of every font of a styles part and of every rich text run of the shared strings. */
export function fontsInSchemaOrder(xml: string): string {
  return xml.replace(
    /<(font|rPr)>((?:<\w+(?:\s[^<>]*)?\/>)+)<\/\1>/gu,
    (_whole, tag: string, children: string) =>
      `<${tag}>${inOrder(children, tag === 'font' ? FONT : RUN)}</${tag}>`,
  );
}

function inOrder(children: string, order: readonly string[]): string {
  const place = (element: string): number => {
    const index = order.indexOf(/^<(\w+)/u.exec(element)?.[1] ?? '');
    return index === -1 ? order.length : index;
  };
  return (children.match(/<[^<>]*>/gu) ?? []).sort((a, b) => place(a) - place(b)).join('');
}
