/** The decision table for names: accepted, accepted with notice, asked, or only suggested. */
import { describe, expect, it } from 'vitest';
import type { UnitVersion } from '../../../src/model.js';
import { findByName } from '../../../src/units/names/find-by-name.js';
import { unitFullName } from '../../../src/units/names/unit-name.js';

const units = (...names: string[]): UnitVersion[] =>
  names.map((text, index) => {
    const type =
      ['thị trấn', 'thị xã', 'thành phố', 'huyện', 'quận', 'phường', 'xã'].find((word) =>
        text.toLowerCase().startsWith(`${word} `),
      ) ?? '';
    const code = String(index + 1).padStart(5, '0');
    return { code, name: text.slice(type.length + 1), type, level: 'commune' };
  });

/** The outcome in short: "= Xã An Bình", "~ …", "? A | B", "- A | B". */
function outcome(candidates: readonly UnitVersion[], text: string): string {
  const match = findByName(candidates, text);
  switch (match.kind) {
    case 'exact':
      return `= ${unitFullName(match.unit)}`;
    case 'loose':
      return `~ ${unitFullName(match.unit)}`;
    case 'ambiguous':
      return `? ${match.candidates.map(unitFullName).join(' | ')}`;
    case 'none':
      return `- ${match.suggestions.map(unitFullName).join(' | ')}`.trim();
  }
}

const giaLam = units('Thị trấn Yên Viên', 'Xã Yên Viên', 'Thị trấn Trâu Quỳ', 'Xã Ninh Hiệp');
const sapa = units('Thị trấn Sa Pa', 'Phường Sa Pả', 'Phường Hàm Rồng', 'Phường Ô Quý Hồ');
const camGiang = units('Xã Cẩm Giàng', 'Xã Cẩm Giang', 'Phường Hải Dương');
const wards = units('Phường 1', 'Phường 2', 'Phường 4', 'Phường 11', 'Phường Thuỷ Xuân', 'Phường Mỹ Lâm');
const mixed = units(
  'Xã Ba',
  'Xã Tư',
  'Xã Xuân Lộc',
  'Xã Phú Thịnh',
  'Xã Thị Cầu',
  "Xã Ia H'Drai",
  'Phường Lâm Viên - Đà Lạt',
  'Thị trấn NT Liên Sơn',
  'Xã Tam Xuân I',
  'Xã Tam Xuân II',
  'Xã Sơn Vi',
  'Xã Đắk Pék',
  'Xã Quảng Phương',
  'Phường Đông Lương',
  'Xã Xa Dung',
);
const districts = units('Thị xã Kỳ Anh', 'Huyện Kỳ Anh', 'Thành phố Hà Tĩnh', 'Quận 1', 'Quận Bình Thạnh');

