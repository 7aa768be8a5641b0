/** The office's own Word template and the catalogue of tags it may use: found, read, listed. */
import { readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { finding } from '../findings/finding.js';
import type { Finding } from '../model.js';
import { readYaml } from '../readers/yaml-document.js';
import { admitTags, listTags, writeTagList, type TagCatalogue } from '../writers/docx-template.js';
import { writeFileSafely } from '../writers/output-set.js';
import { answerWith, failWith } from '../cli/screen/answer.js';
import type { CommandCall, Outcome } from '../cli/command.js';
import { REPORT_WORDING_FOLDER } from './package-files.js';
import { exists, WORKSPACE_FILES } from './workspace-files.js';
import { hanging } from '../cli/screen/wrap-text.js';

/** In the templates folder of a workspace it is used without being asked for. */
export const OFFICE_TEMPLATE = 'bao-cao.docx';
const TAGS = 'tags.yaml';

export interface OfficeTemplate {
  /** Name as shown. */
  readonly file: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly catalogue: TagCatalogue;
}

export interface FoundTemplate {
  /** Absent: the report in the program's own layout. */
  readonly template?: OfficeTemplate;
  readonly findings: readonly Finding[];
}

const shown = (path: string): string => relative(process.cwd(), path).split(sep).join('/') || '.';

/** The template asked for, else the one of the workspace, else none. */
export async function findOfficeTemplate(
  folder: string | undefined,
  asked: string | undefined,
): Promise<FoundTemplate> {
  const usual = folder === undefined ? undefined : join(folder, WORKSPACE_FILES.templates, OFFICE_TEMPLATE);
  const path = asked === undefined ? usual : resolve(asked);
  if (path === undefined || (asked === undefined && !(await exists(path)))) return { findings: [] };
  const file = asked === undefined ? `${WORKSPACE_FILES.templates}/${OFFICE_TEMPLATE}` : shown(path);
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await readFile(path));
  } catch {
    return { findings: [finding('cli/not-found', { file: '' }, { path: file })] };
  }
  const { catalogue, findings } = await loadTags(folder);
  return catalogue === undefined ? { findings } : { template: { file, path, bytes, catalogue }, findings };
}

/** The bundled catalogue, or the one that the office keeps beside its template. */
async function loadTags(
  folder: string | undefined,
): Promise<{ readonly catalogue?: TagCatalogue; readonly findings: readonly Finding[] }> {
  const own = folder === undefined ? undefined : join(folder, WORKSPACE_FILES.templates, TAGS);
  const isOwn = own !== undefined && (await exists(own));
  const path = isOwn ? own : join(REPORT_WORDING_FOLDER, TAGS);
  const name = isOwn ? `${WORKSPACE_FILES.templates}/${TAGS}` : TAGS;
  const document = readYaml(await readFile(path, 'utf8'), name);
  return document.findings.length > 0 ? { findings: document.findings } : admitTags(document.value, name);
}

/** `tdkvh report --list-tags`: on the terminal, or as a Word document to copy from. */
export async function showTags(call: CommandCall, folder: string | undefined): Promise<Outcome> {
  const { catalogue, findings } = await loadTags(folder);
  if (catalogue === undefined) return failWith(findings, call);
  const out = call.options.text('out');
  if (out !== undefined) {
    const target = resolve(out);
    const written = await writeFileSafely(target, await writeTagList(catalogue));
    if (written.some(({ severity }) => severity === 'error')) return failWith(written, call);
    const file = shown(target);
    const text = `Đã ghi: ${file}\nTiếp theo: chép các thẻ cần dùng vào mẫu của cơ quan, lưu thành templates/${OFFICE_TEMPLATE}.`;
    return answerWith(call, { text, json: { schema: 'tdkvh/written@1', files: [file] } }, written);
  }
  const tags = listTags(catalogue);
  const lines = tags.map(
    ({ tag, label, sample }) =>
      `${tag}\n${hanging('    ', `${label}. Ví dụ: ${sample}`, call.terminal.columns)}`,
  );
  const next = 'Tiếp theo: ghi danh mục này thành tệp Word bằng tdkvh report --list-tags --out the-mau.docx';
  return answerWith(call, {
    text: [...lines, '', hanging('', next, call.terminal.columns)].join('\n'),
    json: { schema: 'tdkvh/tags@1', tags },
  });
}
