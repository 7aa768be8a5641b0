/** How a field's cells behave: width, number format, alignment and what Excel lets the sender type. */
import type { FieldDefinition, FormDefinition } from '../../model.js';
import type { DataValidation } from '../exceljs-adapter.js';
import { ERROR_TEXTS, TYPE_PROMPTS, YES_NO } from './wording.js';
import { largest } from '../../values/of-many.js';
import { isNumeric } from '../../measures/field-types.js';

/** Excel's own limits on the texts of a validation. */
const LONGEST_TITLE = 32;
const LONGEST_TEXT = 255;

/** Width of a field's column in characters. */
export function widthOf(field: FieldDefinition, form: FormDefinition): number {
  if (form.rowKey?.[0] === field.id && form.shape === 'table') return 26;
  switch (field.type) {
    case 'count':
    case 'percent':
      return field.label.length > 30 ? 10 : 8.5;
    case 'amount':
      return 12;
    case 'yesNo':
      return 10;
    case 'date':
      return 13;
    case 'choice':
      return Math.min(
        18,
        largest(
          choiceLabels(field).map((label) => label.length + 2),
          11,
        ),
      );
    case 'text':
      return form.shape === 'criteria' ? 26 : 18;
    default:
      return field.type satisfies never;
  }
}

/** Dates and texts are kept as typed: an Excel set to English would turn 05/11 into 11 May. */
export function formatOf(field: FieldDefinition): string {
  if (field.unit === 'năm') return '0';
  if (field.type === 'count') return '#,##0';
  if (field.type === 'amount') return '#,##0.0##';
  return field.type === 'percent' ? '0.0#' : '@';
}

/** Column title: amounts name their unit of measure, since a thousandfold slip starts there. */
export const headingOf = (field: FieldDefinition): string =>
  field.type === 'amount' && field.unit !== undefined && !field.label.includes(field.unit)
    ? `${field.label} (${field.unit})`
    : field.label;

export const choiceLabels = (field: FieldDefinition): readonly string[] =>
  field.choices?.map((choice) => choice.label) ?? (field.type === 'yesNo' ? YES_NO : []);

/** A drop-down's labels fit into the validation itself unless one holds a comma or they are too long. */
export const fitsInline = (labels: readonly string[]): boolean =>
  labels.every((label) => !/[,"]/u.test(label)) && labels.join(',').length <= LONGEST_TEXT - 2;

/**
 * What Excel checks while typing. `first` is the first cell of the range; `list` the address of the choices when
 * they do not fit inline. Signs that the field understands (x, …) stay typable, so figures use a formula.
 */
export function validationOf(
  field: FieldDefinition,
  first: string,
  list: string | undefined,
): DataValidation | undefined {
  const texts = {
    allowBlank: true,
    showInputMessage: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    promptTitle: cut(field.label, LONGEST_TITLE),
    prompt: cut(promptOf(field), LONGEST_TEXT),
  };
  switch (field.type) {
    case 'count':
      return {
        ...texts,
        ...ERROR_TEXTS.count,
        ...figureCheck(field, first, `AND(${first}>=0,${first}=INT(${first}))`),
      };
    case 'amount':
      return { ...texts, ...ERROR_TEXTS.amount, ...figureCheck(field, first, `${first}>=0`) };
    case 'percent':
      return {
        ...texts,
        ...ERROR_TEXTS.percent,
        ...figureCheck(field, first, `AND(${first}>=0,${first}<=100)`),
      };
    case 'choice':
    case 'yesNo': {
      const labels = choiceLabels(field);
      const inline = fitsInline(labels) ? `"${labels.join(',')}"` : list;
      if (inline === undefined) return undefined;
      return { ...texts, ...ERROR_TEXTS.choice, type: 'list', formulae: [inline] };
    }
    case 'date':
      return {
        ...texts,
        ...ERROR_TEXTS.date,
        type: 'custom',
        formulae: [
          `IF(ISNUMBER(${first}),${first}>36526,AND(LEN(${first})>=8,LEN(${first})<=10,ISNUMBER(FIND("/",${first},FIND("/",${first})+1))))`,
        ],
      };
    case 'text':
      if (field.instruction === undefined) return undefined;
      // exceljs writes no "any" type; a length that Excel cannot exceed anyway carries the prompt.
      return {
        ...texts,
        ...ERROR_TEXTS.text,
        type: 'textLength',
        operator: 'lessThanOrEqual',
        formulae: [32_000],
      };
    default:
      return field.type satisfies never;
  }
}

function figureCheck(
  field: FieldDefinition,
  first: string,
  numbers: string,
): Pick<DataValidation, 'type' | 'formulae'> & { operator?: 'greaterThanOrEqual' } {
  const signs = signsOf(field);
  if (signs.length === 0)
    return {
      type: field.type === 'count' ? 'whole' : 'decimal',
      operator: 'greaterThanOrEqual',
      formulae: [0],
    };
  const typed = signs.map((sign) => `${first}="${sign}"`).join(',');
  return { type: 'custom', formulae: [`IF(ISNUMBER(${first}),${numbers},OR(${typed}))`] };
}

/** Signs that the set declares for the field, as Excel compares them: without regard to case. */
function signsOf(field: FieldDefinition): readonly string[] {
  const { marks } = field;
  return [
    ...(marks.x === undefined ? [] : ['x']),
    ...(marks.dash === undefined ? [] : ['-']),
    ...(marks.ellipsis === undefined ? [] : ['…', '...']),
    ...(marks.pending === true ? ['chưa có quyết định'] : []),
  ];
}

function promptOf(field: FieldDefinition): string {
  const unit = isNumeric(field) && field.unit !== undefined ? TYPE_PROMPTS.unit(field.unit) : '';
  return [field.instruction ?? '', TYPE_PROMPTS[field.type], unit].filter((text) => text !== '').join(' ');
}

const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
