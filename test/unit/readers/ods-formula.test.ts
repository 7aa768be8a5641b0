/** Formulas of .ods in the notation of .xlsx. */
import { describe, expect, it } from 'vitest';
import { inA1Notation } from '../../../src/readers/ods/ods-formula.js';

describe('formulas of OpenDocument', () => {
  it.each([
    ['of:=[.A1]+[.$B$2]*2', 'A1+$B$2*2'],
    ['of:=SUM([.A1:.B2];[.C3];1.5)', 'SUM(A1:B2,C3,1.5)'],
    ["of:=[$'Biểu 01'.A1]-[$Sheet2.$B$1]", "'Biểu 01'!A1-'Sheet2'!$B$1"],
    ["of:=SUM(['Sổ ''phụ'''.A1:.A9])", "SUM('Sổ ''phụ'''!A1:A9)"],
    ['of:=SUM([$Sheet1.A1:$Sheet1.A9])', "SUM('Sheet1'!A1:A9)"],
    ['of:=SUM([.A:.A];[.1:.3])', 'SUM(A:A,1:3)'],
    ['of:=IF([.A1]>=1;"a;b [.C1]";"")', 'IF(A1>=1,"a;b [.C1]","")'],
    ['oooc:=[.A1]/[.B1]', 'A1/B1'],
    ['msoxl:=SUM(A1,B1)', 'SUM(A1,B1)'],
  ])('%s', (formula, expected) => {
    expect(inA1Notation(formula)).toBe(expected);
  });

  it.each([
    "of:=['file:///nguon.ods'#$Sheet1.A1]",
    'of:=SUM([.A1:.B2]!([.B1:.C2]))',
    'of:=SUM([.A1]~[.B2])',
    'of:={1;2}',
    'of:=[.#REF!]',
    'of:=SUM([$Sheet1.A1:$Sheet2.A9])',
    'of:=[.A1',
    'A1+1',
  ])('%s has none', (formula) => {
    expect(inA1Notation(formula)).toBeUndefined();
  });
});
