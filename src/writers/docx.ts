/** The official report as DOCX, in the layout of Decree 30/2020/NĐ-CP; the library is loaded when first needed. */
import type { Report } from '../model.js';
import { repack } from './package-packer.js';

/** The same report gives the same bytes. */
export async function writeDocx(report: Report): Promise<Uint8Array> {
  const { documentBytes } = await import('./docx/document.js');
  return repack(await documentBytes(report), report.date === undefined ? {} : { date: report.date });
}
