/** The pictures of the guide by their names: screens of the program, drawings of what is around it, files as pictures. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { escaped, foldersDrawing, terminalDrawing, warningDrawing } from './drawing.js';
import { NO_RUNTIME } from './launchers.js';
import { RECEIVED, takeScreens } from './screens.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const TITLE = 'tdkvh.cmd';
/** Shown of a folder with more. */
const MOST_OF_A_KIND = 4;
/** No digest of anything: what is published differs with each version. */
const SOME_DIGEST = '0123456789abcdef'.repeat(4);

/** @typedef {import('./drawing.js').Entry} Entry */

/**
 * What stands for a picture of the guide in its page.
 *
 * @param {string} folder the packed one
 * @param {string} version
 * @returns {Promise<(name: string, about: string) => string>}
 */
export async function guidePictures(folder, version) {
  const screens = new Map(await takeScreens(folder));
  screens.set('thieu-node', NO_RUNTIME.replaceAll('\r', ''));
  const around = drawings(folder, version);
  return (name, about) => {
    const [kind = '', own = ''] = name.split('/');
    const screen = kind === 'man-hinh' ? screens.get(own) : undefined;
    if (screen !== undefined) return terminalDrawing(screen, TITLE, about);
    if (kind === 've') return around[own]?.(about) ?? missing(name);
    if (!name.endsWith('.png')) return missing(name);
    const data = readFileSync(join(root, 'fixtures', 'pictures', name), 'base64');
    return `<img alt="${escaped(about)}" src="data:image/png;base64,${data}">`;
  };
}

/** @param {string} name @returns {never} */
function missing(name) {
  throw new Error(`the guide asks for a picture “${name}” that nothing makes`);
}

/** @param {string} folder @param {string} version @returns {Readonly<Record<string, (about: string) => string>>} */
function drawings(folder, version) {
  const zip = `tdkvh-${version}-windows-x64.zip`;
  const own = entriesOf(folder);
  const target = own.map((entry) => (entry.name === TITLE ? { ...entry, ring: '' } : entry));
  const all = entriesOf(join(root, 'fixtures', 'district-2024', 'submissions'));
  const sent = /** @type {const} */ (['folder', 'file']).flatMap((kind) =>
    all.filter((entry) => entry.kind === kind).slice(0, MOST_OF_A_KIND),
  );
  /** @type {Entry} */
  const period = { name: '2024', kind: 'folder' };
  /** @type {Entry} */
  const program = { name: 'tdkvh', kind: 'folder' };
  return {
    'giai-nen': (about) =>
      foldersDrawing(
        [
          { title: 'Tải xuống', entries: [{ name: zip, kind: 'zip', ring: '1' }] },
          { title: 'D:\\', entries: [{ ...program, ring: '2' }] },
        ],
        about,
        { drag: [0, 0], word: 'Extract All' },
      ),
    'canh-bao': warningDrawing,
    'ma-bam': (about) =>
      terminalDrawing(
        `C:\\Users\\CanBo\\Downloads>\u001B[93mcertutil -hashfile ${zip} SHA256\u001B[0m\nSHA256 hash of ${zip}:\n${SOME_DIGEST}\nCertUtil: -hashfile command completed successfully.`,
        'cmd',
        about,
      ),
    'keo-tha': (about) =>
      foldersDrawing(
        [
          { title: 'D:\\', entries: [{ name: RECEIVED, kind: 'folder', ring: '' }, program] },
          { title: 'D:\\tdkvh', entries: target },
        ],
        about,
        { drag: [0, target.findIndex(({ name }) => name === TITLE)], word: 'kéo, thả' },
      ),
    'da-nhan': (about) => foldersDrawing([{ title: 'D:\\2024\\submissions', entries: sent }], about),
    'cap-nhat': (about) =>
      foldersDrawing(
        [
          { title: 'D:\\bản mới', entries: [{ ...program, ring: '2' }] },
          {
            title: 'D:\\',
            entries: [
              { ...program, ring: '1', side: 'bản cũ: xóa' },
              { ...period, side: 'giữ nguyên' },
            ],
          },
        ],
        about,
        { drag: [0, 0], word: 'chuyển sang' },
      ),
    'go-bo': (about) =>
      foldersDrawing(
        [
          {
            title: 'D:\\',
            entries: [
              { ...program, ring: '', side: 'xóa' },
              { ...period, side: 'giữ lại số liệu' },
            ],
          },
        ],
        about,
      ),
  };
}

/** As Explorer lists them: folders first. @param {string} folder @returns {Entry[]} */
function entriesOf(folder) {
  const names = new Intl.Collator('vi');
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => ({
      name: entry.name,
      kind: /** @type {const} */ (entry.isDirectory() ? 'folder' : 'file'),
    }))
    .sort((a, b) => Number(a.kind === 'file') - Number(b.kind === 'file') || names.compare(a.name, b.name));
}
