/** A sealed bundle read back: every member proved against the manifest; what differs, is missing or too much is named. */
import { finding, NOWHERE } from '../../findings/finding.js';
import type { Finding, SealedManifest, SealedMember } from '../../model.js';
import { sealedSchema, SEALED_PLACES } from '../../model/sealing.js';
import { OfficeFileFault, readOfficeFile } from '../office-file.js';
import { inflate } from '../package/inflate.js';
import { readZipDirectory, type ZipEntry } from '../package/zip-directory.js';
import { catching, isFault } from '../read-fault.js';
import { sha256 } from '../read-source.js';
import { looksZipped } from '../sniff.js';
import { systemCode } from '../../values/system-code.js';

const MEGABYTE = 1024 * 1024;
/** A country's submissions and outputs stay far below; deflate itself reaches no higher ratio. */
export const BUNDLE_LIMITS = { part: 512 * MEGABYTE, total: 4096 * MEGABYTE, ratio: 1100 };

export interface SealedBundle {
  readonly manifest: SealedManifest;
  /** SHA-256 of the whole bundle: the code that stands in the minutes. */
  readonly seal: string;
  /** Names in the order of the bundle. */
  readonly names: readonly string[];
  /** The bytes of a member; undefined for a name that is none. */
  readonly content: (path: string) => Uint8Array | undefined;
}

export interface BundleRead {
  /** Also where members differ: what they were sealed as is known all the same. */
  readonly bundle?: SealedBundle;
  readonly findings: readonly Finding[];
}

/** The file as bytes, or why there are none. `name` is how findings call it. */
export async function readBundleFile(path: string, name: string): Promise<Uint8Array | Finding> {
  try {
    return await readOfficeFile(path, name, 'sealed');
  } catch (error) {
    if (error instanceof OfficeFileFault) return error.finding;
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return finding('cli/not-found', NOWHERE, { path: name });
    throw error;
  }
}

/** Proves the whole bundle. `file` is how findings call it. */
export function readSealedBundle(bytes: Uint8Array, file: string): BundleRead {
  const at = { file };
  const directory = catching(() => ({ entries: readZipDirectory(bytes) }));
  if (isFault(directory))
    return {
      findings: [
        looksZipped(bytes)
          ? finding('sealed/damaged', at, { file })
          : finding('sealed/not-a-bundle', at, { file, reason: 'tệp không phải tệp nén .zip' }),
      ],
    };
  const entries = new Map(directory.entries.map((entry) => [entry.name, entry]));
  const content = (path: string): Uint8Array | undefined => {
    const entry = entries.get(path);
    const read = entry === undefined ? undefined : contentOf(entry);
    return read instanceof Uint8Array ? read : undefined;
  };
  const stated = content(SEALED_PLACES.manifest);
  if (stated === undefined)
    return {
      findings: [
        entries.has(SEALED_PLACES.manifest)
          ? finding('sealed/member-changed', at, { file, member: SEALED_PLACES.manifest })
          : finding('sealed/not-a-bundle', at, { file, reason: 'bên trong không có manifest.json' }),
      ],
    };
  const manifest = manifestOf(stated);
  if (manifest === undefined)
    return {
      findings: [finding('sealed/not-a-bundle', at, { file, reason: 'manifest.json không đúng khuôn dạng' })],
    };
  const names = directory.entries.map(({ name }) => name);
  return {
    bundle: { manifest, seal: sha256(bytes), names, content },
    findings: memberFindings(file, manifest, names, content),
  };
}

const contentOf = (entry: ZipEntry) => catching(() => inflate(entry, BUNDLE_LIMITS.total, BUNDLE_LIMITS));

function manifestOf(bytes: Uint8Array): SealedManifest | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const { data } = sealedSchema.safeParse(value);
    return data;
  } catch {
    return undefined;
  }
}

function memberFindings(
  file: string,
  { members }: SealedManifest,
  names: readonly string[],
  content: SealedBundle['content'],
): readonly Finding[] {
  const at = { file };
  const there = new Set(names);
  const sealed = new Set([SEALED_PLACES.manifest, ...members.map(({ path }) => path)]);
  const seen = new Set<string>();
  const added = names.filter((name) => {
    const isNew = !seen.has(name);
    seen.add(name);
    return !isNew || !sealed.has(name);
  });
  return [
    ...members.flatMap((member) =>
      !there.has(member.path)
        ? [finding('sealed/member-missing', at, { file, member: member.path })]
        : isAsSealed(member, content(member.path))
          ? []
          : [finding('sealed/member-changed', at, { file, member: member.path })],
    ),
    ...added.map((name) => finding('sealed/member-added', at, { file, member: name })),
  ];
}

const isAsSealed = (member: SealedMember, bytes: Uint8Array | undefined): boolean =>
  bytes !== undefined && bytes.length === member.size && sha256(bytes) === member.sha256;
