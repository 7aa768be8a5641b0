/** The files below the given folders, in an order that is the same on every machine; what is left out is listed. */
import type { Dirent } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { Finding } from '../model.js';
import { finding } from '../findings/finding.js';
import { filesFolded } from '../findings/fold.js';
import { OfficeFileFault, readOfficeFile } from './office-file.js';
import { besideProgram, OWN_FOLDERS } from './own-folders.js';
import { skipByName, type SkipReason } from './skipped-names.js';
import { systemCode } from '../values/system-code.js';

/** A file to read. `path` is relative to the base, NFC, with `/`: unique in a listing. */
export interface FileEntry {
  readonly path: string;
  readonly absolute: string;
}

export interface SkippedFile {
  readonly path: string;
  readonly reason: SkipReason;
}

export interface Listing {
  readonly files: readonly FileEntry[];
  readonly skipped: readonly SkippedFile[];
  readonly findings: readonly Finding[];
}

/**
 * Lists regular files below files and folders. Symbolic links are not followed: they may lead out of the
 * folder or count a file twice. `except` are folders of our own outputs; `followed` are folders of the office's own
 * configuration, which may be links themselves (also junctions of Windows).
 */
export async function listFiles(
  paths: readonly string[],
  base: string,
  except: readonly string[] = [],
  followed: readonly string[] = [],
): Promise<Listing> {
  const places = (folders: readonly string[]): readonly string[] =>
    folders.map((folder) => resolve(base, folder));
  const real = await Promise.all(places(except).map((folder) => realpath(folder).catch(() => folder)));
  const walk = new Walk(base, new Set([...places(except), ...real]), new Set(places(followed)));
  for (const path of paths) await walk.visit(resolve(base, path), true);
  return walk.listing();
}

/** A document of Numbers or Pages may be a folder that a Mac shows as a file: it is told as the one file it is there. */
const IWORK_NAME = /\.(?:numbers|pages)$/iu;
const IWORK_PART = /^(?:index(?:\.zip|\.xml|\.xml\.gz|\.apxl|\.apxl\.gz)?|metadata)$/iu;

class Walk {
  private readonly base: string;
  private readonly except: ReadonlySet<string>;
  private readonly seen = new Set<string>();
  private readonly files: FileEntry[] = [];
  private readonly skipped: SkippedFile[] = [];
  private readonly findings = filesFolded();
  private readonly followed: ReadonlySet<string>;

  constructor(base: string, except: ReadonlySet<string>, followed: ReadonlySet<string>) {
    this.base = resolve(base);
    this.except = except;
    this.followed = followed;
  }

  /** `named`: given by the user, so never left out because of its name; `spelled`: its path as the disk has it. */
  async visit(
    absolute: string,
    named: boolean,
    spelled = this.spelled(absolute),
    entry?: Dirent,
  ): Promise<void> {
    if (this.seen.has(absolute) || this.except.has(absolute)) return;
    this.seen.add(absolute);
    const path = spelled.normalize('NFC');
    const skip = skipByName(basename(absolute));
    if (skip?.openName !== undefined || (skip !== undefined && !named)) {
      this.skipped.push({ path, reason: skip.reason });
      if (skip.openName !== undefined)
        this.findings.add(
          finding('file/open-elsewhere', { file: path }, { name: skip.openName, program: skip.openIn ?? '' }),
        );
      return;
    }
    const kind = this.entryKind(absolute, entry) ?? (await this.kindOf(absolute, path));
    if (kind === 'folder') await this.visitFolder(absolute, spelled);
    else if (kind === 'file') this.files.push({ path: spelled, absolute });
    else if (kind !== undefined) {
      this.skipped.push({ path, reason: kind });
      this.findings.add(finding(kind === 'link' ? 'file/link' : 'file/not-regular', { file: path }, {}));
    }
  }

  listing(): Listing {
    return {
      files: composed(this.files).sort(byPath),
      skipped: this.skipped.sort(byPath),
      findings: [...this.findings.all()].sort((a, b) => compareCodePoints(a.at.file, b.at.file)),
    };
  }

  /** As the folder tells it, where that is enough: one question less for each of very many files. */
  private entryKind(absolute: string, entry: Dirent | undefined): 'file' | 'folder' | undefined {
    if (entry === undefined || this.followed.has(absolute) || entry.name.includes('\uFFFD')) return undefined;
    return entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : undefined;
  }

