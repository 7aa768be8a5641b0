/** A report as plain text, for tests that look at sentences. */
import type { Block, Report, TextRun } from '../../../src/model.js';

const text = (runs: readonly TextRun[]): string => runs.map((run) => run.text).join('');

const linesOf = (block: Block): readonly string[] => {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${block.text}`];
    case 'paragraph':
      return [text(block.runs)];
    case 'list':
      return block.items.map((item) => `- ${text(item)}`);
  }
};

export const blockText = (blocks: readonly Block[]): string => blocks.flatMap(linesOf).join('\n');

/** Everything that would be printed, tables apart. */
export const reportText = (report: Report): string =>
  [
    report.head.superior ?? '',
    report.head.agency,
    report.head.number,
    report.head.placeAndDate,
    report.documentType,
    report.subject,
    ...report.to,
    blockText(report.blocks),
    ...report.recipients,
    report.signature.authority ?? '',
    report.signature.post,
    report.signature.onBehalf ?? '',
    report.signature.governmentPost ?? '',
    report.signature.name,
    report.annexReference,
  ].join('\n');

/** The lines under a heading, up to the next one of any level. */
export function under(blocks: readonly Block[], heading: string): string {
  const lines = blockText(blocks).split('\n');
  const from = lines.findIndex((line) => line.replace(/^#+ /u, '') === heading);
  const rest = lines.slice(from + 1);
  const to = rest.findIndex((line) => line.startsWith('#'));
  return from < 0 ? '' : rest.slice(0, to < 0 ? undefined : to).join('\n');
}
