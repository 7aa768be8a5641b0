/** How the files of a criteria set call the faults of their shape, at line and column. */
import type { z } from 'zod';
import { faultsOf, type Fault } from '../admission/faults.js';
import { shown, type Source } from '../admission/source.js';
import { finding } from '../findings/finding.js';
import type { Finding } from '../model.js';
import { didYouMean } from '../values/nearest-word.js';

/** A part of a set with the way back to its files, and how messages name it. */
export type NamedSource = Source &
  Required<Pick<Source, 'name'>> & {
    /** Of an entry that only this file has, the entry that it extends and may have meant. */
    readonly meant?: string;
  };

/** The findings of the issues that `schema` raised for the value of `source`. */
export const schemaFaults = (
  schema: z.ZodType,
  issues: readonly z.core.$ZodIssue[],
  source: NamedSource,
): readonly Finding[] => faultsOf(schema, issues, source).map((fault) => schemaFault(fault, source));

/** One fault as a finding; forms of an office's own call theirs the same. */
export function schemaFault(fault: Fault, source: NamedSource): Finding {
  const { kind, at, place, actual, expected, nearest } = fault;
  const key = String(fault.path.at(-1) ?? '');
  const suggestion = nearest === undefined ? {} : { expected: [nearest] };
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

function missing({ path, place }: Fault, key: string, { locate, name, meant }: NamedSource): Finding {
  const at = locate(path.slice(0, -1));
  const example = path.indexOf('examples');
  return example >= 0 && path.length <= example + 2
    ? finding('criteria/no-example', at, { rule: name(path.slice(0, example)) })
    : // Several keys may be missing at one place.
      finding('criteria/missing-key', at, { key, place, remark: didYouMean(meant) }, { fields: [key] });
}
