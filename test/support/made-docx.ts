/** A Word file made of given XML: enough of a package for the reader. */
import { strToU8, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const part = (root: string, xml: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${root} xmlns:w="${W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${xml}</w:${root}>`;

const related = (lines: readonly (readonly [type: string, target: string])[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${RELATIONSHIPS}">${lines
    .map(
      ([type, target], index) =>
        `<Relationship Id="r${String(index)}" Type="${OFFICE}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/** `body`: XML inside w:body; `footnotes`, `header`: XML inside those parts. */
export function madeDocx(
  body: string,
  more: { readonly footnotes?: string; readonly header?: string } = {},
): Uint8Array {
  const { footnotes, header } = more;
  const lines = [
    ...(footnotes === undefined ? [] : [['footnotes', 'footnotes.xml'] as const]),
    ...(header === undefined ? [] : [['header', 'header1.xml'] as const]),
  ];
  const files: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': related([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': related(lines),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
  };
  if (footnotes !== undefined) files['word/footnotes.xml'] = part('footnotes', footnotes);
  if (header !== undefined) files['word/header1.xml'] = part('hdr', header);
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** A paragraph of one run. */
export const paragraph = (text: string): string =>
  `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
