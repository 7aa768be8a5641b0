/** Gets a run ready: workspace or derived configuration, the files to read, where outputs go. */
import { lstat, opendir, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Finding } from '../model.js';
import { finding, isError, NOWHERE } from '../findings/finding.js';
import { folderAway } from '../findings/machine-fault.js';
import { listFiles, type Listing } from '../readers/folder.js';
import { openFiles, type OpenedFile } from '../readers/open-sources.js';
import type { RunInput } from '../pipeline.js';
import { deriveConfiguration, type IdentityChoices } from './derive-configuration.js';
import { criteriaInPeriod, loadCriteria } from './load-criteria.js';
import { openRegistry, openWorkspace, registryFolder } from './open-workspace.js';
import { earlierRecords } from './earlier-records.js';
import { readEarlier } from './read-earlier.js';
import { toolVersion } from './tool-version.js';
import { exists, findWorkspace, OUT_WITHOUT_WORKSPACE, WORKSPACE_FILES } from './workspace-files.js';
import { defined } from '../values/defined.js';
import { pathFromHere } from './path-from-here.js';
import { errnoOf } from '../values/system-code.js';

export type RunFacts = Omit<RunInput, 'opened' | 'listing' | 'final' | 'onProgress'>;

export interface PreparedRun {
  readonly facts: RunFacts;
  readonly listing: Listing;
  /** The listed files as they are opened, one after the other; can be gone through once. */
  readonly opened: AsyncIterable<OpenedFile>;
  /** Folder of the workspace; absent without one. */
  readonly folder?: string;
  /** Absolute folder of the outputs. */
  readonly out: string;
  /** As the user would type it. */
  readonly shownOut: string;
  /** Particular files or folders were named: the run is about them, not about who is missing. */
  readonly named: boolean;
  /** What stands behind the run beside the workspace's own files, absolute; absent without a workspace. */
  readonly definitions?: {
    readonly criteria: readonly string[];
    /** Folder of the unit list in use. */
    readonly registry: string;
  };
}

/** What was asked for beside the files; what is absent comes from the workspace or from the files. */
export interface RunChoices extends IdentityChoices {
  /** Folder in or under which to look for a workspace; the current one when absent. */
  readonly workspace?: string;
  readonly registry?: string;
  readonly out?: string;
  /** Folder of the criteria sets known by an id, when not the program's own. */
  readonly library?: string;
}

export interface Preparation {
  /** Absent when a finding is an error. */
  readonly run?: PreparedRun;
  /** Folder of the workspace, also when something in it is wrong: its templates are then looked at all the same. */
  readonly folder?: string;
  readonly findings: readonly Finding[];
}

/** What is wrong in previous/: a run tells it with its results, so that one that cannot be made has to be told it here. */
export const untoldOf = ({ run }: Preparation): readonly Finding[] => run?.facts.previous?.findings ?? [];

/** Everything a run needs, or all that stands in its way. Paths on the command line are relative to the current folder. */
export async function prepareRun(args: readonly string[], choices: RunChoices): Promise<Preparation> {
  const [first] = args;
  const start = choices.workspace ?? process.cwd();
  const missing = await absent(args);
  if (missing.length > 0) return { findings: missing };
  // `tdkvh aggregate thu-muc` means the workspace thu-muc, also from outside.
  const folder =
    (await findWorkspace(start)) ??
    (first === undefined || choices.workspace !== undefined ? undefined : await findWorkspace(first));
  if (folder !== undefined) return { ...(await prepareInWorkspace(folder, args, choices)), folder };
  if (choices.workspace !== undefined || first === undefined) {
    return { findings: [finding('cli/no-workspace', NOWHERE, {})] };
  }
  return prepareFolder(args, choices);
}

async function absent(paths: readonly string[]): Promise<readonly Finding[]> {
  const there = await Promise.all(paths.map((path) => exists(path)));
  return paths
    .filter((_, index) => there[index] !== true)
    .map((path) => finding('cli/not-found', NOWHERE, { path }));
}

