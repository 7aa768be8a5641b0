/** One job of the bench in a process of its own: inflate every part, read every cell, or let exceljs load some files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { readWorkbook } from '../dist/readers/xlsx/xlsx.js';

const [job, folder = '.', limit = '100000'] = process.argv.slice(2);
const files = readdirSync(join(folder, 'submissions'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.xlsx'))
  .sort()
  .slice(0, Number(limit))
  .map((name) => join(folder, 'submissions', name));

/** The bytes of every part by the central directory; the floor of all reading. */
function inflate(bytes) {
  let total = 0;
  let at = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const entries = bytes.readUInt16LE(at + 10);
  at = bytes.readUInt32LE(at + 16);
  for (let entry = 0; entry < entries; entry += 1) {
    const size = bytes.readUInt32LE(at + 20);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const body = bytes.subarray(start, start + size);
    total += bytes.readUInt16LE(at + 10) === 0 ? body.length : inflateRawSync(body).length;
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return total;
}

for (const file of files) {
  const bytes = readFileSync(file);
  if (job === 'inflate') inflate(bytes);
  else if (job === 'read') readWorkbook({ path: file, bytes, sha256: '' });
  else await new ExcelJS.Workbook().xlsx.load(bytes);
}
