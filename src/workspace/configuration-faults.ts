/** Turns what zod says about tdkvh.yaml into findings, each with the line and column of its key. */
import type { z } from 'zod';
import type { Finding, SourceRef } from '../model.js';
import { finding } from '../findings/finding.js';
import { knownKeys, WORKSPACE_SCHEMA, type ValueFault } from './configuration-schema.js';
import { MARGIN_RANGES } from '../model/page-margins.js';
import { nearestWord } from '../values/nearest-word.js';

export type KeyPath = readonly (string | number)[];

/** A configuration as read: the value, and where each key stands (the nearest key above for an absent one). */
export interface ConfigurationSource {
  readonly value: unknown;
  readonly locate: (path: KeyPath) => SourceRef;
}

type Issue = z.core.$ZodIssue;

const EXAMPLES: Readonly<Record<string, string>> = {
  schema: WORKSPACE_SCHEMA,
  period: '"2024"',
  unit: '"256"',
  level: 'district',
  criteria: 'nd86-2023',
};

/** The value at a path of what was read; undefined where there is none. */
export function valueAt(value: unknown, path: KeyPath): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Reflect.get(current, key);
  }
  return current;
}

const shown = (value: unknown): string => {
  const text =
    typeof value === 'string' ? `“${value}”` : ((JSON.stringify(value) as string | undefined) ?? '');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

const keyText = (path: KeyPath): string => path.map(String).join('.');

/** The findings of one issue; `base` is the path of the value the issue was raised for. */
export function* faultsOf(source: ConfigurationSource, issue: Issue, base: KeyPath = []): Iterable<Finding> {
  const path = [...base, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
  const at = source.locate(path);
  const key = keyText(path);
  const value = valueAt(source.value, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const name of issue.keys) yield unknownKey(source, path, name);
      return;
    case 'invalid_type':
      yield wrongType(source, path, issue.expected);
      return;
    case 'invalid_value':
      if (typeof value !== 'string') yield wrongType(source, path, 'string');
      else {
        const allowed = issue.values.map(String).join(', ');
        yield finding('configuration/not-a-choice', at, { key, text: value, allowed }, { actual: value });
      }
      return;
    case 'invalid_union':
      yield* unionFaults(source, issue, path);
      return;
    case 'invalid_key':
      yield finding('configuration/not-a-unit-code', at, { key, text: String(path.at(-1)) });
      return;
    case 'custom':
      yield valueFault(at, key, shownPlain(value), issue.params?.['fault'] as ValueFault);
      return;
    case 'too_small':
    case 'too_big':
      yield wrongType(source, path, issue.origin === 'string' ? 'string' : 'int');
      return;
    case 'invalid_element':
    case 'invalid_format':
    case 'not_multiple_of':
      yield wrongType(source, path, 'string');
      return;
    default:
      issue satisfies never;
  }
}

const shownPlain = (value: unknown): string => (typeof value === 'string' ? value : shown(value));

function unknownKey(source: ConfigurationSource, path: KeyPath, name: string): Finding {
  const at = source.locate([...path, name]);
  const known = knownKeys(path);
  const nearest = nearestWord(name, known);
  const key = keyText([...path, name]);
  return nearest === undefined
    ? finding('configuration/unknown-key', at, { key, known: known.join(', ') })
    : finding('configuration/misspelt-key', at, { key, nearest }, { expected: [nearest] });
}

function wrongType(source: ConfigurationSource, path: KeyPath, expected: string): Finding {
  const value = valueAt(source.value, path);
  const key = keyText(path);
  const example = EXAMPLES[key];
  const at = source.locate(path);
  if (value === undefined || value === null) {
    return finding('configuration/missing-key', at, { key, example: example ?? '…' });
  }
  const actual = shown(value);
  switch (expected) {
    case 'array':
      return finding('configuration/list-expected', at, { key, actual, example: '"…", "…"' }, { actual });
    case 'object':
    case 'record': {
      const known = knownKeys(path).join(', ');
      return finding('configuration/group-expected', at, { key, actual, known: known === '' ? '…' : known });
    }
    case 'boolean':
      return finding('configuration/yes-no-expected', at, { key, actual }, { actual });
    case 'int':
    case 'number':
      return finding('configuration/number-expected', at, { key, actual, ...rangeOf(path) }, { actual });
    default: {
      const bare = typeof value === 'number' ? String(value) : (example ?? '…').replaceAll('"', '');
      return finding('configuration/text-expected', at, { key, actual, example: bare }, { actual });
    }
  }
}

/** Decimals of rates, the margins apart. */
function rangeOf([, group, side]: KeyPath): { readonly least: number; readonly most: number } {
  const margin = Object.entries(MARGIN_RANGES).find(([name]) => group === 'margins' && name === side);
  return margin?.[1] ?? { least: 0, most: 4 };
}

/** Of a union, the branch that fits what was written: a group's faults for a group, a choice otherwise. */
function* unionFaults(
  source: ConfigurationSource,
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: KeyPath,
): Iterable<Finding> {
  const isGroup = typeof valueAt(source.value, path) === 'object';
  const branch = issue.errors.at(isGroup ? -1 : 0) ?? [];
  for (const inner of branch) yield* faultsOf(source, inner, path);
}

function valueFault(at: SourceRef, key: string, text: string, fault: ValueFault): Finding {
  const actual = { actual: text };
  switch (fault) {
    case 'day':
      return finding('configuration/not-a-date', at, { key, text }, actual);
    case 'period':
      return finding('configuration/not-a-period', at, { text }, actual);
    case 'unitCode':
      return finding('configuration/not-a-unit-code', at, { key, text }, actual);
    case 'sha256':
      return finding('configuration/not-a-sha256', at, { text }, actual);
    case 'schema':
      return finding('configuration/unknown-schema', at, { text, known: WORKSPACE_SCHEMA }, actual);
    default:
      return fault satisfies never;
  }
}
