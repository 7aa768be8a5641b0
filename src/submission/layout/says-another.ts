/** Words by which a label is near a field and counts something else: "Hộ hiếu học", "Dự kiến", "Năm 2023". */
import type { FieldDefinition } from '../../model.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import type { FormPlace } from './form-place.js';
import type { HeaderColumns } from './locate-header.js';

/** After `foldMarks`: who is counted, of what time, or how far it has come. */
const QUALIFIERS: readonly RegExp[] = [
  /(?<![a-z0-9])(?:hieu hoc|hoc tap)(?![a-z0-9])/u,
  /(?<![a-z0-9])(?:(?:\d+|ba|nhieu) nam (?:lien (?:tuc|tiep|ke)|lien)|lien (?:tuc|tiep))(?![a-z0-9])/u,
  /(?<![a-z0-9])(?:tieu bieu|xuat sac|dien hinh)(?![a-z0-9])/u,
  /(?<![a-z0-9])(?:du kien|ke hoach|chi tieu|muc tieu|uoc|phan dau)(?![a-z0-9])/u,
  /(?<![a-z0-9])(?:ty le|ti le|ty trong|ti trong|%|phan tram)(?![a-z0-9])/u,
  /(?<![a-z0-9])(?:chinh sach|nguoi co cong|thuong binh|liet si)(?![a-z0-9])/u,
  /(?<![a-z0-9])(?:nong nghiep|nong dan|nong thon|kinh doanh|cong nhan vien)(?![a-z0-9])/u,
  /(?<![a-z0-9])(?:khong dat|chua dat|khong duoc|chua duoc|khong cong nhan|chua cong nhan|thu hoi)(?![a-z0-9])/u,
  /(?<![a-z0-9])(?:nam truoc|ky truoc|cung ky|nam ngoai|nam lien truoc|luy ke)(?![a-z0-9])/u,
  /(?<![a-z0-9])(?:de nghi|de xuat|dang ky|binh xet|xet tang|cho (?:xet|cong nhan))(?![a-z0-9])/u,
  /(?<![a-z0-9])(?:can ngheo|ngheo)(?![a-z0-9])/u,
  /(?<![a-z0-9])(?:tam tru|tam vang)(?![a-z0-9])/u,
  /(?<![a-z0-9])(?:the thao|van nghe)(?![a-z0-9])/u,
  /(?<![a-z0-9])(?:nhan khau|khau|nguoi)(?![a-z0-9])/u,
  /(?<![a-z0-9])(?:tang|giam|so voi)(?![a-z0-9])/u,
];

const YEARS = /(?<!\d)20\d\d(?!\d)/gu;

/** What stands over a column and in its label. */
export const headed = ({ headings, said }: HeaderColumns, column: number, label: string): string =>
  [...new Set([label, headings.get(column) ?? '', ...(said.get(column) ?? [])])].join(' ');

/** The label says what the field does not: it is not what the field is called, however like it. */
export function saysAnother(label: string, field: FieldDefinition, { subject }: FormPlace): boolean {
  const text = foldMarks(label);
  const own = [field.label, ...(field.aliases ?? [])].map(foldMarks).join(' ');
  const year = subject.period?.slice(0, 4);
  const years: readonly string[] = text.match(YEARS) ?? [];
  return (
    (years.length > 0 && year !== undefined && !years.includes(year)) ||
    QUALIFIERS.some((one) => one.test(text) && !one.test(own))
  );
}
