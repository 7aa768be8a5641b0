/** Numeric cells of our reader against exceljs; each difference belongs to a class of known faults of exceljs, or is unexplained. */
import ExcelJS from 'exceljs';

/** Two spellings of one double: equal, or equal in the 15 digits that writers keep. */
const same = (a, b) => a === b || Math.abs(a - b) <= Math.abs(b) * 1e-12;
/** exceljs makes dates of numbers with a date format; back to days since the workbook's first day. */
const serialOf = (date, date1904) => date.getTime() / 86_400_000 + (date1904 ? 24_107 : 25_569);

export async function compareWithExceljs(bytes, file) {
  const found = { compared: 0, classes: new Map(), unexplained: [] };
  const note = (kind) => found.classes.set(kind, (found.classes.get(kind) ?? 0) + 1);
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(bytes);
  } catch {
    note('file that exceljs cannot load');
    return plain(found);
  }
  for (const sheet of file.sheets) {
    const other = book.worksheets.find(({ name }) => name === sheet.name);
    const numbers = sheet.cells.filter(({ kind }) => kind === 'number');
    if (other === undefined) {
      if (numbers.length > 0) note('sheet that exceljs leaves out');
      continue;
    }
    const ours = new Set();
    for (const cell of numbers) {
      ours.add(`${cell.row},${cell.column}`);
      found.compared += 1;
      const kind = difference(cell, other.getCell(cell.row, cell.column), sheet.date1904);
      if (kind === undefined) continue;
      if (kind === '') found.unexplained.push(`${sheet.name} ${cell.row},${cell.column}: ${cell.raw}`);
      else note(kind);
    }
    other.eachRow((row) =>
      row.eachCell((cell) => {
        const value = cell.formula === undefined ? cell.value : cell.result;
        if (typeof value !== 'number' || ours.has(`${cell.row},${cell.col}`)) return;
        if (cell.isMerged && cell.master !== cell) note('copy that exceljs makes of a merged cell');
        else {
          const text = sheet.cells.find(({ row: r, column }) => r === cell.row && column === cell.col);
          if (text?.kind === 'text' && Number(text.raw) === value) note('number that exceljs makes of text');
          else if (text?.kind === 'text' && text.numberFormat === 'date')
            note('year that exceljs makes of an ISO date');
          else found.unexplained.push(`${sheet.name} ${cell.row},${cell.col}: exceljs has ${value}`);
        }
      }),
    );
  }
  return plain(found);
}

/** Undefined when equal, '' when unexplained. */
function difference(cell, other, date1904) {
  const number = Number(cell.raw);
  const value = cell.formula === true ? (other.result ?? other.value?.result) : other.value;
  if (typeof value === 'number') return same(number, value) ? undefined : '';
  if (value instanceof Date) {
    const serial = serialOf(value, date1904);
    // Days before March 1900 are one off there, because 29 February 1900 never was.
    if (Math.abs(serial - number) < 1e-6) return 'shown as a date by exceljs, same day';
    return Math.abs(serial - number) <= 1 && number < 61
      ? 'day before March 1900, one off in exceljs'
      : dateOff(serial, number);
  }
  if (other.isMerged && other.master !== other) return 'figure under a merge, hidden by exceljs';
  if (typeof value === 'object' && value !== null && 'hyperlink' in value)
    return 'number with a link, an object in exceljs';
  if (cell.formula === true && (value === undefined || value === null))
    return 'formula result that exceljs loses';
  return '';
}

const dateOff = (serial, number) =>
  Number.isNaN(serial) || Math.abs(number) > 2_958_465
    ? 'number too large for a date, invalid in exceljs'
    : '';

const plain = ({ compared, classes, unexplained }) => ({ compared, classes: [...classes], unexplained });
