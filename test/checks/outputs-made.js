/** The Office files that check:outputs looks at: everything both fixtures write, and reports with every part filled. */
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const NAMES = ['district-2024', 'province-2025'];
const COMMANDS = [
  ['aggregate'],
  ['template', '--out', 'out/bieu-mau'],
  ['template', '--short', '--out', 'out/rut-gon'],
];
const OFFICE = /\.(?:xlsx|docx)$/u;

/**
 * Writes the files below `folder`.
 * @param {{
 *   load: (path: string) => Promise<any>,
 *   folder: string,
 *   fixtures?: string,
 *   names?: readonly string[],
 *   commands?: readonly (readonly string[])[],
 * }} options the workspaces to copy, and what is run in each copy
 * @returns {Promise<{ files: string[], skipped: string[] }>} paths, and what could not be made and why
 */
export async function makeOutputs(options) {
  const { load, folder, fixtures = FIXTURES, names = NAMES, commands = COMMANDS } = options;
  const { run } = await load('cli/main.js');
  const skipped = [];
  const made = [];
  for (const name of names) {
    if (!existsSync(join(fixtures, name))) {
      skipped.push(`${name}: no such fixture`);
      continue;
    }
    const workspace = join(folder, name);
    cpSync(join(fixtures, name), workspace, { recursive: true });
    for (const args of commands)
      await quietly(() =>
        run([...args, '--workspace', workspace, '--quiet'].map((arg) => outOf(arg, workspace))),
      );
    await makeFullReports(load, workspace);
    made.push(join(workspace, 'out'));
  }
  const files = made.flatMap((out) =>
    readdirSync(out, { recursive: true, encoding: 'utf8' })
      .filter((path) => OFFICE.test(path))
      .map((path) => join(out, path)),
  );
  return { files: files.sort(), skipped };
}

const outOf = (arg, workspace) => (arg.startsWith('out/') ? join(workspace, arg) : arg);

/** A draft and a final report with all annexes, charts in the text and apart, and bookmarks on figures. */
async function makeFullReports(load, workspace) {
  const { loadWording } = await load('office/load-wording.js');
  const { buildReport } = await load('reports/report.js');
  const { buildAnnexes } = await load('reports/annexes.js');
  const { headlineCharts } = await load('reports/charts/charts.js');
  const { writeDocx } = await load('writers/docx.js');
  const { wording } = await loadWording(workspace);
  const results = JSON.parse(readFileSync(join(workspace, 'out/results.json'), 'utf8'));
  const { proseOf } = await load('reports/prose/prose.js');
  const prose = proseOf(results, wording);
  const report = buildReport(prose);
  const [inside, ...apart] = headlineCharts(prose);
  const charts = inside === undefined ? [] : [{ ...inside, after: 3 }, ...apart];
  const full = { ...report, charts, annexes: buildAnnexes(prose).map(withFigures) };
  mkdirSync(join(workspace, 'out/day-du'));
  for (const draft of [true, false])
    writeFileSync(
      join(workspace, `out/day-du/${draft ? 'du-thao' : 'chinh-thuc'}.docx`),
      await writeDocx({ ...full, draft }),
    );
  const { writeSummaryWorkbook } = await load('writers/summary-workbook.js');
  const { buildWorkbookTables } = await load('reports/workbook-tables.js');
  writeFileSync(
    join(workspace, 'out/day-du/tong-hop.xlsx'),
    await writeSummaryWorkbook(buildWorkbookTables(prose), {
      title: report.title,
      draft: false,
      decimals: results.decimals,
      details: 'details',
    }),
  );
  await makeOfficeTemplates(load, workspace, full, results);
}

/** The list of tags, an office's template, and the template filled. */
async function makeOfficeTemplates(load, workspace, report, results) {
  const { fillOfficeTemplate, admitTags, writeTagList } = await load('writers/docx-template.js');
  const { readYaml } = await load('readers/yaml-document.js');
  const tags = fileURLToPath(new URL('../../templates/reports/tags.yaml', import.meta.url));
  const { value: catalogue } = admitTags(readYaml(readFileSync(tags, 'utf8'), 'tags.yaml'));
  const folder = join(workspace, 'out/mau');
  mkdirSync(folder);
  writeFileSync(join(folder, 'the.docx'), await writeTagList(catalogue));
  const template = await drawTemplate();
  writeFileSync(join(folder, 'mau.docx'), template);
  const { bytes, findings } = await fillOfficeTemplate(template, {
    file: 'mau.docx',
    catalogue,
    report,
    results,
  });
  if (bytes === undefined) throw new Error(JSON.stringify(findings));
  writeFileSync(join(folder, 'da-dien.docx'), bytes);
}

/** A plain template with the tags that must be there, a table by unit, and a landscape section. */
async function drawTemplate() {
  const { Document, Packer, PageOrientation, Paragraph, Table, TableCell, TableRow } = await import('docx');
  const row = (texts) =>
    new TableRow({
      children: texts.map((text) => new TableCell({ children: [new Paragraph(text)] })),
    });
  const tags = ['ten_don_vi', 'so_ky_hieu', 'dia_danh_ngay_thang', 'du_thao', 'trich_yeu', 'noi_dung'];
  const document = new Document({
    sections: [
      {
        children: [
          ...tags.map((tag) => new Paragraph(`{{${tag}}}`)),
          new Table({
            rows: [
              row(['Đơn vị', 'Số hộ', 'Tỷ lệ']),
              row(['ten', 'gdvh_so_ho', 'gdvh_ty_le'].map((tag) => `{{don_vi.${tag}}}`)),
            ],
          }),
          new Paragraph(''),
        ],
      },
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
        children: [new Paragraph('{{phu_luc}}')],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** Every figure of an annex under a bookmark, as tracing will have it. */
const withFigures = ({ number, table }) => ({
  number,
  table: {
    ...table,
    rows: table.rows.map((row, line) => ({
      ...row,
      cells: row.cells.map((cell, column) =>
        cell.kind === 'integer' || cell.kind === 'rate'
          ? { ...cell, figure: { unit: String(line), indicator: table.columns[column].id, part: cell.kind } }
          : cell,
      ),
    })),
  },
});

/** What the program itself prints is no part of the check. */
async function quietly(work) {
  const { write } = process.stdout;
  const { write: writeError } = process.stderr;
  process.stdout.write = () => true;
  process.stderr.write = () => true;
  try {
    return await work();
  } finally {
    process.stdout.write = write;
    process.stderr.write = writeError;
  }
}

/** @param {string} folder @param {string} file */
export const shown = (folder, file) => relative(folder, file);
