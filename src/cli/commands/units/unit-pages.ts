/** The bodies of `tdkvh units`. */
import { join, resolve } from 'node:path';
import type { Finding, Registry, UnitVersion } from '../../../model.js';
import { badValue } from '../../../findings/bad-value.js';
import { finding, isError, NOWHERE } from '../../../findings/finding.js';
import { formatDate } from '../../../values/number-format.js';
import { readDelimitedTable } from '../../../readers/csv/delimited-table.js';
import { admitUnitRows } from '../../../units/list/admit-unit-rows.js';
import { checkUnitList } from '../../../units/list/check-unit-list.js';
import { checkRegistryDate } from '../../../units/list/compare-with-registry.js';
import { exportUnits } from '../../../units/list/export-units.js';
import { findByCode } from '../../../units/names/find-by-code.js';
import { findByName } from '../../../units/names/find-by-name.js';
import { unitsAt } from '../../../units/unit-dates.js';
import { unitFullName } from '../../../units/names/unit-name.js';
import { foldMarks } from '../../../values/vietnamese-text.js';
import { isIsoDay } from '../../../values/calendar-day.js';
import { answerWith, failWith } from '../../screen/answer.js';
import type { CommandCall, Outcome } from '../../command.js';
import { openRegistry } from '../../../office/open-workspace.js';
import { textTable } from '../../screen/text-table.js';
import { shownPath } from '../../screen/shown-path.js';
import { writeFileSafely } from '../../../writers/output-set.js';
import {
  configurationOfFolder,
  exists,
  findWorkspace,
  WORKSPACE_FILES,
} from '../../../office/workspace-files.js';
import { defined } from '../../../values/defined.js';
import { readOfficeFile } from '../../../readers/office-file.js';

interface Lookup {
  readonly registry: Registry;
  readonly date: string;
  /** The day came from the command line or the period; else it is the newest of the list. */
  readonly dated: boolean;
  readonly folder?: string;
  readonly findings: readonly Finding[];
}

/** The registry and the day a lookup is about; no clock: the period's date, or the newest of the list. */
async function openLookup({ options }: CommandCall): Promise<Lookup | readonly Finding[]> {
  const folder = await findWorkspace(options.text('workspace') ?? process.cwd());
  const configured = folder === undefined ? {} : await configurationOfFolder(folder);
  const { registry, findings } = await openRegistry(
    folder ?? process.cwd(),
    options.text('registry'),
    configured.registry,
  );
  if (registry === undefined) return findings;
  const asked = options.text('date');
  if (asked !== undefined && !isIsoDay(asked)) {
    return [badValue({ text: asked, option: '--date', allowed: '2024-12-31' })];
  }
  const date = asked ?? configured.referenceDate ?? registry.asOf;
  return {
    registry,
    date,
    dated: asked !== undefined || configured.referenceDate !== undefined,
    findings: [...findings, ...checkRegistryDate(registry, date, NOWHERE)],
    ...defined({ folder }),
  };
}

const isFailure = (lookup: Lookup | readonly Finding[]): lookup is readonly Finding[] =>
  Array.isArray(lookup);

/** A district is found only before it was abolished, a new commune only since it exists. */
const notFound = (text: string, date: string, dated = true): Finding =>
  finding('cli/unit-not-found', NOWHERE, {
    text,
    date: formatDate(date),
    otherwise: dated
      ? '; đổi ngày bằng --date, ví dụ --date 2025-06-30'
      : '; đã tìm cả đơn vị cũ và mới, thử một phần của tên',
  });

interface FoundUnit {
  readonly unit: UnitVersion;
  readonly place: string;
}

/** `units find`: by code, by name, then by part of a name without marks; without a day among old and new units alike. */
export async function unitsFind(call: CommandCall): Promise<Outcome> {
  const lookup = await openLookup(call);
  if (isFailure(lookup)) return failWith(lookup, call);
  const { registry, date } = lookup;
  const text = call.args.join(' ').trim();
  const parent = call.options.text('in');
  const dated = call.options.text('date') !== undefined;
  const days = dated ? [date] : [date, ...lastDays(registry, date)];
  const found = days
    .flatMap((day) => foundOn(registry, day, text, parent))
    .filter(({ unit }, index, all) => all.findIndex((other) => other.unit === unit) === index);
  if (found.length === 0) {
    return failWith([notFound(text, date, dated)], call);
  }
  const rows = found.map(({ unit, place }) => [
    unit.code,
    unitFullName(unit),
    place,
    ...(dated ? [] : [validityText(unit)]),
  ]);
  const list = dated ? `danh mục đến ngày ${formatDate(date)}` : 'đơn vị cũ và mới';
  const more = `${found.length} đơn vị, ${list} (${registry.name})`;
  const units = found.map(({ unit }) => unit);
  const json = { schema: 'tdkvh/units@1', ...(dated ? { date } : {}), registry: registry.name, units };
  return answerWith(call, { text: `${textTable(rows)}\n${more}`, json }, dated ? lookup.findings : []);
}

