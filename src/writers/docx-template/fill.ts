/** Fills the office's own Word template: values, figures, repeated lines, the text of the report, annexes and charts. */
import { PatchType, patchDetector, patchDocument, type FileChild, type IPatch } from 'docx';
import { ChartDataPatch } from 'docx/charts';
import { strToU8 } from 'fflate';
import { finding, isError } from '../../findings/finding.js';
import type { Chart, FigureId, Finding, Report } from '../../model.js';
import { annexContent } from '../docx/annex.js';
import { heldRows, rowsInto, type HeldRows } from '../docx/annex-rows.js';
import { documentParts } from '../docx/document.js';
import { figureMarker, figureNames, type MarkFigure } from '../docx/figure-bookmarks.js';
import { chartData, rateChart } from '../docx/rate-chart.js';
import { reportBody } from '../docx/report-body.js';
import { NUMBERING, STYLE } from '../docx/styles.js';
import { textRuns } from '../docx/text-runs.js';
import { repack } from '../package-packer.js';
import { USUAL_PAPER } from '../decree30-layout.js';
import { xmlText } from '../xml-text.js';
import { allTags, type TagCatalogue } from './catalogue.js';
import { checkTemplate } from './check-template.js';
import { placedTags, type PlacedTags } from './placed-tags.js';
import {
  guarded,
  openTemplate,
  unguarded,
  widthAt,
  withFreeBookmarks,
  withUniqueBookmarks,
  type Parts,
} from './template-package.js';
import { withAnnexSection, withSectionsKept } from './template-sections.js';
import { lookOf, withStyles } from './template-styles.js';
import { tagsIn } from './template-text.js';
import { figureIdOf, figureOf, lineFigureId, linesOf, valueOf, type TemplateData } from './values.js';
import { defined } from '../../values/defined.js';

export interface FilledTemplate {
  /** Absent when a finding is an error. */
  readonly bytes?: Uint8Array;
  readonly findings: readonly Finding[];
}

type Patches = Parameters<typeof patchDocument>[0]['patches'];

/** Styles that the text and the annexes use, by their ids in this program's own report. */
const USED_STYLES = [...Object.values(STYLE), 'Heading1', 'Heading2', 'Heading3'];

export async function fillTemplate(
  template: Uint8Array,
  file: string,
  catalogue: TagCatalogue,
  { report: given, results }: TemplateData,
): Promise<FilledTemplate> {
  const data: TemplateData = {
    report: guardedReport(given),
    results: { ...results, units: guarded(results.units) },
  };
  const parts = openTemplate(template);
  if (parts === undefined) return { findings: [finding('office-template/not-word', { file }, { file })] };
  const placed = placedTags(parts);
  const findings = checkTemplate(file, catalogue, placed, data);
  if (findings.some(isError)) return { findings };

  const annexTag = catalogue.blocks.find(({ source }) => source === 'annexes')?.tag;
  const replaced = [...catalogue.blocks, ...catalogue.charts].map(({ tag }) => tag);
  const kept = withSectionsKept(parts, replaced);
  const sectioned =
    annexTag === undefined || given.annexes.length === 0 ? kept : withAnnexSection(kept, annexTag);
  let filled = withFreeBookmarks(sectioned);
  const onDrawings = drawingPatches(catalogue, placed, data.report);
  try {
    // Charts first: their tags stand where text tags cannot.
    if (Object.keys(onDrawings).length > 0) filled = await patched(filled, onDrawings, given.title);
  } catch {
    return { findings: leftOver(file, Object.keys(onDrawings)) };
  }
  const names = figureNames();
  const held = heldRows();
  const patches = textPatches(catalogue, placedTags(sectioned), sectioned, data, {
    mark: figureMarker(names),
    held,
  });
  filled = withUniqueBookmarks(await patched(filled, patches, given.title));
  const known = new Set(allTags(catalogue).map(({ tag }) => tag));
  const left = (await patchDetector({ data: filled, trimPlaceholders: true })).filter((tag) =>
    known.has(tag),
  );
  if (left.length > 0) return { findings: leftOver(file, left) };
  const { report } = data;
  const body = catalogue.blocks.find(({ source }) => source !== 'annexes')?.tag ?? '';
  const styled = withStyles(unguarded(filled), {
    template: parts,
    own: styleSource(report),
    used: USED_STYLES,
    look: lookOf(parts, placed, body),
  });
  const edit = rowsInto(held, names, styled.styleId);
  return { bytes: repack(styled.bytes, { edit, ...defined({ date: report.date }) }), findings };
}

/** The rows of annexes come when the package is packed: the patcher never sees their braces. */
const guardedReport = (report: Report): Report => ({
  ...guarded({ ...report, annexes: [] }),
  annexes: report.annexes.map(({ number, table: { rows, ...table } }) => ({
    number,
    table: { ...guarded(table), rows },
  })),
});

