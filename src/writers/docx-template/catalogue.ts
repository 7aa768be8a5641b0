/** The catalogue of tags that an office may use in its own Word template, admitted from templates/reports/tags.yaml. */

/** What a tag stands for: a value of the report, a figure of an indicator, repeated lines, a part, a chart. */
export type FigurePart = 'n' | 'd' | 'rate' | 'reported';

export interface TagEntry {
  /** Without braces; fields of repeated lines with the name of the list: `don_vi.ten`. */
  readonly tag: string;
  readonly label: string;
  readonly sample: string;
}

export type ValueEntry = TagEntry & { readonly source: string; readonly required: boolean };
export type FigureEntry = TagEntry & { readonly indicator: string; readonly part: FigurePart };
export type ChartEntry = TagEntry & { readonly indicator: string };
export type FieldEntry = TagEntry &
  ({ readonly source: string } | { readonly indicator: string; readonly part: FigurePart });
export interface RowsEntry {
  readonly tag: string;
  readonly label: string;
  readonly source: string;
  readonly fields: readonly FieldEntry[];
}

export interface TagCatalogue {
  /** Paragraphs that open the list of tags. */
  readonly guide: readonly string[];
  readonly values: readonly ValueEntry[];
  readonly figures: readonly FigureEntry[];
  readonly rows: readonly RowsEntry[];
  readonly blocks: readonly ValueEntry[];
  readonly charts: readonly ChartEntry[];
}

const PARTS: readonly FigurePart[] = ['n', 'd', 'rate', 'reported'];
const TAG = /^[a-z][a-z0-9_]*$/u;

/** The catalogue, or every fault of the file: paths with what is expected there, in Vietnamese. */
export function readTags(data: unknown): {
  readonly catalogue?: TagCatalogue;
  readonly faults: readonly string[];
} {
  const faults: string[] = [];
  const fault = (path: string, reason: string): void => void faults.push(`${path}: ${reason}`);
  const root = new Node('tags', data, fault);
  const entry = (node: Node): TagEntry => ({
    tag: node.tag(),
    label: node.text('label'),
    sample: node.text('sample'),
  });
  const figure = (node: Node) => ({ indicator: node.text('indicator'), part: node.oneOf('part', PARTS) });
  const value = (node: Node): ValueEntry => ({
    ...entry(node),
    source: node.text('source'),
    required: node.flag('required'),
  });
  const catalogue: TagCatalogue = {
    guide: root.list('guide').map((node) => node.asText()),
    values: root.list('values').map(value),
    figures: root.list('figures').map((node) => ({ ...entry(node), ...figure(node) })),
    rows: root.list('rows').map((node) => ({
      tag: node.tag(),
      label: node.text('label'),
      source: node.text('source'),
      fields: node.list('fields').map((field): FieldEntry => {
        const own = entry(field);
        const named = { ...own, tag: `${node.tag()}.${own.tag}` };
        return field.has('source')
          ? { ...named, source: field.text('source') }
          : { ...named, ...figure(field) };
      }),
    })),
    blocks: root.list('blocks').map(value),
    charts: root.list('charts').map((node) => ({ ...entry(node), indicator: node.text('indicator') })),
  };
  const seen = new Set<string>();
  for (const { tag } of [...allTags(catalogue), ...catalogue.rows]) {
    if (seen.has(tag)) fault('tags', `thẻ “${tag}” có hai lần`);
    seen.add(tag);
  }
  return faults.length === 0 ? { catalogue, faults } : { faults };
}

/** Every tag that may stand in a template, in the order of the file. */
export const allTags = (catalogue: TagCatalogue): readonly TagEntry[] => [
  ...catalogue.values,
  ...catalogue.figures,
  ...catalogue.rows.flatMap(({ fields }) => fields),
  ...catalogue.blocks,
  ...catalogue.charts,
];

/** One value of the file with its path; what is wrong is noted and replaced by a blank. */
class Node {
  private readonly path: string;
  private readonly value: unknown;
  private readonly fault: (path: string, reason: string) => void;
  constructor(path: string, value: unknown, fault: (path: string, reason: string) => void) {
    this.path = path;
    this.value = value;
    this.fault = fault;
  }
  has(key: string): boolean {
    return this.at(key).value !== undefined;
  }
  asText(): string {
    if (typeof this.value === 'string') return this.value.normalize('NFC');
    this.fault(this.path, 'cần một đoạn chữ');
    return '';
  }
  text(key: string): string {
    return this.at(key).asText();
  }
  tag(): string {
    const tag = this.text('tag');
    if (tag !== '' && !TAG.test(tag))
      this.fault(this.path, `tên thẻ “${tag}” chỉ gồm chữ thường không dấu, chữ số và gạch dưới`);
    return tag;
  }
  flag(key: string): boolean {
    const { value, path } = this.at(key);
    if (value !== undefined && typeof value !== 'boolean') this.fault(path, 'cần true hoặc false');
    return value === true;
  }
  oneOf(key: string, choices: readonly FigurePart[]): FigurePart {
    const { value, path } = this.at(key);
    const found = choices.find((choice) => choice === value);
    if (found === undefined) this.fault(path, `cần một trong: ${choices.join(', ')}`);
    return found ?? 'n';
  }
  list(key: string): readonly Node[] {
    const { value, path } = this.at(key);
    if (Array.isArray(value))
      return value.map((item: unknown, index) => new Node(`${path}[${String(index)}]`, item, this.fault));
    if (value !== undefined && value !== null) this.fault(path, 'cần một danh sách');
    return [];
  }
  private at(key: string): Node {
    const { value } = this;
    const found: unknown =
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? Object.getOwnPropertyDescriptor(value, key)?.value
        : undefined;
    return new Node(`${this.path}.${key}`, found, this.fault);
  }
}
