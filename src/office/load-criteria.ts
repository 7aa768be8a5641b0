/** Loads a criteria set by the id of a bundled one or the path of a file or folder, with those it extends, base first. */
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { CriteriaSet, Finding, Period, SourceRef } from '../model.js';
import { admitCriteriaSet } from '../criteria/admit-criteria-set.js';
import { extendsOf, type ChainFile } from '../criteria/chain-file.js';
import { setInPeriod } from '../criteria/set-in-period.js';
import { finding, NOWHERE } from '../findings/finding.js';
import { prepared } from '../readers/prepared.js';
import { mainFileOf, readSetFiles } from './criteria-files.js';
import { RULE_SCHEMA } from '../validation/rules.js';
import { CRITERIA_FOLDER } from './package-files.js';
import { defined } from '../values/defined.js';
import { didYouMean, nearestWord } from '../values/nearest-word.js';
import { append } from '../values/of-many.js';

export interface LoadedCriteria {
  /** Absent when a finding is an error. */
  readonly set?: CriteriaSet;
  /** Of the file, or of all files of the set and of those it extends together. */
  readonly sha256: string;
  /** Absolute, of all files that were read. */
  readonly files: readonly string[];
  /** Absolute path of the set that it extends; absent for one that stands by itself. */
  readonly base?: string;
  readonly findings: readonly Finding[];
}

/** Ids of the sets that come with the program, or that lie in another `library`. */
export async function bundledCriteria(library = CRITERIA_FOLDER): Promise<readonly string[]> {
  const entries = await readdir(library, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

/** The bundled set whose titles cover the year; of several the newest. */
export async function criteriaOfYear(year: number): Promise<string | undefined> {
  for (const id of (await bundledCriteria()).toReversed()) {
    const { set } = await loadCriteria(id, CRITERIA_FOLDER);
    if (set === undefined) continue;
    const { from, to = year } = set.titleYears;
    if (year >= from && year <= to) return id;
  }
  return undefined;
}

/** The bundled set that is still open: the law in force. */
export const newestCriteria = (): Promise<string | undefined> => criteriaOfYear(9999);

/**
 * `name` as written in tdkvh.yaml (`at`: where) or an option; paths are relative to `folder`. `library`: where sets are
 * looked up by their id, the program's own unless a sealed bundle brings them.
 */
export async function loadCriteria(
  name: string,
  folder: string,
  at: SourceRef = NOWHERE,
  library = CRITERIA_FOLDER,
): Promise<LoadedCriteria> {
  const bundled = await bundledCriteria(library);
  const pathOf = (id: string, home: string): string =>
    bundled.includes(id) ? join(library, id) : resolve(home, id);
  const chain: ChainFile[] = [];
  const findings: Finding[] = [];
  const paths: string[] = [];
  let hashes: readonly string[] = [];
  const seen = new Set<string>();
  let extended: string | undefined;
  let path: string | undefined = await mainFileOf(pathOf(name, folder));
  while (path !== undefined) {
    const home = dirname(path);
    const files = await readSetFiles(path, (one) => shownPath(one, [library, folder, home]));
    if (files === undefined) {
      const remark = didYouMean(nearestWord(name, bundled));
      // A missing base is told by the admission, at the line that names it.
      if (chain.length === 0)
        findings.push(finding('cli/unknown-criteria', at, { path: name, known: bundled.join(', '), remark }));
      break;
    }
    append(findings, files.findings);
    hashes = [...files.sha256, ...hashes];
    append(paths, files.paths);
    chain.unshift(files.main);
    // A file met again closes a circle: it stays in the chain once more, so that the admission names it.
    if (seen.has(path)) break;
    seen.add(path);
    const base = extendsOf(files.main.value);
    path = base === undefined ? undefined : await mainFileOf(pathOf(base, home));
    extended ??= path;
  }
  const sha256 =
    hashes.length === 1 ? (hashes[0] ?? '') : createHash('sha256').update(hashes.join('\n')).digest('hex');
  if (findings.length > 0) return { sha256, files: paths, findings };
  return { ...admittedSet(chain, sha256, bundled), sha256, files: paths, ...defined({ base: extended }) };
}

/** Sets without a fault, by the SHA-256 of all their files: one run asks for the same set several times. */
const admittedSets = new Map<string, CriteriaSet>();

/** The set as the build prepared it, or admitted here. The bytes decide alone: names of files stand in findings only. */
function admittedSet(
  chain: readonly ChainFile[],
  sha256: string,
  bundled: readonly string[],
): { readonly set?: CriteriaSet; readonly findings: readonly Finding[] } {
  const known = admittedSets.get(sha256) ?? (prepared('set', sha256) as CriteriaSet | undefined);
  const admitted =
    known === undefined
      ? admitCriteriaSet(chain, RULE_SCHEMA, sha256, bundled)
      : { set: known, findings: [] };
  if (admitted.set !== undefined && admitted.findings.length === 0) admittedSets.set(sha256, admitted.set);
  return admitted;
}

/** What the set asks in the period: everything but `criteria` and the choice of a set works with this. */
export const criteriaInPeriod = (set: CriteriaSet, period: Period): CriteriaSet =>
  setInPeriod(set, period, RULE_SCHEMA);

/** From the bundled sets, the workspace or the set's own folder on, with `/`: no machine path in outputs. */
function shownPath(path: string, bases: readonly string[]): string {
  const insides = bases.map((base) => relative(base, path));
  const inside = insides.find((one) => !one.startsWith('..') && !isAbsolute(one));
  return inside?.split(sep).join('/') ?? basename(path);
}
