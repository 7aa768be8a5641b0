/** tdkvh.yaml: what is admitted, and every fault with its line and column in one run. */
import { describe, expect, it } from 'vitest';
import { admitConfiguration, configurationOf } from '../../../src/workspace/configuration.js';
import { configurationText } from '../../../src/workspace/configuration-text.js';
import { defaultReferenceDate, parsePeriod } from '../../../src/workspace/period.js';
import { readYaml } from '../../../src/readers/yaml-document.js';

const GOOD = `schema: tdkvh/workspace@1
period: "2024"
unit: "256"
level: district
criteria: nd86-2023
`;

const ANNEXES = {
  known: ['I', 'II', 'III', 'IV', 'VI', 'VII', 'XIII'],
  usual: ['I', 'II', 'III', 'VI', 'VII'],
};

const admit = (text: string, set?: Parameters<typeof admitConfiguration>[1], annexes = ANNEXES) =>
  admitConfiguration(readYaml(text, 'tdkvh.yaml'), set, annexes);
const codes = (text: string, set?: Parameters<typeof admitConfiguration>[1]) =>
  admit(text, set).findings.map(
    ({ code, at }) =>
      `${(at.cell ?? '').replace(/\D*(\d+)\D+(\d+)/u, '$1:$2')} ${code.replace('configuration/', '')}`,
  );

