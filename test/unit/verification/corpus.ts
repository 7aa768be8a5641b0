/** Reads the corpora of sentences and tables: `{right → wrong}` makes two texts of one entry. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { WrittenBlock } from '../../../src/model.js';
import { vocabularyOf } from '../../../src/verification/words/vocabulary.js';
import { wordsSchema } from '../../../src/verification/words/words-schema.js';
import type { Vocabulary } from '../../../src/verification/words/vocabulary.js';

export interface Entry {
  readonly code: string;
  readonly text: string;
  /** Figures that a person would call checkable; of tables nobody counts them. */
  readonly checkable: number;
  readonly right: readonly WrittenBlock[];
  /** Absent for look-alikes that are only right. */
  readonly wrong?: readonly WrittenBlock[];
}

const chosen = (text: string, which: 1 | 2): string =>
  text.replace(/\{([^{}→]*?)\s?→\s?([^{}]*?)\}/gu, (_, right: string, wrong: string) =>
    which === 1 ? right : wrong,
  );

const read = (name: string): string => readFileSync(new URL(`corpus/${name}`, import.meta.url), 'utf8');

export const words = (): Vocabulary =>
  vocabularyOf(
    wordsSchema.parse(
      parse(readFileSync(new URL('../../../templates/verification/words.yaml', import.meta.url), 'utf8')),
    ),
  );

const paragraphs = (text: string): readonly WrittenBlock[] =>
  text
    .split('¶')
    .map((one, index) => ({ kind: 'text', place: `đoạn ${String(index + 1)}`, text: one.trim() }));

/** The entries of a file of sentences. */
export function sentences(name: string): readonly Entry[] {
  let code = '';
  return read(name)
    .split('\n')
    .flatMap((line): readonly Entry[] => {
      if (line.startsWith('## ')) code = line.slice(3).trim();
      const match = /^- \((\d+)\) (.*)$/u.exec(line);
      if (match === null) return [];
      const [, count = '', text = ''] = match;
      const right = paragraphs(chosen(text, 1));
      const entry = { code, text, checkable: Number(count), right };
      return [text.includes('→') ? { ...entry, wrong: paragraphs(chosen(text, 2)) } : entry];
    });
}

/** The entries of a file of tables. */
export function tables(name: string): readonly Entry[] {
  let code = '';
  const entries: Entry[] = [];
  for (const part of read(name).split(/^(?=##)/mu)) {
    if (part.startsWith('## ')) code = part.slice(3).trim();
    if (!part.startsWith('### ')) continue;
    const lines = part.split('\n').slice(1);
    const text = part.slice(4).split('\n')[0] ?? '';
    const right = blocksOf(lines.map((line) => chosen(line, 1)));
    const entry = { code, text, checkable: 0, right };
    entries.push(
      part.includes('→') ? { ...entry, wrong: blocksOf(lines.map((line) => chosen(line, 2))) } : entry,
    );
  }
  return entries;
}

function blocksOf(lines: readonly string[]): readonly WrittenBlock[] {
  const blocks: WrittenBlock[] = [];
  let rows: string[][] = [];
  const close = (): void => {
    if (rows.length > 0)
      blocks.push({
        kind: 'table',
        place: `bảng ${String(blocks.filter(({ kind }) => kind === 'table').length + 1)}`,
        rows: rows.map((cells, index) => ({
          place: `dòng ${String(index + 1)}`,
          cells: cells.map((text) => ({ text })),
        })),
      });
    rows = [];
  };
  for (const line of lines) {
    if (line.startsWith('|'))
      rows.push(
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    else {
      close();
      if (line.trim() !== '')
        blocks.push({ kind: 'text', place: `đoạn ${String(blocks.length + 1)}`, text: line.trim() });
    }
  }
  close();
  return blocks;
}
