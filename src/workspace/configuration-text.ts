/** Writes tdkvh.yaml as `init` makes it: every key with a Vietnamese remark, so that the office can edit it. */
import type { ExpectedAgency, WorkspaceConfig } from '../model.js';
import { WORKSPACE_SCHEMA } from './configuration-schema.js';

/** Double-quoted YAML text; JSON's escapes are a subset of YAML's. */
const quoted = (text: string): string => JSON.stringify(text);

const line = (key: string, value: string | undefined, remark: string): string =>
  `${`${key}:${value === undefined ? '' : ` ${value}`}`.padEnd(32)} # ${remark}`;

/** A bare name where there is nothing else to say. */
const agenciesText = (agencies: readonly ExpectedAgency[]): string => {
  const texts = agencies.map(({ name, aliases, contact }) =>
    aliases.length === 0 && contact === undefined
      ? quoted(name)
      : `{ ${[
          `name: ${quoted(name)}`,
          ...(aliases.length === 0 ? [] : [`aliases: [${aliases.map(quoted).join(', ')}]`]),
          ...(contact === undefined ? [] : [`contact: ${quoted(contact)}`]),
        ].join(', ')} }`,
  );
  return `[${texts.join(', ')}]`;
};

/** The text of the configuration; admitting it again gives the same configuration. */
export function configurationText(config: WorkspaceConfig): string {
  const exceptions = Object.entries(config.deadlines.exceptions).map(
    ([code, day]) => `${quoted(code)}: ${day}`,
  );
  return [
    '# Cấu hình một kỳ báo cáo. Sửa giá trị bên phải dấu hai chấm; phần sau dấu # là giải thích.',
    '# Ngày ghi theo dạng năm-tháng-ngày. Mã đơn vị đặt trong dấu nháy kép.',
    line('schema', WORKSPACE_SCHEMA, 'dạng của tệp, không sửa'),
    line(
      'period',
      quoted(config.period.id),
      '"2024" cả năm, "2025-H1" 6 tháng đầu năm, "2025-DK" đăng ký đầu năm',
    ),
    line('unit', quoted(config.unit), 'mã đơn vị lập báo cáo tổng hợp'),
    line('level', config.level, 'district (huyện), province (tỉnh), commune (xã)'),
    line('referenceDate', config.referenceDate, 'tổng hợp theo các đơn vị hành chính có đến ngày này'),
    line('criteria', quoted(config.criteria), 'bộ tiêu chí: mã, hoặc đường dẫn tới tệp YAML của địa phương'),
    line('dataAsOf', config.dataAsOf, 'số liệu tính đến ngày'),
    ...(config.registry === undefined
      ? []
      : [line('registry', quoted(config.registry), 'thư mục danh mục đơn vị đầy đủ hơn')]),
    'deadlines:',
    line('  commune', config.deadlines.commune, 'hạn nộp của cấp xã'),
    line('  agency', config.deadlines.agency, 'hạn nộp của cơ quan thành viên'),
    line(
      '  exceptions',
      `{ ${exceptions.join(', ')} }`.replace('{  }', '{}'),
      'gia hạn riêng, ví dụ { "09187": 2024-12-02 }',
    ),
    line(
      'agencies',
      agenciesText(config.agencies ?? []),
      'cơ quan thành viên phải gửi Biểu 06: [Hội Nông dân, { name: Công an, aliases: [Công an huyện] }]',
    ),
    'comparison:',
    line(
      '  estimates',
      config.estimates ?? 'none',
      'ước tính số kỳ trước của đơn vị lập từ đơn vị bị chia: none (không), areas (theo thôn), weights (theo cột weight)',
    ),
    'rates:',
    line('  decimals', String(config.decimals), 'số chữ số thập phân của tỷ lệ'),
    ...reportLines(config.report),
    line(
      'submissions',
      JSON.stringify(config.submissions),
      'quyết định của cơ quan về từng tệp: [{ sha256, unit, period, form, sheet, use }]',
    ),
    '',
  ].join('\n');
}

function reportLines(report: WorkspaceConfig['report']): readonly string[] {
  const signature =
    typeof report.signature === 'string'
      ? report.signature
      : `{ ${Object.entries(report.signature)
          .map(([key, value]) => `${key}: ${quoted(value)}`)
          .join(', ')} }`;
  const list = (items: readonly string[]): string => `[${items.map(quoted).join(', ')}]`;
  const text = (value: string | undefined): string | undefined =>
    value === undefined ? undefined : quoted(value);
  return [
    'report:',
    line('  outline', report.outline, 'local: mẫu của địa phương; ministry: mẫu của Bộ'),
    line('  superior', text(report.superior), 'cơ quan chủ quản, có thể để trống'),
    line('  agency', text(report.agency), 'cơ quan ban hành'),
    line('  signature', signature, 'BC-BCD, BC-UBND, BC-PHONG, BC-SO'),
    line('  basis', text(report.basis), 'căn cứ: kế hoạch, công văn yêu cầu báo cáo'),
    line('  number', text(report.number), 'số của báo cáo'),
    line('  place', text(report.place), 'địa danh'),
    line('  date', report.date, 'ngày ký in trên báo cáo'),
    line('  to', list(report.to), 'kính gửi'),
    line('  recipients', list(report.recipients), 'nơi nhận'),
    line('  signer', text(report.signer), 'người ký'),
    line('  annexes', `[${report.annexes.join(', ')}]`, 'các phụ lục in kèm'),
  ];
}
