/** What one cell of the summary workbook holds, before it becomes XML: text stays text, figures are exact decimals. */

export type CellContent =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly decimal: string }
  | {
      readonly kind: 'formula';
      readonly formula: string;
      /** The value a recalculation must find again. */
      readonly result: { readonly decimal: string } | { readonly text: string };
    };

export const EMPTY: CellContent = { kind: 'empty' };
export const textContent = (text: string): CellContent => (text === '' ? EMPTY : { kind: 'text', text });
