/** Lines of one form that say the same words: what stands above them tells them apart, or they are not read. */
import { describe, expect, it } from 'vitest';
import { recognise, type Typed } from '../made-files.js';
import { fileOf } from './made-forms.js';
import { adopted, proposalOf } from './reading.js';

type Row = readonly Typed[];

const drawn = (...lines: readonly Row[]) =>
  fileOf([
    { name: 'B', rows: [['UBND XÃ DAK LUA'], ['NĂM 2024'], ['TT', 'Chỉ tiêu', 'ĐVT', 'Kết quả'], ...lines] },
  ]);

function read(form: readonly Row[], sent: readonly Row[]) {
  const { form: proposed } = proposalOf(drawn(...form)) ?? {};
  const outcome = recognise(drawn(...sent), { set: adopted(drawn(...form)) });
  const figures = outcome.parts.flatMap(({ table, state }) =>
    state !== 'used' || table === undefined
      ? []
      : [...table.columns.values()].flatMap(({ states, numbers }) =>
          states.flatMap((one, row) => (one === 'value' ? [numbers[row] ?? 0] : [])),
        ),
  );
  return {
    under: (proposed?.tables[0]?.lines ?? []).flatMap(({ under }) => under ?? []),
    figures: figures.toSorted((one, other) => one - other),
    told: outcome.findings.flatMap(({ severity, code }) => (severity === 'info' ? [] : [code])),
  };
}

describe('the same words below two lines', () => {
  const SHAPES: readonly (readonly [string, string, string])[] = [
    ['1', '2', 'Trong đó: thực hiện nếp sống văn minh'],
    ['', '', 'Trong đó: thực hiện nếp sống văn minh'],
    ['1', '2', '- Thực hiện nếp sống văn minh'],
  ];
  const lines = (first: string, second: string, part: string, figures: readonly number[] = []): Row[] => [
    [first, 'Số đám cưới', 'đám', figures[0] ?? null],
    ['', part, 'đám', figures[1] ?? null],
    [second, 'Số đám tang', 'đám', figures[2] ?? null],
    ['', part, 'đám', figures[3] ?? null],
  ];

  it.each(SHAPES)('%j, %j: %s', (first, second, part) => {
    const form = lines(first, second, part);
    const sent = lines(first, second, part, [21, 17, 9, 6]);
    expect(read(form, sent)).toEqual({
      under: ['Số đám cưới', 'Số đám tang'],
      figures: [6, 9, 17, 21],
      told: [],
    });
    // Where a whole was taken out nobody knows whose its part is.
    const lost = read(form, [...sent.slice(0, 2), ...sent.slice(3)]);
    expect(lost.figures).not.toContain(6);
    expect(lost.told.length).toBeGreaterThan(0);
  });

  it('are numbered as parts of each', () => {
    const form = (figures: readonly number[] = []): Row[] =>
      lines('1', '2', 'Theo nếp sống mới', figures).map((row, at) =>
        at % 2 === 0 ? row : [`${String((at + 1) / 2)}.1`, ...row.slice(1)],
      );
    expect(read(form(), form([21, 17, 9, 6]))).toMatchObject({ figures: [6, 9, 17, 21], told: [] });
  });
});

it('two lines that nothing tells apart are not read, and nobody is told that the form does not have them', () => {
  const form = (...figures: readonly number[]): Row[] => [
    [1, 'Tổng số hộ', 'hộ', figures[0] ?? null],
    [2, 'Số câu lạc bộ mới', 'câu lạc bộ', figures[1] ?? null],
    [3, 'Số câu lạc bộ mới', 'câu lạc bộ', figures[2] ?? null],
  ];
  expect(read(form(), form(210, 4, 5))).toEqual({ under: [], figures: [210], told: [] });
  expect(proposalOf(drawn(...form()))?.doubts.map(({ header }) => header)).toContain('Số câu lạc bộ mới');
});
