/** Admits tdkvh.yaml: all faults of the file in one run, or the configuration with its defaults. */
import { admit } from '../admission/admit.js';
import { withoutBlanks } from '../admission/schema-keys.js';
import type { Source } from '../admission/source.js';
import type {
  AnnexChoices,
  ExpectedAgency,
  Finding,
  ReportSettings,
  Settlement,
  WorkspaceConfig,
} from '../model.js';
import { finding, isError } from '../findings/finding.js';
import { compareVietnamese } from '../values/vietnamese-text.js';
import { contradictionsOf, type KnownSet } from './configuration-contradictions.js';
import { configurationFault } from './configuration-faults.js';
import { configurationSchema, DEFAULT_DECIMALS, type WrittenConfiguration } from './configuration-schema.js';
import { defaultReferenceDate, parsePeriod } from './period.js';
import { defined } from '../values/defined.js';

export type { KnownSet } from './configuration-contradictions.js';

export interface AdmittedConfiguration {
  /** Absent when a finding is an error. */
  readonly config?: WorkspaceConfig;
  readonly findings: readonly Finding[];
}

/**
 * The configuration of a workspace, or everything that is wrong with it. `set` is the criteria set named in the
 * file, when it could be loaded: its years must cover the period. `annexes` are those that annexes.yaml declares,
 * when it could be read: only they may be asked for.
 */
export function admitConfiguration(
  read: Source,
  set?: KnownSet,
  annexes?: AnnexChoices,
): AdmittedConfiguration {
  if (typeof read.value !== 'object' || read.value === null || Array.isArray(read.value)) {
    return { findings: [finding('configuration/empty', read.locate([]), {})] };
  }
  const schema = configurationSchema(annexes);
  const source = { ...read, value: withoutBlanks(schema, read.value) };
  const { value: data, findings: faults } = admit(schema, source, configurationFault);
  const findings = [...faults, ...contradictionsOf(source, set)].sort((left, right) =>
    compareVietnamese(left.at.cell ?? '', right.at.cell ?? ''),
  );
  if (data === undefined || findings.some(isError)) return { findings };
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
  annexes: readonly string[],
): WorkspaceConfig {
  return {
    ...facts,
    referenceDate: facts.referenceDate ?? defaultReferenceDate(facts.period),
    deadlines: { exceptions: {} },
    decimals: DEFAULT_DECIMALS,
    report: { outline: 'local', signature: 'BC-BCD', to: [], recipients: [], annexes },
    submissions: [],
  };
}

const expectedAgency = ({
  name,
  aliases,
  contact,
}: WrittenConfiguration['agencies'][number]): ExpectedAgency => ({
  name,
  aliases,
  ...defined({ contact }),
});

function reportSettings(report: WrittenConfiguration['report']): ReportSettings {
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