const leftOver = (file: string, tags: readonly string[]): readonly Finding[] =>
  tags.map((tag) =>
    finding('office-template/left-over', { file }, { file, tag: `{{${tag}}}` }, { fields: [tag] }),
  );

const patched = (data: Uint8Array, patches: Patches, title: string): Promise<Uint8Array> =>
  patchDocument({
    outputType: 'uint8array',
    data,
    patches,
    trimPlaceholders: true,
    numbering: NUMBERING,
    // The template's own would be that of another year.
    properties: { title: xmlText(title) },
  });

/** The styles as this program writes them. */
function styleSource(report: Report): Parts {
  const parts = documentParts({ ...report, annexes: [], charts: [] }, figureNames(), heldRows());
  return Object.fromEntries(
    [...parts].map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
  );
}

const text = (value: string): IPatch => ({ type: PatchType.PARAGRAPH, children: [...textRuns(value)] });
const whole = (children: readonly FileChild[]): IPatch => ({ type: PatchType.DOCUMENT, children });

function drawingPatches(catalogue: TagCatalogue, { onDrawings }: PlacedTags, report: Report): Patches {
  return Object.fromEntries(
    catalogue.charts.flatMap(({ tag, indicator }) => {
      const chart = chartOf(report, indicator);
      return chart === undefined || !onDrawings.has(tag) ? [] : [[tag, new ChartDataPatch(chartData(chart))]];
    }),
  );
}

const chartOf = (report: Report, indicator: string): Chart | undefined =>
  report.charts?.find(({ id }) => id === indicator);

/** What is put into the text beside words: bookmarks, and rows that come later. */
interface Inserted {
  readonly mark: MarkFigure;
  readonly held: HeldRows;
}

function textPatches(
  catalogue: TagCatalogue,
  placed: PlacedTags,
  parts: Parts,
  data: TemplateData,
  { mark, held }: Inserted,
): Patches {
  const { report } = data;
  const placedCharts = new Set(
    catalogue.charts
      .filter(({ tag }) => placed.inText.has(tag) || placed.onDrawings.has(tag))
      .map(({ indicator }) => indicator),
  );
  const marked = markedText(mark);
  const patches: Record<string, Patches[string]> = {};
  for (const entry of catalogue.values) patches[entry.tag] = text(valueOf(entry, data) ?? '');
  for (const entry of catalogue.figures) {
    patches[entry.tag] = marked(figureOf(entry, data) ?? '', figureIdOf(entry, data));
  }
  for (const rows of catalogue.rows) {
    patches[rows.tag] = {
      type: PatchType.TABLE_ROWS,
      rows: (linesOf(rows, data) ?? []).map((line, index) =>
        Object.fromEntries(
          Object.entries(line).map(([name, value]) => {
            const figure = lineFigureId(rows, `${rows.tag}.${name}`, index, data);
            return [name, marked(value ?? '', figure)];
          }),
        ),
      ),
    };
  }
  for (const { tag, indicator } of catalogue.charts) {
    const chart = chartOf(report, indicator);
    if (chart !== undefined && placed.inText.has(tag))
      patches[tag] = whole(rateChart(chart, widthOf(parts, placed, tag) ?? USUAL_PAPER.textWidth));
  }
  for (const { tag, source } of catalogue.blocks) {
    patches[tag] = whole(
      source === 'annexes'
        ? annexes(report, held, widthOf(parts, placed, tag))
        : bodyOf(report, placedCharts, mark),
    );
  }
  return Object.fromEntries(Object.entries(patches).filter(([tag]) => isPlaced(tag, placed)));
}

/** A figure's value under its bookmark. */
const markedText =
  (mark: MarkFigure) =>
  (value: string, figure: FigureId | undefined): IPatch =>
    figure === undefined || value === ''
      ? text(value)
      : { type: PatchType.PARAGRAPH, children: [...mark(figure, textRuns(value))] };

/** Also the name of a list whose fields are placed. */
const isPlaced = (tag: string, { inText }: PlacedTags): boolean =>
  inText.has(tag) || [...inText].some((one) => one.startsWith(`${tag}.`));

/** Charts stand where the template puts them: of the others those only that the report puts into its text. */
function bodyOf(report: Report, placed: ReadonlySet<string>, mark: MarkFigure): readonly FileChild[] {
  const charts = (report.charts ?? []).filter(({ id, after }) => after !== undefined && !placed.has(id));
  return reportBody(report.blocks, charts, mark, USUAL_PAPER.textWidth);
}

const annexes = (report: Report, held: HeldRows, width: number | undefined): readonly FileChild[] =>
  report.annexes.flatMap((annex, index) =>
    annexContent(annex, report.annexReference, held, {
      newPage: index > 0,
      ...defined({ width }),
    }),
  );

function widthOf(parts: Parts, { paragraphs }: PlacedTags, tag: string): number | undefined {
  const place = paragraphs.find(({ text: content }) => tagsIn(content).includes(tag));
  return place === undefined ? undefined : widthAt(parts, place.end);
}
