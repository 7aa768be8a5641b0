/** An office's template as a package: opened with care, its bookmarks made ready, styles given to what is put into it. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { MAIN_PART } from './template-text.js';

export type Parts = Readonly<Record<string, Uint8Array>>;

/** A letter is a few hundred kilobytes; what unpacks to more than this is none. */
const MOST_BYTES = 100_000_000;
const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** Undefined when the bytes are no Word document, or one with macros. */
export function openTemplate(bytes: Uint8Array): Parts | undefined {
  let total = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        return total <= MOST_BYTES && !name.endsWith('/');
      },
    });
    const types = parts['[Content_Types].xml'];
    if (total > MOST_BYTES || parts[MAIN_PART] === undefined || types === undefined) return undefined;
    return strFromU8(types).includes(MAIN_TYPE) ? parts : undefined;
  } catch {
    return undefined;
  }
}

/** The package with the texts of some parts changed; parts that stay the same keep their bytes. */
function withTexts(parts: Parts, names: RegExp, change: (xml: string) => string): Uint8Array {
  const changed = Object.entries(parts).map(([name, content]) => {
    if (!names.test(name)) return [name, content] as const;
    const xml = strFromU8(content);
    const now = change(xml);
    return [name, now === xml ? content : strToU8(now)] as const;
  });
  return zipSync(Object.fromEntries(changed), { level: 1 });
}

const OWN_BOOKMARK = /<w:bookmarkStart\b[^>]*\sw:name="sl_[^"]*"[^>]*\/>/gu;
/** Bookmarks of the template count from here; those of the text put into it count from 1. */
const FIRST_ID = 1_000_000;

/**
 * The template ready to be filled: bookmarks of an earlier report of this program taken out, the ids of its own moved
 * out of the way of new ones.
 */
export function withFreeBookmarks(parts: Parts): Uint8Array {
  return withTexts(parts, /^word\/[^/]+\.xml$/u, (xml) => {
    if (!xml.includes('<w:bookmarkStart')) return xml;
    const stale = new Set(
      [...xml.matchAll(OWN_BOOKMARK)].map(([start]) => /\sw:id="(\d+)"/u.exec(start)?.[1] ?? ''),
    );
    return xml
      .replace(OWN_BOOKMARK, '')
      .replace(/<w:bookmarkEnd\b[^>]*\sw:id="(\d+)"[^>]*\/>/gu, (end, id: string) =>
        stale.has(id) ? '' : end,
      )
      .replace(
        /(<w:bookmark(?:Start|End)\b[^>]*?\sw:id=")(\d+)"/gu,
        (_whole, before: string, id: string) => `${before}${String(Number(id) + FIRST_ID)}"`,
      );
  });
}

/** A tag that stands twice brings the same bookmark twice: the second gets a name and an id of its own. */
export function withUniqueBookmarks(document: Uint8Array): Uint8Array {
  const seen = new Map<string, number>();
  let next = REPEATED_ID;
  return withTexts(unzipSync(document), /^word\/[^/]+\.xml$/u, (xml) => {
    const open = new Map<string, string>();
    return xml.replace(/<w:bookmark(?:Start|End)\b[^>]*>/gu, (mark) => {
      const id = /\sw:id="(\d+)"/u.exec(mark)?.[1] ?? '';
      const bookmark = /\sw:name="(sl_[^"]*)"/u.exec(mark)?.[1];
      if (bookmark === undefined) {
        const own = open.get(id);
        open.delete(id);
        return own === undefined ? mark : mark.replace(`w:id="${id}"`, `w:id="${own}"`);
      }
      const times = (seen.get(bookmark) ?? 0) + 1;
      seen.set(bookmark, times);
      if (times === 1) return mark;
      const own = String((next += 1));
      open.set(id, own);
      return mark
        .replace(`w:id="${id}"`, `w:id="${own}"`)
        .replace(`w:name="${bookmark}"`, `w:name="${bookmark}_t${String(times)}"`);
    });
  });
}

/** Beyond every id of the template and of the report's own bookmarks. */
const REPEATED_ID = 5_000_000;

/** Printable width of the section in which an offset of the main part lies, in twips. */
export function widthAt(parts: Parts, offset: number): number | undefined {
  const section = strFromU8(parts[MAIN_PART] ?? new Uint8Array()).indexOf('<w:sectPr', offset);
  if (section < 0) return undefined;
  const xml = strFromU8(parts[MAIN_PART] ?? new Uint8Array()).slice(section);
  const attribute = (element: string, name: string): number | undefined => {
    const text = new RegExp(`<w:${element}\\b[^>]*\\sw:${name}="(\\d+)"`, 'u').exec(xml)?.[1];
    return text === undefined ? undefined : Number(text);
  };
  const [page, left, right] = [
    attribute('pgSz', 'w'),
    attribute('pgMar', 'left'),
    attribute('pgMar', 'right'),
  ];
  return page === undefined || left === undefined || right === undefined ? undefined : page - left - right;
}

/** Braces that came with the data must not be taken for tags: a character for private use parts them meanwhile. */
const PARTING = '\uE000';

/** The same data with every `{{` in its texts parted. In JSON itself no two opening braces ever meet. */
export const guarded = <Data>(data: Data): Data =>
  JSON.parse(JSON.stringify(data).replace(/\{(?=\{)/gu, `{${PARTING}`)) as Data;

/** The braces together again. */
export const unguarded = (bytes: Uint8Array): Uint8Array =>
  withTexts(unzipSync(bytes), /^word\/.*\.xml$/u, (xml) => xml.replaceAll(`{${PARTING}`, '{'));