describe('findByName', () => {
  it.each([
    // Two units of one name: the type decides, or it is asked.
    ['Xã Yên Viên', '= Xã Yên Viên', giaLam],
    ['TT. Yên Viên', '= Thị trấn Yên Viên', giaLam],
    // The space was forgotten.
    ['XãYên Viên', '= Xã Yên Viên', giaLam],
    ['THỊ TRẤNYÊN VIÊN', '= Thị trấn Yên Viên', giaLam],
    ['XãXuân Lộc', '= Xã Xuân Lộc', mixed],
    ['Xa Dung', '= Xã Xa Dung', mixed],
    // The kind as a label.
    ['Xã: Yên Viên', '= Xã Yên Viên', giaLam],
    ['Thị trấn - Yên Viên', '= Thị trấn Yên Viên', giaLam],
    ['TT Yên Viên', '= Thị trấn Yên Viên', giaLam],
    ['Yên Viên', '? Thị trấn Yên Viên | Xã Yên Viên', giaLam],
    ['yen vien', '? Thị trấn Yên Viên | Xã Yên Viên', giaLam],
    ['thi tran yen vien', '~ Thị trấn Yên Viên', giaLam],
    ['Phường Yên Viên', '- Thị trấn Yên Viên | Xã Yên Viên', giaLam],
    // Spelling styles are the name itself.
    ['  XÃ\u00A0NINH   HIỆP\u200B ', '= Xã Ninh Hiệp', giaLam],
    ['Xã Ninh Hiệp'.normalize('NFD'), '= Xã Ninh Hiệp', giaLam],
    ['X.Ninh Hiệp', '= Xã Ninh Hiệp', giaLam],
    ['Trâu Quì', '= Thị trấn Trâu Quỳ', giaLam],
    ['Phường Thủy Xuân', '= Phường Thuỷ Xuân', wards],
    ['Phường Mĩ Lâm', '= Phường Mỹ Lâm', wards],
    ['Phường 01', '= Phường 1', wards],
    ['P.1', '= Phường 1', wards],
    ['p11', '= Phường 11', wards],
    ['2', '= Phường 2', wards],
    ['Phường IV', '= Phường 4', wards],
    ['Ia H’ Drai', "= Xã Ia H'Drai", mixed],
    ['P. Lâm Viên–Đà Lạt', '= Phường Lâm Viên - Đà Lạt', mixed],
    ['Thị trấn Nông trường Liên Sơn', '= Thị trấn NT Liên Sơn', mixed],
    ['TT N.T Liên Sơn', '= Thị trấn NT Liên Sơn', mixed],
    ['Tam Xuân 2', '= Xã Tam Xuân II', mixed],
    ['XÃ TAM XUÂN II', '= Xã Tam Xuân II', mixed],
    ['SƠN VI', '= Xã Sơn Vi', mixed],
    // Words that only look like type words.
    ['Xã Ba', '= Xã Ba', mixed],
    ['Ba', '= Xã Ba', mixed],
    ['Xuân Lộc', '= Xã Xuân Lộc', mixed],
    ['Phú Thịnh', '= Xã Phú Thịnh', mixed],
    ['Thị Cầu', '= Xã Thị Cầu', mixed],
    ['Xa Dung', '= Xã Xa Dung', mixed],
    ['xa xa dung', '= Xã Xa Dung', mixed],
    // Districts.
    ['TX Kỳ Anh', '= Thị xã Kỳ Anh', districts],
    ['H. Kỳ Anh', '= Huyện Kỳ Anh', districts],
    ['Kỳ Anh', '? Thị xã Kỳ Anh | Huyện Kỳ Anh', districts],
    ['TP.Hà Tĩnh', '= Thành phố Hà Tĩnh', districts],
    ['Tp Hà Tĩnh', '= Thành phố Hà Tĩnh', districts],
    ['Q1', '= Quận 1', districts],
    ['Q. Bình Thạnh', '= Quận Bình Thạnh', districts],
    // Marks missing or a wrong tone: accepted with notice when only one unit can be meant.
    ['ninh hiep', '~ Xã Ninh Hiệp', giaLam],
    ['Xã Ninh Hiêp', '~ Xã Ninh Hiệp', giaLam],
    ['Đắc Pék', '- Xã Đắk Pék', mixed],
    ['dac pec', '~ Xã Đắk Pék', mixed],
    ['nt lien son', '~ Thị trấn NT Liên Sơn', mixed],
    ['phuong dong luong', '~ Phường Đông Lương', mixed],
    // Other marks than tones are other letters.
    ['Đống Lượng', '~ Phường Đông Lương', mixed],
    ['Đong Lương', '- Phường Đông Lương', mixed],
    // Two names alike without marks.
    ['Xã Cẩm Giàng', '= Xã Cẩm Giàng', camGiang],
    ['Cẩm Giang', '= Xã Cẩm Giang', camGiang],
    ['cam giang', '? Xã Cẩm Giàng | Xã Cẩm Giang', camGiang],
    ['Câm Giàng', '? Xã Cẩm Giàng | Xã Cẩm Giang', camGiang],
    // The trap: a name without marks is somebody's official name.
    ['sa pa', '? Thị trấn Sa Pa | Phường Sa Pả', sapa],
    ['Thị trấn Sa Pa', '= Thị trấn Sa Pa', sapa],
    ['phuong sa pa', '~ Phường Sa Pả', sapa],
    ['Sa Pả', '= Phường Sa Pả', sapa],
    ['Ô Quí Hồ', '= Phường Ô Quý Hồ', sapa],
    // Wrong letters are never accepted.
    ['Xã Ninh Hiệu', '- Xã Ninh Hiệp', giaLam],
    ['Xã Nihn Hiệp', '- Xã Ninh Hiệp', giaLam],
    ['Xã Đông Dư', '-', giaLam],
    ['Phường 12', '-', wards],
    ['Phường 3', '-', wards],
    ['', '-', giaLam],
    ['Xã', '-', giaLam],
  ] as const)('%j gives %j', (text, expected, candidates) => {
    expect(outcome(candidates, text)).toBe(expected);
  });

  it('suggests at most three, the nearest first', () => {
    const near = units('Xã Hòa An', 'Xã Hoà Ân', 'Xã Hòa Am', 'Xã Hòa Anh', 'Xã Hưng Yên');
    const match = findByName(near, 'Hòa Anx');
    expect(match.kind).toBe('none');
    expect(match.kind === 'none' && match.suggestions.map((unit) => unit.name)).toEqual([
      'Hòa An',
      'Hòa Anh',
      'Hoà Ân',
    ]);
  });

  it('answers for a cell full of text as quickly as for a name', () => {
    const long = 'ch'.repeat(16_000);
    expect(outcome(mixed, long)).toBe('-');
    expect(outcome(mixed, `${long}y`)).toBe('-');
  });
});
