/** The cells beside the labels of Thông tin, wherever its rows stand. */
import { finding } from '../../findings/finding.js';
import type { FieldDefinition, FieldId, Finding } from '../../model.js';
import { cleanText } from '../../values/vietnamese-text.js';
import { formSubject, refOf, type FormPlace } from './form-place.js';
import { labelKey } from './label-index.js';
import type { SheetGrid } from './sheet-grid.js';
import { shortened } from '../listed.js';
import { valueColumn, type CellPlace } from './value-column.js';
import { inner } from '../../values/inner-quotes.js';

/** Two cells of one label, both filled. */
interface Doubled {
  readonly field: FieldDefinition;
  readonly first: CellPlace;
  readonly second: CellPlace;
}

interface Pairs {
  readonly located: ReadonlyMap<FieldId, CellPlace>;
  readonly doubled: readonly Doubled[];
}

/** The cell beside each label of a pairs form. */
export const locatePairs = (
  grid: SheetGrid,
  fields: readonly FieldDefinition[],
  identityPlaces: ReadonlyMap<FieldId, CellPlace>,
): ReadonlyMap<FieldId, CellPlace> => readPairs(grid, fields, identityPlaces).located;

/** Every file of a run has the same fields. */
const known = new WeakMap<readonly FieldDefinition[], ReadonlyMap<string, FieldDefinition>>();

function spellingsOf(fields: readonly FieldDefinition[]): ReadonlyMap<string, FieldDefinition> {
  const before = known.get(fields);
  if (before !== undefined) return before;
  const byLabel = new Map<string, FieldDefinition>();
  for (const field of fields)
    for (const spelling of [field.label, ...(field.aliases ?? []), field.id])
      byLabel.set(labelKey(spelling), field);
  known.set(fields, byLabel);
  return byLabel;
}

export function readPairs(
  grid: SheetGrid,
  fields: readonly FieldDefinition[],
  identityPlaces: ReadonlyMap<FieldId, CellPlace>,
): Pairs {
  const byLabel = spellingsOf(fields);
  // A CSV file heads its columns `key` and `value`; in the form the value stands beside its label.
  const headed = valueColumn(grid, new Map())?.column;
  const isLabel = (row: number, column: number): boolean =>
    byLabel.has(labelKey(grid.at(row, column)?.raw ?? ''));
  const located = new Map<FieldId, CellPlace>();
  const doubled: Doubled[] = [];
  for (const row of grid.rows) {
    for (const cell of grid.inRow(row)) {
      const field = cell.kind === 'text' ? byLabel.get(labelKey(cell.raw)) : undefined;
      if (field === undefined) continue;
      const after = grid.mergeOver(cell.row, cell.column)?.right ?? cell.column;
      // A hint may stand further right: the value is next to its label, or where the form as sent out had it.
      const known = headed ?? identityPlaces.get(field.id)?.column;
      const place = { row, column: known !== undefined && known > after ? known : after + 1 };
      const first = located.get(field.id);
      if (first === undefined) located.set(field.id, place);
      // Signature blocks repeat the labels of names side by side: what stands beside them there is no value.
      else if (
        decides(field) &&
        grid.at(place.row, place.column) !== undefined &&
        !isLabel(place.row, place.column)
      ) {
        if (grid.at(first.row, first.column) === undefined) located.set(field.id, place);
        else doubled.push({ field, first, second: place });
      }
    }
  }
  return { located, doubled };
}

const IDENTITY = new Set<FieldId>(['unitCode', 'unitName', 'period']);

/** Figures, dates, answers and the identity of the sender; other texts are only passed on. */
const decides = ({ id, type }: FieldDefinition): boolean => type !== 'text' || IDENTITY.has(id);

const textAt = (grid: SheetGrid, { row, column }: CellPlace): string =>
  cleanText(grid.at(row, column)?.raw ?? '');

/** One finding per label that is filled twice: an error when the two cells disagree. */
export const doubledPairs = (place: FormPlace, doubled: readonly Doubled[]): readonly Finding[] =>
  doubled.map(({ field, first, second }) => {
    const [one, other] = [textAt(place.grid, first), textAt(place.grid, second)];
    const at = refOf(place, second.row, second.column);
    const subject = {
      ...formSubject(place),
      fields: [field.id],
      related: [refOf(place, first.row, first.column)],
      actual: `${one}; ${other}`,
    };
    const form = place.formTitle;
    return one === other
      ? finding('layout/line-repeated', at, { code: inner(field.label), form }, subject)
      : finding(
          'layout/pair-duplicate',
          at,
          { field: inner(field.label), form, first: inner(shortened(one)), second: inner(shortened(other)) },
          subject,
        );
  });