describe('admitConfiguration', () => {
  it('gives every setting its default', () => {
    const { config, findings } = admit(GOOD);
    expect(findings).toEqual([]);
    expect(config).toEqual({
      period: { id: '2024', year: 2024, kind: 'year' },
      unit: '256',
      level: 'district',
      referenceDate: '2024-12-31',
      criteria: 'nd86-2023',
      deadlines: { exceptions: {} },
      decimals: 2,
      report: {
        outline: 'local',
        signature: 'BC-BCD',
        to: [],
        recipients: [],
        annexes: ['I', 'II', 'III', 'VI', 'VII'],
      },
      submissions: [],
    });
  });

  it('keeps dates as text and everything the office wrote', () => {
    const { config } = admit(`${GOOD}referenceDate: 2024-06-30
dataAsOf: 2024-11-25
deadlines: { commune: 2024-11-28, exceptions: { "09187": 2024-12-02 } }
rates: { decimals: 1 }
report:
  signature: { authority: TM. BAN CHỈ ĐẠO, post: TRƯỞNG BAN }
  number:
  signer: Nguyễn Văn An
`);
    expect(config?.referenceDate).toBe('2024-06-30');
    expect(config?.deadlines).toEqual({ commune: '2024-11-28', exceptions: { '09187': '2024-12-02' } });
    expect(config?.decimals).toBe(1);
    expect(config?.report.signature).toEqual({ authority: 'TM. BAN CHỈ ĐẠO', post: 'TRƯỞNG BAN' });
    expect(config?.report).not.toHaveProperty('number');
  });

  it('reports all faults of a file at once, in the order of the file, each with line and column', () => {
    expect(
      codes(`schema: tdkvh/workspace@9
period: năm 2024
unit: 9187
level: huyen
criteria: nd86-2023
dedlines: { commune: 2024-11-28 }
referenceDate: 2024-02-30
rates: { decimals: 12 }
report:
  signature: BC-XYZ
  to: Sở Văn hóa
  annexes: [I, XX]
  ghichu: đã họp
submissions:
  - { sha256: abc, use: co }
`),
    ).toEqual([
      '1:1 unknown-schema',
      '2:1 not-a-period',
      '3:1 text-expected',
      '4:1 not-a-choice',
      '6:1 misspelt-key',
      '7:1 not-a-date',
      '8:10 number-expected',
      '10:3 not-a-choice',
      '11:3 list-expected',
      '12:16 not-a-choice',
      '13:3 unknown-key',
      '15:7 not-a-sha256',
      '15:20 yes-no-expected',
    ]);
  });

  it('takes the annexes that annexes.yaml declares, and tells the nearest of another number', () => {
    const text = `${GOOD}report:\n  annexes: [XIII, XIIII, XX]\n`;
    const { findings } = admit(text);
    expect(findings.map(({ at, hint, expected }) => [at.cell, hint, expected])).toEqual([
      [
        'dòng 7, cột 19',
        'Chọn một trong các giá trị: I, II, III, IV, VI, VII, XIII. Gần giống nhất là “XIII”.',
        ['XIII'],
      ],
      ['dòng 7, cột 26', 'Chọn một trong các giá trị: I, II, III, IV, VI, VII, XIII.', undefined],
    ]);
    const more = { ...ANNEXES, known: [...ANNEXES.known, 'XIIII', 'XX'] };
    expect(admit(text, undefined, more).config?.report.annexes).toEqual(['XIII', 'XIIII', 'XX']);
  });

  it('names the places of faults', () => {
    expect(codes(`${GOOD}rates: { decimals: 12 }\nreport:\n  signatur: BC-BCD\n`)).toEqual([
      '6:10 number-expected',
      '8:3 misspelt-key',
    ]);
  });

  it('takes margins inside the ranges of the decree only, each side by itself', () => {
    expect(codes(`${GOOD}report:\n  margins: { top: 25, left: 29, right: 15.5, botom: 20 }\n`)).toEqual([
      '7:23 number-expected',
      '7:33 number-expected',
      '7:46 misspelt-key',
    ]);
    expect(admit(`${GOOD}report:\n  margins: { left: 29 }\n`).findings[0]?.message).toContain('từ 30 đến 35');
    expect(admit(`${GOOD}rates: { decimals: hai }\n`).findings[0]?.message).toContain('từ 0 đến 4');
    const { config } = admit(`${GOOD}report:\n  margins: { left: 35 }\n`);
    expect(config?.report.margins).toEqual({ top: 20, bottom: 20, left: 35, right: 15 });
  });

  it('says which required keys are missing, a blank one included', () => {
    expect(codes('period: "2024"\nunit:\nlevel: district\n')).toEqual([
      '1:1 missing-key',
      '1:1 missing-key',
      '2:1 missing-key',
    ]);
  });

  it('refuses a number where leading zeros could be lost, but not a bare year', () => {
    expect(codes(GOOD.replace('"256"', '256'))).toEqual(['3:1 text-expected']);
    expect(codes(GOOD.replace('"2024"', '2024'))).toEqual([]);
  });

  it('counts the items of a list from one, and says how an item is written', () => {
    const report = '{ to: [a, 5], annexes: [I, XXX], margins: { top: x } }';
    const settled = '[{ sha256: x }, { unit: 1 }, 7]';
    const { findings } = admit(`${GOOD}report: ${report}\nsubmissions: ${settled}\n`, undefined, {
      usual: ['I'],
      known: ['I', 'II'],
    });
    const texts = findings.map(({ message, hint }) => `${message} ${hint}`);
    expect(texts.join('\n')).not.toMatch(/[a-z]\.\d/u);
    expect(texts).toEqual(
      expect.arrayContaining([
        expect.stringContaining('“report.to, mục 2” phải là chữ'),
        expect.stringContaining('ví dụ - "5"'),
        expect.stringContaining('“XXX” không phải là giá trị được phép của “report.annexes, mục 2”'),
        expect.stringContaining('“submissions, mục 2.unit”'),
        expect.stringContaining('“submissions, mục 2.sha256”'),
      ]),
    );
  });

  it('finds contradictions, also next to other faults', () => {
    expect(
      codes(
        `${GOOD.replace('"256"', '"27"')}referenceDate: 2023-12-31
deadlines: { commune: 2021-11-28, exceptions: { "09187": 2021-11-02 } }
dataAsOf: 2024-12-01
report: { date: 2024-11-01, outline: tinh }
`,
        { id: 'nd122-2018', titleYears: { from: 2018, to: 2023 } },
      ),
    ).toEqual([
      '3:1 level-and-unit',
      '5:1 criteria-years',
      '6:1 outside-period',
      '7:14 deadline-outside-period',
      '7:49 deadline-outside-period',
      '7:49 exception-before-deadline',
      '9:11 report-before-data',
      '9:29 not-a-choice',
    ]);
  });

  it('admits a configuration with warnings only', () => {
    const { config, findings } = admit(`${GOOD}dataAsOf: 2024-12-01\nreport: { date: 2024-11-01 }\n`);
    expect(findings.map(({ severity }) => severity)).toEqual(['warning']);
    expect(config).toBeDefined();
  });

  it('wants one clear decision per settled file', () => {
    const hash = 'a'.repeat(64);
    const text = `${GOOD}submissions:
  - { sha256: ${hash} }
  - { sha256: ${hash}, unit: "09187" }
  - { sha256: ${hash}, unit: "09190" }
  - { sha256: ${hash}, period: 2024 }
  - { sha256: ${hash}, form: bieu-01, use: false }
  - { sha256: ${hash}, form: bieu-01, sheet: Trang 2, use: false }
  - { sha256: ${hash}, form: bieu-01, use: true }
`;
    expect(codes(text)).toEqual(['7:5 empty-settlement', '9:5 settled-twice', '13:5 settled-twice']);
  });

  it('takes agencies as names or with other names, each once', () => {
    const text = `${GOOD}agencies:
  - Công an
  - { name: Hội Phụ nữ, aliases: [Hội LHPN, HỘI LHPN] }
`;
    expect(admit(text).config?.agencies).toEqual([
      { name: 'Công an', aliases: [] },
      { name: 'Hội Phụ nữ', aliases: ['Hội LHPN', 'HỘI LHPN'] },
    ]);
    // configuration/agency-twice
    expect(codes(`${text}  - { name: Phụ nữ, aliases: [hội lhpn] }\n`)).toEqual(['9:5 agency-twice']);
    expect(codes(`${GOOD}agencies: Công an\n`)).toEqual(['6:1 list-expected']);
    expect(codes(`${GOOD}agencies: [{ aliases: [Hội LHPN] }]\n`)).toHaveLength(1);
  });

  it('estimates only when told by what', () => {
    expect(admit(GOOD).config).not.toHaveProperty('estimates');
    expect(admit(`${GOOD}comparison: { estimates: none }\n`).config).not.toHaveProperty('estimates');
    expect(admit(`${GOOD}comparison: { estimates: areas }\n`).config?.estimates).toBe('areas');
    expect(codes(`${GOOD}comparison: { estimates: yes }\n`)).toEqual(['6:15 not-a-choice']);
  });

  it('refuses an empty file and a list', () => {
    expect(codes('')).toEqual(['1:1 empty']);
    expect(admit('- a\n- b\n').findings.map(({ code }) => code)).toEqual(['configuration/empty']);
  });
});

describe('configurationText', () => {
  it('is admitted again as the same configuration', () => {
    const period = parsePeriod('2025-H1');
    if (period === undefined) throw new Error('period');
    const config = {
      ...configurationOf(
        { period, unit: '27', level: 'province' as const, criteria: 'nd86-2023' },
        ANNEXES.usual,
      ),
      dataAsOf: '2025-06-15',
      deadlines: { commune: '2025-06-20', exceptions: { '09187': '2025-06-25' } },
    };
    expect(admit(configurationText(config))).toEqual({ config, findings: [] });
  });
});

describe('periods', () => {
  it.each([
    ['2024', 2024, 'year', '2024-12-31'],
    ['2025-H1', 2025, 'H1', '2025-06-30'],
    ['2025-DK', 2025, 'registration', '2025-03-31'],
  ])('%s', (id, year, kind, reference) => {
    const period = parsePeriod(id);
    expect(period).toEqual({ id, year, kind });
    expect(period === undefined ? undefined : defaultReferenceDate(period)).toBe(reference);
  });

  it.each(['2024-Q4', '24', '2024-h1', ' 2024', '1999', '2025-H2'])('%s is no period', (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });
});
