/** Twelve communes that send something wrong: what each does to its form, and which cell the return must mark. */
import { BLANK, count, numberOf, text, unreadable } from '../../fixtures/generate/cells.js';

/**
 * @typedef {import('../../fixtures/generate/scenario.js').Filling} Filling
 * @typedef {{ what: string, field?: string, row?: number, spoil: (filling: Filling) => void, reason?: string }} Fault
 *   `field` and `row`: the cell that must be marked; `reason`: the commune explains instead of correcting.
 */

/** @param {number} row @param {string} field @param {(row: import('../../fixtures/generate/cells.js').Cells) => import('../../fixtures/generate/cells.js').Cell} cell @returns {Pick<Fault, 'field' | 'row' | 'spoil'>} */
const inArea = (row, field, cell) => ({
  field,
  row,
  spoil: ({ areas }) => {
    areas[row][field] = cell(areas[row]);
  },
});

/** @type {readonly Fault[]} */
export const FAULTS = [
  {
    what: 'more families titled than households',
    ...inArea(0, 'familiesTitled', (row) => count(numberOf(row.households) + 90)),
  },
  { what: 'a number with letters', ...inArea(1, 'population', () => unreadable('1.2k')) },
  { what: 'households left blank in one area', ...inArea(2, 'households', () => BLANK) },
  {
    what: 'one area forgotten',
    field: 'areasDeclared',
    spoil: (filling) => {
      filling.areas.pop();
    },
  },
  {
    what: 'another declared number of households, and right',
    field: 'householdsDeclared',
    spoil: ({ information }) => {
      information.householdsDeclared = count(numberOf(information.householdsDeclared) + 500);
    },
    reason: 'Có 500 hộ tạm trú không thuộc diện bình xét, công an xã đã xác nhận.',
  },
  {
    what: 'last year in the period',
    field: 'period',
    spoil: ({ information }) => {
      information.period = text('2023');
    },
  },
  {
    what: 'more poor households than households',
    ...inArea(1, 'poorHouseholds', (row) => count(numberOf(row.households) + 7)),
  },
  {
    what: 'more standard houses of culture than houses',
    ...inArea(0, 'cultureHousesStandard', (row) => count(numberOf(row.cultureHouses) + 2)),
  },
  {
    what: 'more civilised weddings than weddings',
    ...inArea(2, 'weddingsCivilised', (row) => count(numberOf(row.weddings) + 3)),
  },
  { what: 'a number below zero', ...inArea(1, 'familiesTitled', () => count(-5)) },
  { what: 'words for a number', ...inArea(0, 'population', () => unreadable('năm trăm')) },
  {
    what: 'more titled for three years than titled',
    ...inArea(2, 'familiesTitled3y', (row) => count(numberOf(row.familiesTitled) + 11)),
  },
];
