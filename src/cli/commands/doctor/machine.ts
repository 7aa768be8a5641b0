/** The machine: version of Node, free disk space, and whether results can be written. */
import { statfs } from 'node:fs/promises';
import { finding, NOWHERE } from '../../../findings/finding.js';
import { formatCount } from '../../../values/number-format.js';
import type { Check } from './check.js';
import { errnoOf } from '../../../values/system-code.js';
import { tryWriting } from '../../../writers/output-set.js';

const MEGABYTE = 1024 * 1024;
/** A province's run with returns writes less than the first; below the second not even a report is sure to fit. */
const COMFORTABLE = 500;
const LEAST = 50;

/** `needed` is the range of package.json, `>=20.19`. */
export function checkNode(version: string, needed: string): Check {
  const least = needed.replace(/^>=\s*/u, '');
  const findings = isOlder(version, least)
    ? [finding('doctor/node-too-old', NOWHERE, { version, needed: least })]
    : [];
  return { id: 'node', title: 'Node.js', text: `bản ${version} (cần từ ${least})`, findings };
}

function isOlder(version: string, least: string): boolean {
  const [have, want] = [version, least].map((text) => text.split('.').map((part) => parseInt(part, 10)));
  for (const [index, part] of (want ?? []).entries()) {
    const own = have?.[index];
    if (own !== undefined && own !== part) return own < part;
  }
  return false;
}

/** Free space of the disk that holds the folder. */
export async function checkDisk(folder: string): Promise<Check> {
  const line = { id: 'disk', title: 'Dung lượng đĩa' };
  try {
    const { bavail, bsize } = await statfs(folder);
    return { ...line, ...judgeDisk(Math.floor((bavail * bsize) / MEGABYTE)) };
  } catch (error) {
    // Some network drives do not tell; writing is tried by another check.
    return {
      ...line,
      text: `ổ đĩa không cho biết dung lượng còn trống (mã ${errnoOf(error)})`,
      findings: [],
    };
  }
}

/** What so much free space means. */
export function judgeDisk(megabytes: number): Pick<Check, 'text' | 'findings'> {
  const free = formatCount(megabytes);
  const text = `còn trống ${free} MB`;
  if (megabytes < LEAST) return { text, findings: [finding('doctor/disk-full', NOWHERE, { free })] };
  if (megabytes < COMFORTABLE) return { text, findings: [finding('doctor/disk-low', NOWHERE, { free })] };
  return { text, findings: [] };
}

/** Tries to write a file into the folder of results and takes it away again; a folder it had to make, too. */
export async function checkWritable(folder: string, shown: string): Promise<Check> {
  const line = { id: 'writable', title: 'Quyền ghi', text: `ghi được vào “${shown}”` };
  try {
    await tryWriting(folder);
    return { ...line, findings: [] };
  } catch (error) {
    const errno = errnoOf(error);
    return {
      ...line,
      findings: [finding('doctor/not-writable', { file: shown }, { path: shown, errno })],
    };
  }
}
