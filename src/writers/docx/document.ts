/** A Report as a Word document: the letter, charts that stand nowhere in it, then one landscape section per annex. */
import { Document, Packer } from 'docx';
import type { Report } from '../../model.js';
import { xmlText } from '../xml-text.js';
import { annexContent, chartPages } from './annex.js';
import type { PackageParts } from '../package-packer.js';
import type { HeldRows } from './annex-rows.js';
import { figureMarker, type FigureNames } from './figure-bookmarks.js';
import { paperOf } from '../decree30-layout.js';
import { letterHead, titleBlock } from './letter-head.js';
import { section } from './page-setup.js';
import { reportBody } from './report-body.js';
import { signature } from './signature.js';
import { NUMBERING, STYLES } from './styles.js';

/** Parts as the library writes them; they vary from run to run until packed, which also puts in the rows held. */
export function documentParts(report: Report, names: FigureNames, held: HeldRows): PackageParts {
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
  return partsOf(document);
}

type Data = string | ArrayBuffer | ArrayBufferView;

/** The step before the library zips: its own zip would only be opened again. The type hides it, the bytes are the same. */
function partsOf(document: Document): PackageParts {
  const compiler = Packer['compiler'] as { compile(document: Document): ReadonlyMap<string, Data> };
  const parts = new Map<string, string | Uint8Array>();
  for (const [path, data] of compiler.compile(document))
    parts.set(path, typeof data === 'string' ? withSmallEnds(data) : bytesOf(data));
  return parts;
}

const SECTION_END = '<w:p><w:pPr><w:sectPr';
const SMALL_END =
  '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr><w:sectPr';

/** The empty paragraph that ends a section takes no line: on a full page that line alone would begin a blank one. */
const withSmallEnds = (xml: string): string => xml.replaceAll(SECTION_END, SMALL_END);

const bytesOf = (data: ArrayBuffer | ArrayBufferView): Uint8Array =>
  ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
