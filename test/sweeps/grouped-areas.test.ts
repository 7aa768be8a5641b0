/** Honest tables of areas in groups, headed, numbered, merged and summed as offices do it: every figure is read, and nothing asked. */
import { expect, it } from 'vitest';
import { tries } from '../support/sweep.js';
import {
  AREA_HEADER,
  information,
  recognise,
  sheet,
  workbook,
  type Typed,
} from '../unit/submission/made-files.js';
import { randomNumbers, type RandomNumbers } from '../unit/validation/random-numbers.js';

type Row = readonly Typed[];
interface Area {
  readonly name: string;
  readonly figures: readonly number[];
}

const NAMES =
  'Đông|Tây|Nam Hà|Bến Đò|Cầu Gỗ|Đồi Chè|Ngô Xá|Phú Thọ|Trung Hòa|Đại Chu|Tiểu Long|Yên Lạc|Hạ Vũ|Mai Lâm|Đồng Quang'.split(
    '|',
  );
const KINDS = ['Thôn', 'Tổ dân phố', 'Ấp', 'Bản', 'Khu phố', 'Xóm'];
/** Three groups; without a number, a merge or a sum “Khu Đông” may be an area. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'Cụm 1': ['Cụm 1', 'Cụm 2', 'Cụm 3'],
  'Cụm 1 - ': ['Cụm 1 - Đông Hương', 'Cụm 2 - Tây Hương', 'Cụm 3: Nam Hương'],
  'Cụm số 01': ['Cụm số 01', 'Cụm số 02', 'Cụm số 03'],
  khu: ['Khu Đông', 'Khu Tây', 'Khu Nam'],
  former: ['Xã Tam Giang (cũ)', 'Xã Yên Phụ (cũ)', 'Xã Hòa Tiến (cũ)'],
  own: ['Xã Dak Lua', 'Xã Tam Giang (cũ)', 'Xã Yên Phụ (cũ)'],
  roman: ['I. Khu vực miền xuôi', 'II. Vùng giữa', 'III. Khu vực miền núi'],
  several: ['Các thôn phía Đông', 'Các thôn phía Tây', 'Các thôn miền núi'],
  'khu vực': ['Khu vực trung tâm', 'Khu vực ven sông', 'Khu vực đồi'],
};
const GONE = ['Thôn Cũ (đã sáp nhập vào thôn Đông)', 'Xóm Cũ đã giải thể', 'Tổ 9 (không còn hộ dân)'];

const sumOf = (areas: readonly Area[]): readonly number[] =>
  [0, 1].map((at) => areas.reduce((sum, { figures }) => sum + (figures[at] ?? 0), 0));

function madeAreas(random: RandomNumbers): readonly Area[] {
  const kind = random.of(['', ...KINDS, 'any']);
  const names = NAMES.toSorted(() => random.upTo(2) - 1);
  return Array.from({ length: 6 + random.upTo(8) }, (_, at) => {
    const households = 53 + random.upTo(310);
    const name = `${kind === 'any' ? random.of(KINDS) : kind} ${names[at] ?? ''}`.trim();
    return { name, figures: [households, households - random.upTo(Math.floor(households / 4))] };
  });
}

/** `blank`: the area that sent no figures, its name merged over them or not. */
function madeSheet(random: RandomNumbers, names: readonly string[], areas: readonly Area[], blank?: Area) {
  const numbering = random.of(names[0] === 'Khu Đông' ? ['run', 'restart'] : ['run', 'restart', 'none']);
  const sums = random.of(['none', 'head', 'below']);
  const total: Row = [null, random.of(['Tổng cộng', 'Cộng', 'TỔNG SỐ', 'Toàn xã']), ...sumOf(areas)];
  const rows: Row[] = [...random.of([[], [['KẾT QUẢ NĂM 2024'], ['Đơn vị tính: hộ']]]), AREA_HEADER];
  const merges: string[] = [];
  const isMerged = random.upTo(1) === 0;
  const where = random.of(['top', 'bottom', 'bottom']);
  if (where === 'top') rows.push(total);
  const each = Math.ceil(areas.length / 3);
  const gone = random.upTo(areas.length * 2);
  let number = 0;
  const add = (name: string, ...figures: readonly Typed[]): void => {
    number += 1;
    rows.push([numbering === 'none' ? null : number, name, ...figures]);
  };
  names.forEach((name, group) => {
    const own = areas.slice(group * each, (group + 1) * each);
    if (numbering === 'restart') number = 0;
    rows.push([null, name, ...(sums === 'head' ? sumOf(own) : [])]);
    if (isMerged && sums !== 'head') merges.push(`B${String(rows.length)}:E${String(rows.length)}`);
    own.forEach((area, at) => {
      if (area === blank) {
        add(area.name);
        // Without a number a merged name below a merged heading may be another one.
        if (isMerged && numbering !== 'none') merges.push(`B${String(rows.length)}:E${String(rows.length)}`);
      } else add(area.name, ...area.figures, random.of(['đạt', 'không đạt']));
      if (group * each + at === gone) add(random.of(GONE));
    });
    if (sums === 'below') rows.push([null, `Cộng nhóm ${['I', 'II', 'III'][group] ?? ''}`, ...sumOf(own)]);
  });
  if (where === 'bottom') rows.push(total);
  return sheet('Biểu 01', [...rows, ...random.of([[], [[], ['Ghi chú: tính đến 30/11/2024']]])], { merges });
}

it.each(Object.entries(GROUPS))('in groups called “%s…”', (_, names) => {
  const random = randomNumbers(7100);
  for (let turn = 0; turn < tries(300, 25); turn += 1) {
    const areas = madeAreas(random);
    const made = madeSheet(random, names, areas);
    const outcome = recognise(workbook([information(), made]));
    const about = `${String(turn)} ${outcome.codes.join()}\n${made.cells.map(({ raw }) => raw).join('|')}`;
    expect(outcome.part('bieu-01')?.table?.rowLabels, about).toEqual(areas.map(({ name }) => name));
    for (const [at, id] of ['households', 'familiesTitled'].entries())
      expect(outcome.column('bieu-01', id), about).toEqual(areas.map(({ figures }) => figures[at]));
    // Two columns of two villages may be equal, or make a third, by chance.
    const told = outcome.findings.filter(
      ({ severity, code }) => severity !== 'info' && !code.includes('perhaps'),
    );
    expect(
      told.map(({ code }) => code),
      about,
    ).toEqual([]);
  }
});

it.each(Object.entries(GROUPS))('an area without figures in groups called “%s…” lacks them', (_, names) => {
  const random = randomNumbers(7101);
  for (let turn = 0; turn < tries(300, 15); turn += 1) {
    const areas = madeAreas(random);
    const blank = random.of(areas);
    const left = areas.map((area) => (area === blank ? { ...area, figures: [0, 0] } : area));
    const same = left.find(({ name }) => name === blank.name);
    const made = madeSheet(random, names, left, same);
    const outcome = recognise(workbook([information(), made]));
    const about = `${String(turn)} ${outcome.codes.join()}\n${made.merges.length} ${made.cells.map(({ raw }) => raw).join('|')}`;
    expect(outcome.part('bieu-01')?.table?.rowLabels, about).toEqual(areas.map(({ name }) => name));
  }
});