  private async kindOf(absolute: string, path: string): Promise<'file' | 'folder' | SkipReason | undefined> {
    try {
      const stats = this.followed.has(absolute) ? await stat(absolute) : await lstat(absolute);
      if (stats.isSymbolicLink()) return 'link';
      if (stats.isDirectory()) return 'folder';
      return stats.isFile() ? 'file' : 'not-a-file';
    } catch (error) {
      const reason = codeOfFault(error);
      const missing = reason === 'ENOENT' || reason === 'ENOTDIR';
      this.findings.add(
        // A name that is no Unicode comes back from the system with this sign, and is then found by no name.
        missing && path.includes('\uFFFD')
          ? finding('file/name-not-text', { file: path }, {})
          : missing
            ? finding('file/not-found', { file: path }, {})
            : finding('file/unreadable', { file: path }, { reason }),
      );
      return undefined;
    }
  }

  private async visitFolder(absolute: string, spelled: string): Promise<void> {
    const path = spelled.normalize('NFC');
    try {
      // Behind a link our own outputs have another name; some drives of Windows do not tell real names at all.
      const real = this.followed.size === 0 ? absolute : await realpath(absolute).catch(() => absolute);
      if (this.except.has(real)) return;
      const entries = await readdir(absolute, { withFileTypes: true });
      if (IWORK_NAME.test(path) && entries.some(({ name }) => IWORK_PART.test(name))) {
        this.skipped.push({ path, reason: 'not-a-file' });
        this.findings.add(finding('file/iwork', { file: path }, {}));
        return;
      }
      const own = await ownFolder(absolute, path, entries);
      if (own !== undefined) {
        this.skipped.push({ path, reason: own.reason });
        this.findings.add(own.found);
        return;
      }
      const within = spelled === '.' ? '' : spelled.endsWith('/') ? spelled : `${spelled}/`;
      const beside = new Set(besideProgram(new Set(entries.map(({ name }) => name))));
      for (const name of beside) this.skipped.push({ path: `${path}/${name}`, reason: 'own-program' });
      for (const entry of entries.sort((a, b) => compareCodePoints(a.name, b.name)))
        if (!beside.has(entry.name))
          await this.visit(join(absolute, entry.name), false, within + entry.name, entry);
    } catch (error) {
      this.findings.add(finding('file/folder-unreadable', { file: path }, { reason: codeOfFault(error) }));
    }
  }

  private spelled(absolute: string): string {
    const path = relative(this.base, absolute).split(sep).join('/');
    return path === '' ? '.' : path;
  }
}

/** A manifest that cannot be read is told with the files of the folder. */
async function ownFolder(
  absolute: string,
  path: string,
  entries: readonly Dirent[],
): Promise<{ readonly reason: SkipReason; readonly found: Finding } | undefined> {
  for (const { manifest, reason, notice } of OWN_FOLDERS) {
    if (!entries.some((entry) => entry.name === manifest && entry.isFile())) continue;
    try {
      const found = notice(await readOfficeFile(join(absolute, manifest), path), path);
      if (found !== undefined) return { reason, found };
    } catch (error) {
      if (!(error instanceof OfficeFileFault)) codeOfFault(error);
    }
  }
  return undefined;
}

/**
 * Paths composed (NFC), as Windows and people see them. Two names in a folder may differ in Unicode form
 * only; then the decomposed one keeps its own spelling, so that both are read.
 */
function composed(files: readonly FileEntry[]): FileEntry[] {
  const taken = new Set(files.map(({ path }) => path));
  return files.map((file) => {
    const path = file.path.normalize('NFC');
    if (taken.has(path)) return file;
    taken.add(path);
    return { ...file, path };
  });
}

/** The code of a fault of the system; anything without one is a bug and goes on. */
export function codeOfFault(error: unknown): string {
  const code = systemCode(error);
  if (code === undefined) throw error;
  return code;
}

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  compareCodePoints(a.path, b.path);

/** Order of code points, not of UTF-16 units or of a language: the same on every machine. */
function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (one !== other) return beyond(one) - beyond(other);
  }
  return a.length - b.length;
}

/** Halves of pairs stand for letters behind all that one unit can say. */
const beyond = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
