/** How the files of a criteria set call the faults of their shape, at line and column. */
import type { z } from 'zod';
import { admit, type Admitted } from '../admission/admit.js';
import type { Fault } from '../admission/faults.js';
import { shown, valueAt, type Source } from '../admission/source.js';
import { finding } from '../findings/finding.js';
import { isKeys } from './chain-file.js';
import type { Finding } from '../model.js';
import { didYouMean, expectedOnly, nearestWord } from '../values/nearest-word.js';

/** An entry or a list of a set with the way back to its files, and how messages name it. */
export type NamedSource = Source &
  Required<Pick<Source, 'name'>> & {
    /** Of an entry that only this file has, the entry that it extends and may have meant. */
    readonly meant?: () => string | undefined;
  };

/** Admits an entry or a list of a set, or a form of an office's own: its faults are called alike. */
export const admitCriteria = <Schema extends z.ZodType>(
  schema: Schema,
  source: NamedSource,
  isOwn?: (key: PropertyKey | undefined) => boolean,
): Admitted<z.output<Schema>> => admit(schema, source, (fault) => schemaFault(fault, source), isOwn);

export function schemaFault(fault: Fault, source: NamedSource): Finding {
  const { kind, at, place, actual, expected, nearest } = fault;
  const key = String(fault.path.at(-1) ?? '');
  const suggestion = expectedOnly(nearest);
  const remark = didYouMean(nearest);
  switch (kind) {
    case 'unknownKey':
      return finding('criteria/unknown-key', at, { key, place, remark }, { ...suggestion, fields: [key] });
    case 'missing':
      return missing(fault, key, source);
    case 'wrongType':
    case 'notAChoice':
    case 'wrongKey':
    case 'refused':
      return finding(
        'criteria/wrong-value',
        at,
        { place, actual: shown(actual), expected, remark },
        suggestion,
      );
  }
}

function missing(fault: Fault, key: string, source: NamedSource): Finding {
  const { path, place } = fault;
  const { locate, name, meant } = source;
  const at = locate(path.slice(0, -1));
  const example = path.indexOf('examples');
  return example >= 0 && path.length <= example + 2
    ? finding('criteria/no-example', at, { rule: name(path.slice(0, example)) })
    : // Several keys may be missing at one place.
      finding(
        'criteria/missing-key',
        at,
        { key, place, remark: didYouMean(meant?.()) || misspelt(fault, key, source) },
        { fields: [key] },
      );
}

/** Where the key that says what an entry is was misspelt, nothing else is known of its keys. */
function misspelt({ path }: Fault, key: string, { value }: NamedSource): string {
  const beside = valueAt(value, path.slice(0, -1));
  const near = isKeys(beside) ? nearestWord(key, Object.keys(beside)) : undefined;
  return near === undefined ? '' : ` Có phải khóa “${near}” đã gõ sai không?`;
}
