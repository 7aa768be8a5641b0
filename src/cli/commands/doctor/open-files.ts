/** Files that an office program holds open, and what a killed run of ours left behind. */
import { join } from 'node:path';
import { finding } from '../../../findings/finding.js';
import { brokenIn, isFolderHeld, LOCK_NAME, STAGING_PREFIX } from '../../../writers/output-set.js';
import { safeText } from '../../../values/safe-text.js';
import type { Finding } from '../../../model.js';
import { append } from '../../../values/of-many.js';
import type { Check } from './check.js';
import type { Walk } from './folder-walk.js';
import { fileName } from '../../../values/file-name.js';

const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/');

/**
 * Excel and Word mark an open file with `~$name` (Word drops the first two letters of a long name), LibreOffice with
 * `.~lock.name#`. A mark may also be left by a crash.
 */
export function checkOpenFiles({ paths }: Walk): Check {
  const line = { id: 'open-files', title: 'Tệp đang mở', text: 'không thấy tệp nào đang mở' };
  const open = paths.flatMap((path) => {
    const name = fileName(path);
    const [, libre] = /^\.~lock\.(.+)#$/u.exec(name) ?? [];
    const [, office] = /^~\$(.+)$/u.exec(name) ?? [];
    const file = libre ?? office;
    return file === undefined ? [] : [{ path, file }];
  });
  const [first] = open;
  if (first === undefined) return { ...line, findings: [] };
  const names = open.slice(0, MOST_NAMED).map(({ file }) => `“${safeText(file)}”`);
  const more = open.length > MOST_NAMED ? `${names.join(', ')}…` : names.join(', ');
  const found = finding('doctor/file-open', { file: first.path }, { count: open.length, files: more });
  return { ...line, findings: [found] };
}

const MOST_NAMED = 5;

/** Staging folders and locks whose run is no longer there; a run that is still at work is no leftover. */
export async function checkLeftovers(folder: string, { paths }: Walk): Promise<Check> {
  const line = { id: 'leftovers', title: 'Lần chạy dở dang', text: 'không còn sót gì' };
  const outside = paths.filter((path) => !isInStaging(folderOf(path)));
  const begins = (prefix: string) => outside.filter((path) => fileName(path).startsWith(prefix));
  const locks = begins(LOCK_NAME);
  const working = new Set<string>();
  for (const lock of locks) if (await isFolderHeld(join(folder, folderOf(lock)))) working.add(folderOf(lock));
  const left = [...begins(STAGING_PREFIX), ...locks].filter((path) => !working.has(folderOf(path))).sort();
  const [first] = left;
  const running = [...working].map((place) => finding('doctor/running', { file: place }, { path: place }));
  if (first === undefined) return { ...line, findings: running };
  const broken: Finding[] = [];
  for (const place of new Set(left.map(folderOf))) append(broken, await brokenIn(join(folder, place)));
  // Running again is no help against these; they say what is.
  if (broken.length > 0) return { ...line, findings: [...running, ...broken] };
  const files = left.map((path) => `“${safeText(path)}”`).join(', ');
  return { ...line, findings: [...running, finding('doctor/leftover', { file: first }, { files })] };
}

const isInStaging = (path: string): boolean =>
  path.split('/').some((part) => part.startsWith(STAGING_PREFIX));
