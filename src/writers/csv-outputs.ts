/** figures.csv and findings.csv: the results as tidy tables. */
import { roundedPercent } from '../values/exact-rate.js';
import { printedRate } from '../measures/printed-rate.js';
import type { Finding, IndicatorRecord, MeasureRecord, ResultsDocument, UnitRecord } from '../model.js';
import { FIGURE_COLUMNS, FINDING_COLUMNS } from '../model/own-outputs.js';
import { unitFullName } from '../units/names/unit-name.js';
import { everyFinding } from '../findings/fold.js';
import { SEVERITY_WORDS } from '../findings/severity-words.js';
import { compareVietnamese } from '../values/vietnamese-text.js';
import { joined } from './byte-pieces.js';
import { csvPieces, type CsvCell } from './csv.js';
import { plainDecimal } from './plain-decimal.js';

interface Owner {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly measures: Readonly<Record<string, MeasureRecord>>;
}

/** A line per unit (or group of the office) and indicator; without a figure the line has its coverage only. */
export const figuresCsv = (results: ResultsDocument): Uint8Array => joined(figuresPieces(results));

/** The same, line by line. */
export function figuresPieces(results: ResultsDocument): Iterable<Uint8Array> {
  const owners: readonly Owner[] = [
    ...results.units.map((unit) => ({
      code: unit.code,
      name: unitFullName(unit),
      level: unit.level,
      measures: results.measures[unit.code] ?? {},
    })),
    ...Object.entries(results.groups)
      .sort(([a], [b]) => compareVietnamese(a, b))
      .map(([name, measures]) => ({ code: '', name, level: 'group', measures })),
  ];
  return csvPieces(FIGURE_COLUMNS, figureLines(results, owners));
}

function* figureLines(results: ResultsDocument, owners: readonly Owner[]): Generator<readonly CsvCell[]> {
  for (const { code, name, level, measures } of owners) {
    for (const indicator of results.indicators) {
      const measure = measures[indicator.id];
      if (measure === undefined) continue;
      yield [
        results.period.id,
        code,
        name,
        level,
        indicator.id,
        ...figures(indicator, measure, results.decimals),
        indicator.unit,
        { figure: `${measure.reported}/${measure.expected}` },
        outsideCell(measure),
      ];
    }
  }
}

/** How many due units it does not apply to; nothing where it applies to all. */
function outsideCell({ notApplicable, state }: MeasureRecord): CsvCell {
  const count = notApplicable?.length ?? (state === 'notApplicable' ? 1 : 0);
  return count === 0 ? undefined : { figure: String(count) };
}

/** Numerator, denominator and value; nothing where nobody reported, for zero would be a figure. */
function figures(
  indicator: IndicatorRecord,
  measure: MeasureRecord,
  decimals: number,
): readonly [CsvCell, CsvCell, CsvCell] {
  if (measure.reported === 0 || measure.state !== undefined) return [undefined, undefined, undefined];
  const exact = (value: number): CsvCell => ({ figure: plainDecimal(value, indicator.scale) });
  if (measure.d === undefined) return [exact(measure.n), undefined, exact(measure.n)];
  const rate = printedRate(indicator, measure);
  const rounded = rate === undefined ? undefined : roundedPercent(rate, decimals);
  return [
    exact(measure.n),
    exact(measure.d),
    rounded === undefined ? undefined : { figure: plainDecimal(rounded, decimals) },
  ];
}

/** A line per finding, also for each that another one counts, in the order given; names of units from the results. */
export const findingsCsv = (findings: readonly Finding[], units: readonly UnitRecord[] = []): Uint8Array =>
  joined(findingsCsvPieces(findings, units));

/** The same, line by line: a country may have hundreds of thousands. */
export const findingsCsvPieces = (
  findings: readonly Finding[],
  units: readonly UnitRecord[],
): Iterable<Uint8Array> => csvPieces(FINDING_COLUMNS, findingLines(findings, units));

function* findingLines(
  findings: readonly Finding[],
  units: readonly UnitRecord[],
): Generator<readonly CsvCell[]> {
  const names = new Map(units.map((unit) => [unit.code, unitFullName(unit)]));
  for (const finding of everyFinding(findings))
    yield [
      finding.number,
      finding.code,
      SEVERITY_WORDS[finding.severity],
      finding.accepted?.reason,
      finding.unit,
      finding.unit === undefined ? undefined : names.get(finding.unit),
      finding.period,
      finding.form,
      finding.at.file,
      finding.at.sheet,
      finding.at.cell,
      finding.actual,
      finding.message,
      finding.hint,
      finding.basis,
      finding.id,
    ];
}
