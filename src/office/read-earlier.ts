/** Reads what a workspace keeps of earlier periods: the folder previous/ and, when it holds anything, the registry's map. */
import { join } from 'node:path';
import type { CrosswalkStep, Finding, IndicatorRecord } from '../model.js';
import type { EarlierMaterial } from '../comparison/earlier-periods.js';
import { readPreviousFolder } from '../readers/results/previous-results.js';
import { readRegistryMap } from '../readers/registry.js';
import { admitCrosswalk } from '../workspace/crosswalk.js';
import { admitEarlierFigures } from '../workspace/earlier-figures.js';
import { exists, WORKSPACE_FILES } from './workspace-files.js';

export interface Earlier {
  readonly previous?: EarlierMaterial;
  readonly registryMap?: readonly CrosswalkStep[];
}

/** Nothing at all without the folder. `registry` is the folder of the registry in use. */
export async function readEarlier(
  folder: string,
  indicators: readonly IndicatorRecord[],
  registry: string,
): Promise<Earlier> {
  const { documents, figures, findings } = await readPrevious(folder, indicators);
  if (documents.length === 0 && figures.length === 0)
    return findings.length === 0 ? {} : { previous: { documents, figures, findings } };
  const map = await readMap(registry);
  return {
    previous: { documents, figures, findings: [...findings, ...map.findings] },
    registryMap: map.steps,
  };
}

/** What is wrong in the folder previous/: told beside the other faults of a workspace that cannot be opened. */
export const earlierFaults = async (
  folder: string,
  indicators: readonly IndicatorRecord[] | undefined,
): Promise<readonly Finding[]> => (await readPrevious(folder, indicators)).findings;

/** Lines of so-lieu.csv are admitted when the set is known. */
async function readPrevious(
  folder: string,
  indicators: readonly IndicatorRecord[] | undefined,
): Promise<EarlierMaterial> {
  const previous = join(folder, WORKSPACE_FILES.previous);
  if (!(await exists(previous))) return { documents: [], figures: [], findings: [] };
  const read = await readPreviousFolder(previous, WORKSPACE_FILES.previous);
  const lines =
    read.figures === undefined || indicators === undefined
      ? { values: [], findings: [] }
      : admitEarlierFigures(read.figures, indicators);
  return {
    documents: read.documents,
    figures: lines.values,
    findings: [...read.findings, ...lines.findings],
  };
}

/** The steps of all maps of a registry. */
export async function readMap(
  registry: string,
): Promise<{ readonly steps: readonly CrosswalkStep[]; readonly findings: readonly Finding[] }> {
  const { maps, findings } = await readRegistryMap(registry);
  const admitted = maps.map(admitCrosswalk);
  return {
    steps: admitted.flatMap(({ values }) => values),
    findings: [...findings, ...admitted.flatMap((one) => one.findings)],
  };
}
