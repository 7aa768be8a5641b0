/** The mistakes communes make most: what each does to its form before it is sent, and the number an officer must read. */
import { createRequire } from 'node:module';
import { BLANK, count, numberOf, text, unreadable } from '../../fixtures/generate/cells.js';
import { areasCsv, informationCsv, linesCsv } from '../../fixtures/generate/delimited.js';
import { ole } from './ole.js';

const ExcelJS = createRequire(import.meta.url)('exceljs');

/**
 * @typedef {import('../../fixtures/generate/scenario.js').Filling} Filling
 * @typedef {import('../../fixtures/generate/cells.js').Cell} Cell
 * @typedef {(field: string, row?: number) => { sheet: string, cell: string }} CellOf
 * @typedef {{ code: string, name: string, bytes: Uint8Array, cellOf: CellOf, filling: Filling }} Sent
 * @typedef {{ what: string, numbers: readonly string[], fill?: (filling: Filling) => void,
 *   edit?: (workbook: any, cellOf: CellOf, filling: Filling) => void,
 *   send?: (sent: Sent) => Record<string, Uint8Array | string> | Promise<Record<string, Uint8Array | string>> }} Mistake
 *   `numbers`: findings that must be told; `fill` spoils what is typed, `edit` the workbook, `send` what arrives.
 */

/** @param {number} row @param {string} field @param {string | number | ((row: Record<string, Cell>) => Cell)} cell */
const area =
  (row, field, cell) =>
  (/** @type {Filling} */ { areas }) => {
    areas[row][field] =
      typeof cell === 'function'
        ? cell(areas[row])
        : typeof cell === 'number'
          ? count(cell)
          : unreadable(cell);
  };
/** @param {string} field @param {string | number} typed */
const own = (field, typed) => (/** @type {Filling} */ filling) => {
  filling.own[field] = text(typed);
};
/** @param {string} field @param {string | number} typed */
const information = (field, typed) => (/** @type {Filling} */ filling) => {
  filling.information[field] = text(typed);
};
/** @param {any} workbook @param {{ sheet: string, cell: string }} place */
const at = (workbook, { sheet, cell }) => workbook.getWorksheet(sheet).getCell(cell);
/** @param {any} sheet @param {string} label @returns {any} */
const labelled = (sheet, label) => {
  let found;
  sheet.eachRow((/** @type {any} */ row) => {
    row.eachCell((/** @type {any} */ cell) => {
      if (cell.text === label && (found === undefined || cell.isMerged)) found ??= cell;
    });
  });
  if (found === undefined) throw new Error(`no cell says ${label}`);
  return found;
};
const PLAIN_CSV = /** @type {const} */ ({ separator: ',', bom: true, titles: true, lineEnd: '\r\n' });

/** @param {Sent} sent @param {Partial<typeof PLAIN_CSV>} [dialect] */
const asCsv = ({ code, filling }, dialect = {}) => {
  const sent = [{ ...filling, code, period: '2024' }];
  const look = /** @type {any} */ ({ ...PLAIN_CSV, ...dialect });
  return {
    areas: Buffer.from(areasCsv(sent, look)).toString('utf8'),
    lines: Buffer.from(linesCsv(sent, look)).toString('utf8'),
    information: Buffer.from(informationCsv(sent, look)).toString('utf8'),
  };
};

/** Bytes of windows-1258, a tone after its vowel. @param {string} typed */
function in1258(typed) {
  const letters = new TextDecoder('windows-1258').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const codes = new Map(Array.from(letters, (letter, byte) => [letter, byte]));
  const bytes = Array.from(typed.normalize('NFC')).flatMap((letter) => {
    const whole = codes.get(letter);
    if (whole !== undefined) return [whole];
    const parts = Array.from(letter.normalize('NFD'));
    const tone = parts.find((part) => /[\u0300\u0301\u0303\u0309\u0323]/u.test(part));
    const bare = parts
      .filter((part) => part !== tone)
      .join('')
      .normalize('NFC');
    return [codes.get(bare) ?? 0x3f, ...(tone === undefined ? [] : [codes.get(tone) ?? 0x3f])];
  });
  return Uint8Array.from(bytes);
}

