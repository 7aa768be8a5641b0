/** Small shapes that the parts of results.json share. */
import { z } from 'zod';
import { periodKind } from '../criteria/shapes.js';

export const count = z.int().min(0);

export const unitLevel = z.enum(['province', 'district', 'commune']);
export type UnitLevel = z.infer<typeof unitLevel>;

export const partState = z
  .enum(['used', 'superseded', 'duplicate', 'rejected', 'skipped', 'unattributed'])
  .describe("How a part ended; a file's state is its worst part.");
/** How a part ended. A file's state is its worst part. */
export type PartState = z.infer<typeof partState>;

export const cellState = z.enum(['value', 'missing', 'notApplicable', 'pending', 'excluded']);
/** State of one cell of a figure table. Missing, zero, not applicable and pending are four different things. */
export type CellState = z.infer<typeof cellState>;

/** States of a column in one text, a letter a row. */
export const STATE_LETTER = {
  value: 'v',
  missing: 'm',
  notApplicable: 'n',
  pending: 'p',
  excluded: 'x',
} as const satisfies Readonly<Record<CellState, string>>;

export const tool = z
  .strictObject({
    name: z.literal('tdkvh').describe('Name of the program.'),
    version: z.string().describe('Version of the program.'),
  })
  .describe('The program that wrote the document.');

export const period = z
  .strictObject({
    id: z.string().describe('`2024`, `2025-H1`, `2025-DK`.'),
    year: z.int().describe('Calendar year.'),
    kind: periodKind.describe('Registration at the beginning, first half or whole year.'),
  })
  .describe('The reporting period.');
