/** Admits tdkvh.yaml: all faults of the file in one run, or the configuration with its defaults. */
import type { ExpectedAgency, Finding, ReportSettings, Settlement, WorkspaceConfig } from '../model.js';
import { finding } from '../findings/finding.js';
import { compareVietnamese } from '../values/vietnamese-text.js';
import { contradictionsOf, type KnownSet } from './configuration-contradictions.js';
import { faultsOf, type ConfigurationSource } from './configuration-faults.js';
import { configurationSchema, DEFAULT_ANNEXES, DEFAULT_DECIMALS } from './configuration-schema.js';
import { defaultReferenceDate, parsePeriod } from './period.js';
import { defined } from '../values/defined.js';

export type { ConfigurationSource, KeyPath } from './configuration-faults.js';
export type { KnownSet } from './configuration-contradictions.js';

export interface AdmittedConfiguration {
  /** Absent when a finding is an error. */
  readonly config?: WorkspaceConfig;
  readonly findings: readonly Finding[];
}

/** Report settings when the office has configured none. */
export const DEFAULT_REPORT: ReportSettings = {
  outline: 'local',
  signature: 'BC-BCD',
  to: [],
  recipients: [],
  annexes: DEFAULT_ANNEXES,
};

/**
 * The configuration of a workspace, or everything that is wrong with it. `set` is the criteria set named in the
 * file, when it could be loaded: its years must cover the period.
 */
export function admitConfiguration(read: ConfigurationSource, set?: KnownSet): AdmittedConfiguration {
  if (typeof read.value !== 'object' || read.value === null || Array.isArray(read.value)) {
    return { findings: [finding('configuration/empty', read.locate([]), {})] };
  }
  const source = { ...read, value: withoutBlanks(read.value) };
  const parsed = configurationSchema.safeParse(source.value);
  const findings = [
    ...(parsed.error?.issues ?? []).flatMap((issue) => [...faultsOf(source, issue)]),
    ...contradictionsOf(source, set),
  ].sort((left, right) => compareVietnamese(left.at.cell ?? '', right.at.cell ?? ''));
  if (!parsed.success || findings.some(({ severity }) => severity === 'error')) return { findings };
  const { data } = parsed;
  const period = parsePeriod(data.period);
  if (period === undefined) return { findings };
  const { commune, agency, exceptions } = data.deadlines;
  const config: WorkspaceConfig = {
    period,
    unit: data.unit,
    level: data.level,
    referenceDate: data.referenceDate ?? defaultReferenceDate(period),
    criteria: data.criteria,
    ...defined({ dataAsOf: data.dataAsOf, registry: data.registry }),
    deadlines: { ...defined({ commune, agency }), exceptions },
    ...(data.agencies.length === 0 ? {} : { agencies: data.agencies.map(expectedAgency) }),
    decimals: data.rates.decimals,
    ...(data.comparison.estimates === 'none' ? {} : { estimates: data.comparison.estimates }),
    report: reportSettings(data.report),
    submissions: data.submissions.map(({ sha256, ...decision }): Settlement => ({
      sha256,
      ...defined(decision),
    })),
  };
  return { config, findings };
}

/** A configuration without a file: for a folder outside any workspace. */
export function configurationOf(
  facts: Pick<WorkspaceConfig, 'period' | 'unit' | 'level' | 'criteria'> & {
    readonly referenceDate?: string;
  },
): WorkspaceConfig {
  return {
    ...facts,
    referenceDate: facts.referenceDate ?? defaultReferenceDate(facts.period),
    deadlines: { exceptions: {} },
    decimals: DEFAULT_DECIMALS,
    report: DEFAULT_REPORT,
    submissions: [],
  };
}

const expectedAgency = ({
  name,
  aliases,
  contact,
}: (typeof configurationSchema)['_output']['agencies'][number]): ExpectedAgency => ({
  name,
  aliases,
  ...defined({ contact }),
});

type ParsedReport = (typeof configurationSchema)['_output']['report'];

function reportSettings(report: ParsedReport): ReportSettings {
  const { outline, signature, to, recipients, annexes, ...names } = report;
  return {
    outline,
    ...defined(names),
    signature: typeof signature === 'string' ? signature : { post: signature.post, ...defined(signature) },
    to,
    recipients,
    annexes,
  };
}

/** A key without a value is a key that is not given: `number:` in a file made by init is left for later. */
function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBlanks);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([key, inner]) => [key, withoutBlanks(inner)]),
  );
}
