/** `tdkvh explain [code]`: what a finding means, why it happens, an example and how to mend it. */
import type { CommandCall, CommandDeclaration, Outcome } from '../../command.js';

export const EXPLAIN: CommandDeclaration = {
  name: 'explain',
  alias: 'giai-thich',
  summary: 'giải thích một mã thông báo: nguyên nhân, ví dụ, cách sửa',
  details: 'Không ghi mã thì liệt kê tất cả các mã.',
  argument: {
    syntax: '[mã]',
    text: 'mã in trong thông báo, ví dụ VH301, hoặc tên đầy đủ như cell/not-a-number',
  },
  examples: ['tdkvh explain VH720', 'tdkvh explain'],
  run: explain,
};

async function explain({ args, options, terminal }: CommandCall): Promise<Outcome> {
  const { catalogueEntries, entryText, listText } = await import('./explanations.js');
  const [wanted] = args;
  const entries = catalogueEntries();
  if (wanted === undefined) {
    const list = entries.map(({ code, number, severity, message }) => ({ number, code, severity, message }));
    terminal.out(
      options.flag('json')
        ? JSON.stringify({ schema: 'tdkvh/explanations@1', findings: list }, null, 2)
        : listText(entries, terminal.columns),
    );
    return { findings: [] };
  }
  const typed = wanted.trim().toLowerCase();
  const entry = entries.find(({ code, number }) => code === typed || number.toLowerCase() === typed);
  if (entry === undefined) {
    const [{ nearestKey }, { finding }, { printFindings }] = await Promise.all([
      import('../../../workspace/nearest-key.js'),
      import('../../../findings/finding.js'),
      import('../../screen/print-findings.js'),
    ]);
    const known = entries.flatMap(({ code, number }) => [number, code]);
    const nearest = nearestKey(wanted, known) ?? known[0] ?? '';
    const findings = [finding('cli/unknown-code', { file: '' }, { code: wanted, nearest })];
    printFindings(findings, { terminal, options }, { asResult: options.flag('json') });
    return { findings };
  }
  terminal.out(
    options.flag('json')
      ? JSON.stringify({ schema: 'tdkvh/explanation@1', ...entry }, null, 2)
      : entryText(entry, terminal.columns),
  );
  return { findings: [] };
}
