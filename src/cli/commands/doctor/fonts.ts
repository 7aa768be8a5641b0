/** The type of the report: Times New Roman (Decree 30/2020), or a type of the same widths that Word files show well with. */
import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { finding, NOWHERE } from '../../../findings/finding.js';
import type { Check } from './check.js';

const WANTED = 'Times New Roman';
/** Same widths, so that lines and pages break at the same places. */
const METRIC_EQUAL = ['Tinos', 'Liberation Serif', 'TeX Gyre Termes', 'Nimbus Roman', 'Nimbus Roman No9 L'];
const FILES = /^(?:times(?:bd|bi|i)?|times new roman.*|tinos-.*|liberationserif-.*)\.(?:ttf|otf|ttc)$/iu;
const PATIENCE_MS = 5000;

/** What can be asked of a machine about its type; replaced in tests. */
export interface FontSource {
  readonly platform: string;
  /** The family that the system takes when asked for one; undefined when there is nobody to ask. */
  readonly match: (family: string) => Promise<string | undefined>;
  /** Font files of the system's folders; undefined when no folder could be read. */
  readonly files: () => Promise<readonly string[] | undefined>;
}

/** Says which type was found and how it was found; what cannot be known is said as such. */
export async function checkFonts(source: FontSource = thisMachine()): Promise<Check> {
  const line = { id: 'fonts', title: 'Phông chữ', findings: [] };
  const family = await source.match(WANTED);
  if (family === WANTED) return { ...line, text: `có ${WANTED} (hỏi bằng fc-match)` };
  if (family !== undefined && METRIC_EQUAL.includes(family)) {
    const text = `không có ${WANTED}; có ${family} cùng độ rộng chữ nên dòng, trang không đổi (hỏi bằng fc-match)`;
    return { ...line, text };
  }
  const names = await source.files();
  const file = names?.find((name) => FILES.test(name));
  if (file !== undefined) return { ...line, text: `có tệp phông ${file} (xem trong thư mục phông)` };
  if (source.platform === 'win32' || names === undefined) {
    // On Windows a type may be installed for one person, or come with Office: no file is no proof.
    return { ...line, text: '', findings: [finding('doctor/font-unknown', NOWHERE, {})] };
  }
  const instead = family ?? 'không rõ';
  return { ...line, text: '', findings: [finding('doctor/font-missing', NOWHERE, { instead })] };
}

function thisMachine(): FontSource {
  const { platform } = process;
  return {
    platform,
    match: (family) => (platform === 'win32' ? Promise.resolve(undefined) : askFontconfig(family)),
    files: () => fontFiles(fontFolders(platform)),
  };
}

async function askFontconfig(family: string): Promise<string | undefined> {
  try {
    const asked = promisify(execFile)('fc-match', ['-f', '%{family[0]}', family], { timeout: PATIENCE_MS });
    const answer = (await asked).stdout.trim();
    return answer === '' ? undefined : answer;
  } catch {
    return undefined;
  }
}

function fontFolders(platform: string): readonly string[] {
  const home = homedir();
  if (platform === 'win32') {
    const { WINDIR = 'C:\\Windows', LOCALAPPDATA } = process.env;
    const own = LOCALAPPDATA === undefined ? [] : [join(LOCALAPPDATA, 'Microsoft', 'Windows', 'Fonts')];
    return [join(WINDIR, 'Fonts'), ...own];
  }
  if (platform === 'darwin') return ['/System/Library/Fonts', '/Library/Fonts', join(home, 'Library/Fonts')];
  return [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(home, '.fonts'),
    join(home, '.local/share/fonts'),
  ];
}

async function fontFiles(folders: readonly string[]): Promise<readonly string[] | undefined> {
  const lists = await Promise.all(
    folders.map((folder) => readdir(folder, { recursive: true }).catch(() => undefined)),
  );
  const found = lists.filter((list) => list !== undefined);
  if (found.length === 0) return undefined;
  return found
    .flat()
    .map((path) => path.split(/[\\/]/u).at(-1) ?? path)
    .sort();
}
