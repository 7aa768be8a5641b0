/** Exit codes: which finding leads to which, and the order 4, 2, 3, 1 when several meet. */
import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../../src/cli/exit-code-of.js';
import { finding } from '../../../src/findings/finding.js';
import type { Finding } from '../../../src/model.js';

const at = { file: 'xa-an-binh.xlsx', sheet: 'Biểu 01', cell: 'D17' };
const data: Finding = {
  id: 'a',
  code: 'cell/not-a-number',
  number: 'VH301',
  severity: 'error',
  at,
  message: 'sai',
};
const configuration = finding(
  'configuration/missing-key',
  { file: 'tdkvh.yaml' },
  { key: 'unit', start: 'unit:', example: '"256"' },
);
const yaml: Finding = { ...data, code: 'file/yaml-syntax', number: 'VH190' };
const output: Finding = { ...data, code: 'output/locked', number: 'VH830' };
const refused = finding('cli/refused', { file: '' }, { reasons: 'còn 1 lỗi' });
const usage = finding('cli/no-workspace', { file: '' }, {});
const machine = finding('cli/machine', { file: '' }, { path: 'out', errno: 'ENOSPC' });

describe('exitCodeOf', () => {
  it.each([
    ['nothing', [], 0],
    ['warnings', [{ ...data, severity: 'warning' as const }], 0],
    ['an accepted error', [{ ...data, accepted: { reason: 'đúng', person: 'An', date: '2024-12-01' } }], 0],
    ['a rule on trial', [{ ...data, trial: true }], 0],
    ['an error in the data', [data], 1],
    ['an unreadable submission', [{ ...data, code: 'file/encrypted', number: 'VH105' }], 1],
    ['configuration', [configuration], 2],
    ['a broken YAML file', [yaml], 2],
    ['wrong use', [usage], 2],
    ['refused', [refused], 3],
    ['an output that cannot be written', [output], 4],
    ['the machine', [machine], 4],
    ['refused over data', [data, refused], 3],
    ['use over refused', [refused, usage, data], 2],
    ['fault over all', [data, refused, configuration, output], 4],
  ])('%s', (_, findings, code) => {
    expect(exitCodeOf(findings)).toBe(code);
  });
});
