/** Criteria files as text for tests: the bundled ones, and a set as small as a set can be. */
import { fileURLToPath } from 'node:url';
import { admitCriteriaSet, type AdmittedSet } from '../../../src/criteria/admit-criteria-set.js';
import type { ChainFile } from '../../../src/criteria/chain-file.js';
import type { CriteriaSet } from '../../../src/model.js';
import { readSetFiles } from '../../../src/office/criteria-files.js';
import { readYaml } from '../../../src/readers/yaml-document.js';
import { RULE_SCHEMA } from '../../../src/validation/rules.js';

/** Admits a chain with the rule kinds of the program. */
export const admit = (chain: readonly ChainFile[], sha256?: string): AdmittedSet =>
  admitCriteriaSet(chain, RULE_SCHEMA, sha256);

export function criteriaFile(text: string, file: string): ChainFile {
  const { value, locate, findings } = readYaml(text, file);
  if (findings.length > 0) throw new Error(`${file}: ${findings.map(({ message }) => message).join(' ')}`);
  return { value, locate, file };
}

type BundledId = 'nd86-2023' | 'nd122-2018';

async function readBundled(id: BundledId): Promise<ChainFile> {
  const path = new URL(`../../../templates/criteria/${id}/bo-tieu-chi.yaml`, import.meta.url);
  const files = await readSetFiles(fileURLToPath(path), () => `${id}.yaml`);
  if (files === undefined) throw new Error(`${id}: no such set`);
  return files.main;
}

const BUNDLED: Readonly<Record<BundledId, ChainFile>> = {
  'nd86-2023': await readBundled('nd86-2023'),
  'nd122-2018': await readBundled('nd122-2018'),
};

export const bundledFile = (id: BundledId): ChainFile => BUNDLED[id];

export function admitted(result: AdmittedSet): CriteriaSet {
  if (result.set === undefined) throw new Error(result.findings.map(({ message }) => message).join('\n'));
  return result.set;
}

export const bundledSet = (id: BundledId): CriteriaSet =>
  admitted(admit(id === 'nd86-2023' ? [bundledFile(id)] : [bundledFile('nd86-2023'), bundledFile(id)]));

/** Two forms, four fields, one indicator, one rule, one title. */
export const SMALL = `schema: tdkvh/criteria@1
id: national
label: Bộ thử
formVersion: '1'
basis: Luật
titleYears: { from: 2024 }
defaults:
  byType:
    count: { scale: 0, aggregation: sum, requiredIn: [], core: false, marks: { dash: zero } }
    choice: { scale: 0, aggregation: countOf, requiredIn: [], core: false, marks: {} }
  byForm:
    table: { enterAt: area, basis: Luật, confirmed: true }
    list: { enterAt: commune, basis: Luật, confirmed: true }
forms:
  - { id: table, sheet: Biểu A, title: Bảng, shape: table, sender: commune, groups: [{ id: g, label: Nhóm }] }
  - { id: list, sheet: Biểu B, title: Danh mục, shape: list, sender: commune, groups: [{ id: A, label: A }] }
fields:
  - { id: homes, form: table, group: g, label: Số hộ, aliases: [Tổng số hộ], type: count, unit: hộ }
  - { id: titled, form: table, group: g, label: Số hộ đạt, type: count, unit: hộ }
  - id: result
    form: table
    group: g
    label: Kết quả
    type: choice
    choices:
      - { id: good, label: đạt, aliases: [có] }
      - { id: bad, label: không đạt }
  - { id: meetings, form: list, group: A, code: A1, label: Số cuộc họp, type: count, unit: cuộc }
  - { id: clans, form: list, group: A, code: A2, label: Số tộc họ, type: count, unit: tộc họ, extension: clans }
indicators:
  - id: rate
    label: Tỷ lệ
    unit: hộ
    numerator: { sum: titled }
    denominator: { sum: homes }
    headline: true
    basis: Luật
    confirmed: true
rules:
  - id: within
    kind: partOfWhole
    severity: error
    label: Không quá tổng số
    instruction: Sửa số sai.
    parts: [titled]
    whole: homes
    level: both
    missing: skip
    basis: Luật
    confirmed: true
    examples:
      pass: { rows: [{ homes: 10, titled: 8 }] }
      fail: { rows: [{ homes: 10, titled: 12 }] }
titles:
  - id: family
    level: family
    labels:
      - { to: 2025-06-30, text: Tên cũ, basis: Luật, confirmed: true }
      - { from: 2025-07-01, text: Tên mới, basis: Luật, confirmed: false }
    decidedBy: []
    mode: passFail
    standards: []
    exclusions: []
    basis: Luật
    confirmed: true
`;

export const smallFile = (change: (text: string) => string = (text) => text): ChainFile =>
  criteriaFile(change(SMALL), 'national.yaml');

export const child = (body: string, extended = 'national', id = 'province'): ChainFile =>
  criteriaFile(`schema: tdkvh/criteria@1\nid: ${id}\nextends: ${extended}\n${body}`, `${id}.yaml`);
