/** What a person answers to a doubt of a proposed form is what the form then says. */
import { expect, it } from 'vitest';
import type { OwnForm } from '../../../../src/model.js';
import {
  decideDoubts,
  faultOfAnswer,
  isAnswer,
  type Decided,
} from '../../../../src/submission/adopt/decide-doubts.js';

const FORM: OwnForm = {
  schema: 'tdkvh/own-form@1',
  id: 'mau',
  label: 'Mẫu',
  tables: [
    {
      sheet: 'S',
      rows: 'area',
      key: ['Thôn'],
      columns: [
        { header: ['Số hộ'], role: 'ignored' },
        { header: ['Số hộ đạt'], field: 'familiesTitled' },
        { header: ['Số hộ nghèo'], indicator: 'poorRate' },
      ],
    },
  ],
};
const DOUBTS = ['Số hộ', 'Số hộ đạt', 'Số hộ nghèo'].map((header) => ({
  sheet: 'S',
  header,
  proposal: 'x',
}));
const columnsFor = (...answers: readonly string[]) =>
  decideDoubts(FORM, DOUBTS, answers).form.tables[0]?.columns;

it('a column that was not to be read is read as the field that somebody names', () => {
  expect(columnsFor('households')?.[0]).toEqual({ header: ['Số hộ'], field: 'households' });
});

it('agreeing changes nothing, refusing leaves the header alone', () => {
  expect(columnsFor('', 'c', 'đồng ý')).toEqual(FORM.tables[0]?.columns);
  expect(columnsFor('k', 'không đọc', '-')).toEqual(
    FORM.tables[0]?.columns?.map(({ header }) => ({ header, role: 'ignored' })),
  );
});

it('an id that nobody has is no answer', () => {
  expect(['', 'đồng ý', 'c', 'k', 'Không', 'households'].every((one) => isAnswer(one, ['households']))).toBe(
    true,
  );
  expect(isAnswer('househods', ['households'])).toBe(false);
});

it('a field that has its place is refused at once, one whose place is still asked about is not', () => {
  const twice = ({ form }: Decided): string | undefined => {
    const named = form.tables.flatMap(({ columns = [] }) => columns.flatMap(({ field }) => field ?? []));
    return named.find((one, at) => named.indexOf(one) < at);
  };
  const faultOf = (before: readonly string[], answer: string, doubts = DOUBTS) =>
    faultOfAnswer({ form: FORM, doubts }, before, answer, twice);
  expect(faultOf([], 'familiesTitled')).toBeUndefined();
  expect(faultOf([], 'familiesTitled', DOUBTS.slice(0, 1))).toBe('familiesTitled');
  expect(faultOf(['familiesTitled'], '')).toBe('familiesTitled');
  expect(faultOf(['familiesTitled'], 'k')).toBeUndefined();
  expect(faultOf(['households'], '')).toBeUndefined();
});
