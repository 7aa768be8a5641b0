/** Vietnamese text made comparable: Unicode form, spaces, tone placement, case. The original text is kept by callers. */

const ZERO_WIDTH = /[\u200B-\u200D\u2060\uFEFF]/gu;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/u;

/** Words of plain ASCII with single spaces: nothing to clean. */
const CLEAN = /^(?:[!-~]+(?: [!-~]+)*)?$/u;

/** The same labels stand in hundreds of files: keys are remembered, up to a number that bounds the memory. */
const REMEMBERED = 50_000;
/** Longer texts are no labels: few are remembered, or they would hold a hostile file in memory several times over. */
const LONGEST_LABEL = 1000;
const REMEMBERED_LONG = 16;

/** What a text alone decides, remembered for texts met lately; answers larger than a text for `most` of them. */
export function remembering<Answer>(
  fold: (text: string) => Answer,
  most = REMEMBERED,
): (text: string) => Answer {
  const labels = new Map<string, Answer>();
  // Half a million cells may share one text of 32,000 letters.
  const long = new Map<string, Answer>();
  return (text) => {
    const isLong = text.length > LONGEST_LABEL;
    const known = isLong ? long : labels;
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Answer;
    if (known.size >= (isLong ? REMEMBERED_LONG : most)) known.clear();
    const folded = fold(text);
    known.set(text, folded);
    return folded;
  };
}

/** A key of the beginning; behind it the text as it stands, so that other texts still have other keys. */
const ofBeginning =
  (fold: (text: string) => string) =>
  (text: string): string =>
    text.length > LONGEST_LABEL ? fold(text.slice(0, LONGEST_LABEL)) + text.slice(LONGEST_LABEL) : fold(text);

/** NFC, no zero-width characters, every run of spaces (also NBSP, line breaks) one space, trimmed. */
export const cleanText = (text: string): string => (CLEAN.test(text) ? text : cleaned(text));

const cleaned = remembering((text) =>
  text
    .normalize('NFC')
    .replace(ZERO_WIDTH, '')
    .replace(/[\s\u00A0\u202F]+/gu, ' ')
    .trim(),
);

/** Each syllable's tone mark moved to its end, so that hoà = hòa and thuỷ = thủy. */
export function placeTones(text: string): string {
  return text.normalize('NFD').replace(/[\p{L}\p{M}]+/gu, (syllable) => {
    const tone = TONES.exec(syllable)?.[0];
    return tone === undefined ? syllable : syllable.replace(TONES, '') + tone;
  });
}

/** Key for labels: case, spaces, tone placement and the Ð/ƣ look-alikes do not matter; marks do. */
export const foldLabel = remembering(ofBeginning((text) => placeTones(usualLetters(text)).normalize('NFC')));

const usualLetters = (text: string): string =>
  cleanText(text).toLowerCase().replaceAll('ð', 'đ').replaceAll('ƣ', 'ư');

/** Key without any mark: "Xã Đắc Lua" → "xa dac lua". For candidates and search, never for a silent match. */
export const foldMarks = remembering(
  // Where a tone stands does not matter when it goes.
  ofBeginning((text) => usualLetters(text).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')),
);

/** Letters and digits of `foldMarks` only; for header labels typed with other punctuation. */
export const foldBare = remembering(ofBeginning((text) => foldMarks(text).replace(/[^a-z0-9]+/gu, '')));

/** Made when first asked: it costs as much as half the start of a command. */
let collator: Intl.Collator | undefined;
/** Vietnamese order, numbers by value: Thôn 2 before Thôn 10. */
export const compareVietnamese = (a: string, b: string): number =>
  (collator ??= new Intl.Collator('vi', { numeric: true })).compare(a, b);

export const upperFirst = (text: string): string => text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);

export const lowerFirst = (text: string): string => text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1);
