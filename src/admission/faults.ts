/** What a schema says against a value, one fault each, with its place and the nearest right word; the only reading of zod's issues. */
import type { z } from 'zod';
import type { SourceRef } from '../model.js';
import { defined } from '../values/defined.js';
import { nearestWord } from '../values/nearest-word.js';
import { formsAt, keysOf, rangeOf, type Schema } from './schema-keys.js';
import { namedPath, valueAt, type KeyPath, type Source } from './source.js';

type Issue = z.core.$ZodIssue;

/** A fault of any file; what it is called is for the family of its file to say. */
export interface Fault {
  /** `wrongKey`: a key of a table by code that is no such code; `refused`: by a check of the schema. */
  readonly kind: 'unknownKey' | 'missing' | 'wrongType' | 'notAChoice' | 'wrongKey' | 'refused';
  /** Of an unknown or missing key: with that key. */
  readonly path: KeyPath;
  readonly at: SourceRef;
  /** How people call it; of an unknown or missing key, the group that it stands in. Empty at the top. */
  readonly place: string;
  /** What stands there now. */
  readonly actual: unknown;
  /** What should stand there, in words. */
  readonly expected: string;
  /** The type that should stand there, as zod calls it. */
  readonly type: string;
  /** Words that would be right: the choices, or the keys of the group. */
  readonly known: readonly string[];
  readonly nearest?: string;
  readonly range?: { readonly least: number; readonly most: number };
  /** What the check that refused it says of itself. */
  readonly parameters: Readonly<Record<string, unknown>>;
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

/** The faults of the issues that `schema` raised for the value of `source`. */
export const faultsOf = (schema: Schema, issues: readonly Issue[], source: Source): readonly Fault[] =>
  issues.flatMap((issue) => issueFaults(schema, source, issue, []));

function issueFaults(schema: Schema, source: Source, issue: Issue, above: KeyPath): readonly Fault[] {
  const path = [...above, ...issue.path.filter((key) => typeof key !== 'symbol')];
  if (issue.code === 'unrecognized_keys') {
    const known = keysOf(formsAt(schema, path, source.value));
    return issue.keys.map((key) => ({
      ...faultAt(source, [...path, key], path),
      ...among(key, known),
      kind: 'unknownKey',
    }));
  }
  const owner = path.slice(0, -1);
  const actual = valueAt(source.value, path);
  if (actual === undefined) return [{ ...faultAt(source, path, owner), kind: 'missing' }];
  if (issue.code === 'invalid_union') {
    const branch = meantBranch(issue.errors, actual);
    if (branch !== undefined) return branch.flatMap((inner) => issueFaults(schema, source, inner, path));
  }
  return [{ ...faultAt(source, path, path), ...wrongValue(schema, source, issue, path) }];
}

/** `named`: the path that the message speaks of. */
function faultAt(source: Source, path: KeyPath, named: KeyPath): Omit<Fault, 'kind'> {
  const { value, locate, name = (inner: KeyPath) => namedPath(value, inner) } = source;
  return {
    path,
    at: locate(path),
    place: name(named),
    actual: valueAt(value, path),
    expected: '',
    type: 'string',
    known: [],
    parameters: {},
  };
}

const among = (word: string, known: readonly string[]) => ({
  known,
  ...defined({ nearest: nearestWord(word, known) }),
});

function wrongValue(
  schema: Schema,
  source: Source,
  issue: Issue,
  path: KeyPath,
): Pick<Fault, 'kind'> & Partial<Fault> {
  const choice = (values: readonly unknown[]): Pick<Fault, 'kind'> & Partial<Fault> => {
    const allowed = values.map(String);
    const written = String(valueAt(source.value, path));
    return { kind: 'notAChoice', expected: allowed.join(', '), ...among(written, allowed) };
  };
  switch (issue.code) {
    case 'invalid_type': {
      const forms = formsAt(schema, path, source.value);
      const expected = TYPE_WORDS[issue.expected] ?? issue.expected;
      const range = rangeOf(forms);
      return {
        kind: 'wrongType',
        type: issue.expected,
        expected,
        known: keysOf(forms),
        ...defined({ range }),
      };
    }
    case 'invalid_value':
      return choice(issue.values);
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? choice(issue.options)
        : { kind: 'refused', expected: keysWanted(issue.errors) };
    case 'invalid_key':
      return { kind: 'wrongKey', expected: issue.message };
    case 'too_small':
    case 'too_big': {
      const type = issue.origin === 'string' || issue.origin === 'array' ? issue.origin : 'int';
      const range = rangeOf(formsAt(schema, path, source.value));
      return { kind: 'wrongType', type, expected: limitOf(issue), ...defined({ range }) };
    }
    case 'invalid_format':
      return { kind: 'refused', expected: TYPE_WORDS[issue.format] ?? issue.pattern ?? issue.format };
    case 'custom':
      return { kind: 'refused', expected: issue.message, parameters: issue.params ?? {} };
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_element':
      return { kind: 'refused', expected: issue.message };
  }
}

function limitOf(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
  if (issue.code === 'too_big') return `≤ ${issue.maximum}`;
  if (issue.origin === 'string') return 'chữ không để trống';
  return issue.origin === 'array' ? `ít nhất ${issue.minimum} mục` : `≥ ${issue.minimum}`;
}

/**
 * Of a union the form that the author meant: one of the same type with a single fault, or the only one of the same
 * type. None where several forms are equally far off; then their keys are told.
 */
function meantBranch(branches: readonly (readonly Issue[])[], actual: unknown): readonly Issue[] | undefined {
  const isGroup = typeof actual === 'object' && actual !== null;
  const sameType = branches.filter(
    (branch) =>
      !branch.some(
        ({ code, path }) =>
          path.length === 0 && (code === 'invalid_type' || (isGroup && code === 'invalid_value')),
      ),
  );
  if (sameType.length <= 1) return sameType[0] ?? branches[0];
  return sameType.find((branch) => branch.length === 1);
}

/** The keys that the forms of a union demand: "sum, count, positive". */
const keysWanted = (branches: readonly (readonly Issue[])[]): string =>
  [...new Set(branches.flatMap((branch) => branch.slice(0, 1).map(({ path }) => String(path[0] ?? ''))))]
    .filter((key) => key !== '')
    .join(', ');
