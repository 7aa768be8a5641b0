/** Texts with more figures than any report: every figure is listed, what is within the limits is checked, the rest is told. */
import { expect, it } from 'vitest';
import type { WrittenBlock } from '../../../src/model.js';
import { verify } from '../../../src/verification/verify.js';
import { words } from './corpus.js';

const vocabulary = words();
const WRONG = 'Toàn xã có 100 hộ, trong đó 80 hộ đạt Gia đình văn hóa, chiếm 90%.';
const checked = (...texts: readonly string[]) => {
  const blocks = texts.map((text, at): WrittenBlock => ({
    kind: 'text',
    text,
    place: `đoạn ${at + 1}`,
  }));
  return verify({ file: 'a.docx', blocks }, vocabulary);
};
const limits = ({ findings }: ReturnType<typeof checked>) =>
  findings.filter(({ code }) => code === 'verify/beyond-limits').map(({ message }) => message);
const codes = ({ findings }: ReturnType<typeof checked>) => findings.map(({ code }) => code);

it('checks a long report whole', () => {
  const report = checked(
    ...Array.from({ length: 300 }, () => `${WRONG} Có ${'thôn 1, '.repeat(20)}và thôn 2.`),
  );
  expect(limits(report)).toEqual([]);
  expect(codes(report).filter((code) => code === 'verify/share-differs').length).toBeGreaterThan(0);
});

it('lists the figures of a sentence of many, tells of it, and checks the others', () => {
  const sentence = Array.from({ length: 200 }, (_, at) => `${at + 3} hộ, ${at + 1} thôn`).join(', ');
  const one = checked(`${sentence}.`, WRONG);
  expect(limits(one)).toEqual([
    expect.stringMatching(/^400 số từ đoạn 1 trở đi không được đối chiếu: có câu trên 150 số/u),
  ]);
  expect(one.figures.filter(({ place }) => place === 'đoạn 1')).toHaveLength(400);
  expect(codes(one)).toContain('verify/share-differs');
});

it('lists the digits of a sentence of many letters', () => {
  const one = checked(`Các xã ${'thực hiện tốt '.repeat(500)} có 12 thôn và 3,5 tỷ đồng.`, WRONG);
  expect(limits(one)).toEqual([expect.stringMatching(/^2 số từ đoạn 1 trở đi .* trên 5\.000 chữ/u)]);
  expect(
    one.figures.filter(({ place }) => place === 'đoạn 1').map(({ text, state }) => [text, state]),
  ).toEqual([
    ['12', 'unchecked'],
    ['3,5', 'unchecked'],
  ]);
  expect(codes(one)).toContain('verify/share-differs');
});

it('tells from where on a text is too long to be checked', () => {
  const filler = `${'Các xã '.repeat(600)}. `.repeat(5);
  const long = checked(WRONG, ...Array.from({ length: 29 }, () => filler), WRONG);
  expect(limits(long)).toEqual([expect.stringMatching(/^3 số từ đoạn 31 trở đi .*600\.000 chữ/u)]);
  expect(codes(long).filter((code) => code === 'verify/share-differs')).toHaveLength(1);
});
