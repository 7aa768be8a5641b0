/**
 * The paragraphs of the report by topic, over all combinations of coverage, open decisions, last year and targets, of a
 * year and of a registration: read them aloud in `__golden__/paragraphs.md` when the wording changes.
 */
import { describe, expect, it } from 'vitest';
import type { Block, MeasureRecord, ResultsDocument } from '../../src/model.js';
import { proseOf } from '../../src/reports/prose/prose.js';
import { buildReport } from '../../src/reports/report.js';
import { madeWhole, ofKind, withLastYear } from '../checks/prose.js';
import { builtInWording } from '../support/report-wording.js';
import { sharedRun } from './fixture-run.js';

const wording = builtInWording();

/** As if every decision had been taken, against. */
function decided(results: ResultsDocument): ResultsDocument {
  const without = ({ pending: _, ...measure }: MeasureRecord): MeasureRecord => measure;
  const own = results.measures[results.unit] ?? {};
  const measures = Object.fromEntries(Object.entries(own).map(([id, one]) => [id, without(one)]));
  return { ...results, measures: { ...results.measures, [results.unit]: measures } };
}

const asIs = (results: ResultsDocument): ResultsDocument => results;
const CHOICES = {
  coverage: { 'đủ đơn vị': madeWhole, 'thiếu đơn vị': asIs },
  decisions: { 'còn chờ quyết định': asIs, 'đã quyết định hết': decided },
  lastYear: { 'năm đầu': asIs, 'có năm trước': withLastYear },
  targets: { 'có chỉ tiêu': asIs, 'không chỉ tiêu': (one: ResultsDocument) => ({ ...one, targets: [] }) },
} as const;

/** Every way to choose one of each. */
function combinations(results: ResultsDocument): readonly (readonly [string, ResultsDocument])[] {
  let all: (readonly [string[], ResultsDocument])[] = [[[], results]];
  for (const choice of Object.values(CHOICES))
    all = all.flatMap(([names, before]) =>
      Object.entries(choice).map(([name, change]) => [[...names, name], change(before)] as const),
    );
  return all.map(([names, made]) => [names.join(', '), made]);
}

/** Topic → its paragraphs. */
function paragraphs(blocks: readonly Block[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let topic: string | undefined;
  for (const block of blocks) {
    if (block.kind === 'heading') topic = block.level === 2 ? block.text : undefined;
    if (block.kind !== 'paragraph' || topic === undefined) continue;
    const text = block.runs.map((run) => run.text).join('');
    found.set(topic, [...(found.has(topic) ? [found.get(topic) ?? ''] : []), text].join('\n\n'));
  }
  return found;
}

/** What is said alike stands once, under all that say it. */
function gallery(title: string, results: ResultsDocument): string {
  const topics = new Map<string, Map<string, string[]>>();
  for (const [name, variant] of combinations(results)) {
    const report = buildReport(proseOf(variant, wording), '# Đánh giá\nĐã viết.\n# Phương hướng\nĐã viết.');
    for (const [topic, text] of paragraphs(report.blocks)) {
      const said = topics.get(topic) ?? new Map<string, string[]>();
      said.set(text, [...(said.get(text) ?? []), name]);
      topics.set(topic, said);
    }
  }
  const lines = [...topics].flatMap(([topic, said]) => [
    `## ${topic}`,
    ...[...said].flatMap(([text, names]) => [`_${names.join('; ')}:_`, text]),
  ]);
  return [`# ${title}`, ...lines].join('\n\n');
}

/** As if the commune compiled its figures alone. */
function ofOneCommune(results: ResultsDocument, code: string): ResultsDocument {
  const own = Object.entries(results.measures[code] ?? {}).map(
    ([id, one]) => [id, { ...one, expected: 1 }] as const,
  );
  return {
    ...results,
    unit: code,
    level: 'commune',
    targets: results.targets.map((target) => ({ ...target, scope: code })),
    units: results.units.flatMap(({ parent: _, ...unit }) => (unit.code === code ? [unit] : [])),
    measures: { [code]: Object.fromEntries(own) },
  };
}

describe('the paragraphs of the report', () => {
  it('read as they did', async () => {
    const results = sharedRun('district-2024').results();
    const text = [
      gallery('Báo cáo năm', results),
      gallery('Đăng ký đầu năm', ofKind(results, 'registration')),
      gallery('Báo cáo của một xã', ofOneCommune(results, '09241')),
    ].join('\n\n');
    // Of the one unit there is, how many units have something is not told.
    expect(text).not.toContain('01/01 ');
    for (const said of text.split('\n\n')) {
      if (/^[#_]/u.test(said)) continue;
      expect(said).toMatch(/^[\p{Lu}\d].*\.$/u);
      expect(said).not.toMatch(/ {2}|\.\.|\) \(|undefined|\{\{| [.,;]/u);
    }
    await expect(`${text}\n`).toMatchFileSnapshot('__golden__/paragraphs.md');
  });
});
