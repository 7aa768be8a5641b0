/** README of templates/criteria, written from the schemas: every key, what it means, and an example from the bundled sets. */
import { stringify } from 'yaml';
import { z } from 'zod';
import { documentSchema } from '../../../src/criteria/document-schema.js';
import { headSchema, LIST_SCHEMAS } from '../../../src/model/criteria/criteria-set.js';
import { ruleBaseSchema } from '../../../src/model/criteria/rule.js';
import { identifier } from '../../../src/model/criteria/shapes.js';
import { RULE_SCHEMA } from '../../../src/validation/rules.js';

type Keys = Readonly<Record<string, unknown>>;
const isKeys = (value: unknown): value is Keys =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Examples of keys that the bundled sets have no use for. */
const RARE: Readonly<Record<string, unknown>> = {
  enable: ['clans'],
  'remove.forms': ['bieu-06'],
  'remove.fields': ['note'],
  'remove.indicators': ['povertyRate'],
  'remove.totals': ['modelCount'],
  'standards[].max': 20,
  'standards[].criteria[].max': 5,
  where: { field: 'areaKind', in: ['thon'] },
  areaClass: 'difficult',
  forLevels: ['commune'],
  forTypes: ['xã'],
  validFrom: '2026-01-01',
  validTo: '2025-12-31',
  'standards[].criteria[].validFrom': '2026-01-01',
  'standards[].criteria[].validTo': '2025-12-31',
  dataAsOf: '2024-12-31',
};

/** A set of a province, admitted by the test as it stands. */
export const PROVINCE = `schema: tdkvh/criteria@1
id: tinh-a-2026
extends: nd86-2023
label: Bộ tiêu chí của tỉnh A
enable: [clans] # bật một nhóm chỉ tiêu mở rộng
remove:
  rules: [unity-days-within-front-areas] # bỏ một quy tắc
fields:
  - id: households # đã có: chỉ ghi những khóa thay đổi
    instruction: Số hộ tại thời điểm bình xét.
  - id: familiesRegistered
    instruction: null # null bỏ một khóa
  - id: greenHouses # chưa có: ghi đủ các khóa mà defaults không cho
    after: households # đặt ngay sau chỉ tiêu này
    form: bieu-01
    group: people
    label: Số hộ có công trình vệ sinh đạt chuẩn
    type: count
    unit: hộ
`;

/** Parts of entries that stand in several places; each gets a section of its own. */
const SHARED: Readonly<Record<string, string>> = {
  choice: 'Câu trả lời',
  term: 'Cách tính của tử số, mẫu số',
  rowFilter: 'Lọc dòng',
  condition: 'Điều kiện',
  example: 'Ví dụ của quy tắc',
  figures: 'Số liệu của ví dụ',
  dated: 'Nội dung theo thời gian',
  laterName: 'Tên mới theo thời gian',
};

const INTRODUCTION = `# Bộ tiêu chí

Tệp này được tạo tự động từ khuôn dữ liệu của chương trình (\`npm run golden\`); không sửa trực tiếp.

Bộ tiêu chí là dữ liệu, không phải mã lập trình: biểu mẫu, chỉ tiêu, chỉ tiêu tổng hợp, quy tắc kiểm tra và danh hiệu được ghi trong các tệp YAML và sửa được bằng trình soạn thảo. Mỗi bộ có sẵn là một thư mục; tệp \`bo-tieu-chi.yaml\` là tệp chính.

## Bộ tiêu chí của địa phương

Không sửa bộ có sẵn. Địa phương lập tệp riêng, kế thừa bộ có sẵn và chỉ ghi những điểm khác:

\`\`\`yaml
${PROVINCE}\`\`\`

- \`extends\`: bộ được kế thừa. Bộ của huyện kế thừa bộ của tỉnh, bộ của tỉnh kế thừa bộ có sẵn.
- \`includes\`: các tệp chứa phần còn lại. Bộ lớn nên chia thành nhiều tệp trong một thư mục; tệp được nêu ở đây chỉ có các danh sách, \`defaults\`, \`remove\`, \`enable\`, không có \`schema\`, \`id\` và các khóa chung của bộ.
- Mục trùng mã (\`id\`) với bộ được kế thừa: khóa nào ghi thì thay khóa đó, khóa nào ghi \`null\` thì bỏ khóa đó. Mục có mã mới: thêm vào cuối danh sách, hoặc ngay sau mục nêu ở \`after\`.
- \`remove\`: các mục bị bỏ. \`enable\`: các nhóm chỉ tiêu mở rộng được bật.
- \`tdkvh criteria check <tệp>\` kiểm tra toàn bộ và chạy thử ví dụ của từng quy tắc; \`tdkvh criteria schema\` in JSON Schema để trình soạn thảo gợi ý và kiểm tra khi gõ.

Trong các bảng dưới đây, dấu ● là khóa bắt buộc (với mục kế thừa chỉ \`id\` là bắt buộc).
`;

