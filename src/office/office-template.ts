/** The office's own Word template and the catalogue of tags it may use: found and read. */
import { join, resolve } from 'node:path';
import type { Admitted } from '../admission/admit.js';
import { finding, NOWHERE } from '../findings/finding.js';
import type { Finding } from '../model.js';
import { readTemplateYaml } from '../readers/template-yaml.js';
import { admitTags, type TagCatalogue } from '../writers/docx-template.js';
import { REPORT_WORDING_FOLDER } from './package-files.js';
import { exists, WORKSPACE_FILES } from './workspace-files.js';
import { OfficeFileFault, readOfficeFile, unlessFault } from '../readers/office-file.js';
import { pathFromHere } from './path-from-here.js';

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

/** The template asked for, else the one of the workspace, else none. */
export async function findOfficeTemplate(
  folder: string | undefined,
  asked: string | undefined,
): Promise<FoundTemplate> {
  const usual = folder === undefined ? undefined : join(folder, WORKSPACE_FILES.templates, OFFICE_TEMPLATE);
  const path = asked === undefined ? usual : resolve(asked);
  if (path === undefined || (asked === undefined && !(await exists(path)))) return { findings: [] };
  const file = asked === undefined ? `${WORKSPACE_FILES.templates}/${OFFICE_TEMPLATE}` : pathFromHere(path);
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await readOfficeFile(path, file, 'template'));
  } catch (error) {
    if (error instanceof OfficeFileFault)
      return { findings: [error.finding, ...(await loadTags(folder)).findings] };
    return { findings: [finding('cli/not-found', NOWHERE, { path: file })] };
  }
  const { value: catalogue, findings } = await loadTags(folder);
  return catalogue === undefined ? { findings } : { template: { file, path, bytes, catalogue }, findings };
}

/** The bundled catalogue, or the one that the office keeps beside its template. */
export async function loadTags(folder: string | undefined): Promise<Admitted<TagCatalogue>> {
  const own = folder === undefined ? undefined : join(folder, WORKSPACE_FILES.templates, TAGS);
  const isOwn = own !== undefined && (await exists(own));
  const path = isOwn ? own : join(REPORT_WORDING_FOLDER, TAGS);
  const name = isOwn ? `${WORKSPACE_FILES.templates}/${TAGS}` : TAGS;
  const bytes = await unlessFault(
    () => readOfficeFile(path, name),
    (found) => found,
  );
  if ('code' in bytes) return { findings: [bytes] };
  const document = readTemplateYaml(bytes, name);
  return document.findings.length > 0 ? { findings: document.findings } : admitTags(document);
}
