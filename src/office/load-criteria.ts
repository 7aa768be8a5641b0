/** Loads a criteria set by the id of a bundled one or the path of a file, with the files it extends, base first. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { CriteriaSet, Finding, SourceRef } from '../model.js';
import { admitCriteriaSet } from '../criteria/admit-criteria-set.js';
import { extendsOf, type ChainFile } from '../criteria/chain-file.js';
import { finding } from '../findings/finding.js';
import { readTemplateYaml } from '../readers/template-yaml.js';
import { CRITERIA_FOLDER } from './package-files.js';

export interface LoadedCriteria {
  /** Absent when a finding is an error. */
  readonly set?: CriteriaSet;
  /** Of the file, or of all files of the chain together. */
  readonly sha256: string;
  readonly findings: readonly Finding[];
}

/** Ids of the sets that come with the program. */
export async function bundledCriteria(): Promise<readonly string[]> {
  const names = await readdir(CRITERIA_FOLDER);
  return names.flatMap((name) => (name.endsWith('.yaml') ? [basename(name, '.yaml')] : [])).sort();
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

/** `name` as written in tdkvh.yaml (`at`: where) or an option; paths are relative to `folder`. */
export async function loadCriteria(
  name: string,
  folder: string,
  at: SourceRef = { file: '' },
): Promise<LoadedCriteria> {
  const bundled = await bundledCriteria();
  const chain: ChainFile[] = [];
  const findings: Finding[] = [];
  const hashes: string[] = [];
  const seen = new Set<string>();
  let path: string | undefined = pathOf(name, folder, bundled);
  while (path !== undefined) {
    const bytes = await readIfThere(path);
    if (bytes === undefined) {
      const known = bundled.join(', ');
      // A missing base is told by the admission, at the line that names it.
      if (chain.length === 0) findings.push(finding('cli/unknown-criteria', at, { criteria: name, known }));
      break;
    }
    const file = bundled.includes(basename(path, '.yaml')) ? basename(path) : shownPath(path, folder);
    const document = await readTemplateYaml(bytes, file);
    findings.push(...document.findings);
    hashes.unshift(createHash('sha256').update(bytes).digest('hex'));
    chain.unshift({ value: document.value, file, locate: (keys) => document.locate(keys) });
    // A file met again closes a circle: it stays in the chain once more, so that the admission names it.
    if (seen.has(path)) break;
    seen.add(path);
    const base = extendsOf(document.value);
    path = base === undefined ? undefined : pathOf(base, dirname(path), bundled);
  }
  const sha256 =
    hashes.length === 1 ? (hashes[0] ?? '') : createHash('sha256').update(hashes.join('\n')).digest('hex');
  if (findings.length > 0) return { sha256, findings };
  const admitted = admitCriteriaSet(chain, sha256);
  return { ...admitted, sha256 };
}

function pathOf(name: string, folder: string, bundled: readonly string[]): string {
  return bundled.includes(name) ? join(CRITERIA_FOLDER, `${name}.yaml`) : resolve(folder, name);
}

/** Relative to the workspace where it is inside it, with `/`; otherwise the name alone: no machine path in outputs. */
function shownPath(path: string, folder: string): string {
  const inside = relative(folder, path);
  return inside.startsWith('..') || isAbsolute(inside) ? basename(path) : inside.split(sep).join('/');
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    const missing =
      error instanceof Error &&
      'code' in error &&
      ['ENOENT', 'EISDIR', 'ENOTDIR'].includes(String(error.code));
    if (missing) return undefined;
    throw error;
  }
}
