/** The official report as DOCX, in the layout of Decree 30/2020/NĐ-CP; the library is loaded when first needed. */
import type { Report } from '../model.js';
import { defined } from '../values/defined.js';
import { repack } from './package-packer.js';

/** The same report gives the same bytes. */
export async function writeDocx(report: Report): Promise<Uint8Array> {
  const [{ documentParts }, { heldRows, rowsInto }, { figureNames }] = await Promise.all([
    import('./docx/document.js'),
    import('./docx/annex-rows.js'),
    import('./docx/figure-bookmarks.js'),
  ]);
  const names = figureNames();
  const held = heldRows();
  return repack(documentParts(report, names, held), {
    ...defined({ date: report.date }),
    edit: rowsInto(held, names),
  });
}
