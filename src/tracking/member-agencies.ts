/** Member agencies of the steering committee and the forms they sent (Biểu 06), as results.json keeps them. */
import { foldLabel } from '../vietnamese-text.js';
import type { FormId, ResultsDocument, RowsRecord } from '../model.js';

export interface AgencyForm {
  /** The unit the agency works beside. */
  readonly unit: string;
  readonly form: FormId;
  /** As the agency wrote it. */
  readonly name: string;
  readonly file: string;
}

/** Forms kept apart by agency: their key is `form/agency`. */
export const agencyForms = ({ rows }: ResultsDocument): readonly AgencyForm[] =>
  Object.entries(rows).flatMap(([unit, forms]) =>
    Object.entries(forms).flatMap(([key, record]) => {
      const cut = key.indexOf('/');
      return cut < 0
        ? []
        : [{ unit, form: key.slice(0, cut), name: nameIn(record, key.slice(cut + 1)), file: record.file }];
    }),
  );

/** The name in the spelling of its sender; several agencies in one table stay in the key's spelling. */
function nameIn({ columns }: RowsRecord, folded: string): string {
  for (const { values } of Object.values(columns))
    for (const value of values) if (typeof value === 'string' && foldLabel(value) === folded) return value;
  return folded;
}
