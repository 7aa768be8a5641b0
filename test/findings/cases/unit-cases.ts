/** VH501-VH540: who sent what, who has not, and decisions that no longer hold. */
import { acceptancesOf } from '../../../src/findings/acceptance.js';
import { finding } from '../../../src/findings/finding.js';
import type { Acceptance, Finding, UnitSubmission, UnitVersion } from '../../../src/model.js';
import { coverageFindings } from '../../../src/submission/coverage.js';
import {
  AREA_HEADER,
  areas,
  identity,
  information,
  lines,
  recognise,
  scopeOf,
  SET,
  SHA,
  sheet,
  treeOf,
  UNITS,
  workbook,
  type RunOptions,
  type Typed,
} from '../../unit/submission/made-files.js';
import type { Cases } from './case.js';
import { partlyReported, totalLacksPart, unsafeSum } from './run-cases.js';

const ONE = [1, 'Ấp 1', 120, 100, 'đạt'] as const;
const sent = (said: Readonly<Record<string, Typed>>, options: RunOptions = {}) =>
  recognise(workbook([information(said), areas([ONE])]), options).findings;
const CODE = 'Mã đơn vị hành chính';
const NAME = 'Tên đơn vị';
const file = (households: number, no: number, path: string, sha256 = SHA) =>
  workbook([information({ 'Lần nộp': no }), areas([[1, 'Ấp 1', households, 1, 'đạt']])], path, sha256);
const OTHER = 'cd'.repeat(32);
const titled = (...titles: readonly string[]) =>
  recognise(workbook([sheet('Sheet1', [...titles.map((text) => [text]), AREA_HEADER, ONE])])).findings;
const ended: UnitVersion = {
  code: '26120',
  name: 'Đắc Hoa',
  type: 'xã',
  level: 'commune',
  validTo: '2024-06-30',
};

/** A finding of a rule, as one that may be accepted. */
const data: Finding = finding(
  'row/part-exceeds-whole',
  { file: 'xa.xlsx', cell: 'D2' },
  { row: 'Ấp 1', parts: 'a', whole: 'b', wholeValue: '90 hộ', difference: '8 hộ' },
  { unit: '26119', period: '2024', rule: 'r', actual: '98 hộ' },
);
const line: Acceptance = { id: data.id, value: '98 hộ', reason: 'đúng', person: 'A', date: '2024-12-01' };
const accepted = (finding_: Finding, acceptance: Acceptance) =>
  acceptancesOf([acceptance], '2024-12-31')
    .stated([finding_])
    .filter(({ code }) => code.startsWith('accepted/'));

const submission = (forms: readonly string[]): UnitSubmission => {
  const outcome = recognise(workbook([information(), areas([ONE]), lines({ A4: 7 })]));
  const tables = outcome.parts.flatMap(({ form, table }) =>
    form !== undefined && table !== undefined && forms.includes(form) ? [[form, table] as const] : [],
  );
  return { unit: '26119', period: '2024', tables: new Map(tables) };
};
const coverage = (submissions: readonly UnitSubmission[]) => [
  ...coverageFindings(
    submissions,
    treeOf(
      '26119',
      UNITS.filter(({ code }) => code === '26119'),
    ),
    SET,
    { id: '2024', year: 2024, kind: 'year' },
    (code) => code,
  ),
];

