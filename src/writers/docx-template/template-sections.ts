/** Sections of a template: annexes get a landscape one of their own where their tag stands on upright paper. */
import { strFromU8, strToU8 } from 'fflate';
import { placedTags } from './placed-tags.js';
import type { Parts } from './template-package.js';
import { MAIN_PART, tagsIn } from './template-text.js';

const SECTION = /<w:sectPr\b[^>]*?(?:\/>|>.*?<\/w:sectPr>)/su;
/** What a reader sees: anything else between two sections is blank. */
const CONTENT = /<w:t[\s>][^<]*[^<\s]|<w:(?:tbl|drawing|pict|object)[\s>]/u;
/** A page break of the template's own just before the annexes: with the section it would make an empty page. */
const LAST_BREAK =
  /<w:br\b[^>]*w:type="page"[^>]*\/>(?!.*(?:<w:t[\s>]|<w:(?:tbl|drawing|pict|sectPr)[\s>]))/su;
/** Upright A4 for a template that says nothing of its paper. */
const USUAL_SECTION =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';

/** A section ends in a paragraph; this one takes no room that could be seen. */
const endOf = (section: string): string =>
  `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${section}</w:pPr></w:p>`;

const sizeOf = (section: string): { readonly width: number; readonly height: number } => {
  const size = /<w:pgSz\b[^>]*>/u.exec(section)?.[0] ?? '';
  const of = (name: string): number =>
    Number(new RegExp(`\\sw:${name}="(\\d+)"`, 'u').exec(size)?.[1] ?? '0');
  return { width: of('w'), height: of('h') };
};

/** The same section begun on a new page, its paper turned; pages count on, and text runs in one column. */
function turned(section: string): string {
  const { width, height } = sizeOf(section);
  const size = `<w:type w:val="nextPage"/><w:pgSz w:w="${String(height)}" w:h="${String(width)}" w:orient="landscape"/>`;
  return countingOn(section)
    .replace(/<w:cols\b[^>]*?(?:\/>|>.*?<\/w:cols>)/su, '')
    .replace(/<w:pgSz\b[^>]*>/u, size);
}

const countingOn = (section: string): string =>
  section.replace(/<w:type\b[^>]*>/u, '').replace(/(<w:pgNumType\b[^>]*?)\sw:start="\d+"/u, '$1');

/** The upright section that goes on after the annexes. */
const continued = (section: string): string =>
  countingOn(section).replace('<w:pgSz', '<w:type w:val="nextPage"/><w:pgSz');

const opened = (xml: string, element: string): number =>
  xml.split(new RegExp(`<w:${element}[\\s>]`, 'u')).length - xml.split(`</w:${element}>`).length;

/** Sections that end in the paragraph of one of these tags end behind it: the paragraph is going to be replaced. */
export function withSectionsKept(parts: Parts, tags: readonly string[]): Parts {
  let xml = strFromU8(parts[MAIN_PART] ?? new Uint8Array());
  // From the last to the first, so that offsets stay right.
  for (const { part, text, start, end } of [...placedTags(parts).paragraphs].reverse()) {
    if (part !== MAIN_PART || !tagsIn(text).some((tag) => tags.includes(tag))) continue;
    const paragraph = xml.slice(start, end);
    const section = SECTION.exec(paragraph)?.[0];
    if (section === undefined || section.includes('sectPrChange')) continue;
    xml = `${xml.slice(0, start)}${paragraph.replace(section, '')}${endOf(section)}${xml.slice(end)}`;
  }
  return { ...parts, [MAIN_PART]: strToU8(xml) };
}

/**
 * The template with the paragraph of the annexes' tag in a landscape section: the section in which it stands is closed
 * before it, and goes on behind it where more follows. Unchanged where its paper lies across already.
 */
export function withAnnexSection(parts: Parts, tag: string): Parts {
  const place = placedTags(parts).paragraphs.find(
    ({ part, text }) => part === MAIN_PART && tagsIn(text).includes(tag),
  );
  if (place === undefined) return parts;
  const xml = strFromU8(parts[MAIN_PART] ?? new Uint8Array());
  let before = xml.slice(0, place.start);
  if (['tbl', 'txbxContent'].some((element) => opened(before, element) > 0)) return parts;
  const paragraph = xml.slice(place.start, place.end);
  let after = xml.slice(place.end);
  const match = SECTION.exec(after);
  if (match === null) after = after.replace('</w:body>', `${USUAL_SECTION}</w:body>`);
  const section = match?.[0] ?? USUAL_SECTION;
  const { width, height } = sizeOf(section);
  // Sections with changes not yet accepted hold one another: left as they are.
  if (section.includes('sectPrChange') || width === 0 || height === 0) return parts;
  if (width < height) {
    const begun = before.slice(Math.max(before.lastIndexOf('</w:sectPr>'), before.indexOf('<w:body>')));
    const at = after.indexOf(section);
    // A section ends with the paragraph that holds it.
    const last = opened(after.slice(0, at), 'p') > 0;
    const rest = after.slice(0, last ? after.indexOf('</w:p>', at) : at);
    if (CONTENT.test(begun)) before = `${before.replace(LAST_BREAK, '')}${endOf(section)}`;
    const [head, tail] = [after.slice(0, at), after.slice(at + section.length)];
    after = CONTENT.test(rest)
      ? `${endOf(turned(section))}${head}${continued(section)}${tail}`
      : `${head}${turned(section)}${tail}`;
  }
  return { ...parts, [MAIN_PART]: strToU8(`${before}${paragraph}${after}`) };
}
