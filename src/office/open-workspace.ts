/** Opens a workspace: configuration, criteria set, registry, unit list and the office's CSV files, all faults at once. */
import { join, resolve } from 'node:path';
import type {
  Acceptance,
  AreaStep,
  CriteriaSet,
  DelimitedTable,
  Finding,
  Receipt,
  Registry,
  Target,
  UnitVersion,
  WorkspaceConfig,
} from '../model.js';
import { indicatorsOf } from '../criteria/set-queries.js';
import { readDelimitedTable } from '../readers/csv/delimited-table.js';
import { bundledRegistryDirectory, readRegistry } from '../readers/registry.js';
import { readYaml, type YamlDocument } from '../readers/yaml-document.js';
import { admitUnitRows } from '../units/list/admit-unit-rows.js';
import { checkUnitList } from '../units/list/check-unit-list.js';
import { admitAreas } from '../workspace/areas.js';
import { admitAccepted } from '../workspace/accepted.js';
import { admitConfiguration } from '../workspace/configuration.js';
import { admitCrosswalk, type CrosswalkStep } from '../workspace/crosswalk.js';
import type { Admitted } from '../workspace/csv-lines.js';
import { admitReceived } from '../workspace/received.js';
import { admitTargets } from '../workspace/targets.js';
import { readAnnexChoices } from './annex-choices.js';
import { criteriaInPeriod, loadCriteria, type LoadedCriteria } from './load-criteria.js';
import { earlierRecords } from './earlier-records.js';
import { earlierFaults } from './read-earlier.js';
import { joinOwnForms } from './own-forms/form-files.js';
import { exists, WORKSPACE_FILES } from './workspace-files.js';
import { isError } from '../findings/finding.js';
import { append } from '../values/of-many.js';
import { OfficeFileFault, readOfficeFile, readOfficeText, unlessFault } from '../readers/office-file.js';
import { defined } from '../values/defined.js';

/** Everything the office's files say. */
export interface Workspace {
  /** Absolute. */
  readonly folder: string;
  readonly config: WorkspaceConfig;
  /** What it asks in the period. */
  readonly set: CriteriaSet;
  readonly criteriaSha256: string;
  /** Absolute, of the set and those it extends. */
  readonly criteriaFiles: readonly string[];
  readonly registry: Registry;
  /** units.csv; absent when the office keeps none. */
  readonly units?: readonly UnitVersion[];
  readonly targets: readonly Target[];
  readonly accepted: readonly Acceptance[];
  readonly received: readonly Receipt[];
  readonly crosswalk: readonly CrosswalkStep[];
  readonly areas: readonly AreaStep[];
}

export interface OpenedWorkspace {
  /** Absent when a finding is an error. */
  readonly workspace?: Workspace;
  readonly findings: readonly Finding[];
}

/** Reads and admits all files of a workspace. `registryOption` is --registry; `library` holds the sets known by an id. */
export async function openWorkspace(
  folder: string,
  registryOption?: string,
  library?: string,
): Promise<OpenedWorkspace> {
  const findings: Finding[] = [];
  const document = await readConfiguration(folder);
  append(findings, document.findings);
  const criteria = await criteriaOf(document, folder, library);
  const { config, findings: faults } =
    document.findings.length > 0
      ? { findings: [] }
      : admitConfiguration(document, criteria?.set, await readAnnexChoices(folder));
  append(findings, [...faults, ...(criteria?.findings ?? [])]);
  const { registry, findings: registryFaults } = await openRegistry(folder, registryOption, config?.registry);
  append(findings, registryFaults);

  const whole = criteria?.set;
  const set = whole === undefined || config === undefined ? whole : criteriaInPeriod(whole, config.period);
  const units = await officeUnits(folder, config?.referenceDate, registry, findings);
  const file = async <Value>(
    name: string,
    admit: (table: DelimitedTable) => Admitted<Value>,
  ): Promise<readonly Value[]> => {
    const table = await readTable(folder, name, findings);
    if (table === undefined) return [];
    const admitted = admit(table);
    append(findings, admitted.findings);
    return admitted.values;
  };
  const indicators = set === undefined ? undefined : indicatorsOf(set).map(({ id }) => id);
  const lists = {
    targets: await file(WORKSPACE_FILES.targets, (table) => admitTargets(table, indicators)),
    accepted: await file(WORKSPACE_FILES.accepted, admitAccepted),
    received: await file(WORKSPACE_FILES.received, admitReceived),
    crosswalk: await file(WORKSPACE_FILES.crosswalk, admitCrosswalk),
    areas: await file(WORKSPACE_FILES.areas, (table) =>
      admitAreas(table, communesOf(units ?? registry?.units ?? [])),
    ),
  };
  if (config === undefined || set === undefined || registry === undefined || findings.some(isError))
    return {
      findings: [
        ...findings,
        ...(await earlierFaults(folder, set === undefined ? undefined : earlierRecords(set))),
      ],
    };
  const criteriaSha256 = criteria?.sha256 ?? '';
  const criteriaFiles = criteria?.files ?? [];
  const office = defined({ units });
  return {
    workspace: { folder, config, set, criteriaSha256, criteriaFiles, registry, ...office, ...lists },
    findings,
  };
}

