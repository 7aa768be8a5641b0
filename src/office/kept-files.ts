/** Files that a named output never replaces: what the office, a commune or a run wrote, and what the command reads. */
import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { OUTPUTS } from './outputs/output-writers.js';
import { exists, WORKSPACE_FILES } from './workspace-files.js';

/** Folders of the period whose files are nobody's outputs, or are made as a set. */
const FOLDERS: ReadonlyMap<string, string> = new Map([
  [WORKSPACE_FILES.submissions, 'tệp trong thư mục nhận báo cáo'],
  [WORKSPACE_FILES.previous, 'kết quả năm trước'],
  [WORKSPACE_FILES.templates, 'mẫu của cơ quan'],
  [WORKSPACE_FILES.forms, 'mẫu riêng đã nhận'],
]);
const OFFICE_FILES: ReadonlySet<string> = new Set(
  Object.values(WORKSPACE_FILES).filter((name) => name.includes('.')),
);
const OUTPUT_FILES: ReadonlySet<string> = new Set(Object.values(OUTPUTS).map(({ file }) => file));

/** What a command is called with, besides the file it is to write. */
export interface KeptFrom {
  /** The folder of the period, if there is one. */
  readonly workspace: string | undefined;
  /** Files and folders that the command is given to read. */
  readonly read: readonly string[];
  /** The output of a run that this command makes again. */
  readonly own?: string;
}

/** What stands there and is kept, in words; undefined where nothing stands, or something that may be replaced. */
export async function keptFile(
  target: string,
  { workspace, read, own }: KeptFrom,
): Promise<string | undefined> {
  if (!(await exists(target))) return undefined;
  const path = await followed(target);
  if (workspace !== undefined) {
    const inside = placeIn(await followed(workspace), path)?.split(sep) ?? [];
    const [first = '', second = ''] = inside;
    if (inside.length === 1 && OFFICE_FILES.has(first)) return 'tệp do cơ quan lập cho kỳ báo cáo';
    if (inside.length === 2 && first === WORKSPACE_FILES.out && OUTPUT_FILES.has(second) && second !== own)
      return 'kết quả của lần tổng hợp';
    // A folder may be a link that leads out of the period.
    for (const [name, words] of FOLDERS)
      if (placeIn(await followed(join(workspace, name)), path) !== undefined) return words;
  }
  for (const one of read) {
    const place = placeIn(await followed(one), path);
    if (place !== undefined) return 'tệp mà lệnh này đọc';
  }
  return undefined;
}

/** Where a path really leads; one that leads nowhere stays as it is. */
const followed = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));

/** The rest of the path in a folder, `''` for itself; undefined where it lies elsewhere, as on another drive. */
function placeIn(folder: string, path: string): string | undefined {
  const place = relative(folder, path);
  return place === '..' || place.startsWith(`..${sep}`) || isAbsolute(place) ? undefined : place;
}
