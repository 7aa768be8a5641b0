/** What a file is, by its bytes; its name says nothing reliable. */
import { sniffZip } from './sniff-zip.js';

/** `zip` is an archive of files; `package` another Office package; `damaged-zip` begins as one but has no readable directory. */
export type ContentKind =
  | 'xlsx'
  | 'xlsb'
  | 'ods'
  | 'fods'
  | 'docx'
  | 'package'
  | 'iwork'
  | 'zip'
  | 'damaged-zip'
  | 'rar'
  | '7z'
  | 'ole-encrypted'
  | 'ole-xls'
  | 'ole-doc'
  | 'pdf'
  | 'rtf'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'bmp'
  | 'tiff'
  | 'webp'
  | 'heic'
  | 'html'
  | 'xml-spreadsheet'
  | 'xml'
  | 'text'
  | 'shortcut'
  | 'empty'
  | 'all-zero'
  | 'other';

const HEAD = 4096;

/** Begins as every zip does, also one that is cut or changed behind. */
export const looksZipped = (bytes: Uint8Array): boolean => startsWith(bytes, 'PK');

/** The kind of content; never fails. */
export function sniff(bytes: Uint8Array): ContentKind {
  if (bytes.length === 0) return 'empty';
  if (bytes.every((value) => value === 0)) return 'all-zero';
  if (startsWith(bytes, 'PK\u0003\u0004') || startsWith(bytes, 'PK\u0005\u0006')) return sniffZip(bytes);
  if (isOle(bytes)) return sniffOle(bytes);
  if (startsWith(bytes, 'Rar!\u001a')) return 'rar';
  if (startsWith(bytes, '7z\u00bc\u00af\u0027\u001c')) return '7z';
  if (startsWith(bytes, '{\\rtf')) return 'rtf';
  if (latin(bytes.subarray(0, 1024)).includes('%PDF-')) return 'pdf';
  if (SHORTCUTS.some((signature) => startsWith(bytes, signature))) return 'shortcut';
  return sniffPicture(bytes) ?? sniffText(bytes);
}

/** The bytes as letters of the same number, for looking at signatures. */
const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** Byte by byte: nearly every file fails at its first. */
function startsWith(bytes: Uint8Array, signature: string): boolean {
  for (let at = 0; at < signature.length; at += 1) if (bytes[at] !== signature.charCodeAt(at)) return false;
  return true;
}

/** Files that only say where another lies: of Windows ([MS-SHLLINK] 2.1, 2.1.0.1) and of macOS. */
const SHORTCUTS = ['L\0\0\0\u0001\u0014\u0002\0\0\0\0\0\u00c0\0\0\0\0\0\0F', 'book\0\0\0\0mark\0\0\0\0'];
/** The same as text: to a page, of Linux, and what Google Drive leaves on a PC for a sheet that lies with it. */
const TEXT_SHORTCUT = /^(?:\[internetshortcut\]|\[desktop entry\]|\{[^{}]*"doc_id"\s*:)/u;

/** Names are equal whatever their case ([MS-CFB] 2.6.4); some programs write them in capitals. */
const STREAMS: ReadonlyMap<string, ContentKind> = new Map([
  ['encryptedpackage', 'ole-encrypted'],
  ['workbook', 'ole-xls'],
  ['book', 'ole-xls'],
  ['worddocument', 'ole-doc'],
]);

/** The stream that was stored first is the program's own; later ones may be embedded objects. */
function sniffOle(bytes: Uint8Array): ContentKind {
  for (const name of oleNames(bytes)) {
    const kind = STREAMS.get(name.toLowerCase());
    if (kind !== undefined) return kind;
  }
  return 'other';
}

function sniffText(bytes: Uint8Array): ContentKind {
  const head = headText(bytes);
  if (head === undefined) return 'other';
  const start = head.trimStart().toLowerCase();
  if (start.trim() === '' && bytes.length <= HEAD) return 'empty';
  if (/^(<!--.*?-->\s*)*<(!doctype html|html|head|body|table|meta)/su.test(start)) return 'html';
  if (start.startsWith('mime-version:')) return 'html';
  if (TEXT_SHORTCUT.test(start)) return 'shortcut';
  if (!/^<(\?xml|[a-z][\w:-]*[\s>])/u.test(start)) return 'text';
  if (start.includes('excel.sheet') || start.includes('urn:schemas-microsoft-com:office:spreadsheet'))
    return 'xml-spreadsheet';
  if (start.includes('<html')) return 'html';
  return isFlatOds(bytes) ? 'fods' : 'xml';
}

/** OpenDocument in one XML file; its root may name some fifty namespaces before it says what it is. */
const isFlatOds = (bytes: Uint8Array): boolean =>
  /<[\w-]+:document\s[^>]*opendocument\.spreadsheet/u.test(latin(bytes.subarray(0, 4 * HEAD)));

/** The first letters in whatever encoding; undefined when control characters show that it is no text. */
function headText(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, HEAD);
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(head);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(head);
  const zeros = head.filter((value) => value === 0).length;
  // UTF-16 without a mark: about every second byte of ordinary text is zero.
  if (zeros > head.length / 4) return isPrintable(head.filter((value) => value !== 0)) ? '\u0000' : undefined;
  return isPrintable(head) || isStrayed(head) ? new TextDecoder('utf-8').decode(head) : undefined;
}

