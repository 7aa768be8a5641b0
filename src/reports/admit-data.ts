/** Admits the data files beside the wording (outline, letters, tables, labels); collects every fault before it speaks. */
import { WordingFault } from './wording.js';

/** One value of a data file with its path, read as what it should be. Wrong ones are noted and replaced by blanks. */
export class DataNode {
  readonly path: string;
  private readonly value: unknown;
  private readonly faults: string[];

  constructor(path: string, value: unknown, faults: string[]) {
    this.path = path;
    this.value = value;
    this.faults = faults;
  }

  get present(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  /** Notes names nobody reads: a typing error, or a comma in a text without quotes. */
  only(...keys: readonly string[]): this {
    for (const key of Object.keys(this.map())) {
      if (!keys.includes(key))
        this.fault(`“${key}” là tên không dùng ở đây (câu có dấu phẩy phải đặt trong dấu nháy)`);
    }
    return this;
  }

  at(key: string): DataNode {
    const map = this.map();
    return new DataNode(`${this.path}.${key}`, Object.hasOwn(map, key) ? map[key] : undefined, this.faults);
  }

  text(): string {
    if (typeof this.value === 'string') return this.value.normalize('NFC');
    this.fault('cần một đoạn chữ');
    return '';
  }

  optionalText(): string | undefined {
    return this.present ? this.text() : undefined;
  }

  flag(): boolean {
    if (!this.present || typeof this.value === 'boolean') return this.value === true;
    this.fault('cần true hoặc false');
    return false;
  }

  wholeNumber(): number | undefined {
    if (!this.present) return undefined;
    if (typeof this.value === 'number' && Number.isSafeInteger(this.value)) return this.value;
    this.fault('cần một số nguyên');
    return undefined;
  }

  oneOf<const Choice extends string>(choices: readonly Choice[]): Choice {
    const found = choices.find((choice) => choice === this.value);
    if (found === undefined) this.fault(`cần một trong các giá trị: ${choices.join(', ')}`);
    return found ?? choices[0] ?? this.never();
  }

  list(): readonly DataNode[] {
    if (!this.present) return [];
    if (!Array.isArray(this.value)) {
      this.fault('cần một danh sách');
      return [];
    }
    return this.value.map(
      (item: unknown, index) => new DataNode(`${this.path}[${index}]`, item, this.faults),
    );
  }

  entries(): readonly (readonly [string, DataNode])[] {
    return Object.keys(this.map()).map((key) => [key, this.at(key)]);
  }

  texts(): readonly string[] {
    return this.list().map((item) => item.text());
  }

  private map(): Readonly<Record<string, unknown>> {
    if (isRecord(this.value)) return this.value;
    if (this.present) this.fault('cần các cặp tên: giá trị');
    return {};
  }

  private fault(reason: string): void {
    this.faults.push(`${this.path}: ${reason}`);
  }

  private never(): never {
    throw new WordingFault(this.path, 'không có giá trị nào để chọn');
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads one data file; all its faults are thrown together. */
export function admitData<T>(name: string, value: unknown, read: (root: DataNode) => T): T {
  const faults: string[] = [];
  const admitted = read(new DataNode(name, value, faults));
  if (faults.length > 0) throw new WordingFault(name, faults.join('; '));
  return admitted;
}