async function prepareInWorkspace(
  folder: string,
  args: readonly string[],
  choices: RunChoices,
): Promise<Preparation> {
  const { workspace, findings } = await openWorkspace(folder, choices.registry, choices.library);
  if (workspace === undefined) return { findings };
  const named = args.map((path) => resolve(path)).filter((path) => path !== folder);
  const out = resolve(choices.out ?? resolve(folder, WORKSPACE_FILES.out));
  const configured = resolve(folder, WORKSPACE_FILES.submissions);
  const paths = named.length > 0 ? named : [configured];
  const { config, set, criteriaSha256, registry, units, targets, accepted, received } = workspace;
  const lists = { targets, accepted, received, ...defined({ units }) };
  const registryPlace = registryFolder(folder, choices.registry, config.registry);
  const earlier = await readEarlier(folder, earlierRecords(set), registryPlace);
  const fault = paths.includes(configured) ? await submissionsFault(configured) : undefined;
  if (fault !== undefined) return { findings: [...findings, ...(earlier.previous?.findings ?? []), fault] };
  const outputs = [out, resolve(folder, WORKSPACE_FILES.out)];
  const listing = await listFiles(paths, folder, outputs, [configured]);
  return {
    run: {
      facts: {
        config,
        set,
        criteriaSha256,
        registry,
        ...lists,
        crosswalkSteps: workspace.crosswalk,
        areaSteps: workspace.areas,
        ...earlier,
        toolVersion: toolVersion(),
      },
      listing,
      opened: openFiles(listing.files),
      folder,
      out,
      shownOut: pathFromHere(out),
      named: named.length > 0 && !named.includes(configured),
      definitions: { criteria: workspace.criteriaFiles, registry: registryPlace },
    },
    findings,
  };
}

/** Why the office's folder of submissions cannot be read at all: a run over nothing must not take the place of the last one. */
async function submissionsFault(folder: string): Promise<Finding | undefined> {
  const path = WORKSPACE_FILES.submissions;
  try {
    await (await opendir(folder)).close();
    return undefined;
  } catch (error) {
    const errno = errnoOf(error);
    // A link to a share that is away: the folder is meant, and is not there now.
    const isAway = errno === 'ENOENT' && (await isLink(folder));
    if (!isAway && (errno === 'ENOENT' || errno === 'ENOTDIR'))
      return finding('cli/no-submissions', NOWHERE, { path });
    return folderAway(path, errno);
  }
}

const isLink = (path: string): Promise<boolean> =>
  lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );

async function prepareFolder(args: readonly string[], choices: RunChoices): Promise<Preparation> {
  const here = process.cwd();
  const out = resolve(choices.out ?? OUT_WITHOUT_WORKSPACE);
  const [place = '.'] = args;
  const listing = await listFiles(args, here, [out, resolve(OUT_WITHOUT_WORKSPACE)]);
  if (listing.files.length === 0) {
    return { findings: [...listing.findings, finding('cli/no-submissions', NOWHERE, { path: place })] };
  }
  const { registry, findings } = await openRegistry(here, choices.registry);
  if (registry === undefined) return { findings };
  const derived = await deriveConfiguration(openFiles(listing.files), choices, registry, place);
  if (derived.config === undefined) return { findings: [...findings, ...derived.findings] };
  const criteria = await loadCriteria(derived.config.criteria, here);
  const all = [...findings, ...derived.findings, ...criteria.findings];
  if (criteria.set === undefined || all.some(isError)) return { findings: all };
  const facts: RunFacts = {
    config: derived.config,
    set: criteriaInPeriod(criteria.set, derived.config.period),
    criteriaSha256: criteria.sha256,
    registry,
    targets: [],
    accepted: [],
    received: [],
    toolVersion: toolVersion(),
  };
  const named = await areFiles(args);
  const { opened } = derived;
  return { run: { facts, listing, opened, out, shownOut: pathFromHere(out), named }, findings: all };
}

/** Single files are checked for themselves; a folder stands for everybody who is due. */
async function areFiles(paths: readonly string[]): Promise<boolean> {
  const stats = await Promise.all(paths.map((path) => stat(path)));
  return stats.every((one) => one.isFile());
}
