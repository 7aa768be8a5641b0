/** narrative.md: its small Markdown, and where its headings go. */
import { proseOf } from '../../../src/reports/prose/prose.js';
import { describe, expect, it } from 'vitest';
import { buildReport, emptyNarrativeSections, strayHeadings } from '../../../src/reports/report.js';
import { parseNarrative, parseRuns } from '../../../src/reports/written/markdown.js';
import { narrativeText } from '../../../src/office/narrative-text.js';
import { builtInWording } from '../../support/report-wording.js';
import { sampleResults } from '../../support/sample-results.js';
import { blockText, under } from './report-text.js';
import { tries } from '../../support/sweep.js';

const wording = builtInWording();
const ministry = () => {
  const results = sampleResults();
  return { ...results, report: { ...results.report, outline: 'ministry' as const } };
};

it('the file of a new period has the headings of its report, and no others', () => {
  for (const kind of ['year', 'H1', 'registration'] as const)
    for (const outline of ['local', 'ministry'] as const) {
      const results = sampleResults();
      const { period, report } = results;
      const prose = proseOf(
        { ...results, period: { ...period, kind }, report: { ...report, outline } },
        wording,
      );
      const empty = narrativeText(kind);
      const filled = empty.replaceAll(/^#.*$/gmu, '$&\n\nĐã viết.');
      expect(emptyNarrativeSections(prose, empty).length, `${kind} ${outline}`).toBeGreaterThan(2);
      expect(emptyNarrativeSections(prose, filled), `${kind} ${outline}`).toEqual([]);
      expect(strayHeadings(prose, filled).headings, `${kind} ${outline}`).toEqual([]);
    }
});

describe('parseNarrative', () => {
  it('reads headings, paragraphs over several lines, both kinds of list', () => {
    const [, section] = parseNarrative('## Ưu điểm\nDòng một\ndòng hai.\n\n- a\n- b\n  tiếp\n1. x\n2) y\n');
    expect(section?.blocks).toEqual([
      { kind: 'paragraph', runs: [{ text: 'Dòng một dòng hai.' }] },
      { kind: 'list', ordered: false, items: [[{ text: 'a' }], [{ text: 'b tiếp' }]] },
      { kind: 'list', ordered: true, items: [[{ text: 'x' }], [{ text: 'y' }]] },
    ]);
  });

  it('reads bold and italic, and leaves lone stars alone', () => {
    expect(parseRuns('a **b** *c* 2 * 3 \\*d\\*')).toEqual([
      { text: 'a ' },
      { text: 'b', bold: true },
      { text: ' ' },
      { text: 'c', italic: true },
      { text: ' 2 * 3 *d*' },
    ]);
  });

  it('leaves comments out, also over several lines', () => {
    expect(blockText(parseNarrative('<!-- hướng\ndẫn -->\nA').flatMap(({ blocks }) => blocks))).toBe('A');
  });
});

describe('written parts', () => {
  const narrative = [
    '# Phần viết',
    'Lời dẫn chung.',
    '## III. Đánh giá',
    '### 1. Ưu điểm',
    'Nề nếp.',
    '### 2. Khó khăn, vướng mắc',
    'Thiếu đất.',
    '#### Riêng miền núi',
    'Xa xôi.',
    '### Nguyên nhân',
    'Kinh phí.',
    '## Bài học kinh nghiệm',
    'Bám sát cơ sở.',
    '## Phương hướng, nhiệm vụ',
    '- Việc một',
    '## Kiến nghị',
    'Xin hỗ trợ.',
  ].join('\n');

  it('puts every text under its part and loses none', () => {
    const { blocks } = buildReport(proseOf(sampleResults(), wording), narrative);
    expect(under(blocks, 'Ưu điểm')).toBe('Nề nếp.');
    expect(under(blocks, 'Riêng miền núi')).toBe('Xa xôi.');
    expect(under(blocks, 'Nguyên nhân')).toBe('Kinh phí.');
    expect(under(blocks, 'PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025')).toBe('- Việc một');
    expect(under(blocks, 'KIẾN NGHỊ, ĐỀ XUẤT')).toMatch(/^Xin hỗ trợ\.\nTrên đây là báo cáo .*\.\/\.$/u);
    const text = blockText(blocks);
    for (const part of ['Lời dẫn chung.', 'Thiếu đất.', 'Bài học kinh nghiệm', 'Bám sát cơ sở.']) {
      expect(text).toContain(part);
    }
  });

  it('has nothing left to write when all is written', () => {
    expect(emptyNarrativeSections(proseOf(sampleResults(), wording), narrative)).toEqual([]);
    expect(emptyNarrativeSections(proseOf(sampleResults(), wording), undefined)).toHaveLength(5);
  });

  it('takes a part written without sub-headings as it stands', () => {
    const { blocks } = buildReport(proseOf(sampleResults(), wording), '## Đánh giá chung\nTốt.');
    expect(under(blocks, 'ƯU ĐIỂM, KHÓ KHĂN, NGUYÊN NHÂN')).toBe('Tốt.');
    expect(blocks.some((block) => block.kind === 'heading' && block.text === 'Ưu điểm')).toBe(false);
  });

  it('marks what is still to be written, with a draft from what communes said', () => {
    const { blocks } = buildReport(proseOf(sampleResults(), wording));
    const drafts = blocks.filter((block) => block.kind === 'list').flatMap((block) => block.items.flat());
    expect(drafts.every((run) => run.draft === true)).toBe(true);
    expect(drafts.some((run) => run.text.includes('Chưa bố trí được quỹ đất'))).toBe(true);
    expect(
      blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs : [])).filter((run) => run.draft),
    ).not.toEqual([]);
  });

  it('loses nothing in the outline of the ministry either', () => {
    const { blocks } = buildReport(proseOf(ministry(), wording), narrative);
    const text = blockText(blocks);
    for (const line of narrative.split('\n').filter((one) => !one.startsWith('#')))
      expect(text).toContain(line);
    expect(
      blocks
        .filter((block) => block.kind === 'heading' && block.level === 1)
        .map((block) => block.kind === 'heading' && block.text),
    ).toEqual([
      'TÌNH HÌNH TRIỂN KHAI',
      'KẾT QUẢ ĐẠT ĐƯỢC',
      'KHÓ KHĂN, VƯỚNG MẮC',
      'KIẾN NGHỊ, ĐỀ XUẤT',
      'PHƯƠNG HƯỚNG NĂM 2025',
    ]);
  });
});

