/** Which files stand behind a run: the office's own, what was sent, the criteria, the unit list and its maps. */
import { readdir } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { finding, isError } from '../../findings/finding.js';
import { isInside, nameInside, slashed } from '../path-inside.js';
import type { Finding, MemberRole } from '../../model.js';
import { isMemberPath, SEALED_PLACES } from '../../model/sealing.js';
import { EARLIER_FIGURES_FILE } from '../../readers/results/previous-results.js';
import { CRITERIA_FOLDER } from '../package-files.js';
import { OFFICE_TEMPLATE } from '../office-template.js';
import type { PreparedRun } from '../prepare-run.js';
import { exists, WORKSPACE_FILES } from '../workspace-files.js';

/** A file to seal. Without `absolute` only its name counts. */
export interface Gathered {
  readonly path: string;
  readonly role: MemberRole;
  readonly absolute?: string;
}

export interface GatheredRun {
  /** In order of path. */
  readonly members: readonly Gathered[];
  /** Folder of the period below the inputs; empty when it is their top. */
  readonly folder: string;
  readonly findings: readonly Finding[];
}

/** `folder` is the workspace. */
export async function gatherMembers(run: PreparedRun, folder: string): Promise<GatheredRun> {
  const { criteria = [], registry = '' } = run.definitions ?? {};
  const own = criteria.filter((path) => !isInside(CRITERIA_FOLDER, path));
  const outside = own.filter((path) => !isInside(folder, path));
  const base = outside.reduce(commonFolder, folder);
  const folders = new FoldersRead();
  const inputs = (path: string): string => `${SEALED_PLACES.inputs}/${slashed(relative(base, path))}`;
  const members: Gathered[] = [
    ...(await ownFiles(folder, folders)).map(({ absolute, role, kept }) => ({
      path: inputs(absolute),
      role,
      ...(kept ? { absolute } : {}),
    })),
    ...run.listing.files.map(({ path, absolute }) => ({
      path: inputs(join(folder, path)),
      role: 'submission' as const,
      absolute,
    })),
    ...run.listing.skipped.map(({ path }) => ({
      path: inputs(join(folder, path)),
      role: 'passedOver' as const,
    })),
    ...own.map((absolute) => ({ path: inputs(absolute), role: 'criteria' as const, absolute })),
    ...criteria
      .filter((path) => isInside(CRITERIA_FOLDER, path))
      .map((absolute) => ({
        path: `${SEALED_PLACES.criteria}/${slashed(relative(CRITERIA_FOLDER, absolute))}`,
        role: 'criteria' as const,
        absolute,
      })),
    ...(await registryFiles(registry, folders)),
  ];
  members.sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    members,
    folder: slashed(relative(base, folder)),
    findings: [
      ...notCarried(
        run,
        members,
        folders.unreadable.map((path) => nameInside(folder, path) ?? path),
      ),
      ...otherDrive(base, own),
    ],
  };
}

/** The deepest folder above both. */
function commonFolder(folder: string, path: string): string {
  let above = folder;
  while (!isInside(above, path) && dirname(above) !== above) above = dirname(above);
  return above;
}

interface OwnFile {
  readonly absolute: string;
  readonly role: MemberRole;
  readonly kept: boolean;
}

/** A new list of the office has its line here, or nothing compiles: a bundle without it would give other figures. */
const LISTS: Readonly<
  Record<
    Exclude<
      keyof typeof WORKSPACE_FILES,
      'submissions' | 'previous' | 'templates' | 'forms' | 'out' | 'sealed'
    >,
    MemberRole
  >
> = {
  configuration: 'configuration',
  units: 'units',
  targets: 'targets',
  crosswalk: 'crosswalk',
  areas: 'areas',
  accepted: 'acceptances',
  received: 'receipts',
  narrative: 'narrative',
};

/** Templates that a run reads. */
const isTemplate = (name: string): boolean =>
  /\.hbs$/u.test(name) ||
  ['outline.yaml', 'signatures.yaml', 'annexes.yaml', 'tags.yaml', OFFICE_TEMPLATE].includes(name);