/** Units that may have residential areas. */
const communesOf = (units: readonly UnitVersion[]): ReadonlySet<string> =>
  new Set(units.flatMap(({ code, level }) => (level === 'province' ? [] : [code])));

async function readConfiguration(folder: string): Promise<YamlDocument> {
  const name = WORKSPACE_FILES.configuration;
  return unlessFault(
    async () => readYaml(await readOfficeText(join(folder, name), name), name),
    (found) => ({ value: undefined, findings: [found], locate: () => ({ file: name }) }),
  );
}

/** The set that a workspace names; undefined when it names none. */
export const workspaceCriteria = async (folder: string): Promise<LoadedCriteria | undefined> =>
  criteriaOf(await readConfiguration(folder), folder);

/** The set named in the file, also when the rest of the file has faults: both are told in one run. */
async function criteriaOf(
  document: YamlDocument,
  folder: string,
  library?: string,
): Promise<LoadedCriteria | undefined> {
  const { value } = document;
  const named: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'criteria') : undefined;
  return typeof named === 'string' && named !== ''
    ? joinOwnForms(await loadCriteria(named, folder, document.locate(['criteria']), library), folder)
    : undefined;
}

/** The registry by precedence: option, environment, configuration, bundled. */
export async function openRegistry(
  folder: string,
  option?: string,
  configured?: string,
): Promise<{ readonly registry?: Registry; readonly findings: readonly Finding[] }> {
  return readRegistry(registryFolder(folder, option, configured));
}

/** Where that registry lies. */
export function registryFolder(folder: string, option?: string, configured?: string): string {
  const chosen = option ?? process.env['TDKVH_REGISTRY'];
  if (chosen !== undefined && chosen !== '') return resolve(chosen);
  return configured === undefined ? bundledRegistryDirectory() : resolve(folder, configured);
}

async function officeUnits(
  folder: string,
  date: string | undefined,
  registry: Registry | undefined,
  findings: Finding[],
): Promise<readonly UnitVersion[] | undefined> {
  const table = await readTable(folder, WORKSPACE_FILES.units, findings);
  if (table === undefined) return undefined;
  const admitted = admitUnitRows(table, registry);
  append(findings, [...admitted.findings, ...checkUnitList(admitted.units, date, registry, admitted.places)]);
  return admitted.units;
}

async function readTable(
  folder: string,
  name: string,
  findings: Finding[],
): Promise<DelimitedTable | undefined> {
  const path = join(folder, name);
  if (!(await exists(path))) return undefined;
  try {
    const outcome = readDelimitedTable(await readOfficeFile(path, name), name);
    append(findings, outcome.findings);
    return outcome.columns.length === 0 ? undefined : outcome;
  } catch (error) {
    // Told with all other faults of the workspace.
    if (!(error instanceof OfficeFileFault)) throw error;
    findings.push(error.finding);
    return undefined;
  }
}
