/** Names of the things in a workspace, and how the workspace is found from the current folder upwards. */
import { lstat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { SourceRef, WorkspaceConfig } from '../model.js';
import { readYaml } from '../readers/yaml-document.js';
import { admitConfiguration } from '../workspace/configuration.js';
import { readOfficeText, unlessFault } from '../readers/office-file.js';

export const WORKSPACE_FILES = {
  configuration: 'tdkvh.yaml',
  units: 'units.csv',
  targets: 'targets.csv',
  crosswalk: 'crosswalk.csv',
  areas: 'areas.csv',
  accepted: 'accepted.csv',
  received: 'received.csv',
  narrative: 'narrative.md',
  submissions: 'submissions',
  previous: 'previous',
  templates: 'templates',
  /** Forms of the office's own, which `criteria adopt` writes. */
  forms: 'forms',
  out: 'out',
  sealed: 'sealed',
} as const;

/** Where outputs go when there is no workspace. */
export const OUT_WITHOUT_WORKSPACE = 'tdkvh-out';

/** Where the outputs of a period lie; outside one, beside where the command runs. */
export const outFolderOf = (workspace: string | undefined): string =>
  workspace === undefined ? resolve(OUT_WITHOUT_WORKSPACE) : join(workspace, WORKSPACE_FILES.out);

/**
 * True when something has this name. A link that leads nowhere counts (a share that is not connected): whoever reads it
 * then says so, where a file taken for absent would give other figures without a word.
 */
export async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** The nearest folder from `start` upwards that holds tdkvh.yaml. */
export async function findWorkspace(start: string): Promise<string | undefined> {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (await exists(join(folder, WORKSPACE_FILES.configuration))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** What a look-up takes from a workspace; nothing when its configuration is not sound: look-ups must still work. */
export async function configurationOfFolder(folder: string): Promise<LookedUp> {
  const name = WORKSPACE_FILES.configuration;
  return unlessFault(
    async () => {
      const document = readYaml(await readOfficeText(join(folder, name), name), name);
      const { config } = admitConfiguration(document);
      return config === undefined ? {} : { ...config, criteriaAt: document.locate(['criteria']) };
    },
    () => ({}),
  );
}

type LookedUp = Partial<
  Pick<WorkspaceConfig, 'referenceDate' | 'registry' | 'criteria' | 'unit' | 'period'>
> & {
  /** The line that names the criteria set. */
  readonly criteriaAt?: SourceRef;
};
