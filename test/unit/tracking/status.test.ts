/** Every unit due in one state, on time or late by the deadline that holds for it, with what it still owes. */
import { describe, expect, it } from 'vitest';
import type { Finding, InputRecord, Receipt, ResultsDocument, SenderStatus } from '../../../src/model.js';
import { finding } from '../../../src/findings/finding.js';
import { submissionStatus } from '../../../src/tracking/status.js';
import { SET } from '../writers/template-support.js';
import { COMMUNES, sampleResults } from '../../support/sample-results.js';
import { defined } from '../../../src/values/defined.js';

const [A = '', B = '', C = '', D = '', E = ''] = COMMUNES;
const DEADLINES = { commune: '2024-11-28', agency: '2024-11-25', exceptions: { [D]: '2024-12-02' } };

const input = (
  path: string,
  unit: string | undefined,
  state: InputRecord['state'] = 'used',
): InputRecord => ({
  path,
  sha256: '',
  state,
  parts: [{ form: 'bieu-01', ...defined({ unit }), sheet: 'Biểu 01', submissionNo: 1, state }],
});

const warning = (unit: string): Finding => ({
  ...finding(
    'plausibility/all-full',
    { file: `${unit}.xlsx`, sheet: 'Biểu 01', cell: 'D7' },
    { part: 'a', whole: 'b', sum: 1, rows: 2 },
    { unit, rule: 'r' },
  ),
  severity: 'warning',
});

function results(findings: readonly Finding[], inputs: readonly InputRecord[] = []): ResultsDocument {
  const sent = COMMUNES.slice(0, 4).map((code) => input(`submissions/${code}.xlsx`, code));
  return sampleResults({ findings, inputs: [...sent, ...inputs], own: {}, rows: {} });
}

const statusOf = (
  document: ResultsDocument,
  receipts: readonly Receipt[] = [],
  asOf = '2024-11-30',
): ReadonlyMap<string, SenderStatus> =>
  new Map(submissionStatus(document, receipts, DEADLINES, asOf).units.map((unit) => [unit.unit, unit]));

describe('state of a unit', () => {
  const error = { ...warning(B), id: 'x', severity: 'error' as const };

  it('is one of five, by what was sent and what stands', () => {
    const states = statusOf(results([error, warning(C)]));
    expect([A, B, C, D, E].map((code) => states.get(code)?.state)).toEqual([
      'passed',
      'mustCorrect',
      'toConfirm',
      'passed',
      'notSent',
    ]);
    expect(states.get(B)?.debts).toEqual([{ kind: 'correction', finding: error }]);
    expect(states.get(E)?.debts).toEqual([{ kind: 'everything' }]);
  });

  it('owes figures where rows or a part of a total were left blank, though nothing can be confirmed there', () => {
    const at = { file: `submissions/${A}.xlsx`, sheet: 'Biểu 02', cell: 'D110' };
    const row = { unit: 'A', field: 'f', filled: 1, total: 2, sum: 1, rows: 'B' };
    const part = { unit: 'A', total: 't', missing: 'm', given: 'g' };
    const gaps = [
      finding('unit/partly-reported', at, row as never, { unit: A }),
      finding('unit/total-lacks-part', at, part as never, { unit: C }),
    ];
    const states = statusOf(results(gaps));
    for (const [unit, gap] of [
      [A, gaps[0]],
      [C, gaps[1]],
    ] as const) {
      expect(states.get(unit)).toMatchObject({ state: 'toConfirm', gaps: 1, questions: 0 });
      expect(states.get(unit)?.debts).toEqual([{ kind: 'completion', finding: gap }]);
    }
  });

  it('takes no account of findings on trial, accepted or about the layout', () => {
    const accepted = { ...error, accepted: { reason: 'r', person: 'p', date: '2024-12-01' } };
    const layout = finding(
      'layout/hidden-rows',
      { file: `submissions/${C}.xlsx` },
      { rows: '3', count: 1 } as never,
      { unit: C },
    );
    const states = statusOf(results([accepted, { ...warning(C), trial: true }, layout]));
    expect(states.get(B)?.state).toBe('passed');
    expect(states.get(B)?.accepted).toBe(1);
    expect(states.get(C)?.state).toBe('passed');
  });

  it('is "must correct" when the only file that came cannot be used', () => {
    const file = `submissions/${E}.xlsx`;
    const rejected = finding(
      'submission/wrong-period',
      { file },
      { actual: '2023', expected: '2024', place: 'trang “Thông tin”' },
      { unit: E },
    );
    const status = statusOf(results([rejected], [input(file, E, 'rejected')])).get(E);
    expect(status?.state).toBe('mustCorrect');
    expect(status?.debts.map(({ kind }) => kind)).toEqual(['correction']);
  });

  it('is "report without figures" when received.csv says whose document came', () => {
    const file = 'submissions/bao-cao.docx';
    const document = finding('file/document', { file }, { format: 'Word' });
    const made = results([document], [input(file, undefined, 'skipped')]);
    const receipts = [
      { file, date: '2024-11-27' },
      { file, unit: E, date: '2024-11-27' },
    ];
    const status = statusOf(made, receipts).get(E);
    expect(status?.state).toBe('documentOnly');
    // The document came in time; the figures, which are due, have not come.
    expect(status?.timing).toMatchObject({ punctuality: 'late', received: { source: 'received.csv' } });
  });

  it('is the same when the run has given the document to its unit', () => {
    const file = 'submissions/bao-cao.docx';
    const document = finding('file/document', { file }, { format: 'Word' });
    const status = statusOf(results([document], [input(file, E, 'skipped')])).get(E);
    expect(status).toMatchObject({ state: 'documentOnly', files: [file], debts: [{ kind: 'everything' }] });
  });
});