interface Row {
  readonly key: string;
  readonly required: boolean;
  readonly schema: Keys;
  readonly example: unknown;
}

/** `files`: the values of the files of the bundled sets; examples are taken from the first that has one. */
export function criteriaReadme(files: readonly unknown[]): string {
  const documents = files.filter(isKeys);
  const entries = (list: string): readonly unknown[] => documents.flatMap((file) => listOf(file[list]));
  const rules = entries('rules').filter(isKeys);
  const defaults = documents.flatMap(({ defaults: shared }) =>
    isKeys(shared) ? Object.values(shared).flatMap((by) => (isKeys(by) ? Object.values(by) : [])) : [],
  );
  const document = documentSchema.omit({
    forms: true,
    fields: true,
    indicators: true,
    totals: true,
    rules: true,
    titles: true,
  });
  const written = z.toJSONSchema(
    z.strictObject({
      document: document.extend({ defaults: documentSchema.shape.defaults }),
      ...LIST_SCHEMAS,
      rule: ruleBaseSchema,
      ...Object.fromEntries([...RULE_SCHEMA.shapes].map(([kind, shape]) => [`rule-${kind}`, shape])),
    }),
    { target: 'draft-7', io: 'input' },
  );
  const part = (name: string): Keys => asKeys(asKeys(written.properties)[name]);
  const book = new Book(asKeys(written['definitions']));
  const lists = [
    ['Biểu mẫu (`forms`)', part('forms'), entries('forms')],
    ['Chỉ tiêu báo cáo (`fields`)', part('fields'), [...entries('fields'), ...defaults]],
    ['Chỉ tiêu tổng hợp (`indicators`)', part('indicators'), entries('indicators')],
    ['Số tổng (`totals`)', part('totals'), entries('totals')],
    ['Quy tắc kiểm tra (`rules`)', part('rule'), rules],
  ] as const;
  return [
    INTRODUCTION,
    book.section(
      '## Tệp bộ tiêu chí',
      { ...part('document'), required: ['schema', ...Object.keys(headSchema.shape)] },
      documents,
    ),
    ...lists.map(([title, schema, values]) => book.section(`## ${title}`, schema, values)),
    'Khóa `kind` chọn loại quy tắc; mỗi loại thêm các khóa riêng sau đây.\n',
    ...[...RULE_SCHEMA.shapes.keys()].map((kind) =>
      book.section(
        `### \`kind: ${kind}\``,
        part(`rule-${kind}`),
        rules.filter((rule) => rule['kind'] === kind),
      ),
    ),
    book.section('## Danh hiệu (`titles`)', part('titles'), entries('titles')),
    '## Phần dùng chung\n',
    ...Object.entries(SHARED).map(([name, title]) => book.shared(name, title)),
  ].join('\n');
}

const asKeys = (value: unknown): Keys => (isKeys(value) ? value : {});

/** Writes sections; on the way it gathers examples of the parts that stand in several places. */
class Book {
  readonly #definitions: Keys;
  readonly #met = new Map<string, unknown[]>();

  constructor(definitions: Keys) {
    this.#definitions = definitions;
  }

