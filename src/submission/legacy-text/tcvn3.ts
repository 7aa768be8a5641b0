/** TCVN3 (ABC fonts, `.Vn…`): one code per letter, stored where Latin-1 has other signs. Also TCVN 5712 bytes. */

/** Codes in ascending order from the first one; TCVN 5712:1993, table of VN3 and its tone marks. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ...codes(0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'),
  // Marks of their own, written after a capital that has no code with a tone.
  ...codes(0xb0, '\u0300\u0309\u0303\u0301\u0323'),
  ...codes(0xb5, 'àảãáạ'),
  ...codes(0xbb, 'ằẳẵắ'),
  ...codes(0xc6, 'ặầẩẫấậè'),
  ...codes(0xce, 'ẻẽéẹềểễếệìỉ'),
  ...codes(0xdc, 'ĩíịò'),
  ...codes(0xe1, 'ỏõóọồổỗốộờởỡớợù'),
  ...codes(0xf1, 'ủũúụừửữứựỳỷỹýỵ'),
]);

/** Capitals with tone, only in TCVN 5712 bytes; fonts have no signs there. */
const CAPITALS: ReadonlyMap<string, string> = new Map([
  ...codes(0x80, 'ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ'),
  ...codes(0xaf, 'Ằ'),
  ...codes(0xba, 'Ẳ'),
  ...codes(0xbf, 'ẴẮẦẨẪẤỀ'),
  ...codes(0xcd, 'Ể'),
  ...codes(0xd9, 'ỄẾỒ'),
  ...codes(0xe0, 'Ổ'),
  ...codes(0xf0, 'Ỗ'),
  ...codes(0xff, 'Ố'),
]);

function codes(first: number, letters: string): (readonly [string, string])[] {
  return Array.from(letters, (letter, index) => [String.fromCharCode(first + index), letter] as const);
}

/** The text in Unicode (NFC). `capitals`: the font (`…H`) shows every letter as a capital. */
export function fromTcvn3(text: string, capitals = false): string {
  const letters = Array.from(text, (letter) => LETTERS.get(letter) ?? CAPITALS.get(letter) ?? letter).join(
    '',
  );
  const composed = letters.normalize('NFC');
  return capitals ? composed.toUpperCase() : composed;
}
