/** Marks by which the program knows its own outputs again, in whatever folder and under whatever name they come back. */

/** Text of tong-hop.xlsx and of every other workbook of tables under this name (see `OWN_NAME`). */
export const WORKBOOK_MARK = { name: 'output', content: 'tables' } as const;

/** What theo-doi.html says of who made it. */
export const PAGE_MARK = { name: 'generator', content: 'tdkvh' } as const;

/** First row of figures.csv. */
export const FIGURE_COLUMNS = [
  'period',
  'unit_code',
  'unit',
  'level',
  'indicator',
  'numerator',
  'denominator',
  'value',
  'unit_of_measure',
  'coverage',
  'not_applicable',
] as const;

/** First row of findings.csv. */
export const FINDING_COLUMNS = [
  'number',
  'code',
  'severity',
  'accepted',
  'unit_code',
  'unit',
  'period',
  'form',
  'file',
  'sheet',
  'cell',
  'actual',
  'message',
  'hint',
  'basis',
  'id',
] as const;
