/** accepted.csv with one line more: what stands there keeps every letter, the new line follows its columns and separator. */
import type { Acceptance } from '../model.js';
import { safeLines } from '../values/safe-text.js';

const COLUMNS = ['id', 'value', 'reason', 'person', 'date', 'until'] as const;
const BOM = '\uFEFF';

/** Undefined text = no list yet. `columns` are those of the present header. */
export function appendAcceptance(
  present: { readonly text: string; readonly columns: readonly string[] } | undefined,
  acceptance: Acceptance,
): string {
  if (present === undefined || present.columns.length === 0)
    return `${BOM}${COLUMNS.join(',')}\r\n${lineOf(COLUMNS, acceptance, ',')}\r\n`;
  const { text, columns } = present;
  const header = text.split(/\r?\n/u).find((line) => line.trim() !== '') ?? '';
  const separator = header.includes(';') && !header.includes(',') ? ';' : ',';
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const before = /[\r\n]$/u.test(text) ? text : `${text}${end}`;
  return `${before}${lineOf(columns, acceptance, separator)}${end}`;
}

function lineOf(columns: readonly string[], acceptance: Acceptance, separator: string): string {
  // What somebody typed; a value must stay as the finding has it.
  const typed = { reason: safeLines(acceptance.reason), person: safeLines(acceptance.person) };
  const values: Readonly<Record<string, string | undefined>> = { ...acceptance, ...typed };
  return columns.map((column) => quoted(harmless(values[column] ?? ''), separator)).join(separator);
}

/** Numbers below zero are figures; any other text that begins like a formula gets an apostrophe (CWE-1236). */
const harmless = (text: string): string =>
  /^[=+\-@＝＋－＠]/u.test(text) && !/^-[\d.,%\s]+$/u.test(text) ? `'${text}` : text;

const quoted = (text: string, separator: string): string =>
  /["\r\n\t]|^\s|\s$/u.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
