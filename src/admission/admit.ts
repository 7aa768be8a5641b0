/** The one door for every YAML file: a schema and what was read go in; a typed value comes out, or all faults as findings. */
import type { z } from 'zod';
import type { Finding } from '../model.js';
import { faultsOf, type Fault } from './faults.js';
import type { Source } from './source.js';

/** How the files of one kind call their faults: the codes of their findings. */
export type FaultFamily = (fault: Fault) => Finding;

export interface Admitted<Value> {
  /** Absent when there is a finding. */
  readonly value?: Value;
  readonly findings: readonly Finding[];
}

export function admit<Schema extends z.ZodType>(
  schema: Schema,
  source: Source,
  family: FaultFamily,
): Admitted<z.output<Schema>> {
  const parsed = schema.safeParse(source.value);
  return parsed.success
    ? { value: parsed.data, findings: [] }
    : { findings: faultsOf(schema, parsed.error.issues, source).map(family) };
}
