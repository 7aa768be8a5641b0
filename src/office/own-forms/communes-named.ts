/** The communes of the report by their names, for a form that is adopted: whoever heads its columns without saying "xã". */
import { buildUnitTree } from '../../units/unit-tree.js';
import { communeNamedIn, type CommuneNamed } from '../../submission/adopt/names-across.js';
import { openWorkspace } from '../open-workspace.js';

/** Names nobody where there is no workspace, or one with faults: the form is then judged by its words alone. */
export async function communesNamed(folder: string): Promise<CommuneNamed> {
  const { workspace } = await openWorkspace(folder);
  if (workspace === undefined) return () => undefined;
  const { units, registry, config } = workspace;
  const { tree } = buildUnitTree(units ?? registry.units, config.unit, config.referenceDate);
  return communeNamedIn([...(tree?.byCode.values() ?? [])].filter(({ code }) => tree?.due.has(code)));
}