describe('timing', () => {
  it('knows nothing when nobody noted a date', () => {
    expect(statusOf(results([])).get(A)?.timing).toMatchObject({
      punctuality: 'unknown',
      received: { source: 'unknown' },
    });
  });

  it('counts the day of the deadline as on time and an exception instead of the general deadline', () => {
    const receipts = [
      { file: `${A}.xlsx`, date: '2024-11-28' },
      { unit: B, date: '2024-11-29' },
      { unit: D, date: '2024-12-01' },
    ];
    const states = statusOf(results([]), receipts);
    expect(states.get(A)?.timing.punctuality).toBe('onTime');
    expect(states.get(B)?.timing).toMatchObject({ punctuality: 'late', daysLate: 1 });
    expect(states.get(D)?.timing).toMatchObject({ punctuality: 'onTime', exception: true });
  });

  it('takes the first arrival of several', () => {
    const receipts = [
      { unit: A, date: '2024-12-05' },
      { unit: A, date: '2024-11-20' },
    ];
    expect(statusOf(results([]), receipts).get(A)?.timing.punctuality).toBe('onTime');
  });

  it('falls back to the later date written in the form', () => {
    const own = (value: string) => ({ state: 'value' as const, value, file: '', sheet: '', cell: '' });
    const document = {
      ...results([]),
      own: { [A]: { reportDate: own('2024-11-27'), approvedDate: own('2024-11-29') } },
    };
    expect(statusOf(document).get(A)?.timing).toMatchObject({
      punctuality: 'late',
      daysLate: 1,
      received: { date: '2024-11-29', source: 'form' },
    });
  });

  it('counts days left or overdue of what has not come, up to the day given', () => {
    expect(statusOf(results([]), [], '2024-11-26').get(E)?.timing).toMatchObject({
      punctuality: 'open',
      daysLeft: 2,
    });
    expect(statusOf(results([]), [], '2024-11-28').get(E)?.timing).toMatchObject({
      punctuality: 'open',
      daysLeft: 0,
    });
    expect(statusOf(results([]), [], '2024-12-02').get(E)?.timing).toMatchObject({
      punctuality: 'late',
      daysLate: 4,
    });
  });
});

describe('without a day', () => {
  it('counts no days and calls nobody late who has not sent', () => {
    const { units, ...status } = submissionStatus(
      results([]),
      [{ unit: A, date: '2024-11-29' }],
      DEADLINES,
      undefined,
    );
    expect(status).not.toHaveProperty('asOf');
    expect(status).not.toHaveProperty('daysLeft');
    const timing = (code: string) => units.find(({ unit }) => unit === code)?.timing;
    expect(timing(A)).toMatchObject({ punctuality: 'late', daysLate: 1 });
    expect(timing(E)).toMatchObject({ punctuality: 'unknown' });
    expect(timing(E)).not.toHaveProperty('daysLeft');
  });
});