/** What is read of an earlier period; of other files there the name is told, nothing else. */
const isEarlier = (name: string): boolean => /\.results\.json$/iu.test(name) || name === EARLIER_FIGURES_FILE;

async function ownFiles(folder: string, folders: FoldersRead): Promise<readonly OwnFile[]> {
  const found: OwnFile[] = [];
  for (const [list, role] of Object.entries(LISTS)) {
    const absolute = join(folder, WORKSPACE_FILES[list as keyof typeof LISTS]);
    if (await exists(absolute)) found.push({ absolute, role, kept: true });
  }
  for (const name of await folders.namesIn(join(folder, WORKSPACE_FILES.templates)))
    if (isTemplate(name))
      found.push({ absolute: join(folder, WORKSPACE_FILES.templates, name), role: 'template', kept: true });
  for (const name of await folders.namesIn(join(folder, WORKSPACE_FILES.previous))) {
    const absolute = join(folder, WORKSPACE_FILES.previous, name);
    if (isEarlier(name)) found.push({ absolute, role: 'previous', kept: true });
    else if (!/^[.~]/u.test(name)) found.push({ absolute, role: 'passedOver', kept: false });
  }
  return found;
}

/** Folders as they are listed: one that is not there holds nothing, one that cannot be looked into is remembered. */
class FoldersRead {
  readonly unreadable: string[] = [];

  async namesIn(folder: string): Promise<readonly string[]> {
    try {
      return await readdir(folder);
    } catch {
      if (await exists(folder)) this.unreadable.push(folder);
      return [];
    }
  }
}

async function registryFiles(registry: string, folders: FoldersRead): Promise<readonly Gathered[]> {
  return (await folders.namesIn(registry)).flatMap((name) => {
    const role = /^map.*\.csv$/iu.test(name)
      ? ('registryMap' as const)
      : /^units.*\.csv$/iu.test(name) || name === 'registry.json'
        ? ('registry' as const)
        : undefined;
    const path = `${SEALED_PLACES.registry}/${name}`;
    return role === undefined ? [] : [{ path, role, absolute: resolve(registry, name) }];
  });
}

/**
 * Links, devices and folders in the place of files mean something else on another machine, or nothing; what the walk could
 * not look at is in no list of files, and the bundle would say that it was never there.
 */
function notCarried(
  { listing }: PreparedRun,
  members: readonly Gathered[],
  folders: readonly string[],
): readonly Finding[] {
  const odd = listing.skipped.filter(({ reason }) => reason === 'link' || reason === 'not-a-file');
  const unseen = [...listing.findings.filter(isError).map(({ at }) => at.file), ...folders];
  const isUnnamed = (path: string): boolean => !isMemberPath(path) || path.includes('\uFFFD');
  const unnamed = [...members.map(({ path }) => path), ...unseen].filter(isUnnamed);
  const unreadable = unseen.filter((path) => !isUnnamed(path));
  return [
    ...odd.map(({ path }) =>
      cannotCarry(
        path,
        'là liên kết hoặc không phải tệp thường',
        'thay liên kết bằng tệp thật hoặc đưa ra khỏi submissions rồi chạy lại',
      ),
    ),
    ...unreadable.map((path) =>
      cannotCarry(
        path,
        'không đọc được',
        'sửa quyền đọc hoặc đưa ra khỏi thư mục của kỳ báo cáo rồi chạy lại',
      ),
    ),
    ...unnamed.map((path) =>
      cannotCarry(
        path,
        'có tên không ghi được trên mọi máy',
        'đổi tên tệp (bỏ dấu \\ và ký tự điều khiển) rồi chạy lại',
      ),
    ),
  ];
}

const otherDrive = (base: string, own: readonly string[]): readonly Finding[] =>
  own
    .filter((path) => !isInside(base, path))
    .map((path) =>
      cannotCarry(
        path,
        'là tệp của bộ tiêu chí ở ổ đĩa khác',
        'chép bộ tiêu chí vào thư mục của kỳ báo cáo, ghi đường dẫn theo thư mục đó rồi chạy lại',
      ),
    );

export const cannotCarry = (path: string, reason: string, advice: string): Finding =>
  finding('sealed/cannot-carry', { file: path }, { path, reason, advice });
