/** Ids that docx draws at random or counts through the whole process, numbered anew from the package alone. */

const RELATIONSHIP = /<Relationship\b[^>]*?\bId="([^"]*)"/gu;

/**
 * Relationship ids become rId1, rId2 … in the order in which the part names them; ids that the part never names
 * come last, in the order of the list. Parts of spreadsheets keep theirs: exceljs already counts them.
 */
export function stableRelationshipIds(parts: Map<string, string>): void {
  for (const [name, relationships] of parts) {
    const owner = /^(word\/(?:.*\/)?)_rels\/([^/]+)\.rels$/u.exec(name);
    if (owner === null) continue;
    const ownerName = `${owner[1] ?? ''}${owner[2] ?? ''}`;
    const content = parts.get(ownerName) ?? '';
    const listed = [...relationships.matchAll(RELATIONSHIP)].map((match) => match[1] ?? '');
    const renamed = numbered(listed, content);
    parts.set(
      name,
      relationships.replace(RELATIONSHIP, (whole, id: string) =>
        whole.replace(` Id="${id}"`, ` Id="${renamed.get(id) ?? id}"`),
      ),
    );
    if (content !== '') parts.set(ownerName, withReferences(content, renamed));
  }
}

/** Attributes in the relationships' namespace: `r:id`, `r:embed`, `r:link`, `r:pict` … */
const REFERENCE = /(\sr:\w+=")([^"]*)"/gu;

function numbered(listed: readonly string[], content: string): Map<string, string> {
  const known = new Set(listed);
  const named = [...content.matchAll(REFERENCE)].map((match) => match[2] ?? '').filter((id) => known.has(id));
  return new Map([...new Set([...named, ...listed])].map((id, index) => [id, `rId${index + 1}`]));
}

const withReferences = (content: string, renamed: ReadonlyMap<string, string>): string =>
  content.replace(REFERENCE, (whole, before: string, id: string) => {
    const now = renamed.get(id);
    return now === undefined ? whole : `${before}${now}"`;
  });

/** Both ends of a bookmark share one number. */
const BOOKMARKS = /(<w:bookmark(?:Start|End)\b[^>]*?\sw:id=")(-?\d+)"/gu;
/** Elements whose ids are counted through the process. */
const COUNTED: readonly RegExp[] = [
  /(<wp:docPr\b[^>]*?\sid=")(-?\d+)"/gu,
  BOOKMARKS,
  /(<w:fitText\b[^>]*?\sw:id=")(-?\d+)"/gu,
];

/** Drawings, bookmarks and fitted texts of a Word document count from 1, through its parts in order; says how many bookmarks. */
export function stableDrawingIds(parts: Map<string, string>): number {
  let bookmarks = 0;
  const names = [...parts.keys()].filter((name) => /^word\/[^/]+\.xml$/u.test(name)).sort();
  for (const pattern of COUNTED) {
    const renamed = new Map<string, string>();
    for (const name of names) {
      const xml = parts.get(name) ?? '';
      const changed = xml.replace(pattern, (_whole, before: string, id: string) => {
        const now = renamed.get(id) ?? String(renamed.size + 1);
        renamed.set(id, now);
        return `${before}${now}"`;
      });
      parts.set(name, changed);
    }
    if (pattern === BOOKMARKS) bookmarks = renamed.size;
  }
  return bookmarks;
}