describe('drafts', () => {
  const marks = wording.say('draft.intro', {});
  it('name a remark of several communes once, the most frequent first', () => {
    const base = sampleResults();
    const own = { state: 'value' as const, file: 'a.xlsx', sheet: 'Thông tin', cell: 'B9' };
    const codes = base.units.filter(({ leaf }) => leaf).map(({ code }) => code);
    const said = (text: string) => ({ difficulties: { ...own, value: text } });
    const results = {
      ...base,
      own: Object.fromEntries(
        codes.map((code, index) => [
          code,
          said(index === 0 ? 'Xa trung tâm. Thiếu kinh phí' : 'thiếu  kinh phí.'),
        ]),
      ),
    };
    const items = buildReport(proseOf(results, wording))
      .blocks.filter((block) => block.kind === 'list')
      .flatMap((block) => block.items.map((runs) => runs.map(({ text }) => text).join('')));
    const funds = items.filter((item) => item.toLowerCase().includes('thiếu kinh phí'));
    expect(funds).toHaveLength(1);
    expect(items.indexOf(funds[0] ?? '')).toBeLessThan(
      items.findIndex((item) => item.startsWith('Xa trung tâm')),
    );
  });

  it('that nobody edited are no text of the office', () => {
    const narrative = `## Ưu điểm\n${marks}\n## Khó khăn\nĐã viết.\n## Nguyên nhân\nĐã viết.`;
    expect(emptyNarrativeSections(proseOf(sampleResults(), wording), narrative)).toContain('Ưu điểm');
    const { blocks, draft } = buildReport(
      proseOf({ ...sampleResults(), final: true, complete: true }, wording),
      narrative,
    );
    expect(draft).toBe(true);
    const kept = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs : []));
    expect(kept.find(({ text }) => text === marks)?.draft).toBe(true);
  });
});

describe('headings', () => {
  it('that answer to no part are told, with those that do', () => {
    const { headings, known } = strayHeadings(
      proseOf(sampleResults(), wording),
      '## Khoó khăn\nA.\n## Nguyên nhân\nB.',
    );
    expect(headings).toEqual([{ heading: 'Khoó khăn', nearest: 'Khó khăn' }]);
    expect(known).toContain('Khó khăn');
    expect(strayHeadings(proseOf(sampleResults(), wording), '## Ưu điểm\n### Riêng\nA.').headings).toEqual(
      [],
    );
  });
});

describe('headings inside a written part', () => {
  it('are kept, also when they are called like another part', () => {
    const narrative = '# Phương hướng\n## Mục tiêu\nA.\n## Nhiệm vụ trọng tâm\nB.\n## Khó khăn dự báo\nC.';
    const { blocks } = buildReport(proseOf(sampleResults(), wording), narrative);
    expect(under(blocks, 'Mục tiêu')).toBe('A.');
    expect(under(blocks, 'Nhiệm vụ trọng tâm')).toBe('B.');
    expect(under(blocks, 'Khó khăn dự báo')).toBe('C.');
  });

  it('of the file that init writes are empty parts', () => {
    const narrative =
      '<!-- x -->\n\n# Đánh giá chung\n\n## Ưu điểm\n\n## Khó khăn, vướng mắc, tồn tại\n\n## Nguyên nhân\n\n# Phương hướng, nhiệm vụ\n\n# Kiến nghị, đề xuất\n';
    expect(emptyNarrativeSections(proseOf(sampleResults(), wording), narrative)).toHaveLength(5);
    const filled = `${narrative.replaceAll('\n\n', '\n\nĐã viết.\n\n')}Đã viết.`;
    expect(emptyNarrativeSections(proseOf(sampleResults(), wording), filled)).toEqual([]);
  });
});

