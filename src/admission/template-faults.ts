/** How the data files under templates/ call their faults: the wording of the report, and the texts of findings. */
import type { z } from 'zod';
import { admit, type Admitted } from './admit.js';
import { finding } from '../findings/finding.js';
import type { Finding } from '../model.js';
import { didYouMean, expectedOnly } from '../values/nearest-word.js';
import type { Fault } from './faults.js';
import { withoutBlanks } from './schema-keys.js';
import { shown, type Source } from './source.js';

/** Admits one of them; a key without a value is one that is not given. */
export const admitTemplate = <Schema extends z.ZodType>(
  schema: Schema,
  source: Source,
): Admitted<z.output<Schema>> =>
  admit(schema, { ...source, value: withoutBlanks(schema, source.value) }, templateFault);

export function templateFault(fault: Fault): Finding {
  const { kind, at, actual, nearest, known, expected } = fault;
  const path = fault.place === '' ? at.file : fault.place;
  const suggestion = expectedOnly(nearest);
  switch (kind) {
    case 'unknownKey': {
      const key = String(fault.path.at(-1));
      const remark = nearest === undefined ? ` Các tên được dùng: ${listOf(known)}.` : didYouMean(nearest);
      return finding('template/unknown-key', at, { key, path, remark }, { ...suggestion, fields: [key] });
    }
    case 'missing': {
      const key = String(fault.path.at(-1));
      return finding('template/missing-key', at, { key, path }, { fields: [key] });
    }
    case 'wrongType':
    case 'notAChoice':
    case 'wrongKey':
    case 'refused': {
      const remark = didYouMean(nearest);
      return finding(
        'template/wrong-value',
        at,
        { path, actual: shown(actual), expected, remark },
        suggestion,
      );
    }
  }
}

const MOST_LISTED = 15;

const listOf = (known: readonly string[]): string =>
  `${known.slice(0, MOST_LISTED).join(', ')}${known.length > MOST_LISTED ? ', …' : ''}`;
