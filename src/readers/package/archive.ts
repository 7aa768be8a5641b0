/** A .zip archive of submissions: each file inside becomes a file of its own, `archive.zip/inner.xlsx`. Nothing is written to disk. */
import { finding } from '../../findings/finding.js';
import type { Finding, SourceFile } from '../../model.js';
import { inflate, PACKAGE_LIMITS } from './inflate.js';
import { catching, isFault, type GateFault } from '../read-fault.js';
import { sha256 } from '../read-source.js';
import { besideProgram, OWN_FOLDERS } from '../own-folders.js';
import { MOST_MANIFEST } from '../sealed-notice.js';
import { skipByName, type SkipReason } from '../skipped-names.js';
import { looksZipped, sniff } from '../sniff.js';
import { readZipDirectory, type ZipEntry } from './zip-directory.js';

/** What stands at a path: a file to open, or why it is not opened. */
export type Expanded =
  | { readonly source: SourceFile; readonly findings: readonly Finding[] }
  | {
      readonly path: string;
      readonly sha256: string;
      readonly state: 'rejected' | 'skipped';
      readonly reason?: SkipReason;
      readonly findings: readonly Finding[];
    };

/**
 * The file itself when it is no archive; otherwise the files inside, unpacked one at a time within the limits of a
 * workbook. An archive that cannot be read is one rejected file; one that can stands for its contents only.
 */
export function* expandSource(source: SourceFile): Generator<Expanded> {
  if (!isArchive(source)) {
    yield { source, findings: [] };
    return;
  }
  const entries = catching(() => ({ list: filesOf(readZipDirectory(source.bytes)) }));
  const fault = isFault(entries) ? archiveFault(entries, source) : emptyOrMany(entries.list, source);
  if (isFault(entries) || fault !== undefined) {
    yield rejected(source.path, source.sha256, fault);
    return;
  }
  const own = ownFoldersIn(entries.list, source.path);
  for (const { folder, found, reason } of own)
    yield {
      path: `${source.path}${folder === '' ? '' : `/${folder.slice(0, -1)}`}`,
      sha256: folder === '' ? source.sha256 : '',
      state: 'skipped',
      reason,
      findings: [found],
    };
  const places = own.flatMap(({ holds }) => holds);
  const files = entries.list.filter(({ path }) => !places.some((place) => isIn(path, place)));
  if (files.length === 0 && own.length > 0) return;
  let total = 0;
  let notice: readonly Finding[] = [
    finding('file/archive-opened', { file: source.path }, { count: files.length }),
  ];
  for (const entry of files) {
    const item = expandEntry(entry, `${source.path}/${entry.path}`, PACKAGE_LIMITS.total - total);
    if ('source' in item) total += item.source.bytes.length;
    yield { ...item, findings: [...notice, ...item.findings] };
    notice = [];
  }
}

/** A folder of the archive, "" for all of it, that holds no submissions. `holds`: files and folders that are passed over. */
interface Own {
  readonly folder: string;
  readonly holds: readonly string[];
  readonly reason: SkipReason;
  readonly found: Finding;
}

/** A folder ends in "/", or is all of it; a name beside the program is one file or folder. */
const isIn = (path: string, place: string): boolean =>
  place === '' || place.endsWith('/')
    ? path.startsWith(place)
    : path === place || path.startsWith(`${place}/`);

/** Bundles of a sealed period and the program itself; together no more is unpacked than of the files. */
function ownFoldersIn(files: readonly ArchivedFile[], path: string): readonly Own[] {
  const own: Own[] = [];
  let left = PACKAGE_LIMITS.total;
  for (const { path: inner, entry } of files) {
    const kind = OWN_FOLDERS.find(({ manifest }) => inner === manifest || inner.endsWith(`/${manifest}`));
    if (kind === undefined) continue;
    const folder = inner.slice(0, -kind.manifest.length);
    const manifest = catching(() => inflate(entry, Math.min(MOST_MANIFEST, left)));
    if (isFault(manifest)) continue;
    left -= manifest.length;
    const found = kind.notice(manifest, folder === '' ? path : `${path}/${folder.slice(0, -1)}`);
    if (found !== undefined)
      own.push({ folder, holds: [folder, ...besideFolder(files, folder)], reason: kind.reason, found });
  }
  return own;
}

