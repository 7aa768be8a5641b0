/** Which kind of zip package: told by its list of content types, or by its first parts. */
import { inflate, PACKAGE_LIMITS } from './package/inflate.js';
import { catching, isFault } from './read-fault.js';
import { readZipDirectory } from './package/zip-directory.js';

type ZipKind = 'xlsx' | 'xlsb' | 'ods' | 'docx' | 'package' | 'iwork' | 'zip' | 'damaged-zip';

const BY_CONTENT_TYPE: readonly (readonly [ZipKind, RegExp])[] = [
  // Some programs name the type of binary workbooks as a default in every .xlsx they write: what its workbook is goes first.
  ['xlsx', /spreadsheetml\.(sheet|template)\.main|ms-excel\.\w+\.macroEnabled\.main/u],
  ['xlsb', /ms-excel\.sheet\.binary/u],
  ['docx', /wordprocessingml\.(document|template)\.main|ms-word\.\w+\.macroEnabled/u],
];

/** A damaged directory or list of types is left to the gate, which names the fault. */
export function sniffZip(bytes: Uint8Array): ZipKind {
  const kind = catching((): { kind: ZipKind } => {
    const entries = readZipDirectory(bytes);
    const types = entries.find(({ name }) => name.toLowerCase() === '[content_types].xml');
    const opening = types ?? entries.find(({ name }) => name === 'mimetype');
    if (opening === undefined) {
      if (entries.some(isIworkPart)) return { kind: 'iwork' };
      return { kind: entries.some(isOfficePart) ? 'damaged-zip' : 'zip' };
    }
    const text = new TextDecoder().decode(inflate(opening, PACKAGE_LIMITS.part)).replaceAll('\0', '');
    if (types !== undefined)
      return { kind: BY_CONTENT_TYPE.find(([, type]) => type.test(text))?.[0] ?? 'package' };
    if (/opendocument\.spreadsheet/u.test(text)) return { kind: 'ods' };
    return { kind: /opendocument\.text/u.test(text) ? 'docx' : 'package' };
  });
  return isFault(kind) ? 'damaged-zip' : kind.kind;
}

/** An Office package that has lost its list of types is a damaged one, not an archive of files. */
const isOfficePart = ({ name }: { readonly name: string }): boolean => /^(?:xl|_rels)\//iu.test(name);

/** Numbers, Pages: the document stands at these places, today and in the versions before. */
const isIworkPart = ({ name }: { readonly name: string }): boolean =>
  /^(?:Index\/Document\.iwa|Index\.zip|index\.(?:xml|apxl)\.gz|index\.apxl|buildVersionHistory\.plist)$/iu.test(
    name,
  );
