/** What a heading says of its columns: a figure of some of the people, or of agencies, is none of all households. */
import { expect, it } from 'vitest';
import { SET } from '../made-files.js';
import { fileOf } from './made-forms.js';
import { proposalOf } from './reading.js';

function fieldBelow(heading: string, label: string): string | undefined {
  const rows = [
    ['UBND XÃ DAK LUA'],
    ['SỐ LIỆU NĂM 2024'],
    ['TT', 'Thôn', label === 'Tổng số hộ' ? 'Số thôn' : 'Tổng số hộ', heading, null],
    [null, null, null, label, 'Số sân chơi'],
    [1, 'Thôn Đông'],
  ];
  const merges = ['A3:A4', 'B3:B4', 'C3:C4', 'D3:E3'];
  const form = proposalOf(fileOf([{ name: 'S', merges, rows }]))?.form;
  const field = form?.tables[0]?.columns?.find(({ header }) => header.at(-1) === label)?.field;
  return SET.fields.some(({ id }) => id === field) ? field : undefined;
}

const FAMILIES = ['Hộ không xét', 'Hộ đăng ký', 'Số hộ đạt gia đình văn hóa', 'Gia đình văn hóa'];
const PEOPLE = ['Nhân khẩu', 'Hộ nghèo', 'Hộ cận nghèo'];

it.each(['Cơ quan', 'Cơ quan, đơn vị', 'Doanh nghiệp', 'Trường học', 'Tuyến phố văn minh', 'Mô hình'])(
  'no families of “%s” are those of the areas',
  (heading) => {
    for (const label of FAMILIES) expect(fieldBelow(heading, label), label).toBeUndefined();
  },
);

it.each([
  'Hộ dân tộc thiểu số',
  'Dân tộc thiểu số',
  'Đồng bào dân tộc',
  'Công giáo',
  'Tạm trú',
  'Hộ mới chuyển đến',
  'Hộ kinh doanh',
  'Gia đình chính sách',
  'Hộ tạm trú',
  'Gia đình đảng viên',
  'Hộ cựu chiến binh',
  'Hộ Phật giáo',
  'Hộ người Hoa',
  'Hộ Khmer',
  'Hộ cán bộ, công chức',
  'Hộ phi nông nghiệp',
  'Hộ ở trọ',
])('figures of “%s” are those of some of the households', (heading) => {
  for (const label of [...FAMILIES, ...PEOPLE]) expect(fieldBelow(heading, label), label).toBeUndefined();
});

it.each(['Người cao tuổi', 'Học sinh', 'Người dân tộc thiểu số', 'Phụ nữ'])(
  'and those of “%s” of some of the people',
  (heading) => {
    for (const label of PEOPLE) expect(fieldBelow(heading, label), label).toBeUndefined();
  },
);

it.each([
  ['Gia đình văn hóa', 'Hộ không xét', 'familiesExcluded'],
  ['Gia đình, cơ quan, doanh nghiệp văn hóa', 'Hộ đăng ký', 'familiesRegistered'],
  ['Thôn, tổ dân phố', 'Số hộ đạt gia đình văn hóa', 'familiesTitled'],
  ['Hộ, nhân khẩu', 'Nhân khẩu', 'population'],
  ['Hộ dân cư', 'Hộ nghèo', 'poorHouseholds'],
  ['Số hộ trên địa bàn', 'Hộ nghèo', 'poorHouseholds'],
  ['Hộ gia đình', 'Hộ cận nghèo', 'nearPoorHouseholds'],
  ['Hộ nghèo, cận nghèo', 'Hộ cận nghèo', 'nearPoorHouseholds'],
  ['Hộ nghèo và hộ cận nghèo', 'Hộ nghèo', 'poorHouseholds'],
  ['Hộ nghèo đa chiều', 'Số hộ nghèo', 'poorHouseholds'],
  ['Hộ nghèo đa chiều', 'Số hộ cận nghèo', 'nearPoorHouseholds'],
  ['Gia đình đạt chuẩn văn hóa', 'Số hộ đăng ký', 'familiesRegistered'],
  ['Gia đình đạt chuẩn văn hóa', 'Số hộ được công nhận', 'familiesTitled'],
  ['Gia đình đạt danh hiệu văn hóa', 'Số hộ đạt gia đình văn hóa', 'familiesTitled'],
  ['Gia đình đạt danh hiệu', 'Số hộ đăng ký', 'familiesRegistered'],
  ['Gia đình đăng ký', 'Số hộ đăng ký', 'familiesRegistered'],
  ['Hộ xét tặng danh hiệu', 'Số hộ tham gia bình xét', 'familiesAssessed'],
  ['Hộ xét tặng danh hiệu', 'Số hộ đạt gia đình văn hóa', 'familiesTitled'],
  ['Gia đình tiêu biểu', 'Số gia đình văn hóa tiêu biểu', 'familiesExemplary'],
  ['Người tập thể dục thể thao', 'Số người tập thể dục thể thao thường xuyên', 'regularExercisers'],
  ['Phụ nữ, gia đình', 'Câu lạc bộ gia đình', 'familyClubs'],
  ['Dân tộc, dân số', 'Nhân khẩu', 'population'],
  ['Hộ đang sinh sống trên địa bàn', 'Tổng số hộ', 'households'],
  ['Hộ gia đình đang cư trú', 'Nhân khẩu', 'population'],
  ['Hộ thôn quản lý', 'Tổng số hộ', 'households'],
  ['Gia đình ở khu dân cư', 'Tổng số hộ', 'households'],
])('“%s › %s” is %s', (heading, label, field) => {
  expect(fieldBelow(heading, label)).toBe(field);
});
