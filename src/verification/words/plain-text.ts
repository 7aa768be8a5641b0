/** Text made comparable without moving a letter: small letters, one way of writing hòa and tỷ, plain spaces. */

const OLD_TONES: readonly (readonly [RegExp, string])[] = (
  [
    ['oà', 'òa'],
    ['oá', 'óa'],
    ['oả', 'ỏa'],
    ['oã', 'õa'],
    ['oạ', 'ọa'],
    ['oè', 'òe'],
    ['oé', 'óe'],
    ['oẻ', 'ỏe'],
    ['oẽ', 'õe'],
    ['oẹ', 'ọe'],
    ['uỳ', 'ùy'],
    ['uý', 'úy'],
    ['uỷ', 'ủy'],
    ['uỹ', 'ũy'],
    ['uỵ', 'ụy'],
  ] as const
).map(([old, now]) => [new RegExp(`(?<!q)${old}(?!\\p{L})`, 'gu'), now] as const);

/** NFC with plain spaces: what is shown, and what offsets count in. */
export const shownText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/gu, '')
    .replace(/[\s\u00A0\u202F]+/gu, ' ')
    .trim();

/** Same length as `shownText` gave it. */
export function plainText(text: string): string {
  let plain = text.normalize('NFC').toLowerCase().replaceAll('ð', 'đ').replaceAll('ƣ', 'ư');
  plain = plain.replaceAll('tỉ lệ', 'tỷ lệ');
  for (const [old, now] of OLD_TONES) plain = plain.replace(old, now);
  return plain;
}
