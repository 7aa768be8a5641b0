/**
 * A YAML template of the program or of an office. The build has parsed the bundled ones already, which halves the
 * start of a command; a file changed by one letter has another hash and is parsed anew.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readYaml, type YamlDocument } from './yaml-document.js';

const PARSED_FOLDER = new URL('../../dist/parsed/', import.meta.url);

/** Where the build keeps the value of a document with these bytes. */
export const parsedPath = (bytes: Uint8Array): string =>
  fileURLToPath(new URL(`${createHash('sha256').update(bytes).digest('hex')}.json`, PARSED_FOLDER));

/** Reads one template; `file` names it in findings. Lines are looked up only when a finding asks for one. */
export async function readTemplateYaml(bytes: Buffer, file: string): Promise<YamlDocument> {
  const text = bytes.toString('utf8');
  const parsed = await readParsed(parsedPath(bytes));
  if (parsed === undefined) return readYaml(text, file);
  const { value } = parsed;
  let document: YamlDocument | undefined;
  return { value, findings: [], locate: (path) => (document ??= readYaml(text, file)).locate(path) };
}

/** Nothing where the build left nothing, or something damaged: then the text itself is read. */
async function readParsed(path: string): Promise<{ readonly value: unknown } | undefined> {
  try {
    return { value: JSON.parse(await readFile(path, 'utf8')) };
  } catch {
    return undefined;
  }
}
