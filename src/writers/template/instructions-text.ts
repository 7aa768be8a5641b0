/** The instructions, read from `templates/forms/huong-dan.md`: headings, numbered steps, bullets, tables of two columns. */
import { readFileSync } from 'node:fs';

export type InstructionBlock =
  | { readonly kind: 'title' | 'heading' | 'paragraph' | 'bullet'; readonly text: string }
  | { readonly kind: 'step'; readonly number: number; readonly text: string }
  | { readonly kind: 'row'; readonly cells: readonly [string, string] };

const FILE = new URL('../../../templates/forms/huong-dan.md', import.meta.url);

/** Text of the file as it is shipped. */
export const instructionsFile = (): string => readFileSync(FILE, 'utf8');

/**
 * Blocks of the text with the words in braces filled in. A line that names a word without value is left out, so
 * that a line may be meant for some senders only; steps are counted afterwards.
 */
export function instructionBlocks(
  text: string,
  words: Readonly<Record<string, string | undefined>>,
): readonly InstructionBlock[] {
  const blocks: InstructionBlock[] = [];
  let step = 0;
  for (const raw of text.split(/\r?\n/u)) {
    const line = filled(raw.trim(), words);
    if (line === undefined || line === '') continue;
    if (line.startsWith('## ')) {
      step = 0;
      blocks.push({ kind: 'heading', text: line.slice(3) });
    } else if (line.startsWith('# ')) blocks.push({ kind: 'title', text: line.slice(2) });
    else if (line.startsWith('- ')) blocks.push({ kind: 'bullet', text: line.slice(2) });
    else if (/^\d+\. /u.test(line))
      blocks.push({ kind: 'step', number: ++step, text: line.replace(/^\d+\. /u, '') });
    else if (line.startsWith('|')) {
      const [left = '', right = ''] = line
        .split('|')
        .slice(1)
        .map((cell) => cell.trim());
      blocks.push({ kind: 'row', cells: [left, right] });
    } else blocks.push({ kind: 'paragraph', text: line });
  }
  return blocks;
}

function filled(line: string, words: Readonly<Record<string, string | undefined>>): string | undefined {
  const named = [...line.matchAll(/\{(\w+)\}/gu)].map((match) => match[1] ?? '');
  if (named.some((word) => words[word] === undefined)) return undefined;
  return line.replace(/\{(\w+)\}/gu, (_whole, word: string) => words[word] ?? '');
}
