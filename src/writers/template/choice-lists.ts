/** Where the long drop-down lists stand: on the instructions sheet, in sight, one column per list. */
import { cellAddress } from '../../values/cell-address.js';
import type { FieldDefinition, FieldId } from '../../model.js';
import { choiceLabels, fitsInline } from './field-cells.js';
import type { FormLayout } from './layout.js';
import { SHEETS } from './wording.js';

/** Field → absolute address of its choices, for fields whose choices do not fit into the validation itself. */
export type ChoiceLists = ReadonlyMap<FieldId, string>;

export interface ChoiceList {
  readonly field: FieldDefinition;
  readonly labels: readonly string[];
}

/** Lists to print, in the order of the fields. */
export function longChoices(layouts: readonly FormLayout[]): readonly ChoiceList[] {
  const fields = new Map(layouts.flatMap((layout) => layout.places).map(({ field }) => [field.id, field]));
  return [...fields.values()].flatMap((field) => {
    const labels = choiceLabels(field);
    return labels.length === 0 || fitsInline(labels) ? [] : [{ field, labels }];
  });
}

/** Addresses of the lists when they are printed one under the other from `top`. */
export function placedLists(lists: readonly ChoiceList[], top: number, column: number): ChoiceLists {
  const places = new Map<FieldId, string>();
  let row = top;
  for (const { field, labels } of lists) {
    const first = cellAddress(row, column);
    const last = cellAddress(row + labels.length - 1, column);
    places.set(field.id, `'${SHEETS.instructions}'!${absolute(first)}:${absolute(last)}`);
    row += labels.length;
  }
  return places;
}

const absolute = (address: string): string => address.replace(/^([A-Z]+)(\d+)$/u, '$$$1$$$2');
