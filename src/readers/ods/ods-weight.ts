/** Whether a document holds more filled cells than any workbook may, seen before its markup is read one element after the other. */
import { MOST_FILLED_CELLS } from '../sheet-collector.js';
import { refuse } from '../read-fault.js';
import { SPACES } from './ods-names.js';

/** Namespaces are declared in the first element. */
const HEAD = 64 * 1024;
/** What holds values that are no cells of a sheet: copies of other workbooks, recorded changes. */
const ELSEWHERE = ["'#", 'tracked-changes'];

/** Refuses what the reader would refuse after so many cells. Where a value may be no cell, the reader counts. */
export function refuseTooManyCells(part: string, bytes: Uint8Array): void {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = content.toString('latin1', 0, HEAD).matchAll(/xmlns:([\w-]+)=["']([^"']*)["']/gu);
  const prefix = [...head].find(([, , space]) => space === SPACES.office)?.[1];
  if (prefix === undefined) return;
  const mark = Buffer.from(` ${prefix}:value-type=`);
  let count = 0;
  for (let at = content.indexOf(mark); at >= 0; at = content.indexOf(mark, at + mark.length)) count += 1;
  if (count <= MOST_FILLED_CELLS || ELSEWHERE.some((text) => content.includes(text))) return;
  refuse('file/too-many-cells', { part, count, limit: MOST_FILLED_CELLS });
}
