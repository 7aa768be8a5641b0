/** The small Markdown of narrative.md: headings, paragraphs, - and 1. lists, **bold**, *italic*; comments are left out. */
import type { Block, TextRun } from '../../model.js';

/** A heading with what stands under it, up to the next heading. Level 0: text before any heading. */
export interface NarrativeSection {
  readonly level: number;
  readonly heading: string;
  readonly blocks: readonly Block[];
}

const HEADING = /^(#{1,6})\s+(.*)$/u;
const BULLET = /^\s*[-*+•]\s+(.*)$/u;
const NUMBERED = /^\s*\d+[.)]\s+(.*)$/u;

/** Splits the text into sections; nothing but comments is dropped. */
export function parseNarrative(text: string): readonly NarrativeSection[] {
  const lines = text
    .normalize('NFC')
    .replace(/^\uFEFF/u, '')
    .replace(/<!--[\s\S]*?(?:-->|$)/gu, '')
    .split(/\r?\n/u);
  const sections: { level: number; heading: string; lines: string[] }[] = [
    { level: 0, heading: '', lines: [] },
  ];
  for (const line of lines) {
    const heading = HEADING.exec(line);
    if (heading === null) sections.at(-1)?.lines.push(line);
    else
      sections.push({ level: heading[1]?.length ?? 1, heading: plain(title(heading[2] ?? '')), lines: [] });
  }
  return sections.map(({ level, heading, lines: own }) => ({ level, heading, blocks: blocksOf(own) }));
}

/** Without the signs that may close a heading, with single spaces: what is looked for in it must not try each of a thousand. */
function title(written: string): string {
  let end = written.length;
  while (written.charAt(end - 1) === '#') end -= 1;
  return written.slice(0, end).replace(/\s+/gu, ' ').trim();
}

const plain = (text: string): string =>
  parseRuns(text)
    .map((run) => run.text)
    .join('');

type Open =
  | { readonly kind: 'paragraph'; text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: string[] };

function blocksOf(lines: readonly string[]): readonly Block[] {
  const found: Open[] = [];
  let open: Open | undefined;
  const start = (block: Open): void => {
    found.push(block);
    open = block;
  };
  for (const line of lines) {
    const bullet = BULLET.exec(line)?.[1];
    const numbered = NUMBERED.exec(line)?.[1];
    const item = bullet ?? numbered;
    if (line.trim() === '') {
      // A blank line ends a paragraph; a list goes on when its next line is an item again.
      if (open?.kind === 'paragraph') open = undefined;
    } else if (item !== undefined) {
      const ordered = bullet === undefined;
      if (open?.kind === 'list' && open.ordered === ordered) open.items.push(item);
      else start({ kind: 'list', ordered, items: [item] });
    } else if (open?.kind === 'list' && /^\s/u.test(line)) {
      const last = open.items.pop() ?? '';
      open.items.push(`${last} ${line.trim()}`);
    } else if (open?.kind === 'paragraph') {
      open.text = `${open.text} ${line.trim()}`;
    } else {
      start({ kind: 'paragraph', text: line.trim() });
    }
  }
  return found.map((block) =>
    block.kind === 'paragraph'
      ? { kind: 'paragraph', runs: parseRuns(block.text) }
      : { kind: 'list', ordered: block.ordered, items: block.items.map(parseRuns) },
  );
}

/** Bold and italic; a star without its partner stays a star, `\*` is a star. */
export function parseRuns(text: string): readonly TextRun[] {
  const runs: TextRun[] = [];
  const pattern = /\*\*\*(?=\S)(.+?)\*\*\*|\*\*(?=\S)(.+?)\*\*|\*(?=\S)([^*]+?)\*/gu;
  const escaped = text.replaceAll('\\*', '\u0001');
  const push = (text: string, look: Omit<TextRun, 'text'> = {}): void => {
    if (text !== '') runs.push({ text: text.replaceAll('\u0001', '*'), ...look });
  };
  let from = 0;
  for (const match of escaped.matchAll(pattern)) {
    push(escaped.slice(from, match.index));
    if (match[1] !== undefined) push(match[1], { bold: true, italic: true });
    else if (match[2] !== undefined) push(match[2], { bold: true });
    else push(match[3] ?? '', { italic: true });
    from = match.index + match[0].length;
  }
  push(escaped.slice(from));
  return runs;
}
