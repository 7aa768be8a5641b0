/** Makes the outputs of a bundle again from its inputs and says of each whether it is the same to the byte. */
import { isError, finding } from '../../findings/finding.js';
import type { Finding, ResultsDocument, SealedManifest } from '../../model.js';
import { SEALED_PLACES } from '../../model/sealing.js';
import { sha256 } from '../../readers/read-source.js';
import { firstDifference } from '../../readers/sealed/first-difference.js';
import type { SealedBundle } from '../../readers/sealed/sealed-bundle.js';
import { defined } from '../../values/defined.js';

import { inOwnFolder, layOut } from './own-folder.js';
import { contentOf, rebuild, type RebuildChoices } from './rebuild.js';

export interface Reproduced {
  /** Outputs that are the same to the byte. */
  readonly same: readonly string[];
  /** Absent where nothing could be made. */
  readonly results?: ResultsDocument;
  readonly findings: readonly Finding[];
}

/** `name`: how findings call the bundle. */
export async function reproduceBundle(
  bundle: SealedBundle,
  name: string,
  complete: RebuildChoices['complete'],
): Promise<Reproduced> {
  const { manifest } = bundle;
  return inOwnFolder(async (root) => {
    for (const { path, role } of manifest.members) {
      const bytes = role === 'output' || role === 'guide' ? undefined : bundle.content(path);
      if (bytes !== undefined) await layOut(root, path, bytes);
    }
    const { folder, state } = manifest;
    const { rebuilt, findings } = await rebuild(root, { folder, final: state === 'final', complete });
    const same: string[] = [];
    const different: Finding[] = [];
    const tell = (output: string, difference: string): void => {
      const file = `${SEALED_PLACES.outputs}/${output}`;
      different.push(finding('sealed/output-differs', { file }, { file: name, output, difference }));
    };
    const sealed = outputsIn(manifest);
    for (const [output, make] of rebuilt?.outputs ?? []) {
      const bytes = await contentOf(make);
      const member = sealed.get(output);
      sealed.delete(output);
      if (member === undefined) tell(output, 'lúc chốt chưa có tệp này');
      else if (member.sha256 === sha256(bytes)) same.push(output);
      else tell(output, firstDifference(output, bundle.content(member.path) ?? new Uint8Array(), bytes));
    }
    for (const output of sealed.keys()) tell(output, 'không lập lại được tệp này');
    // What was found in the data was found when it was sealed, too; it is told where nothing came of it.
    const errors = rebuilt === undefined ? findings.filter(isError) : [];
    return { same, ...defined({ results: rebuilt?.results }), findings: [...errors, ...different] };
  });
}

/** By the name under which the run writes it. */
export const outputsIn = ({ members }: SealedManifest) =>
  new Map(
    members.flatMap((member) =>
      member.role === 'output'
        ? [[member.path.slice(SEALED_PLACES.outputs.length + 1), member] as const]
        : [],
    ),
  );
