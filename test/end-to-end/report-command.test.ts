/** `tdkvh report` from results.json alone: the office's template, the list of tags, chosen annexes and outline. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Paragraph, TextRun } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resultsJson } from '../../src/writers/json.js';
import { officeTemplate } from '../support/office-template.js';
import { tdkvh } from '../support/program.js';
import { sampleResults } from '../support/sample-results.js';

let folder = '';
let results = '';
let out = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tdkvh-report-'));
  results = join(folder, 'results.json');
  out = join(folder, 'bao-cao.docx');
  writeFileSync(results, resultsJson(sampleResults()));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Exit code and everything printed. */
async function report(...args: readonly string[]): Promise<{ readonly code: number; readonly text: string }> {
  const { code, stdout, stderr } = await tdkvh('report', results, ...args);
  return { code, text: stdout + stderr };
}

const textOf = (path: string): string =>
  strFromU8(unzipSync(new Uint8Array(readFileSync(path)))['word/document.xml'] ?? new Uint8Array()).replace(
    /<[^>]*>/gu,
    '',
  );

describe('report', () => {
  it('prints the annexes asked for, in the outline asked for', async () => {
    expect(await report('--annexes', 'ii, i', '--outline', 'ministry', '--out', out)).toMatchObject({
      code: 0,
    });
    const text = textOf(out);
    expect(
      [...text.matchAll(/Phụ lục ([IVX]+)(?=[A-ZĐ])/gu)].slice(0, 2).map(([, number]) => number),
    ).toEqual(['II', 'I']);
    expect(text).toContain('TÌNH HÌNH TRIỂN KHAI');
  });

  it('refuses an annex that does not exist, and writes nothing', async () => {
    const { code, text } = await report('--annexes', 'I,XX,xiiii', '--out', out);
    expect(code).toBe(2);
    expect(text).toContain('VH955');
    expect(text.replaceAll(/\s+/gu, ' ')).toContain('Có phải “XIII”?');
    expect(existsSync(out)).toBe(false);
  });

  it('fills the office’s template', async () => {
    const template = join(folder, 'mau.docx');
    writeFileSync(template, await officeTemplate());
    expect(await report('--template', template, '--out', out)).toMatchObject({ code: 0 });
    const text = textOf(out);
    expect(text).toContain('KẾT QUẢ THỰC HIỆN');
    expect(text).not.toContain('{{');
  });

  it('writes the report and names the line of the signature that the template has no place for', async () => {
    const template = join(folder, 'mau.docx');
    writeFileSync(template, await officeTemplate({ more: [new Paragraph('{{nguoi_ky}}')] }));
    const { code, text } = await report('--template', template, '--out', out);
    expect(code).toBe(0);
    expect(text).toContain('VH868');
    expect(existsSync(out)).toBe(true);
  });

  it('keeps the old report when the template has a misspelt tag, and names the tag', async () => {
    const template = join(folder, 'mau.docx');
    const more = [new Paragraph({ children: [new TextRun('{{gdvh_ti_le}}')] })];
    writeFileSync(template, await officeTemplate({ more, without: ['phu_luc'] }));
    writeFileSync(out, 'old');
    const { code, text } = await report('--template', template, '--out', out);
    expect(code).not.toBe(0);
    expect(text).toContain('{{gdvh_ti_le}}');
    expect(text).toContain('{{phu_luc}}');
    expect(readFileSync(out, 'utf8')).toBe('old');
  });

  it('never writes over the template', async () => {
    writeFileSync(out, await officeTemplate());
    const before = readFileSync(out);
    expect((await report('--template', out, '--out', out)).code).toBe(2);
    expect(readFileSync(out).equals(before)).toBe(true);
  });

  it('lists every tag on the terminal, and as a Word document', async () => {
    const listed = await report('--list-tags');
    expect(listed.code).toBe(0);
    const tags = [...listed.text.matchAll(/^(\{\{[\w.]+\}\})/gmu)].map(([tag]) => tag);
    expect(tags.length).toBeGreaterThan(30);
    for (const line of listed.text.split('\n')) expect(Array.from(line).length).toBeLessThanOrEqual(80);
    expect(await report('--list-tags', '--out', out)).toMatchObject({ code: 0 });
    const text = textOf(out);
    for (const tag of tags) expect(text).toContain(tag);
  });
});
