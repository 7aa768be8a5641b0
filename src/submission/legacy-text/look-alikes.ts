/** Letters of other alphabets that look like Vietnamese ones on paper and differ for every comparison. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ['\u00d0', 'Đ'],
  ['\u00f0', 'đ'],
  ['\u0189', 'Đ'],
  ['\u0256', 'đ'],
  ['\u01a2', 'Ư'],
  ['\u01a3', 'ư'],
]);
const ANY = new RegExp(`[${[...LOOK_ALIKES.keys()].join('')}]`, 'gu');

/** The text with the Vietnamese letters instead. */
export const withoutLookAlikes = (text: string): string =>
  text.replace(ANY, (letter) => LOOK_ALIKES.get(letter) ?? letter);