export const UNIT_CASES: Cases = {
  'submission/unit-unknown': () => sent({ [CODE]: null, [NAME]: 'Không Đâu' }),
  'submission/unit-conflict': () => sent({ [NAME]: 'Phú An' }),
  'submission/unit-not-due': () => sent({}, { scope: scopeOf('736') }),
  'submission/wrong-period': () => sent({ 'Kỳ báo cáo': '2023' }),
  'submission/period-conflict': () =>
    recognise(workbook([information({ 'Kỳ báo cáo': '2023' }), areas([ONE]), identity()])).findings,
  'submission/wrong-criteria-set': () =>
    recognise(workbook([information(), areas([ONE]), identity({ criteria: 'nd122-2018' })])).findings,
  'submission/empty': () => recognise(workbook([information(), areas([[1, 'Ấp 1']])])).findings,
  'submission/duplicate': () => {
    const outcome = recognise([file(5, 1, 'a.xlsx'), file(5, 1, 'a (1).xlsx')]);
    return outcome.findings;
  },
  'submission/superseded': () => recognise([file(5, 1, 'a.xlsx'), file(6, 2, 'b.xlsx', OTHER)]).findings,
  'submission/rivals': () =>
    recognise([file(5, 1, 'a.xlsx'), file(6, 1, 'b.xlsx', OTHER)]).findings.filter(
      ({ code }) => code !== 'submission/duplicate',
    ),
  'submission/form-of-communes': () => sent({ [CODE]: '734', [NAME]: 'Tân Phú', 'Loại đơn vị': 'huyện' }),
  'submission/in-parts': () => {
    const part = (name: string, path: string, sha256: string, ...more: readonly string[]) =>
      workbook(
        [information(), areas([name, ...more].map((one, row) => [row + 1, one, 120 + row, 100, 'đạt']))],
        path,
        sha256,
      );
    return recognise([part('Ấp 1', 'a.xlsx', SHA), part('Ấp 2', 'b.xlsx', OTHER, 'Ấp 3')]).findings.filter(
      ({ code }) => code !== 'submission/duplicate',
    );
  },
  'submission/not-used': () => sent({}, { settlements: [{ sha256: SHA, use: false }] }),
  'submission/unit-ended': () =>
    sent({ [CODE]: '26120', [NAME]: 'Đắc Hoa' }, { scope: scopeOf('75', { former: [ended] }) }),
  'submission/part-of-new-unit': () => {
    const successors = new Map([ended.code, '26121'].map((old) => [old, ['26119']] as const));
    return sent(
      { [CODE]: '26120', [NAME]: 'Đắc Hoa' },
      { scope: scopeOf('75', { former: [ended], successors }) },
    );
  },
  'submission/name-as-read': () => sent({ [CODE]: null, [NAME]: 'Xa Phu An' }),
  'submission/unit-from-title': () => titled('UBND XÃ DAK LUA', 'Năm 2024'),
  'submission/units-on-one-sheet': () =>
    recognise(
      workbook([
        sheet('Sheet1', [['Năm 2024'], AREA_HEADER, ['I', 'Xã Dak Lua'], ONE, ['II', 'Xã Phú An'], ONE]),
      ]),
    ).findings,
  'submission/sheet-of-other-unit': () =>
    recognise(workbook([information(), sheet('Biểu 01', [['UBND XÃ PHÚ AN'], AREA_HEADER, ONE])])).findings,
  'submission/sheet-of-other-period': () =>
    recognise(workbook([information(), sheet('Biểu 01', [['Năm 2023'], AREA_HEADER, ONE])])).findings,
  'submission/period-unsaid': () => sent({ 'Kỳ báo cáo': null }),
  'submission/several-years': () =>
    titled('UBND XÃ DAK LUA', 'KẾT QUẢ NĂM 2023, PHƯƠNG HƯỚNG NĂM 2024').filter(
      ({ code }) => code !== 'submission/unit-from-title',
    ),
  'submission/number-unclear': () => sent({ 'Lần nộp': '0' }),
  'unit/not-reported': () => coverage([]),
  'unit/form-missing': () => coverage([submission(['bieu-01'])]),
  'unit/partly-reported': partlyReported,
  'unit/total-lacks-part': totalLacksPart,
  'total/unsafe-sum': unsafeSum,
  'accepted/unknown-finding': () => accepted(data, { ...line, id: 'khong-co' }),
  'accepted/value-changed': () => accepted(data, { ...line, value: '89 hộ' }),
  'accepted/not-acceptable': () => {
    const [cell] = sent({ [NAME]: 'Phú An' });
    return cell === undefined ? [] : accepted(cell, { ...line, id: cell.id });
  },
  'accepted/expired': () => accepted(data, { ...line, until: '2024-06-30' }),
};
