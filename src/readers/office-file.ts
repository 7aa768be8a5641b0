/**
 * The one door to the office's own files (tdkvh.yaml, its lists, narrative, templates, criteria, results): regular files
 * within limits. A pipe under such a name would hang the program, a device fill the memory.
 */
import { constants } from 'node:fs';
import { lstat, open, type FileHandle } from 'node:fs/promises';
import type { Finding } from '../model.js';
import { finding } from '../findings/finding.js';
import { safeLines } from '../values/safe-text.js';
import { systemCode } from '../values/system-code.js';

const MEGABYTE = 1024 * 1024;
/** The national list of units has 2 MB; results of a province with all rows some ten, what was sealed of a country some hundred. */
const LIMITS = { text: 16, results: 64, template: 64, sealed: 1024 } as const;
/** Read at once. */
const BLOCK = 256 * 1024;

/** What lies there is no such file; never a bug. */
export class OfficeFileFault extends Error {
  readonly finding: Finding;

  constructor(found: Finding) {
    super(found.message);
    this.finding = found;
  }
}

/** The bytes of a file. `name` is how findings call it. An error of the system goes on as it is. */
export async function readOfficeFile(
  path: string,
  name: string,
  kind: keyof typeof LIMITS = 'text',
): Promise<Buffer> {
  // Opening a pipe waits for its writer unless it is told not to; Windows has neither such pipes nor the flag, which then counts as 0.
  const file = await openUnwaiting(path, name);
  try {
    const stats = await file.stat();
    if (!stats.isFile())
      throw new OfficeFileFault(notAFile(name, stats.isDirectory() ? 'thư mục' : 'ống dẫn hoặc thiết bị'));
    const limit = LIMITS[kind];
    const bytes = stats.size > limit * MEGABYTE ? undefined : await upTo(file, limit * MEGABYTE);
    if (bytes === undefined)
      throw new OfficeFileFault(
        finding('configuration/file-too-large', { file: name }, { file: name, limit }),
      );
    return bytes;
  } finally {
    await file.close();
  }
}

/** The same as text, without a byte order mark of its own. */
export const readOfficeText = async (path: string, name: string): Promise<string> =>
  officeText(await readOfficeFile(path, name), name);

/** The text of such bytes. What is no UTF-8 would stand in reports as signs that nobody typed. */
export function officeText(bytes: Uint8Array, name: string): string {
  try {
    if (!isUtf16(bytes)) return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new OfficeFileFault(notUtf8(bytes, name));
  }
  throw new OfficeFileFault(
    finding(
      'file/not-utf8',
      { file: name },
      { file: name, why: 'tệp được lưu ở bảng mã Unicode 16 bit (UTF-16)' },
    ),
  );
}

const HEAD = 1024;

/** By its mark, or by its zeros: of ordinary text every second byte is one, and in UTF-8 none is. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const head = bytes.subarray(0, HEAD);
  return head.filter((value) => value === 0).length > head.length / 4;
}

/** Signs of a line around the one that cannot be read. */
const AROUND = 20;

function notUtf8(bytes: Uint8Array, file: string): Finding {
  const text = new TextDecoder('utf-8').decode(bytes);
  const at = text.indexOf('\u{FFFD}');
  const lines = text.slice(0, at).split(/\r\n?|\n/u);
  const before = lines.at(-1) ?? '';
  const behind = text.slice(at).split(/[\r\n]/u, 1)[0] ?? '';
  const around = `${before.slice(-AROUND)}${behind.slice(0, AROUND)}`.trim();
  return finding(
    'file/not-utf8',
    { file, cell: `dòng ${lines.length}` },
    { file, why: `chữ ở dòng ${String(lines.length)} (“${safeLines(around)}”) không đọc được` },
  );
}

/** What `read` gives, or what is said instead: so that the faults of several files are told in one run. */
export async function unlessFault<Value, Instead>(
  read: () => Promise<Value>,
  instead: (found: Finding) => Instead,
): Promise<Value | Instead> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof OfficeFileFault) return instead(error.finding);
    throw error;
  }
}

/** What is said of a pipe, a device or a folder where a file is named. */
export const notAFile = (file: string, kind: string): Finding =>
  finding('configuration/not-a-file', { file }, { file, kind });

/** Sockets and devices without a driver cannot even be opened. */
async function openUnwaiting(path: string, name: string): Promise<FileHandle> {
  try {
    return await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EISDIR') throw new OfficeFileFault(notAFile(name, 'thư mục'));
    if (code === 'ENXIO' || code === 'EOPNOTSUPP')
      throw new OfficeFileFault(notAFile(name, 'ống dẫn hoặc thiết bị'));
    // A share that is not connected: the office has the file, and a run without it would give other figures.
    if (await isLink(path)) throw new OfficeFileFault(notAFile(name, 'liên kết tới nơi không có'));
    throw error;
  }
}

const isLink = (path: string): Promise<boolean> =>
  lstat(path).then(
    (stats) => stats.isSymbolicLink(),
    () => false,
  );

/** Counted while reading: what the system says of a size is not always so. Undefined when there is more. */
async function upTo(file: FileHandle, most: number): Promise<Buffer | undefined> {
  const blocks: Buffer[] = [];
  let length = 0;
  for (;;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(BLOCK), 0, BLOCK);
    if (bytesRead === 0) return Buffer.concat(blocks, length);
    length += bytesRead;
    if (length > most) return undefined;
    blocks.push(buffer.subarray(0, bytesRead));
  }
}
