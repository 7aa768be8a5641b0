/** How tdkvh.yaml calls its faults. */
import type { Fault } from '../admission/faults.js';
import { shown, type KeyPath } from '../admission/source.js';
import type { Finding } from '../model.js';
import { finding } from '../findings/finding.js';
import { expectedOnly } from '../values/nearest-word.js';
import { WORKSPACE_SCHEMA, type ValueFault } from './configuration-schema.js';

const EXAMPLES: Readonly<Record<string, string>> = {
  schema: WORKSPACE_SCHEMA,
  period: '"2024"',
  unit: '"256"',
  level: 'district',
  criteria: 'nd86-2023',
};

/** `report.to, mục 2`: people count from one. */
const keyText = (path: KeyPath): string =>
  path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}, mục ${key + 1}` : text === '' ? key : `${text}.${key}`,
    '',
  );

/** How the value at a path is written: behind its key, or as an item of its list. */
const lineStart = (path: KeyPath): string => {
  const last = path.at(-1);
  return typeof last === 'string' ? `${last}:` : '-';
};

/** A text in quotes, anything else as it is written. */
const quoted = (value: unknown): string => (typeof value === 'string' ? `“${shown(value)}”` : shown(value));

export function configurationFault(fault: Fault): Finding {
  const { kind, at, path, actual, known, nearest } = fault;
  const key = keyText(path);
  switch (kind) {
    case 'unknownKey':
      return nearest === undefined
        ? finding('configuration/unknown-key', at, { key, known: known.join(', ') })
        : finding('configuration/misspelt-key', at, { key, nearest }, { expected: [nearest] });
    case 'missing':
      return finding('configuration/missing-key', at, {
        key,
        start: lineStart(path),
        example: EXAMPLES[key] ?? '…',
      });
    case 'notAChoice': {
      if (typeof actual !== 'string') return wrongType(fault, key);
      const remark = nearest === undefined ? '' : ` Gần giống nhất là “${nearest}”.`;
      const allowed = known.join(', ');
      const suggestion = expectedOnly(nearest);
      const parameters = { key, text: actual, allowed, remark };
      return finding('configuration/not-a-choice', at, parameters, { actual, ...suggestion });
    }
    case 'wrongKey':
      return finding('configuration/not-a-unit-code', at, { key, text: String(path.at(-1)) });
    case 'refused':
      return refused(fault, key);
    case 'wrongType':
      return wrongType(fault, key);
  }
}

function wrongType({ at, path, type, known, range, ...fault }: Fault, key: string): Finding {
  const start = lineStart(path);
  const actual = quoted(fault.actual);
  switch (type) {
    case 'array':
      return finding(
        'configuration/list-expected',
        at,
        { key, start, actual, example: '"…", "…"' },
        { actual },
      );
    case 'object':
    case 'record':
      return finding('configuration/group-expected', at, { key, actual, known: known.join(', ') || '…' });
    case 'boolean':
      return finding('configuration/yes-no-expected', at, { key, start, actual }, { actual });
    case 'int':
    case 'number': {
      const { least, most } = range ?? { least: 0, most: 9 };
      return finding('configuration/number-expected', at, { key, actual, least, most }, { actual });
    }
    default: {
      const example = (EXAMPLES[key] ?? '…').replaceAll('"', '');
      const bare = typeof fault.actual === 'number' ? String(fault.actual) : example;
      return finding('configuration/text-expected', at, { key, start, actual, example: bare }, { actual });
    }
  }
}

/** What a check of the schema refused; which check says `params` of its issue. */
function refused(fault: Fault, key: string): Finding {
  const { at } = fault;
  const text = shown(fault.actual);
  const actual = { actual: text };
  switch (fault.parameters['fault'] as ValueFault | undefined) {
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
    case undefined:
      return wrongType(fault, key);
  }
}
