/** A marked workbook beside the one that was sent: which parts differ, and what LibreOffice shows of the marks. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';

const ExcelJS = createRequire(import.meta.url)('exceljs');

const MAY_CHANGE =
  /^(\[Content_Types\]\.xml|docProps\/app\.xml|xl\/(workbook|styles|comments\d+)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/drawings\/vmlDrawing\d+\.vml|xl\/worksheets\/(_rels\/)?sheet\d+\.xml(\.rels)?)$/u;

/** Parts that differ although they may not. @param {Uint8Array} sent @param {Uint8Array} marked @returns {string[]} */
export function forbiddenChanges(sent, marked) {
  const [before, after] = [unzipSync(sent), unzipSync(marked)];
  return Object.keys({ ...before, ...after }).filter(
    (part) =>
      !MAY_CHANGE.test(part) &&
      !part.endsWith('/') &&
      (before[part] === undefined ||
        after[part] === undefined ||
        Buffer.compare(before[part], after[part]) !== 0),
  );
}

/** Whether every value of every sheet that was sent stands in the marked workbook. @param {Uint8Array} sent @param {Uint8Array} marked */
export async function sameValues(sent, marked) {
  const [before, after] = await Promise.all([sent, marked].map(load));
  return before.worksheets.every((sheet) => {
    const twin = after.getWorksheet(sheet.name);
    let same = twin !== undefined;
    sheet.eachRow((row, number) => {
      row.eachCell((cell, column) => {
        const other = twin?.getCell(number, column);
        if (JSON.stringify(cell.value) !== JSON.stringify(other?.value)) same = false;
      });
    });
    return same;
  });
}

/** @param {Uint8Array} bytes */
async function load(bytes) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes);
  return workbook;
}

/**
 * Opens the workbooks in LibreOffice, saves them there and looks for a fill and a comment on a cell of each.
 * @param {{ bytes: Uint8Array, sheet: string, cell: string }[]} expected
 * @returns {Promise<string[] | undefined>} cells without mark; undefined where LibreOffice is not installed
 */
export async function unmarkedInLibreOffice(expected) {
  const folder = mkdtempSync(join(tmpdir(), 'tdkvh-play-soffice-'));
  try {
    const inputs = expected.map(({ bytes }, index) => {
      const path = join(folder, `${String(index)}.xlsx`);
      writeFileSync(path, bytes);
      return path;
    });
    const target = join(folder, 'out');
    try {
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      execFileSync(
        'soffice',
        [profile, '--headless', '--convert-to', 'xlsx', '--outdir', target, ...inputs],
        {
          stdio: 'ignore',
          timeout: 300_000,
        },
      );
    } catch (error) {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    }
    const made = readdirSync(target);
    const missing = [];
    for (const [index, { sheet, cell }] of expected.entries()) {
      const name = `${String(index)}.xlsx`;
      const workbook = made.includes(name) ? await load(readFileSync(join(target, name))) : undefined;
      const found = workbook?.getWorksheet(sheet)?.getCell(cell);
      const colour = found?.fill?.fgColor?.argb;
      if (found?.note === undefined || !['FFFFC7CE', 'FFFFEB9C'].includes(colour))
        missing.push(`${sheet}!${cell}`);
    }
    return missing;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes a reason into every box of the reply sheet and gives how many there were. @param {Uint8Array} bytes @param {string} reason */
export async function answered(bytes, reason) {
  const workbook = await load(bytes);
  const sheet = workbook.getWorksheet('Đề nghị sửa');
  let boxes = 0;
  sheet.eachRow((row) => {
    row.eachCell((cell, column) => {
      if (column < 2 || !/^[0-9a-v]{10}$/u.test(cell.text)) return;
      row.getCell(column - 1).value = reason;
      boxes += 1;
    });
  });
  return { bytes: new Uint8Array(await workbook.xlsx.writeBuffer()), boxes };
}
