/** Admits crosswalk.csv: which old unit went into which new one, for comparisons across a merger. */
import type { CrosswalkStep, DelimitedTable } from '../model.js';
import { parseDay } from '../values/calendar-day.js';
import { admitLines, type Admitted, type CsvLine } from './csv-lines.js';
import { defined } from '../values/defined.js';

type Column = 'old_code' | 'old_valid_to' | 'new_code' | 'area' | 'people' | 'weight' | 'basis';

export type { CrosswalkStep } from '../model.js';

/** All lines of crosswalk.csv, or what is wrong with them. */
export function admitCrosswalk(table: DelimitedTable): Admitted<CrosswalkStep> {
  return admitLines<Column, CrosswalkStep>(
    table,
    { required: ['old_code', 'new_code', 'area', 'people'], optional: ['old_valid_to', 'weight', 'basis'] },
    admitStep,
    ({ oldCode, oldValidTo = '', newCode }) =>
      [oldCode, oldValidTo, newCode].filter((part) => part !== '').join(', '),
  );
}

function admitStep(line: CsvLine<Column>): CrosswalkStep | undefined {
  const [oldCode, newCode] = [line.required('old_code'), line.required('new_code')];
  const area = line.choice('area', ['whole', 'part']);
  const people = line.choice('people', ['all', 'some', 'none']);
  const oldValidTo = line.parsed(
    'old_valid_to',
    line.optional('old_valid_to'),
    parseDay,
    'configuration/csv-not-a-date',
  );
  const weight = line.parsed('weight', line.optional('weight'), share, 'configuration/csv-not-a-number');
  const basis = line.optional('basis');
  if (oldCode === undefined || newCode === undefined || area === undefined || people === undefined)
    return undefined;
  return {
    oldCode,
    ...defined({ oldValidTo }),
    newCode,
    area,
    people,
    ...defined({ weight, basis }),
    at: line.at('old_code'),
  };
}

/** A share of a unit as exact text: 0, 0.35, 1. */
const share = (text: string): string | undefined =>
  /^(0([.,]\d+)?|1([.,]0+)?)$/u.test(text) ? text.replace(',', '.') : undefined;
