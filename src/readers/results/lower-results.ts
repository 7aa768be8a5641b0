/** A results.json put among the submissions by a lower level: recognised by its content, whatever its name. */
import { finding } from '../../findings/finding.js';
import type { Finding, ResultsDocument, SourceFile } from '../../model.js';
import { readResultsJson } from './results-json.js';

export interface LowerResults {
  readonly results?: ResultsDocument;
  /** Another document of the program's own (findings.json): nothing to read, nothing wrong. */
  readonly document?: true;
  readonly findings: readonly Finding[];
}

/** A JSON object by its first letter; forms never begin with a brace. */
export function looksLikeJson({ path, bytes }: SourceFile): boolean {
  const head = new TextDecoder('utf-8').decode(bytes.subarray(0, 64)).trimStart();
  return head.startsWith('{') || /\.json$/iu.test(path);
}

/** The document, or the one finding that says why it cannot be read. */
export function readLowerResults({ path, bytes }: SourceFile): LowerResults {
  const at = { file: path };
  const read = readResultsJson(bytes);
  switch (read.kind) {
    case 'results':
      return { results: read.results, findings: [] };
    case 'not-json':
      return { findings: [finding('lower/not-json', at, {})] };
    case 'other-schema': {
      const { actual, expected } = read;
      if (/^tdkvh\/(?!results@)/u.test(actual))
        return { findings: [finding('lower/own-output', at, {})], document: true };
      return { findings: [finding('lower/other-schema', at, { actual, expected }, { actual })] };
    }
    case 'malformed':
      return { findings: [finding('lower/malformed', at, read)] };
  }
}
