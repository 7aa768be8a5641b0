/** Names that somebody types for an output and Windows refuses, cuts or takes for a device: told as such, nothing is written. */
import { filesIn } from '../compare.js';

/** Long in letters; the disk below wine counts bytes and refuses earlier. */
const LONG = 'đườngdài'.repeat(35);
const INIT = ['--period', '2024', '--unit', '264'];

/** What is called, the code that is told, and what the sentence or its advice names. */
/** @type {readonly (readonly [args: string[], code: string, named: string])[]} */
const CALLS = [
  [['status', '-o', `${LONG}.xlsx`], 'VH863', LONG],
  [['status', '-o', 'a?b.xlsx'], 'VH872', 'a-b.xlsx'],
  [['status', '-o', 'mới/tiến độ|2.html'], 'VH872', 'tiến độ-2.html'],
  [['status', '-o', 'ab:c.xlsx'], 'VH872', 'ab-c.xlsx'],
  [['status', '-o', 'x:y.xlsx'], 'VH873', 'ổ đĩa X'],
  [['init', 'CON', ...INIT], 'VH872', 'CON-1'],
  [['init', 'kỳ mới.', ...INIT], 'VH872', '“kỳ mới”'],
  [['init', 'LPT9.2024', ...INIT], 'VH872', 'LPT9-1.2024'],
  [['report', '-o', 'NUL.docx'], 'VH872', 'NUL-1.docx'],
  [['report', '-o', 'bc.docx.'], 'VH872', '“bc.docx”'],
  [['template', '--out', 'prn'], 'VH872', 'prn-1'],
  [['return', '--out', 'trả lại. '], 'VH872', '“trả lại”'],
  [['aggregate', '--out', 'aux/kết quả'], 'VH872', 'aux-1'],
  [['aggregate', '--findings', 'com¹.csv'], 'VH872', 'com¹-1.csv'],
  [['publish', '--as', 'draft', '-o', 'gói*.zip'], 'VH872', 'gói-.zip'],
  [['return', '--out', 'out/trả|lại'], 'VH872', 'trả-lại'],
  [['status', '-o', 'được.xlsx', '--letter', 'nul.docx'], 'VH872', 'nul-1.docx'],
];

/**
 * @param {(...args: string[]) => import('./wine.js').Answer} windows in the period
 * @param {string} period
 */
export function checkGivenNames(windows, period) {
  windows('aggregate');
  const before = filesIn(period).join();
  /** @type {string[]} */
  const faults = [];
  for (const [args, code, named] of CALLS) {
    const answer = windows(...args);
    const said = `${answer.stdout}${answer.stderr}`;
    // Lines are broken within a name that is longer than they are.
    const isTold = said.includes(code) && said.replaceAll(/\s/gu, '').includes(named.replaceAll(/\s/gu, ''));
    if (answer.code !== 4 || !isTold)
      faults.push(`${args.join(' ').slice(0, 60)}: ${answer.code} ${said.slice(-500)}`);
    const after = filesIn(period).join();
    if (after !== before) faults.push(`${args.join(' ').slice(0, 60)}: files are left: ${after}`);
  }
  return { tried: 2 * CALLS.length, faults };
}
