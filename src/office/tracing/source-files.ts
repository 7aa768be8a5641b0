/** The files behind a figure as they are today: the same bytes as in the run, changed or gone; and what their cells say. */
import { resolve } from 'node:path';
import type { Finding, RawCell, RawFile, ResultsDocument, SourceFile, TracedFile } from '../../model.js';
import { inputOf } from '../../comparison/correction-reasons.js';
import { finding } from '../../findings/finding.js';
import { listFiles } from '../../readers/folder.js';
import { openAnySource, type OpenedSource } from '../../readers/open-source.js';
import { expandSource } from '../../readers/package/archive.js';
import { readSource } from '../../readers/read-source.js';
import { cellAddress } from '../../values/cell-address.js';
import { groupBy } from '../../values/groups.js';
import { append } from '../../values/of-many.js';
import { exists } from '../workspace-files.js';
import type { TracedRun } from './traced-run.js';

/** What a cell says today, as its sender typed it; undefined for a blank one and where the file is not to be had. */
export type TypedCell = (file: string, sheet: string, row: number, column: number) => string | undefined;

export interface SourceFiles {
  readonly files: readonly TracedFile[];
  readonly findings: readonly Finding[];
  readonly typed: TypedCell;
}

/** Reads the named files again. `withCells`: also what their cells say, which takes longer. */
export async function readSourceFiles(
  run: TracedRun,
  paths: readonly string[],
  withCells: boolean,
): Promise<SourceFiles> {
  const hashes = new Map(run.results.inputs.map(({ path, sha256 }) => [path, sha256]));
  /** A file of the run → what was asked for: itself, or files behind results of a lower level. */
  const asked = groupBy([...new Set(paths)], (path) => inputOf(path, hashes));
  const wanted = new Set(asked.keys());
  const files: TracedFile[] = [];
  const opened = new Map<string, RawFile>();
  for await (const source of sourcesOf(run, wanted)) {
    wanted.delete(source.path);
    const behind = (asked.get(source.path) ?? []).filter((path) => path !== source.path);
    const sha256 = hashes.get(source.path) ?? '';
    const state = sha256 === source.sha256 ? 'same' : 'changed';
    files.push({ path: source.path, sha256, state });
    const content: Partial<OpenedSource> = withCells || behind.length > 0 ? await openAnySource(source) : {};
    if (content.file !== undefined) opened.set(source.path, content.file);
    append(
      files,
      behind.map((path) => fileBehind(path, source.path, content.results, state)),
    );
  }
  for (const path of wanted) files.push({ path, sha256: hashes.get(path) ?? '', state: 'missing' });
  files.sort((one, other) => (one.path < other.path ? -1 : 1));
  return { files, findings: files.flatMap(findingsOf), typed: typedIn(opened) };
}

/** The lower level's own results say which bytes it read. */
function fileBehind(
  path: string,
  within: string,
  results: ResultsDocument | undefined,
  state: TracedFile['state'],
): TracedFile {
  const inner = path.slice(within.length + 1);
  const sha256 = results?.inputs.find((input) => input.path === inner)?.sha256 ?? '';
  return { path, sha256, state, within };
}

async function* sourcesOf(run: TracedRun, wanted: ReadonlySet<string>): AsyncGenerator<SourceFile> {
  const places = new Set<string>();
  for (const path of wanted) places.add(await nearestPlace(run.folder, path));
  const { files } = await listFiles([...places].sort(), run.folder, [], [...places]);
  for (const entry of files) {
    const inside = [...wanted].some((path) => path.startsWith(`${entry.path}/`));
    if (!inside && !wanted.has(entry.path)) continue;
    const { source } = readSource(entry);
    if (source === undefined) continue;
    for (const item of inside ? expandSource(source) : [{ source }])
      if ('source' in item && wanted.has(item.source.path)) yield item.source;
  }
}

/** The file itself, the archive it lies in, or the folder: on a Mac its name may be spelled in other letters. */
async function nearestPlace(folder: string, path: string): Promise<string> {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    const place = resolve(folder, path.slice(0, end));
    if (await exists(place)) return place;
  }
  return folder;
}

function findingsOf({ path, state, within }: TracedFile): readonly Finding[] {
  if (state === 'same' || within !== undefined) return [];
  return [
    state === 'missing'
      ? finding('trace/file-missing', { file: path }, { path })
      : finding('trace/file-changed', { file: path }, { path }),
  ];
}

/** Cells are looked up by the hundred in one sheet, so that each sheet is sorted once. */
function typedIn(opened: ReadonlyMap<string, RawFile>): TypedCell {
  const sheets = new Map<string, ReadonlyMap<string, RawCell>>();
  return (file, sheet, row, column) => {
    const key = `${file}\u001f${sheet}`;
    let cells = sheets.get(key);
    if (cells === undefined) {
      const found = opened.get(file)?.sheets.find(({ name }) => name === sheet);
      cells = new Map(found?.cells.map((cell) => [cellAddress(cell.row, cell.column), cell]));
      sheets.set(key, cells);
    }
    const cell = cells.get(cellAddress(row, column));
    return cell === undefined ? undefined : typedText(cell);
  };
}

/** A formula says so: what it shows was not typed. */
function typedText({ raw, kind, shown, expression, formula, uncalculated }: RawCell): string {
  const text = kind === 'boolean' ? (raw === '1' ? 'TRUE' : 'FALSE') : (shown?.text ?? raw);
  if (formula !== true) return text;
  const written = expression === undefined ? 'công thức' : `công thức =${expression}`;
  return uncalculated === true ? `${written}, chưa có kết quả` : `${text} (${written})`;
}
