/** The office's decisions about files (tdkvh.yaml, submissions), and the line to add there when one is needed. */
import type { FormId, Settlement, UnitVersion, Receipt } from '../../model.js';
import { defined } from '../../values/defined.js';

/** What tdkvh.yaml says of one part of a file. */
export interface Settled {
  readonly unit?: string;
  readonly period?: string;
  readonly use?: false;
}

/** A line about the sheet goes before one about the form, that before one about the whole file. */
export function settlementFor(
  settlements: readonly Settlement[],
  sha256: string,
  form?: FormId,
  sheet?: string,
): Settled {
  const own = settlements.filter(
    (one) =>
      one.sha256 === sha256 &&
      (one.form === undefined || one.form === form) &&
      (one.sheet === undefined || one.sheet === sheet),
  );
  const weight = (one: Settlement): number =>
    (one.sheet === undefined ? 0 : 2) + (one.form === undefined ? 0 : 1);
  const chosen = own.sort((one, other) => weight(other) - weight(one));
  const unit = chosen.find((one) => one.unit !== undefined)?.unit;
  const period = chosen.find((one) => one.period !== undefined)?.period;
  const use = chosen.find((one) => one.use !== undefined)?.use;
  return { ...defined({ unit, period }), ...(use === false ? { use } : {}) };
}

/** `- { sha256: …, unit: "09187" }` for each candidate, ready to be copied below `submissions:`. */
export function attributionLines(sha256: string, candidates: readonly UnitVersion[]): string {
  const [first, ...others] = candidates.slice(0, 3);
  const line = `- { sha256: ${sha256}, unit: "${first?.code ?? 'mã đơn vị'}" }`;
  return others.length === 0
    ? line
    : `${line} (hoặc unit: ${others.map(({ code }) => `"${code}"`).join(', ')})`;
}

/** The line that says whose a sheet is, or the file where no sheet is named. */
export const unitLine = (sha256: string, unit: string, sheet?: string): string =>
  `- { sha256: ${sha256}, ${sheet === undefined ? '' : `sheet: ${JSON.stringify(sheet)}, `}unit: "${unit}" }`;

/** The line that leaves a part out; `sheet` where another sheet of the file is the same form. */
export const exclusionLine = (sha256: string, form: FormId | undefined, sheet?: string): string =>
  `- { sha256: ${sha256}, ${form === undefined ? '' : `form: ${form}, `}${
    sheet === undefined ? '' : `sheet: ${JSON.stringify(sheet)}, `
  }use: false }`;

/** The line that says of which period a file is. */
export const periodLine = (sha256: string, period: string): string =>
  `- { sha256: ${sha256}, period: "${period}" }`;

/** The unit settled in tdkvh.yaml by content, else the one received.csv notes for the file; empty when neither does. */
export function documentSender(
  settlements: readonly Settlement[],
  received: readonly Receipt[],
  path: string,
  sha256: string,
): { readonly unit?: string } {
  const unit =
    settlements.find((one) => one.sha256 === sha256)?.unit ??
    received.find((receipt) => receipt.file === path)?.unit;
  return defined({ unit });
}
