/** Without a workspace: period, unit and criteria set from options, else from what the files say of themselves. */
import type { Finding, RawFile, Registry, UnitVersion, WorkspaceConfig } from '../model.js';
import { badValue } from '../findings/bad-value.js';
import { finding, NOWHERE } from '../findings/finding.js';
import type { OpenedSource } from '../readers/open-source.js';
import type { OpenedFile } from '../readers/open-sources.js';
import { readIdentity } from '../submission/layout/identity-sheet.js';
import { unitsAt } from '../units/unit-dates.js';
import { configurationOf } from '../workspace/configuration.js';
import { usualAnnexes } from './annex-choices.js';
import { formatDate } from '../values/number-format.js';
import { defaultReferenceDate, parsePeriod } from '../workspace/period.js';
import { bundledCriteria, criteriaOfYear } from './load-criteria.js';
import { defined } from '../values/defined.js';

/** What the run is about, as far as it was said in so many words. */
export interface IdentityChoices {
  readonly period?: string;
  readonly unit?: string;
  readonly criteria?: string;
}

export interface DerivedConfiguration {
  readonly config?: WorkspaceConfig;
  readonly findings: readonly Finding[];
  /** The files once more, those that were asked first: no file is opened twice. */
  readonly opened: AsyncIterable<OpenedFile>;
}

/** Enough files to tell the identity of a run; the rest is compared with it when it is read. */
const FILES_ASKED = 40;
/** Files that were asked wait in memory for the run: not more of them than that. */
const CELLS_KEPT = 1_000_000;

/** What one file says. */
interface SaidOnce {
  readonly unit?: string;
  readonly period?: string;
  readonly criteria?: string;
}

interface Said {
  readonly units: readonly string[];
  readonly periods: readonly string[];
  readonly criteria: readonly string[];
}

const NOTHING_SAID: Said = { units: [], periods: [], criteria: [] };

/** `place` is the folder as the user named it. */
export async function deriveConfiguration(
  opened: AsyncIterable<OpenedFile>,
  given: IdentityChoices,
  registry: Registry,
  place: string,
): Promise<DerivedConfiguration> {
  if (given.period !== undefined && given.unit !== undefined)
    return { ...(await configurationFor(NOTHING_SAID, given, registry, place)), opened };
  const asked = await askFiles(opened);
  const derived = await configurationFor(asked.said, given, registry, place);
  // Files that cannot be opened say nothing, and that is then the reason.
  const findings = derived.config === undefined ? [...asked.faults, ...derived.findings] : derived.findings;
  return { ...derived, findings, opened: asked.opened };
}

async function configurationFor(
  said: Said,
  given: IdentityChoices,
  registry: Registry,
  place: string,
): Promise<Omit<DerivedConfiguration, 'opened'>> {
  const unknown = (what: string): Finding =>
    finding('cli/run-not-identified', NOWHERE, { what, path: place });
  const periodText = given.period ?? prevailing(said.periods);
  if (periodText === undefined) return { findings: [unknown('kỳ báo cáo')] };
  const period = parsePeriod(periodText);
  if (period === undefined) {
    const allowed = '2024, 2025-H1, 2025-DK';
    return {
      findings: [badValue({ option: '--period', text: periodText, allowed })],
    };
  }
  const referenceDate = defaultReferenceDate(period);
  const current = unitsAt(registry.units, referenceDate);
  const unit = given.unit === undefined ? commonParent(said.units, current) : unitOf(given.unit, current);
  if (unit === undefined) {
    return {
      findings: [
        given.unit === undefined
          ? unknown('đơn vị tổng hợp')
          : finding('cli/unit-not-found', NOWHERE, {
              text: given.unit,
              date: formatDate(referenceDate),
              otherwise: '',
            }),
      ],
    };
  }
  const ofFiles = prevailing(said.criteria);
  const bundled = await bundledCriteria();
  const criteria =
    given.criteria ??
    (ofFiles !== undefined && bundled.includes(ofFiles) ? ofFiles : await criteriaOfYear(period.year));
  if (criteria === undefined) return { findings: [unknown('bộ tiêu chí')] };
  const facts = { period, unit: unit.code, level: unit.level, criteria };
  return { config: configurationOf(facts, await usualAnnexes()), findings: [] };
}

/** The first files say who they are and of when; then they and the others go on to the run. */
async function askFiles(files: AsyncIterable<OpenedFile>): Promise<{
  readonly said: Said;
  readonly faults: readonly Finding[];
  readonly opened: AsyncIterable<OpenedFile>;
}> {
  const others = files[Symbol.asyncIterator]();
  const asked: OpenedFile[] = [];
  let cells = 0;
  while (asked.length < FILES_ASKED && cells < CELLS_KEPT) {
    const next = await others.next();
    if (next.done === true) break;
    asked.push(next.value);
    for (const sheet of next.value.file?.sheets ?? []) cells += sheet.cells.length;
  }
  const identities = asked.flatMap((one) => identityOf(one) ?? []);
  const faults = asked.flatMap(({ file, results, findings }) =>
    file === undefined && results === undefined ? findings : [],
  );
  return {
    faults,
    said: {
      units: identities.flatMap(({ unit }) => unit ?? []),
      periods: identities.flatMap(({ period }) => period ?? []),
      criteria: identities.flatMap(({ criteria }) => criteria ?? []),
    },
    opened: inTurn(asked, others),
  };
}

/** Lets go of each file when it is handed on. */
async function* inTurn(asked: OpenedFile[], others: AsyncIterator<OpenedFile>): AsyncGenerator<OpenedFile> {
  for (let file = asked.shift(); file !== undefined; file = asked.shift()) yield file;
  yield* { [Symbol.asyncIterator]: () => others };
}

function identityOf({ file, results }: OpenedSource): SaidOnce | undefined {
  if (results !== undefined)
    return { unit: results.unit, period: results.period.id, criteria: results.criteria.id };
  return file === undefined ? undefined : (readIdentity(file.sheets) ?? identityOfCsv(file));
}

/** The first line of a CSV form says `unit_code` and `period` in columns of those names. */
function identityOfCsv({ format, sheets }: RawFile): SaidOnce {
  const cells = format === 'csv' ? (sheets[0]?.cells ?? []) : [];
  const valueUnder = (header: string): string | undefined => {
    const column = cells.find((cell) => cell.raw.trim().toLowerCase() === header)?.column;
    const [, second] = cells.filter((cell) => cell.column === column);
    return column === undefined ? undefined : second?.raw.trim();
  };
  const [unit, period] = [valueUnder('unit_code'), valueUnder('period')];
  return { ...defined({ unit, period }) };
}

/** The value that more than half of the files agree on: one file of another year does not decide, nor stop the run. */
function prevailing(values: readonly string[]): string | undefined {
  return values.find((value) => values.filter((other) => other === value).length * 2 > values.length);
}

function unitOf(code: string, units: readonly UnitVersion[]): UnitVersion | undefined {
  return units.find((unit) => unit.code === code);
}

/**
 * The unit above those that sent: their district when all but strays are of one; their province when no district has
 * more than half. A single stray never makes a district's folder a province's.
 */
function commonParent(codes: readonly string[], units: readonly UnitVersion[]): UnitVersion | undefined {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const parents = codes.flatMap((code) => byCode.get(code)?.parentCode ?? []);
  const direct = prevailing(parents);
  if (direct !== undefined) return byCode.get(direct);
  const above = prevailing(parents.flatMap((code) => byCode.get(code)?.parentCode ?? []));
  return above === undefined ? undefined : byCode.get(above);
}