/** What only starts and explains the program that lies in a folder. */
function besideFolder(files: readonly ArchivedFile[], folder: string): readonly string[] {
  const parent = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  const names = files
    .filter(({ path }) => path.startsWith(parent))
    .map(({ path }) => path.slice(parent.length).split('/', 1)[0] ?? '');
  return besideProgram(new Set(names)).map((name) => `${parent}${name}`);
}

/** A damaged package whose name says archive is told as one: a locked or cut archive shows nothing of what it holds. */
function isArchive({ path, bytes }: SourceFile): boolean {
  if (!looksZipped(bytes)) return false;
  const kind = sniff(bytes);
  return kind === 'zip' || (kind === 'damaged-zip' && /\.zip$/iu.test(path));
}

interface ArchivedFile {
  readonly path: string;
  readonly entry: ZipEntry;
}

/** Files in an order that does not depend on the packer; folders are no files. */
const filesOf = (entries: readonly ZipEntry[]): readonly ArchivedFile[] =>
  entries
    .map((entry) => ({ path: spelled(entry.rawName), entry }))
    .filter(({ path }) => !path.endsWith('/'))
    .sort((a, b) => (a.path < b.path ? -1 : 1));

/** Names are UTF-8, or in the code page of Vietnamese Windows. Control characters have no place in a message. */
function spelled(raw: Uint8Array): string {
  let name: string;
  try {
    name = new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    name = new TextDecoder('windows-1258').decode(raw);
  }
  return name
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/[\u0000-\u001f\u007f-\u009f]/gu, '\ufffd');
}

function expandEntry({ path: inner, entry }: ArchivedFile, path: string, left: number): Expanded {
  const at = { file: path };
  const segments = inner.split('/');
  if (segments.includes('..') || /^(?:\/|[A-Za-z]:)/u.test(inner))
    return rejected(path, '', finding('file/archive-unsafe-name', at, {}));
  const skip = segments.map(skipByName).find((reason) => reason !== undefined);
  if (skip !== undefined) return { path, sha256: '', state: 'skipped', reason: skip.reason, findings: [] };
  const content = catching(() => inflate(entry, left));
  if (isFault(content)) return rejected(path, '', entryFault(content, path));
  const hash = sha256(content);
  if (sniff(content) === 'zip') return rejected(path, hash, finding('file/archive-nested', at, {}));
  return { source: { path, bytes: content, sha256: hash }, findings: [] };
}

const rejected = (path: string, hash: string, found: Finding | undefined): Expanded => ({
  path,
  sha256: hash,
  state: 'rejected',
  findings: found === undefined ? [] : [found],
});

const MEGABYTE = 1024 * 1024;

function emptyOrMany(files: readonly ArchivedFile[], source: SourceFile): Finding | undefined {
  const at = { file: source.path };
  if (files.length === 0) return finding('file/archive-empty', at, {});
  return files.length > PACKAGE_LIMITS.entries ? overLimit(source.path) : undefined;
}

const overLimit = (file: string): Finding =>
  finding(
    'file/archive-over-limit',
    { file },
    {
      megabytes: PACKAGE_LIMITS.total / MEGABYTE,
      part: PACKAGE_LIMITS.part / MEGABYTE,
      entries: PACKAGE_LIMITS.entries,
    },
  );

/** The checks are those of a workbook; what they mean for an archive is said in its own words. */
const archiveFault = (found: GateFault, { path }: SourceFile): Finding =>
  found.code === 'file/closed-part'
    ? finding('file/archive-locked', { file: path }, {})
    : finding('file/archive-damaged', { file: path }, {});

const entryFault = (found: GateFault, path: string): Finding =>
  found.code === 'file/over-size' || found.code === 'file/over-ratio'
    ? overLimit(path)
    : finding('file/archive-entry-damaged', { file: path }, {});
