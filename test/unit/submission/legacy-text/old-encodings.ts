/** Writes Unicode text the old ways, independently of the product's tables, for tests that read it back. */
const TCVN3 =
  'à=b5 á=b8 ả=b6 ã=b7 ạ=b9 ă=a8 ằ=bb ắ=be ẳ=bc ẵ=bd ặ=c6 â=a9 ầ=c7 ấ=ca ẩ=c8 ẫ=c9 ậ=cb è=cc é=d0 ẻ=ce ẽ=cf ẹ=d1 ' +
  'ê=aa ề=d2 ế=d5 ể=d3 ễ=d4 ệ=d6 ì=d7 í=dd ỉ=d8 ĩ=dc ị=de ò=df ó=e3 ỏ=e1 õ=e2 ọ=e4 ô=ab ồ=e5 ố=e8 ổ=e6 ỗ=e7 ộ=e9 ' +
  'ơ=ac ờ=ea ớ=ed ở=eb ỡ=ec ợ=ee ù=ef ú=f3 ủ=f1 ũ=f2 ụ=f4 ư=ad ừ=f5 ứ=f8 ử=f6 ữ=f7 ự=f9 ỳ=fa ý=fd ỷ=fb ỹ=fc ỵ=fe đ=ae ' +
  'Ă=a1 Â=a2 Ê=a3 Ô=a4 Ơ=a5 Ư=a6 Đ=a7';
const TCVN_MARKS: Readonly<Record<string, number>> = {
  '\u0300': 0xb0,
  '\u0309': 0xb1,
  '\u0303': 0xb2,
  '\u0301': 0xb3,
  '\u0323': 0xb4,
};
/** Base letters with their mark and tone, as two letters each. */
const VNI =
  'à=aø á=aù ả=aû ã=aõ ạ=aï ă=aê ằ=aè ắ=aé ẳ=aú ẵ=aü ặ=aë â=aâ ầ=aà ấ=aá ẩ=aå ẫ=aã ậ=aä è=eø é=eù ẻ=eû ẽ=eõ ẹ=eï ' +
  'ê=eâ ề=eà ế=eá ể=eå ễ=eã ệ=eä ì=ì í=í ỉ=æ ĩ=ó ị=ò ò=oø ó=où ỏ=oû õ=oõ ọ=oï ô=oâ ồ=oà ố=oá ổ=oå ỗ=oã ộ=oä ' +
  'ơ=ô ờ=ôø ớ=ôù ở=ôû ỡ=ôõ ợ=ôï ù=uø ú=uù ủ=uû ũ=uõ ụ=uï ư=ö ừ=öø ứ=öù ử=öû ữ=öõ ự=öï ỳ=yø ý=yù ỷ=yû ỹ=yõ ỵ=î đ=ñ';

const table = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(2)] as const));
const SMALL_TCVN3 = new Map(
  [...table(TCVN3)].map(([letter, hex]) => [letter, latin(Number.parseInt(hex, 16))]),
);
const SMALL_VNI = table(VNI);

function latin(code: number): string {
  return String.fromCharCode(code);
}

/** The 67 small letters with marks, and their capitals. */
export const MARKED_LETTERS: readonly string[] = [...SMALL_VNI.keys()].flatMap((letter) => [
  letter,
  letter.toUpperCase(),
]);

/** As in a `.Vn…` font; capitals without a code get a mark of TCVN 5712 after them. */
export const toTcvn3 = (text: string): string =>
  Array.from(text.normalize('NFC'), (letter) => {
    const own = SMALL_TCVN3.get(letter);
    if (own !== undefined) return own;
    const [base = '', ...rest] = Array.from(letter.normalize('NFD'));
    const tone = rest.find((mark) => mark in TCVN_MARKS);
    if (tone === undefined) return letter;
    const bare = (base + rest.filter((mark) => mark !== tone).join('')).normalize('NFC');
    return (SMALL_TCVN3.get(bare) ?? bare) + latin(TCVN_MARKS[tone] ?? 0);
  }).join('');

/** As in a `.Vn…H` font: small codes, shown as capitals. */
export const toTcvn3Capitals = (text: string): string => toTcvn3(text.toLowerCase());

/** As in a `VNI-…` font. */
export const toVni = (text: string): string =>
  Array.from(text.normalize('NFC'), (letter) => {
    const own = SMALL_VNI.get(letter);
    if (own !== undefined) return own;
    return SMALL_VNI.get(letter.toLowerCase())?.toUpperCase() ?? letter;
  }).join('');

const decoderTable = (encoding: string): ReadonlyMap<string, number> =>
  new Map(
    Array.from(
      new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)),
      (letter, byte) => [letter, byte] as const,
    ),
  );
const BYTES_1258 = decoderTable('windows-1258');

/** Bytes of windows-1258: a vowel that has its tone in no code of its own is followed by the tone. */
export function to1258(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const letter of text.normalize('NFC')) {
    const own = BYTES_1258.get(letter);
    if (own !== undefined) {
      bytes.push(own);
      continue;
    }
    const parts = Array.from(letter.normalize('NFD'));
    const tone = parts.find((part) => /[\u0300\u0301\u0303\u0309\u0323]/u.test(part));
    const bare = parts
      .filter((part) => part !== tone)
      .join('')
      .normalize('NFC');
    bytes.push(BYTES_1258.get(bare) ?? 0x3f, BYTES_1258.get(tone ?? '') ?? 0x3f);
  }
  return Uint8Array.from(bytes);
}

/** What windows-1252 shows for 0x80–0x9F. */
const SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Bytes as the text that a program shows which takes them for that encoding. */
export const misread = (bytes: Uint8Array, encoding: 'windows-1252' | 'windows-1258'): string =>
  encoding === 'windows-1258'
    ? new TextDecoder(encoding).decode(bytes)
    : Array.from(bytes, (byte) => SIGNS.charAt(byte - 0x80) || String.fromCharCode(byte)).join('');

/** UTF-8 taken for windows-1252: "Xã" → "XÃ£". */
export const toMojibake = (text: string): string => misread(Buffer.from(text, 'utf8'), 'windows-1252');

/** Latin-1 letters as bytes. */
export const latinBytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
