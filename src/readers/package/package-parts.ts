/** What a package declares about its parts: content types and relationships (ECMA-376 part 2), and that all of it is there. */
import type { PackageParts } from './inflated-parts.js';
import { refuse } from '../read-fault.js';
import { parseXml } from '../xml/xml-events.js';

/** One line of a `.rels` part; `target` is a part key for internal targets. */
export interface Relationship {
  readonly id: string;
  /** Last word of the type address, the same in transitional and strict files: `worksheet`, `styles` … */
  readonly type: string;
  readonly target: string;
}

type Parts = PackageParts;

const CONTENT_TYPES = '[content_types].xml';

/** Part names are equal whatever their case and percent-encoding (ECMA-376 part 2). */
export const partKey = (name: string): string => unescaped(name).toLowerCase();

/** Internal relationships of a part; of the package itself for ''. */
export function relationshipsOf(parts: Parts, source: string): readonly Relationship[] {
  const cut = source.lastIndexOf('/') + 1;
  const part = `${source.slice(0, cut)}_rels/${source.slice(cut)}.rels`;
  const bytes = parts.get(part);
  const found: Relationship[] = [];
  if (bytes === undefined) return found;
  parseXml(part, bytes, {
    open(local, _space, attribute) {
      if (local !== 'Relationship' || attribute('TargetMode') === 'External') return;
      const target = resolveTarget(source.slice(0, cut), attribute('Target') ?? '');
      if (target === undefined) return;
      const type = attribute('Type') ?? '';
      found.push({ id: attribute('Id') ?? '', type: type.slice(type.lastIndexOf('/') + 1), target });
    },
  });
  return found;
}

/** Part key of a target written in a part of `folder`; undefined for a place inside the same part. */
function resolveTarget(folder: string, target: string): string | undefined {
  const path = target.replaceAll('\\', '/').replace(/[#?].*$/u, '');
  if (path === '') return undefined;
  const segments: string[] = [];
  for (const segment of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return partKey(segments.join('/'));
}

function unescaped(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** Content types of single parts: part key → type. */
export function contentTypesOf(parts: Parts): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  const bytes = parts.get(CONTENT_TYPES);
  if (bytes === undefined) return types;
  parseXml(CONTENT_TYPES, bytes, {
    open(local, _space, attribute) {
      const part = attribute('PartName');
      if (local === 'Override' && part !== undefined)
        types.set(resolveTarget('', part) ?? '', attribute('ContentType') ?? '');
    },
  });
  return types;
}

const NEEDED_TYPE =
  /spreadsheetml\.(sheet\.main|worksheet|sharedStrings|styles)\+xml$|ms-excel\.\w+\.macroEnabled\.main\+xml$/u;

/** Relationships to what figures are read from, or what says how they are meant. */
const NEEDED_TARGET = /^(?:officeDocument|sharedStrings|styles|\w*sheet)$/iu;

/**
 * Every workbook, sheet, text store and style part that is declared must be present. Answers the other targets that are
 * absent: pictures, themes, notes, printer settings … carry no figure.
 */
export function checkDeclaredParts(parts: Parts): readonly string[] {
  const absent = new Set<string>();
  if (!parts.has(CONTENT_TYPES)) refuse('file/missing-part', { part: '[Content_Types].xml' });
  for (const [part, type] of contentTypesOf(parts))
    if (NEEDED_TYPE.test(type) && !parts.has(part)) refuse('file/missing-part', { part });
  for (const name of parts.keys()) {
    const match = /^(.*?)_rels\/([^/]*)\.rels$/u.exec(name);
    if (match === null) continue;
    for (const { target, type } of relationshipsOf(parts, `${match[1] ?? ''}${match[2] ?? ''}`)) {
      if (parts.has(target)) continue;
      if (NEEDED_TARGET.test(type)) refuse('file/missing-part', { part: target });
      absent.add(target);
    }
  }
  return [...absent].sort();
}