describe('files', () => {
  it('are listed when another one replaced them or when they stand for nobody', () => {
    const made = results(
      [],
      [
        input('submissions/cu.xlsx', A, 'superseded'),
        input('submissions/la.xlsx', undefined, 'unattributed'),
      ],
    );
    const status = submissionStatus(made, [], DEADLINES, '2024-11-30');
    expect(status.files.map(({ file, state }) => [file, state])).toEqual([
      ['submissions/cu.xlsx', 'superseded'],
      ['submissions/la.xlsx', 'unattributed'],
    ]);
    expect(status.counts).toMatchObject({ superseded: 1, unattributed: 1, passed: 4, notSent: 1 });
  });
});

describe('results of a lower level that were refused', () => {
  it('are no file of nobody', () => {
    const refused = input('submissions/huyen.json', undefined, 'rejected');
    const parts = refused.parts.map((part) => ({ ...part, period: '2023' }));
    const status = submissionStatus(results([], [{ ...refused, parts }]), [], DEADLINES, '2024-11-30');
    expect(status.files).toMatchObject([{ file: 'submissions/huyen.json', state: 'refused' }]);
    expect(status.counts).toMatchObject({ refused: 1, unattributed: 0 });
  });
});

describe('a file sent again with some forms unchanged', () => {
  it('is replaced as a whole, a mere copy is not', () => {
    const half = input('submissions/lan-1.xlsx', A, 'superseded');
    const [part] = half.parts;
    if (part === undefined) throw new Error('no part');
    const copied = { ...part, form: 'bieu-02', sheet: 'Biểu 02', state: 'duplicate' as const };
    const made = results(
      [],
      [{ ...half, parts: [part, copied] }, input('submissions/ban-sao.xlsx', A, 'duplicate')],
    );
    const status = submissionStatus(made, [], DEADLINES, '2024-11-30');
    expect(status.files.map(({ file, state }) => [file, state])).toEqual([
      ['submissions/lan-1.xlsx', 'superseded'],
    ]);
  });
});

describe('member agencies', () => {
  it('stand on their own line, and those of last year that sent nothing are missed', () => {
    const form = { unit: '901', key: 'bieu-06/ld', form: 'bieu-06', file: 'submissions/ld.xlsx', rows: [0] };
    const memberAgencies = [{ name: 'Liên đoàn Lao động', expected: false, forms: [form] }];
    const forms = new Map(SET.forms.map((form) => [form.id, form]));
    const facts = { forms, agencies: ['Liên đoàn Lao động', 'Hội Nông dân'] };
    const receipts = [{ file: 'submissions/ld.xlsx', date: '2024-11-26' }];
    const { agencies } = submissionStatus(
      { ...results([]), memberAgencies },
      receipts,
      DEADLINES,
      '2024-11-30',
      facts,
    );
    expect(agencies.map(({ name, state, timing }) => [name, state, timing.punctuality])).toEqual([
      ['Hội Nông dân', 'notSent', 'late'],
      ['Liên đoàn Lao động', 'passed', 'late'],
    ]);
    expect(agencies[0]?.debts).toEqual([{ kind: 'everything', sheets: ['Biểu 06'] }]);
  });

  it('are those of the office’s list where there is one, with whom to call', () => {
    const memberAgencies = [{ name: 'Công an', expected: true, contact: '0912', forms: [] }];
    const facts = { agencies: ['Hội Nông dân'] };
    const { agencies } = submissionStatus(
      { ...results([]), memberAgencies },
      [],
      DEADLINES,
      '2024-11-20',
      facts,
    );
    expect(agencies).toMatchObject([{ name: 'Công an', contact: '0912', state: 'notSent' }]);
    expect(agencies[0]?.timing).toMatchObject({ deadline: '2024-11-25', daysLeft: 5, punctuality: 'open' });
  });
});
