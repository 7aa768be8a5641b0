/**
 * The same label in the words of another office: what is asked for is the same, and who looks at the proposal sees it. One
 * change of words or two; what two of them mean differently is meant by none.
 */
import type { FieldDefinition } from '../../model.js';
import { only } from '../../values/of-many.js';

/** With their marks: "đạt" is no "đất". */
const CHANGES: readonly (readonly [RegExp, string])[] = [
  [/^tổng số (?=\p{L}+ )/iu, 'Số '],
  [/(?<=^(?:tổng )?số )gia đình (?=(?:đăng ký|được|đạt) )/iu, 'hộ '],
  [/(?<=^(?:tổng )?số )(?:gđvh|gia đình văn hóa)(?= |$)/iu, 'hộ được tặng danh hiệu gia đình văn hóa'],
  // "Số thôn có hương ước được công nhận"; without it "Số thôn được công nhận" would be all of them.
  [
    /(?<!^(?:tổng )?số (?:(?:hộ|gia đình|thôn|xóm|ấp|bản|làng|buôn|tổ dân phố|tdp|khu phố|khu dân cư|kdc|cơ quan|đơn vị|doanh nghiệp)[,/\s]*)+) được công nhận$/iu,
    '',
  ],
  [
    /^số (?:hộ )?(?:được công nhận |đạt )?(?:danh hiệu )?(?:gđvh|gia đình văn hóa) (?=(?:từ )?3 năm liên tục)/iu,
    'gia đình văn hóa ',
  ],
  [/ (?:được )?thực hiện (?=(?:theo )?nếp sống văn minh)/iu, ' theo '],
  [/(?<= đăng ký) (?:xây dựng )?đạt (?=chuẩn|danh hiệu)/iu, ' '],
  [/(?<=cơ quan, đơn vị, doanh nghiệp đăng ký) .*(?:văn hóa|danh hiệu)$/iu, ''],
  [/(?<!\p{L})(?:được công nhận|được tặng|đạt) (?=danh hiệu|chuẩn|văn hóa|gia đình|gđvh)/iu, 'đạt '],
  [
    /(?<!\p{L})(?:được công nhận|được tặng|đạt) (?=danh hiệu|chuẩn|văn hóa|gia đình|gđvh)/iu,
    'được công nhận ',
  ],
  [/(?<!\p{L})(?:được công nhận|đạt) (?=chuẩn|danh hiệu)/iu, 'được công nhận đạt '],
  [/(?<!\p{L})(?:được công nhận|đạt) (?=danh hiệu)/iu, 'được tặng '],
  [/ danh hiệu(?= văn hóa)/iu, ''],
  [/(?<=năm )đạt (?=liên tục)/iu, ''],
  [/(?<!\p{L})cơ quan(?:, đơn vị)?(?! ?, ?(?:đơn vị|doanh))/iu, 'cơ quan, đơn vị, doanh nghiệp'],
];

export function inOtherWords(
  label: string,
  meant: (label: string) => FieldDefinition | undefined,
): FieldDefinition | undefined {
  const once = changed(label.normalize('NFC').replaceAll(/[“”"]/gu, ''));
  const all = new Set([...once, ...once.flatMap(changed)].filter((one) => one !== label));
  return only([...new Set([...all].flatMap((one) => meant(one) ?? []))]);
}

const changed = (label: string): readonly string[] =>
  CHANGES.map(([words, others]) => label.replace(words, others)).filter((one) => one !== label);
