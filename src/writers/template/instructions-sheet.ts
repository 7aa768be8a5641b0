/** Draws `Hướng dẫn`: the instructions, the list of forms, and the choices of long drop-down lists. */
import { cellText, type Workbook, type Worksheet } from '../exceljs-adapter.js';
import { longChoices, placedLists, type ChoiceLists } from './choice-lists.js';
import { addFormSheet, lockSheet } from './form-sheet.js';
import { instructionBlocks, instructionsFile, type InstructionBlock } from './instructions-text.js';
import type { FormLayout } from './layout.js';
import { FILLS, dress, font, writeText, type Look } from './style.js';
import type { TemplateOptions } from './template-options.js';
import { CHOICES_HEADING, FORMS_HEADING, SHEETS, deadlineText, periodTitle } from './wording.js';
import { heightOf, wrappedLines } from './wrapped-lines.js';
import { unitFullName } from '../../units/names/unit-name.js';
import { largest } from '../../values/of-many.js';

const WIDTHS = [24, 86];

/** Adds the sheet first of all and tells where the choice lists stand. */
export async function drawInstructions(
  workbook: Workbook,
  layouts: readonly FormLayout[],
  options: TemplateOptions,
): Promise<ChoiceLists> {
  const sheet = addFormSheet(workbook, SHEETS.instructions, {
    landscape: false,
    onePage: true,
    footer: `${unitFullName(options.unit)} · ${SHEETS.instructions}`,
  });
  WIDTHS.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  const lists = longChoices(layouts);
  const blocks: readonly InstructionBlock[] = [
    ...instructionBlocks(instructionsFile(), wordsOf(options, layouts)),
    { kind: 'heading', text: FORMS_HEADING },
    ...layouts.map(({ form }): InstructionBlock => ({
      kind: 'row',
      cells: [form.sheet, form.note === undefined ? form.title : `${form.title}. ${form.note}`],
    })),
    ...(lists.length === 0 ? [] : [{ kind: 'heading', text: CHOICES_HEADING } as const]),
  ];
  blocks.forEach((block, index) => {
    drawBlock(sheet, index + 1, block);
  });
  let row = blocks.length + 1;
  const places = placedLists(lists, row, 2);
  for (const { field, labels } of lists) {
    const last = row + labels.length - 1;
    labels.forEach((label, index) => {
      writeText(sheet.getCell(row + index, 2), label, { box: true, align: 'left' });
      dress(sheet.getCell(row + index, 1), { font: font(11, { bold: true }), box: true, align: 'center' });
    });
    sheet.getCell(row, 1).value = cellText(field.label);
    if (last > row) sheet.mergeCells(row, 1, last, 1);
    row = last + 1;
  }
  sheet.views = [{ state: 'normal', showGridLines: false, activeCell: 'A1' }];
  await lockSheet(sheet);
  return places;
}

function wordsOf(
  options: TemplateOptions,
  layouts: readonly FormLayout[],
): Readonly<Record<string, string | undefined>> {
  const commune = options.senderForms === 'commune';
  return {
    period: periodTitle(options.period),
    unit: unitFullName(options.unit),
    office: options.office,
    contact: options.contact,
    deadline: options.deadline === undefined ? undefined : deadlineText(options.deadline),
    noDeadline: options.deadline === undefined ? '' : undefined,
    commune: commune ? '' : undefined,
    other: commune ? undefined : '',
    total: layouts.some(({ form }) => form.totalLabel !== undefined) ? '' : undefined,
  };
}

function drawBlock(sheet: Worksheet, row: number, block: InstructionBlock): void {
  if (block.kind === 'row') {
    const head = block.cells[0] === 'Cách ghi' || block.cells[0] === 'Màu';
    block.cells.forEach((text, index) => {
      writeText(sheet.getCell(row, index + 1), text, {
        box: true,
        font: font(11, { bold: head || index === 0 }),
        align: index === 0 ? 'center' : 'left',
        ...(head ? { fill: FILLS.header } : {}),
      });
    });
    const lines = largest(
      block.cells.map((text, index) => wrappedLines(text, WIDTHS[index] ?? 20, 11, index === 0)),
    );
    sheet.getRow(row).height = heightOf(lines, 11);
    return;
  }
  sheet.mergeCells(row, 1, row, 2);
  const text =
    block.kind === 'step'
      ? `${block.number}. ${block.text}`
      : block.kind === 'bullet'
        ? `- ${block.text}`
        : block.text;
  const shown = block.kind === 'title' ? text.toLocaleUpperCase('vi') : text;
  writeText(sheet.getCell(row, 1), shown, LOOKS[block.kind]);
  const size = block.kind === 'title' ? 15 : 11.5;
  sheet.getRow(row).height =
    heightOf(wrappedLines(text, 110, size), size) + (block.kind === 'heading' ? 8 : 0);
}

const LOOKS: Readonly<Record<Exclude<InstructionBlock['kind'], 'row'>, Look>> = {
  title: { font: font(15, { bold: true }), align: 'center' },
  heading: { font: font(12, { bold: true, color: { argb: 'FF1F3864' } }), align: 'left', vertical: 'bottom' },
  paragraph: { font: font(11.5, { italic: true }), align: 'center' },
  bullet: { font: font(11.5), align: 'left' },
  step: { font: font(11.5), align: 'left' },
};
