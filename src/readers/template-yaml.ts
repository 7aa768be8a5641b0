/**
 * A YAML template of the program or of an office. The build has parsed the bundled ones already, which halves the
 * start of a command; a file changed by one letter has another hash and is parsed anew.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { OfficeFileFault, officeText } from './office-file.js';
import { sha256 } from './read-source.js';
import { readYaml, type YamlDocument } from './yaml-document.js';

const PARSED_FOLDER = new URL('../../dist/parsed/', import.meta.url);

export interface TemplateDocument extends YamlDocument {
  readonly sha256: string;
}

const pathOf = (hash: string): string => fileURLToPath(new URL(`${hash}.json`, PARSED_FOLDER));

/** Where the build keeps the value of a document with these bytes. */
export const parsedPath = (bytes: Uint8Array): string => pathOf(sha256(bytes));

/** Reads one template; `file` names it in findings. Lines are looked up only when a finding asks for one. */
export function readTemplateYaml(bytes: Buffer, file: string): TemplateDocument {
  const hash = sha256(bytes);
  const parsed = readParsed(pathOf(hash));
  if (parsed === undefined) return { ...readBytes(bytes, file), sha256: hash };
  let document: YamlDocument | undefined;
  return {
    value: parsed.value,
    sha256: hash,
    findings: [],
    locate: (path) => (document ??= readYaml(bytes.toString('utf8'), file)).locate(path),
  };
}

function readBytes(bytes: Uint8Array, file: string): YamlDocument {
  try {
    return readYaml(officeText(bytes, file), file);
  } catch (error) {
    if (!(error instanceof OfficeFileFault)) throw error;
    const { finding: found } = error;
    return { value: undefined, findings: [found], locate: () => found.at };
  }
}

/** Nothing where the build left nothing, or something damaged: then the text itself is read. */
function readParsed(path: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(readFileSync(path, 'utf8')) };
  } catch {
    return undefined;
  }
}
