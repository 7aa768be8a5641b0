/** A bundle opened and proved: members, container, code of the seal, and what of the program is other than at the sealing. */
import { basename, resolve } from 'node:path';
import { finding, isError } from '../../findings/finding.js';
import type { Finding, SealedManifest } from '../../model.js';
import { SEALED_PLACES } from '../../model/sealing.js';
import { readBundleFile, readSealedBundle, type SealedBundle } from '../../readers/sealed/sealed-bundle.js';
import { defined } from '../../values/defined.js';
import { toolVersion } from '../tool-version.js';
import { ownWording, packBundle } from './seal-run.js';

export interface OpenedBundle {
  /** Absent where it cannot be relied on. */
  readonly bundle?: SealedBundle;
  /** How findings call it. */
  readonly name: string;
  readonly findings: readonly Finding[];
}

/** `given`: the code noted elsewhere, when there is one. */
export async function openBundle(path: string, given?: string): Promise<OpenedBundle> {
  const name = basename(path);
  const bytes = await readBundleFile(resolve(path), name);
  if ('code' in bytes) return { name, findings: [bytes] };
  const { bundle, findings } = readSealedBundle(bytes, name);
  if (bundle === undefined) return { name, findings };
  const { manifest, seal } = bundle;
  const all = [
    ...otherSeal(name, seal, given),
    ...findings,
    ...(findings.some(isError) || isPackedAsWritten(bytes, bundle) ? [] : [otherContainer(name)]),
    ...(await otherProgram(name, manifest)),
  ];
  return { ...defined({ bundle: all.some(isError) ? undefined : bundle }), name, findings: all };
}

const otherContainer = (file: string): Finding => finding('sealed/container-changed', { file }, { file });

function otherSeal(file: string, seal: string, given: string | undefined): readonly Finding[] {
  if (given === undefined || given.replace(/\s/gu, '').toLowerCase() === seal) return [];
  return [finding('sealed/other-seal', { file }, { file, seal, given })];
}

/** Bytes that belong to no member are found by packing the members again. */
function isPackedAsWritten(bytes: Uint8Array, { manifest, content }: SealedBundle): boolean {
  const contentOf = (path: string): Uint8Array => content(path) ?? new Uint8Array();
  const again = packBundle(contentOf(SEALED_PLACES.manifest), manifest.members, contentOf);
  return Buffer.compare(again, bytes) === 0;
}

/** What the program brings itself; the bundle has its criteria and lists with it. */
async function otherProgram(file: string, { tool, wording }: SealedManifest): Promise<readonly Finding[]> {
  const now = toolVersion();
  const versions =
    tool.version === now ? [] : [finding('sealed/other-tool', { file }, { file, sealed: tool.version, now })];
  const today = new Map((await ownWording()).map(({ path, sha256 }) => [path, sha256]));
  const sealed = new Map(wording.map(({ path, sha256 }) => [path, sha256]));
  const paths = [...new Set([...sealed.keys(), ...today.keys()])].filter(
    (path) => sealed.get(path) !== today.get(path),
  );
  return paths.length === 0
    ? versions
    : [...versions, finding('sealed/other-wording', { file }, { file, paths: paths.sort().join(', ') })];
}
