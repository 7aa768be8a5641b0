/** What an own form asks of some units only, or to some day only: nobody else misses it, and nothing of it counts. */
import { expect, it } from 'vitest';
import { setInPeriod } from '../../../../src/criteria/set-in-period.js';
import type { CriteriaSet } from '../../../../src/model.js';
import { RULE_SCHEMA } from '../../../../src/validation/rules.js';
import { recognise, sheet, workbook, type Typed } from '../made-files.js';
import { setWithForm } from './set-with-form.js';

const YAML = `schema: tdkvh/own-form@1
id: mau
label: Mẫu
tables:
  - sheet: S
    rows: area
    key: [Thôn]
    columns:
      - { header: [Tổng số hộ], field: households }
      - { header: [Số chợ đêm], field: nightMarkets }
      - { header: [Số loa kéo], field: speakers }
  - sheet: T
    rows: indicator
    key: [Chỉ tiêu]
    columns: [{ header: [Kết quả] }]
    lines:
      - { label: Số tủ sách, field: shelves }
      - { label: Số lễ hội, field: ownFestivals }
fields:
  - { id: nightMarkets, label: Số chợ đêm, type: count, aggregation: sum, scale: 0, forTypes: ["thị trấn"] }
  - { id: speakers, label: Số loa kéo, type: count, aggregation: sum, scale: 0, validTo: 2023-12-31 }
  - { id: shelves, label: Số tủ sách, type: count, aggregation: sum, scale: 0, validFrom: 2025-01-01 }
  - { id: ownFestivals, label: Số lễ hội, type: count, aggregation: sum, scale: 0 }
`;

const setOf = (year: number): CriteriaSet =>
  setInPeriod(setWithForm(YAML), { id: String(year), year, kind: 'year' }, RULE_SCHEMA);

const sent = (
  title: string,
  header: readonly string[],
  row: readonly Typed[],
  lines: readonly (readonly Typed[])[],
) =>
  recognise(
    workbook([
      sheet('S', [[title], ['NĂM 2024'], [], ['TT', 'Thôn', ...header], [1, 'Thôn Đông', ...row]]),
      sheet('T', [[title], ['NĂM 2024'], [], ['TT', 'Chỉ tiêu', 'Kết quả'], ...lines]),
    ]),
    { set: setOf(2024) },
  );
const missing = ({ findings }: ReturnType<typeof sent>) =>
  findings.flatMap(({ code, fields }) => (/^own-form\/(?:column|line)-missing$/u.test(code) ? fields : []));

it('is missed by nobody of whom it is not asked', () => {
  const lines = [[1, 'Số lễ hội', 3]];
  expect(missing(sent('UBND XÃ DAK LUA', ['Tổng số hộ'], [210], lines))).toEqual([]);
  expect(missing(sent('UBND THỊ TRẤN TÂN PHÚ', ['Tổng số hộ'], [210], lines))).toEqual(['nightMarkets']);
  expect(missing(sent('UBND XÃ DAK LUA', ['Tổng số hộ'], [210], []))).toEqual([]);
});

it('does not count where it is not asked', () => {
  const header = ['Tổng số hộ', 'Số chợ đêm', 'Số loa kéo'];
  const lines = [
    [1, 'Số tủ sách', 5],
    [2, 'Số lễ hội', 3],
  ];
  const commune = sent('UBND XÃ DAK LUA', header, [210, 2, 7], lines);
  expect(commune.column('bieu-01', 'nightMarkets')).toEqual(['notApplicable']);
  expect(commune.column('bieu-01', 'speakers')).toEqual([]);
  expect(commune.column('mau-rieng', 'shelves')).toEqual([]);
  expect(commune.column('mau-rieng', 'ownFestivals')).toEqual([3]);
  const town = sent('UBND THỊ TRẤN TÂN PHÚ', header, [210, 2, 7], lines);
  expect(town.column('bieu-01', 'nightMarkets')).toEqual([2]);
});
