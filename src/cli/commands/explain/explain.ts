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

async function explain(call: CommandCall): Promise<Outcome> {
  const { args, options, terminal } = call;
  const [{ catalogueEntries, entryText, listText }, { failWith }] = await Promise.all([
    import('./explanations.js'),
    import('../../screen/answer.js'),
  ]);
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
    const [{ nearestWord }, { finding }] = await Promise.all([
      import('../../../values/nearest-word.js'),
      import('../../../findings/finding.js'),
    ]);
    const known = entries.flatMap(({ code, number }) => [number, code]);
    const nearest = nearestWord(wanted, known) ?? known[0] ?? '';
    const findings = [finding('cli/unknown-code', { file: '' }, { code: wanted, nearest })];
    return failWith(findings, call);
  }
  const { loadExplanations } = await import('../../../office/load-explanations.js');
  const { texts, findings } = await loadExplanations();
  const text = texts?.get(entry.code);
  if (text === undefined) return failWith(findings, call);
  const page = { ...entry, ...text };
  terminal.out(
    options.flag('json')
      ? JSON.stringify({ schema: 'tdkvh/explanation@1', ...page }, null, 2)
      : entryText(page, terminal.columns),
  );
  return { findings: [] };
}
