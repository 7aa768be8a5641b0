/** DOC-TRUOC.txt of a bundle: what it is, what it holds and how to make the report again, for whoever finds it years later. */
import type { SealedManifest } from '../../model.js';
import { safeText } from '../../values/safe-text.js';

const STATES = { final: 'bản chính thức', draft: 'bản dự thảo (chốt khi còn thiếu hoặc còn lỗi)' } as const;

/** Lines end as Notepad of every Windows wants them. */
export function guideText(manifest: Omit<SealedManifest, 'members'>): Uint8Array {
  const { tool, unit, period, state, referenceDate, criteria, registry, findings, headlines } = manifest;
  const lines = [
    'GÓI CHỐT SỐ LIỆU',
    '',
    `Đơn vị: ${unit.name} (mã ${unit.code})`,
    `Kỳ báo cáo: ${period.id}, ${STATES[state]}`,
    `Ngày danh mục đơn vị: ${referenceDate} (${registry.name})`,
    `Bộ tiêu chí: ${criteria.label} (${criteria.id})`,
    `Chương trình: tdkvh phiên bản ${tool.version}`,
    `Thông báo lúc chốt: ${String(findings.errors)} phải sửa, ${String(findings.warnings)} cần xác nhận, ${String(findings.accepted)} đã xác nhận`,
    '',
    'Số liệu chính:',
    ...headlines.map(({ label, text }) => `- ${label}: ${text}`),
    '',
    'Trong gói có:',
    '- dau-vao: cấu hình, danh sách, phần tự viết của cơ quan và các tệp đơn vị đã gửi, đúng từng byte.',
    '  Tệp tạm, tệp ẩn chỉ giữ tên, không giữ nội dung.',
    '- dinh-nghia: bộ tiêu chí, danh mục đơn vị và bảng đối chiếu đơn vị cũ, mới.',
    '- ket-qua: báo cáo, bảng tổng hợp, toàn bộ số liệu và thông báo.',
    '- manifest.json: mã kiểm tra SHA-256 của từng tệp.',
    '',
    `Lập lại: cài tdkvh phiên bản ${tool.version}, chạy tdkvh reproduce <tệp này>. Chương trình kiểm tra từng tệp,`,
    'tổng hợp lại từ các tệp đơn vị đã gửi và so từng byte với kết quả trong gói.',
    '',
    'Không sửa, không nén lại gói này. Mã chốt số là mã SHA-256 của cả gói; mã phải được ghi ở nơi khác',
    '(biên bản, sổ, văn bản) thì mới chứng minh được gói không bị thay. Tự tính mã trên Windows:',
    'certutil -hashfile <tệp này> SHA256',
  ];
  return new TextEncoder().encode(`\uFEFF${lines.map((line) => safeText(line)).join('\r\n')}\r\n`);
}
