/** What the manifest of a bundle says of the run as a whole. */
import { isStandingError } from '../../findings/acceptance.js';
import { countOf, everyFinding } from '../../findings/fold.js';
import { measureText } from '../../measures/measure-text.js';
import type { IndicatorRecord, MeasureRecord, SealedManifest } from '../../model.js';
import { defined } from '../../values/defined.js';
import type { Rebuilt } from './rebuild.js';

export function manifestFacts(
  { results, unitName }: Pick<Rebuilt, 'results' | 'unitName'>,
  final: boolean,
): Omit<SealedManifest, 'members' | 'folder' | 'wording'> {
  const { tool, period, unit, level, referenceDate, complete, criteria, registry, findings } = results;
  const open = (severity: string): number =>
    countOf(findings.filter((one) => one.severity === severity && one.accepted === undefined));
  const isAccepted = (one: (typeof findings)[number]): boolean => one.accepted !== undefined;
  const measures = results.measures[unit] ?? {};
  return {
    schema: 'tdkvh/sealed@1',
    tool,
    period,
    unit: { code: unit, name: unitName(unit) ?? unit },
    level,
    referenceDate,
    state: final ? 'final' : 'draft',
    complete,
    criteria: { id: criteria.id, label: criteria.label, sha256: criteria.sha256 },
    registry: { name: registry.name, asOf: registry.asOf, sha256: registry.sha256 },
    findings: {
      errors: countOf(findings.filter(isStandingError)),
      warnings: open('warning'),
      remarks: open('info'),
      accepted: countOf(findings.filter(isAccepted)),
    },
    acceptances: [...everyFinding(findings, isAccepted)].flatMap(
      ({ id, number, unit: sender, message, accepted }) =>
        accepted === undefined ? [] : [{ id, number, message, ...accepted, ...defined({ unit: sender }) }],
    ),
    headlines: results.indicators.flatMap((indicator) => {
      const measure = indicator.headline ? measures[indicator.id] : undefined;
      return measure === undefined
        ? []
        : [
            {
              indicator: indicator.id,
              label: indicator.label,
              text: withUnit(measureText(measure, indicator, results.decimals), measure, indicator),
            },
          ];
    }),
  };
}

/** A count or an amount alone says nothing of what is counted. */
const withUnit = (text: string, { d, reported }: MeasureRecord, { unit }: IndicatorRecord): string =>
  d === undefined && reported > 0 ? `${text} ${unit}` : text;
