import { describe, expect, it } from 'vitest';
import { templateFileName, writeCsvForms } from '../../../src/writers/template/write-template.js';
import { COMMUNE, SET } from './template-support.js';

const textOf = (files: ReadonlyMap<string, Uint8Array>, name: string): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.get(name));

describe('writeCsvForms', () => {
  const files = writeCsvForms({
    ...COMMUNE,
    areas: [{ name: 'Thôn Đông, xóm 2', kind: 'thon' }, { name: '=HYPERLINK("x")' }],
  });

  it('writes a file per form of the sender', () => {
    expect([...files.keys()]).toEqual([
      'thong-tin.csv',
      'bieu-01.csv',
      'bieu-02.csv',
      'bieu-03.csv',
      'bieu-04.csv',
    ]);
  });

  it('begins with a BOM and ends lines with CRLF', () => {
    const text = textOf(files, 'bieu-01.csv');
    expect(text.startsWith('\uFEFFunit_code,period,areaName,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('fills in unit, period and areas; nothing runs as a formula', () => {
    const [, first = '', second = ''] = textOf(files, 'bieu-01.csv').split('\r\n');
    expect(first.startsWith('09187,2024,"Thôn Đông, xóm 2",,thôn,')).toBe(true);
    expect(second.startsWith(`09187,2024,"'=HYPERLINK(""x"")",`)).toBe(true);
  });

  it('gives list forms by code and Thông tin by key', () => {
    const list = textOf(files, 'bieu-02.csv').split('\r\n');
    expect(list[0]).toBe('\uFEFFunit_code,period,code,value,note');
    expect(list).toContain('09187,2024,L1,,');
    const pairs = textOf(files, 'thong-tin.csv').split('\r\n');
    expect(pairs[0]).toBe('\uFEFFunit_code,period,key,value');
    expect(pairs).toContain('09187,2024,provinceName,Đồng Nai');
  });

  it('can head its columns with the titles', () => {
    const titled = textOf(writeCsvForms({ ...COMMUNE, headers: 'titles' }), 'bieu-01.csv');
    const label = SET.fields.find(({ id }) => id === 'households')?.label ?? '?';
    expect(titled.split('\r\n')[0]).toContain(label);
  });
});

describe('templateFileName', () => {
  it('is plain ASCII with code, name, forms and period', () => {
    expect(templateFileName(COMMUNE.unit, 'commune', COMMUNE.period)).toBe(
      '09187-xa-an-binh-bieu-01-04-2024.xlsx',
    );
  });

  it('shortens the name, never the code or the period', () => {
    const unit = { ...COMMUNE.unit, name: 'Đắk Lắk '.repeat(20) };
    const name = templateFileName(unit, 'upper', { id: '2025-H1', year: 2025, kind: 'H1' });
    expect(name.length).toBeLessThanOrEqual(80);
    expect(name).toMatch(/^09187-xa-dak-lak-[a-z-]+-bieu-05-2025-H1\.xlsx$/u);
  });
});
