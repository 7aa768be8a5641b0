/** Faults that a schema finds in a criteria file, one finding each, at line and column. */
import type { z } from 'zod';
import { finding } from '../findings/finding.js';
import type { Finding, SourceRef } from '../model.js';
import { isKeys, type CriteriaPath } from './chain-file.js';

type Issue = z.core.$ZodIssue;

/** Where a path of the checked value stands, and how it is named to people. */
export interface FaultPlaces {
  at(path: CriteriaPath): SourceRef;
  name(path: CriteriaPath): string;
}

/** Names of value types in messages. */
const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'chuỗi ký tự',
  number: 'số',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  array: 'danh sách',
  object: 'nhóm khóa và giá trị',
  record: 'nhóm khóa và giá trị',
  date: 'ngày dạng 2025-07-01',
};

/** The findings of all issues; `value` is what was checked, to say what it holds now. */
export function schemaFaults(issues: readonly Issue[], value: unknown, places: FaultPlaces): Finding[] {
  return issues.flatMap((issue) => issueFaults(issue, [], value, places));
}

function issueFaults(issue: Issue, above: CriteriaPath, value: unknown, places: FaultPlaces): Finding[] {
  const path = [...above, ...issue.path.filter((key) => typeof key !== 'symbol')];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      finding(
        'criteria/unknown-key',
        places.at([...path, key]),
        { key, place: places.name(path) },
        { fields: [key] },
      ),
    );
  }
  const actual = valueAt(value, path);
  if (actual === undefined) return [missing(path, places)];
  if (issue.code === 'invalid_union') {
    // A single fault in one of the forms says more than "none of the forms".
    const nearest = issue.errors.find((errors) => errors.length === 1);
    if (nearest?.[0] !== undefined) return issueFaults(nearest[0], path, value, places);
  }
  return [
    finding('criteria/wrong-value', places.at(path), {
      place: places.name(path),
      actual: shown(actual),
      expected: expectation(issue),
    }),
  ];
}

function missing(path: CriteriaPath, places: FaultPlaces): Finding {
  const key = String(path.at(-1) ?? '');
  const owner = path.slice(0, -1);
  const example = path.indexOf('examples');
  return example >= 0 && path.length <= example + 2
    ? finding('criteria/no-example', places.at(owner), { rule: places.name(path.slice(0, example)) })
    : finding(
        'criteria/missing-key',
        places.at(owner),
        { key, place: places.name(owner) },
        // Several keys may be missing at one place.
        { fields: [key] },
      );
}

function valueAt(value: unknown, path: CriteriaPath): unknown {
  return path.reduce<unknown>((inner, key) => {
    if (Array.isArray(inner)) return typeof key === 'number' ? inner[key] : undefined;
    return isKeys(inner) ? inner[String(key)] : undefined;
  }, value);
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPE_WORDS[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.map(String).join(', ');
    case 'invalid_format':
      return TYPE_WORDS[issue.format] ?? issue.pattern ?? issue.format;
    case 'too_small':
      return `≥ ${issue.minimum}`;
    case 'too_big':
      return `≤ ${issue.maximum}`;
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? issue.options.join(', ')
        : keysOf(issue.errors);
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return issue.message;
    default:
      return issue satisfies never;
  }
}

/** The keys that the forms of a union demand: "sum, count, positive". */
const keysOf = (errors: readonly (readonly Issue[])[]): string =>
  [...new Set(errors.flatMap((branch) => branch.slice(0, 1).map((issue) => String(issue.path[0] ?? ''))))]
    .filter((key) => key !== '')
    .join(', ');