/** A workbook made by hand: a title, headers in two rows, three areas. @param {(sheet: any) => void} fill */
async function handmade(fill) {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet('Sheet1'));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** @type {readonly Mistake[]} */
export const MISTAKES = [
  { what: 'a number with letters', numbers: ['VH301'], fill: area(1, 'population', '1.2k') },
  { what: 'a number amid words', numbers: ['VH332'], fill: area(0, 'households', 'khoảng 500') },
  {
    what: 'thousands as text',
    numbers: ['VH313'],
    fill: ({ areas }) => {
      areas.forEach((row, index) => {
        row.population = unreadable(`1.${String(200 + index)}`);
      });
    },
  },
  { what: 'an open amount', numbers: ['VH304'], fill: own('poorFund', '1.234') },
  { what: 'half a household', numbers: ['VH302'], fill: area(2, 'familiesTitled', '97,5') },
  { what: 'a number below zero', numbers: ['VH303'], fill: area(1, 'familiesTitled', -5) },
  { what: 'O for 0', numbers: ['VH316'], fill: area(0, 'households', '12O') },
  {
    what: 'the same wrong mark in every row of two columns',
    numbers: ['VH301'],
    fill: ({ areas }) => {
      for (const row of areas) {
        row.funerals = unreadable('nhiều');
        row.weddings = unreadable('ít');
      }
    },
  },
  { what: 'households left blank', numbers: ['VH340'], fill: area(2, 'households', () => BLANK) },
  {
    what: 'more titled than households',
    numbers: ['VH347'],
    fill: area(0, 'familiesTitled', (row) => count(numberOf(row.households) + 90)),
  },
  {
    what: 'poor and near-poor above households',
    numbers: ['VH348'],
    fill: area(1, 'poorHouseholds', (row) => count(numberOf(row.households) + 7)),
  },
  {
    what: 'the total row typed over with another sum',
    numbers: ['VH241', 'VH401'],
    edit: (workbook, cellOf) => {
      const { sheet, cell } = cellOf('households');
      const column = cell.replace(/\d+/u, '');
      const page = workbook.getWorksheet(sheet);
      for (let row = 1; row <= page.rowCount; row += 1) {
        const one = page.getCell(`${column}${String(row)}`);
        if (one.formula !== undefined) one.value = 99_999;
      }
    },
  },
  { what: 'last year in the period', numbers: ['VH505'], fill: information('period', '2023') },
  {
    what: 'another commune’s code',
    numbers: ['VH502'],
    edit: (workbook, cellOf) => {
      at(workbook, cellOf('unitName')).value = 'Quảng Tâm';
    },
  },
  {
    what: 'no code and a name nobody has',
    numbers: ['VH501'],
    edit: (workbook, cellOf) => {
      for (const field of ['unitCode', 'unitName']) at(workbook, cellOf(field)).value = null;
      at(workbook, cellOf('unitName')).value = 'Xã An';
      workbook.removeWorksheet('_tdkvh');
      for (const sheet of workbook.worksheets)
        for (let row = 1; row <= 6; row += 1)
          sheet.getRow(row).eachCell((/** @type {any} */ cell) => {
            if (typeof cell.value === 'string' && /^(?:Phường|Xã) /u.test(cell.value)) cell.value = null;
          });
    },
  },
  {
    what: 'Biểu 02 deleted',
    numbers: ['VH522'],
    edit: (workbook) => {
      workbook.removeWorksheet('Biểu 02');
    },
  },
  {
    what: 'a renamed column',
    numbers: ['VH203'],
    edit: (workbook) => {
      labelled(workbook.getWorksheet('Biểu 01'), 'Tổng số hộ').value = 'Hộ hiện có';
    },
  },
  {
    what: 'an added column with figures',
    numbers: ['VH204'],
    edit: (workbook, cellOf) => {
      const sheet = workbook.getWorksheet('Biểu 01');
      const header = labelled(sheet, 'Ghi chú');
      header.value = 'Số hộ mới chuyển đến';
      const first = Number(cellOf('households').cell.replace(/\D+/u, ''));
      for (let row = first; row < first + 5; row += 1) sheet.getCell(row, header.col).value = row;
    },
  },
  {
    what: 'headers deleted',
    numbers: ['VH202'],
    edit: (workbook, cellOf) => {
      const sheet = workbook.getWorksheet('Biểu 01');
      const first = Number(cellOf('households').cell.replace(/\D+/u, ''));
      for (let row = 1; row < first; row += 1)
        sheet.getRow(row).eachCell((/** @type {any} */ cell) => {
          cell.value = null;
        });
      workbook.removeWorksheet('_tdkvh');
    },
  },
  {
    what: 'merged cells over three areas',
    numbers: ['VH315'],
    edit: (workbook, cellOf) => {
      const { sheet, cell } = cellOf('cultureHouses');
      const row = Number(cell.replace(/\D+/u, ''));
      const column = cell.replace(/\d+/u, '');
      workbook.getWorksheet(sheet).mergeCells(`${cell}:${column}${String(row + 2)}`);
    },
  },
  {
    what: '#REF!',
    numbers: ['VH307'],
    edit: (workbook, cellOf) => {
      at(workbook, cellOf('households', 1)).value = { error: '#REF!' };
    },
  },
  {
    what: 'a formula never calculated',
    numbers: ['VH308'],
    edit: (workbook, cellOf) => {
      at(workbook, cellOf('population', 1)).value = { formula: 'SUM(A1:A3)' };
    },
  },
  {
    what: 'a number that became a date',
    numbers: ['VH320'],
    edit: (workbook, cellOf) => {
      const cell = at(workbook, cellOf('weddings', 1));
      cell.value = new Date('2024-12-05T00:00:00Z');
      cell.style = { ...cell.style, numFmt: 'dd/mm/yyyy' };
    },
  },
  {
    what: 'a number shown as percent',
    numbers: ['VH321'],
    edit: (workbook, cellOf) => {
      const cell = at(workbook, cellOf('familiesTitled', 1));
      cell.value = 0.95;
      cell.style = { ...cell.style, numFmt: '0%' };
    },
  },
  { what: 'a day that is none', numbers: ['VH312'], fill: own('planDate', '31/02/2024') },
  { what: 'a choice not in the list', numbers: ['VH310'], fill: area(0, 'areaTitle', 'tốt') },
  { what: 'yes or no answered otherwise', numbers: ['VH311'], fill: area(0, 'sportsGround', 'một phần') },
  {
    what: 'an area forgotten',
    numbers: ['VH402', 'VH403'],
    fill: ({ areas }) => {
      areas.pop();
    },
  },
  {
    what: 'two areas of one name',
    numbers: ['VH346'],
    fill: ({ areas }) => {
      areas[3].areaName = areas[2].areaName ?? BLANK;
    },
  },
  {
    what: 'figures without the name of the area',
    numbers: ['VH210'],
    fill: ({ areas }) => {
      areas[4].areaName = BLANK;
    },
  },
  {
    what: 'a line under the total',
    numbers: ['VH207'],
    edit: (workbook, cellOf) => {
      const sheet = workbook.getWorksheet('Biểu 01');
      const total = labelled(sheet, 'Tổng cộng');
      const column = cellOf('households').cell.replace(/\d+/u, '');
      const name = cellOf('areaName').cell.replace(/\d+/u, '');
      sheet.getCell(`A${String(total.row + 1)}`).value = 99;
      sheet.getCell(`${name}${String(total.row + 1)}`).value = 'Thôn Mới';
      sheet.getCell(`${column}${String(total.row + 1)}`).value = 120;
    },
  },
  {
    // Without a number and with one figure it may as well be a note: the advice must fit both.
    what: 'a name and one figure under the total',
    numbers: ['VH206'],
    edit: (workbook, cellOf) => {
      const sheet = workbook.getWorksheet('Biểu 01');
      const below = String(labelled(sheet, 'Tổng cộng').row + 1);
      sheet.getCell(`${cellOf('areaName').cell.replace(/\d+/u, '')}${below}`).value = 'Thôn Mới';
      sheet.getCell(`${cellOf('households').cell.replace(/\d+/u, '')}${below}`).value = 120;
    },
  },
  {
    what: 'figures in hidden rows',
    numbers: ['VH209'],
    edit: (workbook, cellOf) => {
      const first = Number(cellOf('households').cell.replace(/\D+/u, ''));
      workbook.getWorksheet('Biểu 01').getRow(first + 1).hidden = true;
    },
  },
  {
    what: 'scribbled sums beside the table',
    numbers: ['VH206'],
    edit: (workbook) => {
      const sheet = workbook.getWorksheet('Biểu 02');
      sheet.getCell('J20').value = 1234;
      sheet.getCell('J21').value = 56;
    },
  },
  {
    what: 'đồng for triệu đồng',
    numbers: ['VH371'],
    fill: own('fundsSpentCommune', 45_000_000),
  },
  {
    what: 'an encrypted workbook',
    numbers: ['VH103'],
    send: ({ name }) => ({ [name]: ole('EncryptionInfo', 'EncryptedPackage') }),
  },
  {
    what: 'a Word file for figures',
    numbers: ['VH108'],
    send: ({ name }) => ({ [name.replace('.xlsx', '.doc')]: ole('WordDocument', '1Table') }),
  },
  {
    what: 'a workbook cut while copied',
    numbers: ['VH11'],
    send: ({ name, bytes }) => ({ [name]: bytes.slice(0, Math.floor(bytes.length / 2)) }),
  },
  { what: 'an empty file', numbers: ['VH101'], send: ({ name }) => ({ [name]: new Uint8Array() }) },
  {
    what: 'the same file twice',
    numbers: ['VH508'],
    send: ({ name, bytes }) => ({ [name]: bytes, [name.replace('.xlsx', ' (1).xlsx')]: bytes }),
  },
  {
    what: 'two versions without a new Lần nộp',
    numbers: ['VH510'],
    send: async ({ name, bytes, cellOf }) => {
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load(bytes);
      at(workbook, cellOf('households', 1)).value = 222;
      return {
        [name]: bytes,
        [name.replace('.xlsx', ' sua.xlsx')]: new Uint8Array(await workbook.xlsx.writeBuffer()),
      };
    },
  },
  {
    what: 'CSV in windows-1258',
    numbers: ['VH223'],
    send: (sent) => {
      const { areas, lines, information: said } = asCsv(sent, { bom: false });
      return {
        'csv-1258/b1.csv': in1258(areas),
        'csv-1258/b2.csv': in1258(lines),
        'csv-1258/tt.csv': in1258(said),
      };
    },
  },
  {
    what: 'CSV of another year with a row too long',
    numbers: ['VH144', 'VH504'],
    send: (sent) => {
      const { areas, lines } = asCsv(sent);
      const rows = areas.split('\r\n');
      rows[2] = `${rows[2] ?? ''},1`;
      return { 'csv/b1.csv': rows.join('\r\n'), 'csv/b2.csv': lines.replaceAll(',2024,', ',2023,') };
    },
  },
  {
    what: 'CSV that lost its letters',
    numbers: ['VH225'],
    send: (sent) => {
      const { areas } = asCsv(sent, { bom: false });
      return { 'csv-mat-dau/b1.csv': Buffer.from(areas.replace(/[^\x00-\x7f]/gu, '?')) };
    },
  },
  {
    what: 'an old form from another list',
    numbers: ['VH201'],
    send: async ({ name }) => ({
      [`mau-cu/${name}`]: await handmade((sheet) => {
        sheet.addRow(['DANH SÁCH HỘ NGHÈO NĂM 2024']);
        sheet.addRow(['STT', 'Họ và tên chủ hộ', 'Năm sinh', 'Địa chỉ']);
        sheet.addRow([1, 'Nguyễn Văn A', 1960, 'Thôn 1']);
      }),
    }),
  },
  {
    what: 'the blank form sent back',
    numbers: ['VH507'],
    fill: (filling) => {
      filling.areas.length = 0;
      filling.own = {};
      filling.information = {};
    },
  },
  {
    what: 'a flipped byte',
    numbers: ['VH11'],
    send: ({ name, bytes }) => {
      const copy = Uint8Array.from(bytes);
      copy[2000] ^= 4;
      return { [name]: copy };
    },
  },
];