/** Old Vietnamese encodings use all bytes from 0x80 on, VNI and 1258 some; control characters none of them needs. */
const isPrintable = (bytes: Uint8Array): boolean => bytes.every(isLetter);

const isLetter = (value: number): boolean =>
  value >= 0x20 || value === 0x09 || value === 0x0a || value === 0x0d || value === 0x0c;

/** A line or two with a control character make no text into another format: it has lines, and is letters else. */
function isStrayed(head: Uint8Array): boolean {
  const strays = head.filter((value) => !isLetter(value)).length;
  if (!head.includes(0x0a) && !head.includes(0x0d)) return false;
  if (strays > Math.max(1, head.length / 100)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    // Old encodings: their letters are above 0x7f, but digits and separators make up most of a table.
    return head.length >= 100 && head.filter((value) => value < 0x80).length * 2 > head.length;
  }
}

type Picture = 'png' | 'jpeg' | 'gif' | 'bmp' | 'tiff' | 'webp' | 'heic';

const SIGNATURES: readonly (readonly [Picture, RegExp])[] = [
  ['png', /^\u0089PNG\r\n\u001a\n/u],
  ['jpeg', /^\u00ff\u00d8\u00ff/u],
  ['gif', /^GIF8[79]a/u],
  ['tiff', /^(II\*\0|MM\0\*)/u],
  ['webp', /^RIFF....WEBP/su],
  ['heic', /^....ftyp(hei[cx]|hev[cx]|mif1|avif)/su],
  // "BM" alone also begins ordinary words; the reserved zero bytes do not.
  ['bmp', /^BM....\0{4}/su],
];

function sniffPicture(bytes: Uint8Array): Picture | undefined {
  const head = latin(bytes.subarray(0, 16));
  return SIGNATURES.find(([, signature]) => signature.test(head))?.[0];
}

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENTRY = 128;
const STREAM = 2;
const STORAGE = 1;

const isOle = (bytes: Uint8Array): boolean => SIGNATURE.every((value, at) => bytes[at] === value);

/**
 * Names of streams and storages in stored order. Every place where a directory entry can stand is
 * tried, so that a file with a damaged sector chain is still told apart.
 */
function* oleNames(bytes: Uint8Array): Generator<string> {
  const utf16 = new TextDecoder('utf-16le');
  for (let at = 512; at + ENTRY <= bytes.length; at += ENTRY) {
    const kind = bytes[at + 66];
    const length = (bytes[at + 64] ?? 0) | ((bytes[at + 65] ?? 0) << 8);
    if ((kind !== STREAM && kind !== STORAGE) || length < 4 || length > 64 || length % 2 === 1) continue;
    yield utf16.decode(bytes.subarray(at, at + length - 2));
  }
}