describe.each(['local', 'ministry'] as const)('any printed heading of the %s report', (outline) => {
  const results = sampleResults();
  const prose = proseOf({ ...results, report: { ...results.report, outline } }, wording);
  const texts = (narrative: string): readonly string[] =>
    buildReport(prose, narrative).blocks.map((block) =>
      block.kind === 'heading' ? `${'#'.repeat(block.level)} ${block.text}` : blockText([block]),
    );
  const bare = texts('');
  /** "II.8" → the heading as printed, counted by the levels of what is printed. */
  const numbered = (): readonly (readonly [number: string, heading: string])[] => {
    let [part, topic] = [0, 0];
    return bare
      .filter((text) => /^##? /u.test(text))
      .map((text) => {
        if (text.startsWith('# ')) [part, topic] = [part + 1, 0];
        else topic += 1;
        const roman = ['I', 'II', 'III', 'IV', 'V', 'VI'][part - 1] ?? '';
        return [topic === 0 ? roman : `${roman}.${String(topic)}`, text] as const;
      });
  };
  const bodyOf = (all: readonly string[], heading: string): readonly string[] => {
    const at = all.indexOf(heading);
    const end = all.findIndex((text, index) => index > at && /^##? /u.test(text));
    return all.slice(at + 1, end < 0 ? undefined : end);
  };

  it.each(numbered())(
    '%s takes text, by number and by title, and says nothing is unknown',
    (number, heading) => {
      const title = heading.replace(/^#+ /u, '');
      for (const written of [`# ${number}\nLời A.`, `## ${number}. ${title}\nLời A.`]) {
        const all = texts(written);
        expect(bodyOf(all, heading)).toContain('Lời A.');
        // What is generated stays.
        for (const told of bare.slice(
          0,
          bare.findIndex((text) => /^# .*(?:ƯU ĐIỂM|KHÓ KHĂN)/u.test(text)),
        ))
          expect(all).toContain(told);
        expect(strayHeadings(prose, written).headings).toEqual([]);
      }
    },
  );

  it('knows a number that is typed with a space or a word, and under it the beginning of its title', () => {
    const found = numbered().find(([number, heading]) => number.startsWith('II.') && heading.length > 25);
    const [number = '', heading = ''] = found ?? [];
    const [section, topic] = number.split('.');
    const begun = heading.replace(/^#+ /u, '').split(' ').slice(0, 3).join(' ');
    for (const typed of [`${section}. ${topic}`, `Mục ${number}`, `${section} . ${topic}) ${begun}`])
      expect(bodyOf(texts(`# ${typed}\nLời A.`), heading)).toContain('Lời A.');
    // Another title is not what stands under its number, and that is said.
    const [stray] = strayHeadings(prose, `# ${number}. Việc khác hẳn\nLời A.`).headings;
    expect(stray?.nearest).toBe(`${number}. ${heading.replace(/^#+ /u, '')}`);
  });

  it('stands behind what is generated, or before it when that is said', () => {
    const [number = '', heading = ''] = numbered().find(([one]) => one === 'II.1') ?? [];
    const told = bodyOf(bare, heading);
    expect(bodyOf(texts(`# ${number}\nA.`), heading)).toEqual([...told, 'A.']);
    expect(bodyOf(texts(`# ${number} (trước)\nA.\n### Riêng\nB.`), heading)).toEqual([
      'A.',
      '### Riêng',
      'B.',
      ...told,
    ]);
  });

  it('stands with the introduction under “Mở đầu”', () => {
    const first = bare.findIndex((text) => text.startsWith('# '));
    expect(texts('# Mở đầu\nA.').slice(0, first + 1)).toEqual([...bare.slice(0, first), 'A.']);
    expect(texts('# Mở đầu (trước)\nA.')[0]).toBe('A.');
  });

  it('loses no text, whatever the headings', () => {
    const headings = [
      'Mở đầu',
      'I.1',
      'II.99',
      'II',
      'Không có',
      'Ưu điểm',
      '3',
      'V. Lạ',
      'Kiến nghị',
      'II.2 (trước)',
    ];
    const words = headings.map((_, index) => `Câu ${String(index)} riêng.`);
    for (let seed = 0; seed < tries(40, 12); seed += 1) {
      const order = headings.map((_, index) => (index * 7 + seed * 3) % headings.length);
      const narrative = order
        .map((at) => `${'#'.repeat(1 + ((at + seed) % 3))} ${headings[at] ?? ''}\n${words[at] ?? ''}\n`)
        .join('\n');
      const all = texts(narrative);
      for (const at of new Set(order)) expect(all.filter((text) => text === words[at])).toHaveLength(1);
    }
  });
});

it('text under a topic that is not printed is printed with its heading, and numbers count it', () => {
  const base = sampleResults();
  const results = { ...base, indicators: base.indicators.filter(({ id }) => !id.startsWith('newsItems')) };
  const prose = proseOf({ ...results, indicators: [] }, wording);
  const written = '# Công tác tuyên truyền\nA.\n# I.1\nB.';
  const { blocks } = buildReport(prose, written);
  expect(under(blocks, 'Công tác tuyên truyền')).toBe('A.\nB.');
});
