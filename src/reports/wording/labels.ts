/** Words that tables share (labels of annexes.yaml): all are known here, so that none is printed as its key. */
import { z } from 'zod';
import { text } from '../../admission/data-values.js';
import { isGroup, type Source } from '../../admission/source.js';

/** A group whose keys are all known, each with its meaning. */
const words = <Key extends string>(meanings: Readonly<Record<Key, string>>) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries<string>(meanings).map(([key, meaning]) => [key, text.describe(meaning)]),
    ) as Readonly<Record<Key, typeof text>>,
  );

const closed = {
  headers: words({
    ordinal: 'Cột số thứ tự.',
    unit: 'Cột tên đơn vị.',
    unitCode: 'Cột mã đơn vị.',
    total: 'Dòng tổng cộng.',
    partOf: 'Dòng phần của cấp trên, trước tên đơn vị.',
    others: 'Dòng các đơn vị ngoài nhóm.',
    given: 'Tiêu đề chung của số không cộng.',
    file: 'Cột tệp.',
    sheet: 'Cột trang tính.',
    sheetRow: 'Cột dòng của trang tính.',
    cell: 'Cột ô.',
    severity: 'Cột mức độ.',
    number: 'Cột mã số của nội dung cần sửa.',
    message: 'Cột nội dung cần sửa.',
    hint: 'Cột cách xử lý.',
    agency: 'Cột cơ quan thành viên.',
    accepted: 'Cột người xác nhận.',
    basis: 'Cột căn cứ.',
    sha256: 'Cột mã kiểm tra của tệp.',
    state: 'Cột trạng thái của tệp.',
    forms: 'Cột các biểu.',
    period: 'Cột kỳ báo cáo.',
    part: 'Cột của các cách phân tổ.',
  }),
  splits: words({
    type: 'Phân theo loại đơn vị hành chính.',
    areaClass: 'Phân theo loại địa bàn.',
    communeGroup: 'Phân theo nhóm xã.',
    region: 'Phân theo vùng.',
    urban: 'Phân theo khu vực thành thị, nông thôn.',
    group: 'Phân theo cụm, nhóm đơn vị.',
    areaKind: 'Phân theo loại thôn, tổ dân phố.',
    unclassified: 'Phần chưa biết thuộc loại nào.',
  }),
  status: words({
    reported: 'Đơn vị đã gửi đủ.',
    reportedWithErrors: 'Đơn vị đã gửi, còn nội dung phải sửa.',
    missing: 'Đơn vị chưa gửi.',
    documentOnly: 'Đơn vị chỉ gửi văn bản.',
    notDue: 'Đơn vị không phải gửi.',
  }),
  state: words({
    used: 'Tệp đã dùng.',
    superseded: 'Tệp đã được thay.',
    duplicate: 'Tệp trùng.',
    rejected: 'Tệp không dùng được.',
    skipped: 'Tệp bỏ qua.',
    unattributed: 'Tệp chưa rõ của đơn vị nào.',
  }),
  severity: words({
    error: 'Mức phải sửa.',
    warning: 'Mức cần xác nhận.',
    info: 'Mức lưu ý.',
  }),
  answers: words({
    yes: 'Câu trả lời có.',
    no: 'Câu trả lời không.',
    pending: 'Chưa có quyết định.',
  }),
};

const open = z.record(z.string(), text);

export const labelsSchema = z.strictObject({
  headers: closed.headers.describe('Tiêu đề cột và dòng dùng chung.'),
  splits: closed.splits.describe('Các cách phân tổ.'),
  status: closed.status.describe('Tình hình gửi báo cáo của đơn vị.'),
  state: closed.state.describe('Trạng thái của tệp đã nhận.'),
  severity: closed.severity.describe('Mức độ của nội dung cần sửa.'),
  answers: closed.answers.describe('Câu trả lời có, không.'),
  forms: open.describe('Tên ngắn của biểu, theo mã biểu.'),
  noOverlap: open.describe('Các cách ghi “không trùng” ở Biểu 06.'),
});

export type Labels = Readonly<z.infer<typeof labelsSchema>>;

/** What an office's own file says nothing of keeps the bundled words; the ways to say “no overlap” are its own, if it has any. */
export function withBundledLabels(own: Source, bundled: Source): Source {
  if (!isGroup(own.value)) return own;
  const usual = labelsIn(bundled.value);
  const given = own.value['labels'] ?? {};
  if (!isGroup(given)) return own;
  const groups = new Map<string, unknown>(Object.entries(usual));
  for (const [name, group] of Object.entries(given)) {
    const below = usual[name];
    if (group === null && below !== undefined) continue;
    const joins = name !== 'noOverlap' && isGroup(group) && isGroup(below);
    groups.set(name, joins ? { ...below, ...withoutEmpty(group) } : group);
  }
  return { ...own, value: { ...own.value, labels: Object.fromEntries(groups) } };
}

const labelsIn = (value: unknown): Readonly<Record<string, unknown>> => {
  const labels = isGroup(value) ? value['labels'] : undefined;
  return isGroup(labels) ? labels : {};
};

const withoutEmpty = (group: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(group).filter(([, word]) => word !== null));
