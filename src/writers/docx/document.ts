/** A Report as a Word document: the letter, charts that stand nowhere in it, then one landscape section per annex. */
import { Document, Packer } from 'docx';
import type { Report } from '../../model.js';
import { xmlText } from '../xml-text.js';
import { annexContent, chartPages } from './annex.js';
import type { HeldRows } from './annex-rows.js';
import { figureMarker, type FigureNames } from './figure-bookmarks.js';
import { paperOf } from '../decree30-layout.js';
import { letterHead, titleBlock } from './letter-head.js';
import { section } from './page-setup.js';
import { reportBody } from './report-body.js';
import { signature } from './signature.js';
import { NUMBERING, STYLES } from './styles.js';

/** Bytes as the library packs them; they vary from run to run until repacked, which also puts in the rows held. */
export async function documentBytes(report: Report, names: FigureNames, held: HeldRows): Promise<Uint8Array> {
  const { draft, charts = [] } = report;
  const mark = figureMarker(names);
  const paper = paperOf(report.margins);
  const { textWidth } = paper;
  const apart = charts.filter(({ after }) => after === undefined);
  const annexes = report.annexes.map((annex) =>
    section(annexContent(annex, report.annexReference, held, { newPage: false, paper }), {
      landscape: true,
      draft,
      paper,
    }),
  );
  const before = report.chartsAnnex?.before ?? 0;
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
          letterHead(report.head, textWidth),
          ...titleBlock(report, textWidth),
          ...reportBody(report.blocks, charts, mark, textWidth),
          signature(report.recipients, report.signature, textWidth),
        ],
        { landscape: false, draft, paper },
      ),
      ...annexes.slice(0, before),
      ...(apart.length === 0
        ? []
        : [
            section(chartPages(apart, report.chartsAnnex, report.annexReference, textWidth), {
              landscape: false,
              draft,
              paper,
            }),
          ]),
      ...annexes.slice(before),
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
