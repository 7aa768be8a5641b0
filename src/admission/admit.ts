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

/** `isOwn`: of the first key of a fault, whether it is told here; what stands in a shared place is told there, once. */
export function admit<Schema extends z.ZodType>(
  schema: Schema,
  source: Source,
  family: FaultFamily,
  isOwn: (key: PropertyKey | undefined) => boolean = () => true,
): Admitted<z.output<Schema>> {
  const parsed = schema.safeParse(source.value);
  if (parsed.success) return { value: parsed.data, findings: [] };
  const issues = parsed.error.issues.filter(({ path }) => isOwn(path[0]));
  return { findings: faultsOf(schema, issues, source).map(family) };
}

/** What a schema says against a value, where more than the findings is asked of it. */
export const faultsIn = (schema: z.ZodType, source: Source): readonly Fault[] =>
  faultsOf(schema, schema.safeParse(source.value).error?.issues ?? [], source);