function foundOn(registry: Registry, day: string, text: string, parent?: string): readonly FoundUnit[] {
  const current = unitsAt(registry.units, day);
  const byCode = new Map(current.map((unit) => [unit.code, unit]));
  const scope = parent === undefined ? current : current.filter((unit) => isWithin(unit, parent, byCode));
  return matches(scope, text, day).map((unit) => ({ unit, place: placeText(unit, byCode) }));
}

/** The last days of units that ended, the newest first: on one of them every unit of the list is in force. */
const lastDays = ({ units, asOf }: Registry, date: string): readonly string[] =>
  [...new Set([asOf, ...units.flatMap(({ validTo }) => validTo ?? [])])]
    .filter((day) => day !== date)
    .sort()
    .reverse();

/** "hiện nay", "đến 30/06/2025", "từ 01/07/2025". */
function validityText({ validFrom, validTo }: UnitVersion): string {
  const from = validFrom === undefined ? '' : `từ ${formatDate(validFrom)}`;
  const to = validTo === undefined ? '' : `đến ${formatDate(validTo)}`;
  const text = [from, to].filter((part) => part !== '').join(' ');
  return text === '' ? 'hiện nay' : text;
}

function matches(units: readonly UnitVersion[], text: string, date: string): readonly UnitVersion[] {
  if (/^\d+$/u.test(text)) {
    const match = findByCode(units, text, date);
    return match === undefined ? [] : [match.unit];
  }
  const named = findByName(units, text);
  if (named.kind === 'exact') return [named.unit];
  if (named.kind === 'ambiguous') return named.candidates;
  const wanted = foldMarks(text);
  const parts = units.filter((unit) => foldMarks(`${unit.type} ${unit.name}`).includes(wanted));
  if (parts.length > 0) return parts;
  return named.kind === 'loose' ? [named.unit] : [];
}

function isWithin(unit: UnitVersion, code: string, byCode: ReadonlyMap<string, UnitVersion>): boolean {
  for (let above = unit.parentCode; above !== undefined; above = byCode.get(above)?.parentCode) {
    if (above === code) return true;
  }
  return false;
}

/** The units above one, nearest first: “Huyện Lương Tài, Tỉnh Bắc Ninh”. */
export function placeText(unit: UnitVersion, byCode: ReadonlyMap<string, UnitVersion>): string {
  const names: string[] = [];
  for (
    let above = byCode.get(unit.parentCode ?? '');
    above !== undefined;
    above = byCode.get(above.parentCode ?? '')
  ) {
    names.push(unitFullName(above));
  }
  return names.join(', ');
}

/** `units export`: the text of units.csv, to a file or to stdout. */
export async function unitsExport(call: CommandCall): Promise<Outcome> {
  const lookup = await openLookup(call);
  if (isFailure(lookup)) return failWith(lookup, call);
  const { registry, date } = lookup;
  const [code = ''] = call.args;
  if (!unitsAt(registry.units, date).some((unit) => unit.code === code)) {
    return failWith([notFound(code, date)], call);
  }
  const text = exportUnits(registry.units, code, date);
  const out = call.options.text('out');
  if (out === undefined) {
    const units = text.replace(/^\uFEFF/u, '');
    return answerWith(
      call,
      { text: units, json: { schema: 'tdkvh/units-csv@1', csv: units } },
      lookup.findings,
    );
  }
  const written = await writeFileSafely(resolve(out), new TextEncoder().encode(text));
  const findings = [...lookup.findings, ...written];
  if (written.some(isError)) return failWith(findings, call);
  const json = { schema: 'tdkvh/written@1', files: [out] };
  return answerWith(call, { text: `Đã ghi: ${shownPath(out)}`, json }, findings);
}

/** `units check`: everything wrong with a list, and where it differs from the registry. */
export async function unitsCheck(call: CommandCall): Promise<Outcome> {
  const lookup = await openLookup(call);
  if (isFailure(lookup)) return failWith(lookup, call);
  const [given] = call.args;
  const path =
    given === undefined ? join(lookup.folder ?? process.cwd(), WORKSPACE_FILES.units) : resolve(given);
  if (!(await exists(path))) {
    return failWith([finding('cli/not-found', NOWHERE, { path: given ?? WORKSPACE_FILES.units })], call);
  }
  const name = given ?? WORKSPACE_FILES.units;
  const table = readDelimitedTable(await readOfficeFile(path, name), name);
  const admitted = admitUnitRows(table, lookup.registry);
  const findings = [
    ...lookup.findings,
    ...table.findings,
    ...admitted.findings,
    // Nobody asked for a day: a list that holds units of several times is checked as a whole.
    ...checkUnitList(
      admitted.units,
      lookup.dated ? lookup.date : undefined,
      lookup.registry,
      admitted.places,
    ),
  ];
  const count = unitsAt(admitted.units, lookup.date).length;
  const text = `${count} đơn vị đến ngày ${formatDate(lookup.date)}; so với ${lookup.registry.name}`;
  return answerWith(
    call,
    { text, json: { schema: 'tdkvh/units-check@1', date: lookup.date, units: count } },
    findings,
  );
}
