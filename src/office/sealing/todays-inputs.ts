/** A period as it lies there today, beside what was sealed of it: inputs that changed, went or came since. */
import { join, posix } from 'node:path';
import { finding } from '../../findings/finding.js';
import type { Finding, MemberRole, SealedManifest } from '../../model.js';
import { SEALED_PLACES } from '../../model/sealing.js';
import { readSource } from '../../readers/read-source.js';
import { prepareRun } from '../prepare-run.js';
import { exists } from '../workspace-files.js';
import { gatherMembers, type Gathered } from './gather-members.js';

/** `folder`: the workspace. `bundle`: how findings call it. */
export async function changedSince(
  manifest: SealedManifest,
  folder: string,
  bundle: string,
): Promise<readonly Finding[]> {
  const today = await inputsToday(folder);
  const sealed = inputsIn(manifest.members, manifest.folder);
  const findings: Finding[] = [];
  for (const [name, { sha256 }] of sealed) {
    const absolute = today.get(name)?.absolute ?? join(folder, name);
    const at = { file: name };
    if (!(await exists(absolute))) {
      findings.push(finding('sealed/input-missing', at, { path: name, bundle }));
      continue;
    }
    const { source } = readSource({ path: name, absolute });
    if (source?.sha256 !== sha256) findings.push(finding('sealed/input-changed', at, { path: name, bundle }));
  }
  const added = [...today.keys()].filter((name) => !sealed.has(name));
  return [
    ...findings,
    ...added.map((name) => finding('sealed/input-added', { file: name }, { path: name, bundle })),
  ];
}

/** What a run of the period would read now; nothing where something stands in its way, which is told by whoever runs. */
async function inputsToday(folder: string): Promise<ReadonlyMap<string, Gathered>> {
  const { run } = await prepareRun([], { workspace: folder });
  if (run === undefined) return new Map();
  const { members, folder: place } = await gatherMembers(run, folder);
  return inputsIn(members, place);
}

/**
 * By path from the folder of the period on: what the office keeps itself and what was sent. The unit list and bundled
 * criteria lie elsewhere in the bundle and come with the program; of what was passed over only the name is known.
 */
function inputsIn<Member extends { readonly path: string; readonly role: MemberRole }>(
  members: readonly Member[],
  folder: string,
): ReadonlyMap<string, Member> {
  const top = `${SEALED_PLACES.inputs}/`;
  return new Map(
    members.flatMap((member) =>
      member.role !== 'passedOver' && member.path.startsWith(top)
        ? [[posix.relative(folder, member.path.slice(top.length)), member] as const]
        : [],
    ),
  );
}
