/** A run sealed: its inputs copied, the run made from the copies alone, and all of it with its outputs as one bundle. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isError } from '../../findings/finding.js';
import type { Finding, SealedManifest, SealedMember } from '../../model.js';
import { SEALED_PLACES } from '../../model/sealing.js';
import { readOfficeFile } from '../../readers/office-file.js';
import { readSource, sha256 } from '../../readers/read-source.js';
import { append } from '../../values/of-many.js';
import { joined } from '../../writers/byte-pieces.js';
import { jsonBytes } from '../../writers/json.js';
import { zipPieces } from '../../writers/packer/zip-pieces.js';
import { REPORT_WORDING_FOLDER } from '../package-files.js';
import type { PreparedRun } from '../prepare-run.js';
import { gatherMembers, type Gathered } from './gather-members.js';
import { guideText } from './guide-text.js';
import { manifestFacts } from './manifest-facts.js';
import { inOwnFolder, layOut } from './own-folder.js';
import { contentOf, rebuild, type Rebuilt, type RebuildChoices } from './rebuild.js';

export interface SealChoices extends Pick<RebuildChoices, 'final' | 'complete'> {
  /** The workspace. */
  readonly folder: string;
  /** Why what was made is not to be sealed. */
  readonly refuse: (rebuilt: Rebuilt) => readonly Finding[];
}

export interface SealedRun {
  readonly manifest: SealedManifest;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes. */
  readonly seal: string;
  readonly rebuilt: Rebuilt;
}

/** The same inputs and the same program give the same bytes. */
export async function sealRun(
  run: PreparedRun,
  choices: SealChoices,
): Promise<{ readonly sealed?: SealedRun; readonly findings: readonly Finding[] }> {
  const gathered = await gatherMembers(run, choices.folder);
  if (gathered.findings.some(isError)) return { findings: gathered.findings };
  return inOwnFolder(async (root) => {
    const inputs = await copyInto(root, gathered.members);
    if (inputs.findings.some(isError)) return { findings: inputs.findings };
    const { folder } = gathered;
    const { rebuilt, findings } = await rebuild(root, { ...choices, folder });
    if (rebuilt === undefined) return { findings };
    const refused = choices.refuse(rebuilt);
    if (refused.length > 0) return { findings: [...findings, ...refused] };
    const outputs = await outputsOf(rebuilt);
    const facts = { ...manifestFacts(rebuilt, choices.final), folder, wording: await ownWording() };
    const guide = guideText(facts);
    const made = new Map([...outputs, [SEALED_PLACES.guide, guide]]);
    const members = [
      ...inputs.members,
      ...[...outputs].map(([path, bytes]) => memberOf(path, 'output', bytes)),
      memberOf(SEALED_PLACES.guide, 'guide', guide),
    ].sort((a, b) => (a.path < b.path ? -1 : 1));
    const manifest: SealedManifest = { ...facts, members };
    const bytes = packBundle(jsonBytes(manifest), members, (path) => made.get(path) ?? laidOut(root, path));
    return { sealed: { manifest, bytes, seal: sha256(bytes), rebuilt }, findings };
  });
}

/** The bundle as it is written, and as a true one looks when its members are packed again. */
export function packBundle(
  manifest: Uint8Array,
  members: readonly SealedMember[],
  content: (path: string) => Uint8Array,
): Uint8Array {
  function* parts(): Generator<readonly [string, Uint8Array]> {
    yield [SEALED_PLACES.manifest, manifest];
    for (const { path } of members) yield [path, content(path)];
  }
  return joined(zipPieces(parts()));
}

const memberOf = (path: string, role: SealedMember['role'], bytes: Uint8Array): SealedMember => ({
  path,
  role,
  size: bytes.length,
  sha256: sha256(bytes),
});

/** The copies are what is run and what is sealed: a file that changes meanwhile changes neither. */
async function copyInto(
  root: string,
  gathered: readonly Gathered[],
): Promise<{ readonly members: readonly SealedMember[]; readonly findings: readonly Finding[] }> {
  const members: SealedMember[] = [];
  const findings: Finding[] = [];
  for (const { path, role, absolute } of gathered) {
    const read =
      absolute === undefined
        ? { source: { bytes: new Uint8Array() }, findings: [] }
        : readSource({ path, absolute });
    append(findings, read.findings);
    if (read.source === undefined) continue;
    await layOut(root, path, read.source.bytes);
    members.push(memberOf(path, role, read.source.bytes));
  }
  return { members, findings };
}

function laidOut(root: string, path: string): Uint8Array {
  const { source } = readSource({ path, absolute: join(root, path) });
  if (source === undefined) throw new Error(`Not laid out: ${path}`);
  return source.bytes;
}

async function outputsOf({ outputs }: Rebuilt): Promise<ReadonlyMap<string, Uint8Array>> {
  const made = new Map<string, Uint8Array>();
  for (const [name, output] of outputs) made.set(`${SEALED_PLACES.outputs}/${name}`, await contentOf(output));
  return made;
}

/** The wording that comes with the program, by name inside it. */
export async function ownWording(): Promise<SealedManifest['wording']> {
  const names = (await readdir(REPORT_WORDING_FOLDER)).sort();
  return Promise.all(
    names.map(async (name) => ({
      path: `templates/reports/${name}`,
      sha256: sha256(await readOfficeFile(join(REPORT_WORDING_FOLDER, name), name)),
    })),
  );
}
