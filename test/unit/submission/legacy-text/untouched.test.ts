/** Q12, the other side: what no detector of old letters may touch or ask about, and UTF-16 files letter by letter. */
import { describe, expect, it } from 'vitest';
import type { RawCell, RawFile } from '../../../../src/model.js';
import { decodeCsv } from '../../../../src/readers/csv/csv-text.js';
import { collect } from '../../../../src/submission/legacy-text/known-text.js';
import { withoutLookAlikes } from '../../../../src/submission/legacy-text/look-alikes.js';
import { repairText } from '../../../../src/submission/legacy-text/repair-text.js';
import { SCHEMES } from '../../../../src/submission/legacy-text/schemes.js';
import { MARKED_LETTERS } from './old-encodings.js';

const known = collect(['Xã Tân Lập', 'Tổng số hộ', 'Gia đình văn hóa', 'Thôn, tổ dân phố', 'Đắk Lắk', 'Phú']);

const fileOf = (texts: readonly string[], extra: Partial<RawCell> = {}): RawFile => ({
  source: { path: 'a.xlsx', bytes: new Uint8Array(), sha256: '' },
  format: 'xlsx',
  sheets: [
    {
      name: 'Biểu 01',
      state: 'visible',
      cells: texts.map((raw, index) => ({ row: index + 1, column: 1, kind: 'text', raw, ...extra })),
      merges: [],
      hiddenRows: [],
      hiddenColumns: [],
      date1904: false,
    },
  ],
});

/** What honest cells hold: none of it is an old encoding, whatever signs it shares with one. */
const HONEST: Readonly<Record<string, readonly string[]>> = {
  'plain letters': ['Tong so ho', 'Xa Tan Lap', 'Thon Doai', 'X', 'Ghi chu: khong', 'TDP so 3', 'UBND xa'],
  'English and file names': [
    'Total households',
    'sheet1',
    'Book1.xlsx',
    'http://xa.test/a?b=1&c=2',
    'someone@xa.test',
    'Microsoft Excel',
    'N/A',
  ],
  'numbers and dates': [
    '1234',
    '1.234,5',
    '97,18%',
    '-5',
    '25/11/2024',
    '0912345678',
    '12/QĐ-UBND',
    '½',
    '5°',
    'm²',
    '100 km³',
  ],
  'names with the signs of old encodings': [
    'Zalo®',
    'Ê',
    'Ô',
    'ô',
    'Â',
    'é',
    'Café Ðêm',
    'Hôtel Métropole',
    'naïve',
    'Pô Kô',
    'Krông Nô',
    'Ea Súp',
    'Buôn Ê Đê',
    '«Gia đình»',
    '© 2024',
    '§ 1',
    'A·B',
    'Á – Âu',
    'São Paulo',
    'Đồng € – ¥ £',
    'Ma·rốc',
  ],
  'Unicode Vietnamese': [
    'Xã Tân Lập',
    'Thôn Đoài',
    'hoà bình',
    'hòa bình',
    'Uỷ ban',
    'Ủy ban',
    'KHU PHỐ ĐÔNG',
    'Số hộ nghèo',
    'ư',
    'Ỵ',
    'quý III',
    'Ấp Phú Thạnh',
    'Tổ dân phố số 4',
    'Bản Pá Hốc',
    'phum Sóc Trăng',
  ],
};

describe('honest text', () => {
  it.each(Object.entries(HONEST))('%s: nothing is converted, nothing is asked', (_, texts) => {
    for (const form of ['NFC', 'NFD'] as const)
      for (const text of texts) {
        const { file, findings } = repairText(fileOf([text.normalize(form)]), known);
        expect(file?.sheets[0]?.cells[0]?.raw, text).toBe(withoutLookAlikes(text.normalize('NFC')));
        expect(
          findings.map(({ code }) => code).filter((code) => code !== 'text/look-alike-letters'),
          text,
        ).toEqual([]);
      }
  });

  it('stays together as it stays alone', () => {
    const all = Object.values(HONEST).flat();
    const { file, findings } = repairText(fileOf(all), known);
    expect(file?.sheets[0]?.cells.map(({ raw }) => raw)).toEqual(all.map(withoutLookAlikes));
    expect(findings.map(({ code }) => code).filter((code) => code !== 'text/look-alike-letters')).toEqual([]);
  });

  it('of Unicode letters stays in an old font too', () => {
    for (const legacyFont of ['tcvn3', 'vni'] as const) {
      const texts = HONEST['Unicode Vietnamese']?.filter((text) => /[ăđơưạ-ỹ]/iu.test(text)) ?? [];
      const { file } = repairText(fileOf(texts, { legacyFont }), known);
      expect(file?.sheets[0]?.cells.map(({ raw }) => raw)).toEqual(texts);
    }
  });

  it.each(SCHEMES.map(({ id }) => id))('%s alone would not make known words of it', (id) => {
    const scheme = SCHEMES.find((one) => one.id === id);
    const turned = Object.values(HONEST)
      .flat()
      .filter((text) => {
        const converted = scheme?.convert(text);
        return converted !== undefined && converted !== text && known.phrases.has(converted.toLowerCase());
      });
    expect(turned).toEqual([]);
  });
});

describe('134 letters in a text file', () => {
  const text = `${MARKED_LETTERS.map((letter, index) => `${String(index)},${letter}`).join('\n')}\n`;
  it.each<[string, Uint8Array]>([
    ['UTF-16LE with its mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16LE without a mark', Buffer.from(text, 'utf16le')],
    ['UTF-16BE with its mark', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['UTF-16LE, NFD', Buffer.from(`\uFEFF${text.normalize('NFD')}`, 'utf16le')],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-8', Buffer.from(text)],
  ])('%s', (_, bytes) => {
    const decoded = decodeCsv(bytes);
    if (!('text' in decoded)) throw new Error('not decoded');
    expect(decoded.undecoded).toBe(false);
    const letters = decoded.text.normalize('NFC').replace('\uFEFF', '').trim().split('\n');
    expect(letters.map((line) => line.split(',')[1])).toEqual(MARKED_LETTERS);
  });
});
