/** Admits received.csv: the day on which a file or a unit's form arrived, as the office noted it. */
import type { DelimitedTable, Receipt } from '../model.js';
import { finding } from '../findings/finding.js';
import { parseDay } from '../values/calendar-day.js';
import { admitLines, type Admitted, type CsvLine } from './csv-lines.js';
import { defined } from '../values/defined.js';

type Column = 'file' | 'unit_code' | 'form' | 'date';

/** All lines of received.csv, or what is wrong with them. */
export function admitReceived(table: DelimitedTable): Admitted<Receipt> {
  return admitLines<Column, Receipt>(
    table,
    { required: ['date'], optional: ['file', 'unit_code', 'form'] },
    admitReceipt,
    ({ file = '', unit = '', form = '' }) => [file, unit, form].filter((part) => part !== '').join(', '),
  );
}

function admitReceipt(line: CsvLine<Column>): Receipt | undefined {
  const [file, unit, form] = [line.optional('file'), line.optional('unit_code'), line.optional('form')];
  const date = line.parsed('date', line.required('date'), parseDay, 'configuration/csv-not-a-date');
  if (file === undefined && unit === undefined) {
    line.findings.push(finding('configuration/receipt-of-nothing', line.at('date'), {}));
  }
  if (date === undefined) return undefined;
  return {
    ...(file === undefined ? {} : { file: file.replaceAll('\\', '/') }),
    ...defined({ unit, form }),
    date,
  };
}
