/** The files of one criteria set: its main file and those it includes, each read once, in order, with what is amiss. */
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep, win32 } from 'node:path';
import { isKeys, listOf, placeText, type ChainFile } from '../criteria/chain-file.js';
import { finding } from '../findings/finding.js';
import type { Finding, SourceRef } from '../model.js';
import { readTemplateYaml } from '../readers/template-yaml.js';
import { expectedOnly, nearestWord } from '../values/nearest-word.js';
import { append } from '../values/of-many.js';
import { readOfficeFile, unlessFault } from '../readers/office-file.js';
import { systemCode } from '../values/system-code.js';

/** The main file of a set that is kept in a folder. */
const MAIN_FILE = 'bo-tieu-chi.yaml';

export interface SetFiles {
  readonly main: ChainFile;
  /** Of each file, in order. */
  readonly sha256: readonly string[];
  /** Absolute, of each file, in the same order. */
  readonly paths: readonly string[];
  /** Texts that are no YAML, and includes that cannot be followed. */
  readonly findings: readonly Finding[];
}

/** The main file at a path: the file itself, or the one in the folder. */
export async function mainFileOf(path: string): Promise<string> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? join(path, MAIN_FILE) : path;
}

/** `nameOf`: how a path is written in findings. Undefined when there is no file. */
export async function readSetFiles(
  path: string,
  nameOf: (path: string) => string,
): Promise<SetFiles | undefined> {
  const main = await readOne(path, nameOf);
  if (main === undefined) return undefined;
  const reading: Reading = {
    folder: dirname(path),
    nameOf,
    seen: new Map([[path, undefined]]),
    read: [],
    findings: [],
  };
  await follow(main, reading);
  const { read, findings } = reading;
  const included = read.map(({ file }) => file);
  return {
    main: included.length === 0 ? main.file : { ...main.file, included },
    sha256: [main, ...read].map(({ sha256 }) => sha256),
    paths: [main, ...read].map((one) => one.path),
    findings: [...main.findings, ...findings],
  };
}

interface Read {
  readonly file: ChainFile;
  readonly path: string;
  readonly sha256: string;
  readonly findings: readonly Finding[];
}

interface Reading {
  /** No file of the set lies outside it. */
  readonly folder: string;
  readonly nameOf: (path: string) => string;
  /** By path, the line that names the file; none names the main file. */
  readonly seen: Map<string, SourceRef | undefined>;
  readonly read: Read[];
  readonly findings: Finding[];
}

const includesOf = ({ value }: ChainFile): readonly unknown[] =>
  listOf(isKeys(value) ? value['includes'] : undefined);

/** Reads the includes of a file, each followed by its own. */
async function follow(from: Read, reading: Reading): Promise<void> {
  for (const [index, name] of includesOf(from.file).entries()) {
    // What is no text is told with the shape of the file.
    if (typeof name !== 'string') continue;
    const at = (): SourceRef => from.file.locate(['includes', index]);
    const path = resolve(dirname(from.path), name);
    if (name.includes('\\') || win32.isAbsolute(name) || !isInside(path, reading.folder)) {
      reading.findings.push(
        finding('criteria/wrong-value', at(), {
          remark: '',
          place: `includes › ${index + 1}`,
          actual: name,
          expected: 'đường dẫn của một tệp trong thư mục của bộ tiêu chí, viết với dấu /',
        }),
      );
      continue;
    }
    if (reading.seen.has(path)) {
      reading.findings.push(includedTwice(name, at(), reading.seen.get(path)));
      continue;
    }
    const file = await readOne(path, reading.nameOf);
    if (file === undefined) {
      reading.findings.push(await missing(name, from.path, at()));
      continue;
    }
    reading.seen.set(path, at());
    reading.read.push(file);
    append(reading.findings, file.findings);
    await follow(file, reading);
  }
}

function includedTwice(include: string, at: SourceRef, earlier: SourceRef | undefined): Finding {
  const before = earlier === undefined ? 'đó là tệp chính của bộ' : `đã nêu tên ở ${placeText(earlier)}`;
  return finding(
    'criteria/included-twice',
    at,
    { include, before },
    earlier === undefined ? {} : { related: [earlier] },
  );
}

const isInside = (path: string, folder: string): boolean => {
  const inside = relative(folder, path);
  return inside !== '' && inside !== '..' && !inside.startsWith(`..${sep}`) && !win32.isAbsolute(inside);
};

async function missing(include: string, from: string, at: SourceRef): Promise<Finding> {
  const folder = dirname(from);
  const names = (await readdir(folder, { recursive: true }).catch((): string[] => []))
    .map((name) => name.split(sep).join('/'))
    .filter((name) => name.endsWith('.yaml') && resolve(folder, name) !== from)
    .sort();
  const inside = include.replace(/\/+$/u, '');
  const within = names.find((name) => name.startsWith(`${inside}/`));
  const near = within ?? nearestWord(include, names);
  const suggestion =
    within !== undefined
      ? ` “${inside}” là thư mục; khóa includes nêu từng tệp, ví dụ “${within}”.`
      : near === undefined
        ? ''
        : ` Tệp có tên gần giống nhất là “${near}”.`;
  return finding('criteria/include-missing', at, { include, suggestion }, expectedOnly(near));
}

async function readOne(path: string, nameOf: (path: string) => string): Promise<Read | undefined> {
  const file = nameOf(path);
  const bytes = await unlessFault(
    () => readIfThere(path, file),
    (found) => found,
  );
  if (bytes === undefined) return undefined;
  if ('code' in bytes) {
    const nothing = { value: undefined, file, locate: () => ({ file }) };
    return { file: nothing, path, sha256: '', findings: [bytes] };
  }
  const { value, findings, locate, sha256 } = readTemplateYaml(bytes, file);
  return { file: { value, file, locate: (keys) => locate(keys) }, path, sha256, findings };
}

/** Undefined where there is no file at all. */
async function readIfThere(path: string, name: string): Promise<Buffer | undefined> {
  try {
    if ((await stat(path)).isDirectory()) return undefined;
    return await readOfficeFile(path, name);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return undefined;
    throw error;
  }
}