  section(heading: string, schema: Keys, values: readonly unknown[]): string {
    const { description } = schema;
    if (!isKeys(schema['properties'])) {
      return [heading, '', `${textOf(description)} Ví dụ: ${shown(values[0])}.`, ''].join('\n');
    }
    return [
      heading,
      '',
      ...(typeof description === 'string' ? [description, ''] : []),
      ...tableOf(this.#rows(schema, values, '')),
      '',
    ].join('\n');
  }

  shared(name: string, title: string): string {
    const schema = asKeys(this.#definitions[name]);
    const values = this.#met.get(name) ?? [];
    const branches = listOf(schema['anyOf']).map(asKeys);
    const heading = `### ${title}`;
    if (branches.length === 0) return this.section(heading, schema, values);
    const tables = branches.map((branch) =>
      tableOf(
        this.#rows(
          branch,
          values.filter((value) => fits(branch, value)),
          '',
        ),
      ).join('\n'),
    );
    return [heading, '', 'Một trong các cách sau:', '', tables.join('\n\n'), ''].join('\n');
  }

  #rows(schema: Keys, values: readonly unknown[], prefix: string): readonly Row[] {
    const required = listOf(schema['required']);
    return Object.entries(asKeys(schema['properties'])).flatMap(([key, property]) => {
      const shape = asKeys(property);
      const given = values.flatMap((value) =>
        isKeys(value) && value[key] !== undefined && value[key] !== null ? [value[key]] : [],
      );
      const name = referenceOf(shape) ?? referenceOf(asKeys(shape['items']));
      const items = Array.isArray(given[0]) ? given.flatMap(listOf) : given;
      if (name !== undefined) this.#met.set(name, [...(this.#met.get(name) ?? []), ...items]);
      const inner = isKeys(shape['items']) ? shape['items'] : shape;
      const path = `${prefix}${key}`;
      return [
        { key: path, required: required.includes(key), schema: shape, example: given[0] ?? RARE[path] },
        ...(isKeys(inner['properties'])
          ? this.#rows(inner, items, `${path}${shape === inner ? '' : '[]'}.`)
          : []),
      ];
    });
  }
}

/** The name of the part a property is made of. */
function referenceOf(schema: Keys): string | undefined {
  const target = schema['$ref'] ?? asKeys(listOf(schema['allOf'])[0])['$ref'];
  return typeof target === 'string' ? target.split('/').at(-1) : undefined;
}

function fits(branch: Keys, value: unknown): boolean {
  const properties = asKeys(branch['properties']);
  return (
    isKeys(value) &&
    listOf(branch['required']).every((key) => {
      const constant = asKeys(properties[String(key)])['const'];
      return value[String(key)] !== undefined && (constant === undefined || constant === value[String(key)]);
    })
  );
}

const tableOf = (rows: readonly Row[]): readonly string[] => [
  '| Khóa | | Giá trị | Ý nghĩa | Ví dụ |',
  '| --- | --- | --- | --- | --- |',
  ...rows.map(
    ({ key, required, schema, example }) =>
      `| \`${key}\` | ${required ? '●' : ''} | ${cell(kindOf(schema))} | ${cell(textOf(schema['description']))} | ${shown(example)} |`,
  ),
];

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const cell = (text: string): string => text.replaceAll('|', '\\|');

const IDENTIFIER = z.toJSONSchema(identifier).pattern;

/** What may stand there, in words. */
function kindOf(schema: Keys): string {
  const name = referenceOf(schema);
  if (name !== undefined) return `xem “${SHARED[name] ?? name}”`;
  if (schema['const'] !== undefined) return `\`${textOf(schema['const'])}\``;
  if (Array.isArray(schema['enum'])) return schema['enum'].map((value) => `\`${String(value)}\``).join(', ');
  const branches = listOf(schema['anyOf']).map(asKeys);
  if (branches.length > 0) return branches.map(kindOf).join(' hoặc ');
  switch (schema['type']) {
    case 'array':
      return `danh sách: ${kindOf(asKeys(schema['items']))}`;
    case 'boolean':
      return '`true`, `false`';
    case 'integer':
      return 'số nguyên';
    case 'number':
      return 'số';
    case 'string':
      if (schema['format'] === 'date') return 'ngày';
      return schema['pattern'] === IDENTIFIER ? 'mã' : 'chữ';
    default:
      return 'nhóm khóa';
  }
}

const MOST_SHOWN = 60;

/** As it stands in the YAML, on one line. */
function shown(example: unknown): string {
  if (example === undefined) return '';
  const text = stringify(example, { collectionStyle: 'flow', lineWidth: 0 }).trim().replace(/\s+/gu, ' ');
  const short = text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN - 1)}…` : text;
  return `\`${cell(short)}\``;
}
