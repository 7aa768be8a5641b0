/** A Report as a Word document: the letter, charts that stand nowhere in it, then one landscape section per annex. */
import { Document, Packer } from 'docx';
import type { Report } from '../../model.js';
import { xmlText } from '../xml-text.js';
import { annexContent } from './annex.js';
import { chartPages } from './chart-pages.js';
import { figureMarker } from './figure-bookmarks.js';
import { letterHead, titleBlock } from './letter-head.js';
import { section } from './page-setup.js';
import { reportBody } from './report-body.js';
import { signature } from './signature.js';
import { NUMBERING, STYLES } from './styles.js';

/** Bytes as the library packs them; they vary from run to run until repacked. */
export async function documentBytes(report: Report): Promise<Uint8Array> {
  const { draft, charts = [] } = report;
  const mark = figureMarker();
  const apart = charts.filter(({ after }) => after === undefined);
  const document = new Document({
    title: xmlText(report.title),
    subject: xmlText(report.subject),
    creator: xmlText(report.head.agency),
    lastModifiedBy: xmlText(report.head.agency),
    styles: STYLES,
    numbering: NUMBERING,
    sections: [
      section(
        [
          letterHead(report.head),
          ...titleBlock(report),
          ...reportBody(report.blocks, charts, mark),
          signature(report.recipients, report.signature),
        ],
        { landscape: false, draft },
      ),
      ...(apart.length === 0
        ? []
        : [section(chartPages(apart, report.annexReference), { landscape: false, draft })]),
      ...report.annexes.map((annex) =>
        section(annexContent(annex, report.annexReference, mark), { landscape: true, draft }),
      ),
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
