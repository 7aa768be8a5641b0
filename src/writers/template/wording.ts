/** Fixed words of the printed forms that belong to no field; the instructions are `templates/forms/huong-dan.md`. */
import type { AreaClass, CriterionDefinition, FieldDefinition, Period, UnitVersion } from '../../model.js';
import { unitFullName } from '../../units/names/unit-name.js';
import { formatDate } from '../../values/number-format.js';

/** For sets whose yes-or-no fields bring no labels of their own. */
export const YES_NO: readonly string[] = ['có', 'không'];

export const SHEETS = { instructions: 'Hướng dẫn', identity: '_tdkvh' } as const;

export const COLUMN_HEADS = {
  ordinal: 'TT',
  standard: 'Tiêu chuẩn',
  list: ['Mã số', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu', 'Ghi chú'],
} as const;

export const LEGEND =
  'Nhập vào ô nền vàng. Không có: ghi 0. Chưa có số liệu: để trống. Không áp dụng: ghi x.';

export const SIGNATURES = {
  date: '……………, ngày …… tháng …… năm ………',
  left: ['NGƯỜI LẬP BIỂU', '(Ký, ghi rõ họ tên)'],
  right: ['THỦ TRƯỞNG ĐƠN VỊ', '(Ký, ghi rõ họ tên, đóng dấu)'],
} as const;

export const CHOICES_HEADING = 'Các lựa chọn của danh sách thả xuống';
export const FORMS_HEADING = 'Các trang của tệp';

/** What to type, by type; the field's own instruction comes before. */
export const TYPE_PROMPTS: Readonly<Record<FieldDefinition['type'], string>> & {
  readonly unit: (unit: string) => string;
} = {
  count: 'Nhập số nguyên từ 0 trở lên; không có thì ghi 0.',
  amount: 'Nhập số từ 0 trở lên, có thể có phần thập phân; không có thì ghi 0.',
  percent: 'Nhập số từ 0 đến 100, không gõ dấu %.',
  choice: 'Chọn trong danh sách.',
  yesNo: 'Chọn “có” hoặc “không”.',
  date: 'Gõ theo dạng ngày/tháng/năm, ví dụ 25/11/2024.',
  text: '',
  unit: (unit) => `Đơn vị tính: ${unit}.`,
};

const error = (errorTitle: string, text: string): { errorTitle: string; error: string } => ({
  errorTitle,
  error: text,
});

/** Shown when Excel refuses what was typed. */
export const ERROR_TEXTS = {
  count: error(
    'Chỉ nhập số nguyên',
    'Ô này chỉ nhận số nguyên từ 0 trở lên, không kèm chữ. Không có thì ghi 0, chưa có số liệu thì để trống, không áp dụng thì ghi x.',
  ),
  amount: error(
    'Chỉ nhập số',
    'Ô này chỉ nhận số từ 0 trở lên, không kèm chữ. Không có thì ghi 0, chưa có số liệu thì để trống.',
  ),
  percent: error(
    'Chỉ nhập số từ 0 đến 100',
    'Nhập tỷ lệ phần trăm từ 0 đến 100, không gõ dấu %; ví dụ 92,5.',
  ),
  choice: error('Chọn trong danh sách', 'Bấm mũi tên ở bên phải ô và chọn một mục trong danh sách.'),
  date: error('Ngày chưa đúng dạng', 'Gõ theo dạng ngày/tháng/năm, ví dụ 25/11/2024.'),
  text: error('Nội dung quá dài', 'Rút gọn nội dung của ô này.'),
} as const;

export function periodTitle(period: Period): string {
  switch (period.kind) {
    case 'year':
      return `Năm ${period.year}`;
    case 'H1':
      return `6 tháng đầu năm ${period.year}`;
    case 'registration':
      return `Đăng ký danh hiệu năm ${period.year}`;
    default:
      return period.kind satisfies never;
  }
}

export const senderLine = (unit: UnitVersion): string => `${unitFullName(unit)} (mã ${unit.code})`;

export const titleLine = (title: string): string => `Danh hiệu “${title}”.`;

export const formLine = (sheet: string): string => sheet.toLocaleUpperCase('vi');

export const deadlineText = (iso: string): string => formatDate(iso);

/** What a criterion asks for, where the set gives a measure: "từ 90% trở lên". */
export function targetOf(criterion: CriterionDefinition, areaClass: AreaClass): string {
  const points = criterion.max === undefined ? '' : `tối đa ${inVietnamese(criterion.max)} điểm`;
  const threshold = criterion.threshold?.[areaClass] ?? criterion.threshold?.ordinary;
  const base = BASES[criterion.compareWith ?? 'constant'] ?? '';
  const comparator = criterion.comparator ?? 'atLeast';
  const measure =
    threshold !== undefined
      ? COMPARED[comparator](`${inVietnamese(threshold)}${criterion.type === 'rate' ? '%' : ''}`)
      : base !== ''
        ? COMPARED_WITH_BASE[comparator](base)
        : criterion.type === 'bool' && points === ''
          ? REACHED
          : '';
  return [measure, points].filter((text) => text !== '').join('; ');
}

const inVietnamese = (figure: number): string => String(figure).replace('.', ',');

/** A criterion of yes or no. */
const REACHED = 'đạt';

const BASES: Readonly<Record<string, string>> = {
  provinceMean: 'mức bình quân chung của tỉnh',
  previousYear: 'kết quả năm trước',
};

type Sentences = Readonly<Record<NonNullable<CriterionDefinition['comparator']>, (figure: string) => string>>;

const COMPARED: Sentences = {
  atLeast: (figure) => `từ ${figure} trở lên`,
  atMost: (figure) => `không quá ${figure}`,
  above: (figure) => `trên ${figure}`,
  below: (figure) => `dưới ${figure}`,
};

const COMPARED_WITH_BASE: Sentences = {
  atLeast: (base) => `không thấp hơn ${base}`,
  atMost: (base) => `không cao hơn ${base}`,
  above: (base) => `cao hơn ${base}`,
  below: (base) => `thấp hơn ${base}`,
};
