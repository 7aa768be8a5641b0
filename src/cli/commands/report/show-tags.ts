/** `tdkvh report --list-tags`: the tags that an office's own Word template may use. */
import { resolve } from 'node:path';
import { loadTags, OFFICE_TEMPLATE } from '../../../office/office-template.js';
import { listTags, writeTagList } from '../../../writers/docx-template.js';
import { writeFileSafely } from '../../../writers/output-set.js';
import type { CommandCall, Outcome } from '../../command.js';
import { answerWith, failWith } from '../../screen/answer.js';
import { hanging } from '../../screen/wrap-text.js';
import { isError } from '../../../findings/finding.js';
import { pathFromHere } from '../../../office/path-from-here.js';
import { shownPath } from '../../screen/shown-path.js';
import { nextSteps } from '../../screen/next-steps.js';

/** On the terminal, or as a Word document to copy from. */
export async function showTags(call: CommandCall, folder: string | undefined): Promise<Outcome> {
  const { value: catalogue, findings } = await loadTags(folder);
  if (catalogue === undefined) return failWith(findings, call);
  const out = call.options.text('out');
  if (out !== undefined) {
    const target = resolve(out);
    const written = await writeFileSafely(target, await writeTagList(catalogue));
    if (written.some(isError)) return failWith(written, call);
    const file = pathFromHere(target);
    const text = `Đã ghi: ${shownPath(file)}\n${nextSteps([{ text: `chép các thẻ cần dùng vào mẫu của cơ quan, lưu thành ${shownPath(`templates/${OFFICE_TEMPLATE}`)}` }], call.terminal.columns)}`;
    return answerWith(call, { text, json: { schema: 'tdkvh/written@1', files: [file] } }, written);
  }
  const tags = listTags(catalogue);
  const lines = tags.map(
    ({ tag, label, sample }) =>
      `${tag}\n${hanging('    ', `${label}. Ví dụ: ${sample}`, call.terminal.columns)}`,
  );
  const next = { text: 'ghi danh mục này thành tệp Word', run: 'report --list-tags --out the-mau.docx' };
  return answerWith(call, {
    text: [...lines, '', nextSteps([next], call.terminal.columns)].join('\n'),
    json: { schema: 'tdkvh/tags@1', tags },
  });
}
