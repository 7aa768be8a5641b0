/** The body of `tdkvh compare`: reads both sides, brings the earlier one to today's ground, prints and writes the answer. */
import { join, resolve } from 'node:path';
import type { CrosswalkStep, Finding, Registry, ResultsDocument, UnitVersion } from '../../../model.js';
import { besideEarlier } from '../../../comparison/beside-earlier.js';
import {
  earlierPeriods,
  estimatingOf,
  type EarlierMaterial,
  type Estimating,
} from '../../../comparison/earlier-periods.js';
import { finding, isError, NOWHERE } from '../../../findings/finding.js';
import { sortFindings } from '../../../findings/sort.js';
import { readResults } from '../../../readers/results/previous-results.js';
import type { ReportWording } from '../../../reports/wording/report-wording.js';
import { proseOf } from '../../../reports/prose/prose.js';
import { buildComparisonTables } from '../../../reports/workbook-tables.js';
import { writeFileSafely } from '../../../writers/output-set.js';
import { writeSummaryWorkbook } from '../../../writers/summary-workbook.js';
import { answerWith, failWith } from '../../screen/answer.js';
import type { CommandCall, Outcome } from '../../command.js';
import { comparisonText } from './comparison-text.js';
import { loadWording, withoutFaults } from '../../../office/load-wording.js';
import { OUTPUTS } from '../../../office/outputs/output-writers.js';
import { openRegistry, openWorkspace, registryFolder } from '../../../office/open-workspace.js';
import { readEarlier, readMap } from '../../../office/read-earlier.js';
import { exists, findWorkspace, outFolderOf, WORKSPACE_FILES } from '../../../office/workspace-files.js';
import { defined } from '../../../values/defined.js';
import { readOfficeFile } from '../../../readers/office-file.js';
import { pathFromHere } from '../../../office/path-from-here.js';
import { shownPath } from '../../screen/shown-path.js';

export async function runCompare(call: CommandCall): Promise<Outcome> {
  const { args, options } = call;
  const [earlierPath, currentPath, excess] = args;
  if (excess !== undefined)
    return failWith([finding('cli/excess-argument', NOWHERE, { command: 'tdkvh compare' })], call);
  const folder = await findWorkspace(options.text('workspace') ?? process.cwd());
  const usual = outFolderOf(folder);
  const today = await readOne(currentPath ?? join(usual, OUTPUTS.results.file));
  if (today.results === undefined) return failWith(today.findings, call);
  const current = today.results;

  const map = await openMap(folder, call, current);
  const wanted = await loadWording(folder);
  const given = earlierPath === undefined ? undefined : await readOne(earlierPath);
  const before = [...map.findings, ...wanted.findings, ...(given?.findings ?? [])];
  if (map.registry === undefined || wanted.wording === undefined || before.some(isError))
    return failWith(before, call);
  const previous: EarlierMaterial =
    given?.results === undefined
      ? (map.previous ?? { documents: [], figures: [], findings: [] })
      : {
          documents: [{ path: pathFromHere(earlierPath ?? ''), results: given.results }],
          figures: [],
          findings: [],
        };
  const earlier = earlierPeriods(
    { ...map, registry: map.registry, previous },
    { date: current.referenceDate, units: current.units },
    current.period,
  );
  const known = sortFindings([...before, ...previous.findings, ...(earlier?.findings ?? [])]);
  if (earlier === undefined || earlier.periods.length === 0) {
    const path = WORKSPACE_FILES.previous;
    return failWith(known.length > 0 ? known : [finding('previous/none', NOWHERE, { path })], call);
  }
  return answer(call, withComparison(current, earlier, map.estimating), known, wanted.wording);
}

function withComparison(
  current: ResultsDocument,
  earlier: NonNullable<ReturnType<typeof earlierPeriods>>,
  estimating: Estimating | undefined,
): Compared {
  const { comparison, targetAssessments, findings } = besideEarlier(current, earlier, estimating);
  if (comparison === undefined) throw new Error('earlier periods give a comparison');
  return { ...current, comparison, targetAssessments, findings };
}

type Compared = ResultsDocument & Required<Pick<ResultsDocument, 'comparison'>>;

async function answer(
  call: CommandCall,
  compared: Compared,
  before: readonly Finding[],
  wording: ReportWording,
): Promise<Outcome> {
  const said = withoutFaults(() => ({
    text: comparisonText(compared, wording.say, call.terminal.columns),
    tables: buildComparisonTables(proseOf(compared, wording)),
    findings: [],
  }));
  if (!('text' in said)) return failWith([...before, ...said.findings], call);
  const target = call.options.text('out');
  const { tables } = said;
  const { date } = compared.report;
  const written =
    target === undefined
      ? []
      : await writeFileSafely(
          resolve(target),
          await writeSummaryWorkbook(tables, {
            title: tables[0]?.title ?? '',
            draft: false,
            decimals: compared.decimals,
            ...defined({ date }),
          }),
        );
  const found = new Map([...before, ...compared.findings].map((one) => [`${one.id} ${one.message}`, one]));
  const findings = [...sortFindings([...found.values()]), ...written];
  const wrote =
    target === undefined || written.some(isError) ? '' : `\nĐã ghi: ${shownPath(pathFromHere(target))}`;
  return answerWith(call, { text: said.text + wrote, json: { ...compared.comparison } }, findings);
}

/** One results.json, or why it cannot be used. */
async function readOne(
  path: string,
): Promise<{ readonly results?: ResultsDocument; readonly findings: readonly Finding[] }> {
  const place = { path: pathFromHere(path) };
  if (!(await exists(path))) return { findings: [finding('cli/no-results', NOWHERE, place)] };
  return readResults(await readOfficeFile(path, place.path, 'results'), place.path);
}

interface OpenedMap {
  /** Absent when a finding is an error. */
  readonly registry?: Registry;
  readonly units?: readonly UnitVersion[];
  readonly crosswalkSteps?: readonly CrosswalkStep[];
  readonly registryMap?: readonly CrosswalkStep[];
  readonly previous?: EarlierMaterial;
  readonly estimating?: Estimating;
  readonly findings: readonly Finding[];
}

/** The office's lists and map where there is a workspace, else the registry's. */
async function openMap(
  folder: string | undefined,
  { args, options }: CommandCall,
  current: ResultsDocument,
): Promise<OpenedMap> {
  const option = options.text('registry');
  if (folder === undefined) {
    const opened = await openRegistry(process.cwd(), option);
    const map = await readMap(registryFolder(process.cwd(), option));
    return { ...opened, registryMap: map.steps, findings: [...opened.findings, ...map.findings] };
  }
  const { workspace, findings } = await openWorkspace(folder, option);
  if (workspace === undefined) return { findings };
  const { registry, units, crosswalk, config, set } = workspace;
  const estimating = estimatingOf(config, set);
  const place = registryFolder(folder, option, config.registry);
  const map = args.length > 0 ? await readMap(place) : undefined;
  const earlier = map === undefined ? await readEarlier(folder, current.indicators, place) : {};
  return {
    registry,
    ...defined({ units }),
    crosswalkSteps: crosswalk,
    ...defined({ estimating }),
    ...(map === undefined ? earlier : { registryMap: map.steps }),
    findings: [...findings, ...(map?.findings ?? [])],
  };
}
