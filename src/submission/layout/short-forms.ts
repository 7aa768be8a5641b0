/** Abbreviations of the movement's own words, as offices write them in narrow columns: "GĐVH", "TDP", "NVH". */
import { foldMarks } from '../../values/vietnamese-text.js';

const SHORT_FORMS: readonly (readonly [short: RegExp, long: string])[] = [
  [/\bgdvh\b/gu, 'gia dinh van hoa'],
  [/\bnvh\b/gu, 'nha van hoa'],
  [/\bkdc\b/gu, 'khu dan cu'],
  [/\btdp\b/gu, 'to dan pho'],
  [/\bclb\b/gu, 'cau lac bo'],
  [/\btdtt\b/gu, 'the duc the thao'],
  [/\bvh\b/gu, 'van hoa'],
];

/** The label folded, its abbreviations written in full. */
export const spelledOut = (label: string): string =>
  SHORT_FORMS.reduce((text, [short, long]) => text.replace(short, long), foldMarks(label));
