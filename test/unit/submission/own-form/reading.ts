/** Adopts a made form as the command does, and counts what was read right and what was read as something else. */
import { setInPeriod } from '../../../../src/criteria/set-in-period.js';
import { isError } from '../../../../src/findings/finding.js';
import type { CriteriaSet, FigureTable, RawFile } from '../../../../src/model.js';
import { faultsOf } from '../../../../src/submission/adopt/adoption-faults.js';
import { communeNamedIn } from '../../../../src/submission/adopt/names-across.js';
import { ownFormYaml } from '../../../../src/submission/adopt/own-form-yaml.js';
import { proposeOwnForm, type Proposal } from '../../../../src/submission/adopt/propose.js';
import { RULE_SCHEMA } from '../../../../src/validation/rules.js';
import { figureCell, parseCellAddress, sheetOfCell } from '../../../../src/values/cell-address.js';
import { SET, UNITS, type Outcome } from '../made-files.js';
import type { Truth } from './made-forms.js';
import { joined } from './set-with-form.js';

const YEAR = 2024;
const communeNamed = communeNamedIn(UNITS.filter(({ level }) => level === 'commune'));

/** What the command proposes where the communes of the report are known, as in a workspace. */
export const proposalOf = (file: RawFile, unread: readonly string[] = []): Proposal | undefined =>
  proposeOwnForm(file, SET, {
    id: 'mau',
    label: 'Mẫu',
    source: 'mau.xlsx',
    year: YEAR,
    communeNamed,
    unread,
  });

/** The set with the form adopted as the command does it: proposed, written as YAML, read back, admitted, in its period. */
export function adopted(file: RawFile, unread: readonly string[] = []): CriteriaSet {
  const proposal = proposalOf(file, unread);
  if (proposal === undefined) throw new Error('nothing to adopt');
  const against = faultsOf('mau.xlsx', proposal, false);
  if (against.length > 0) throw new Error(against.map(({ message }) => message).join('; '));
  const { set, findings } = joined(ownFormYaml(proposal.form, proposal.doubts));
  if (set === undefined || findings.some(isError))
    throw new Error(findings.map(({ message }) => message).join('; '));
  return setInPeriod(set, { id: String(YEAR), year: YEAR, kind: 'year' }, RULE_SCHEMA);
}

export interface Counted {
  readonly right: number;
  readonly wrong: readonly string[];
}

/** Every figure that was read against what a person says; names of rows, texts and notes are not figures. */
export function compared({ parts }: Outcome, truth: readonly Truth[], file: RawFile): Counted {
  const said = new Map(truth.map((one) => [`${one.unit ?? ''}|${one.row ?? ''}|${one.field}`, one.value]));
  const known = new Set(truth.map(({ field }) => field));
  let right = 0;
  const wrong: string[] = [];
  for (const { unit = '', table, state } of parts) {
    if (table === undefined || state !== 'used') continue;
    for (const column of table.columns.values())
      column.states.forEach((one, row) => {
        if (one !== 'value' || column.column === 0 || NOT_FIGURES.has(column.field)) return;
        const value = column.texts[row] ?? column.numbers[row];
        const key = `${unit}|${table.rowLabels[row] === table.sheet ? '' : rowName(table, row)}|${column.field}`;
        if (said.get(key) === value && isAt(table, column, row, value, file)) right += 1;
        else wrong.push(`${key} = ${String(value)}${known.has(column.field) ? '' : ' (no such figure)'}`);
      });
  }
  return { right, wrong };
}

const NOT_FIGURES = new Set(['areaName', 'note', 'familyRateTyped', 'modelName']);
const rowName = (table: FigureTable, row: number): string =>
  table.rowKeys[row] === '' ? '' : (table.rowLabels[row] ?? '');

/** The address that findings would name holds the figure; what is counted stands in the column that was counted. */
function isAt(
  table: FigureTable,
  column: Parameters<typeof figureCell>[0],
  row: number,
  value: unknown,
  file: RawFile,
): boolean {
  const own = sheetOfCell(figureCell(column, table.sheetRows, row) ?? '', table.sheet);
  const at = parseCellAddress(own.cell);
  const cell = file.sheets
    .find(({ name }) => name === own.sheet)
    ?.cells.find((one) => one.row === at?.row && one.column === at.column);
  if (cell === undefined) return false;
  return cell.kind === 'number'
    ? Number(cell.raw) === value
    : typeof value === 'string' || /đạt|^x$/iu.test(cell.raw);
}
