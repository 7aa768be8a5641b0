/** Vietnamese text made comparable: Unicode form, spaces, tone placement, case. The original text is kept by callers. */

const ZERO_WIDTH = /[\u200B-\u200D\u2060\uFEFF]/gu;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/u;

/** NFC, no zero-width characters, every run of spaces (also NBSP, line breaks) one space, trimmed. */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(ZERO_WIDTH, '')
    .replace(/[\s\u00A0\u202F]+/gu, ' ')
    .trim();

/** Each syllable's tone mark moved to its end, so that hoà = hòa and thuỷ = thủy. */
export function placeTones(text: string): string {
  return text.normalize('NFD').replace(/[\p{L}\p{M}]+/gu, (syllable) => {
    const tone = TONES.exec(syllable)?.[0];
    return tone === undefined ? syllable : syllable.replace(TONES, '') + tone;
  });
}

/** Key for labels: case, spaces, tone placement and the Ð/ƣ look-alikes do not matter; marks do. */
export const foldLabel = (text: string): string =>
  placeTones(cleanText(text).toLowerCase().replaceAll('ð', 'đ').replaceAll('ƣ', 'ư')).normalize('NFC');

/** Key without any mark: "Xã Đắc Lua" → "xa dac lua". For candidates and search, never for a silent match. */
export const foldMarks = (text: string): string =>
  foldLabel(text).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');

/** Letters and digits of `foldMarks` only; for header labels typed with other punctuation. */
export const foldBare = (text: string): string => foldMarks(text).replace(/[^a-z0-9]+/gu, '');

const collator = new Intl.Collator('vi', { numeric: true });
/** Vietnamese order, numbers by value: Thôn 2 before Thôn 10. */
export const compareVietnamese = (a: string, b: string): number => collator.compare(a, b);
