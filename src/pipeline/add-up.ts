/** The adding part of a run: counts up the tree, with what the results say about the run itself. */
import { conservationOf, inputRecords } from '../aggregation/conservation.js';
import { entryFindings } from '../aggregation/entry-findings.js';
import { totalFindings } from '../aggregation/total-findings.js';
import { indicatorRecord, measureRun, totalsOf, type Totals } from '../aggregation/results-document.js';
import { unitRecord } from '../aggregation/unit-record.js';
import { indexedSet } from '../aggregation/indexed-set.js';
import { addedIndicators } from '../criteria/added-indicators.js';
import { titleLabels } from '../criteria/set-queries.js';
import { finding, NOWHERE } from '../findings/finding.js';
import type { Finding, ResultsDocument } from '../model.js';
import { defined } from '../values/defined.js';
import { groupBy } from '../values/groups.js';
import { standingErrors, type Judged } from './judge.js';
import type { ReadFiles } from './read-parts.js';
import type { Run, RunInput } from './run-input.js';

export interface AddedUp {
  /** Who reports, when. */
  readonly about: Pick<
    ResultsDocument,
    'tool' | 'period' | 'unit' | 'level' | 'referenceDate' | 'dataAsOf' | 'decimals'
  >;
  /** On what ground: definitions, lists, files, targets. */
  readonly ground: Pick<
    ResultsDocument,
    'final' | 'criteria' | 'registry' | 'report' | 'inputs' | 'conservation' | 'targets'
  >;
  readonly totals: Totals;
  /** Sums that are shown but not used, or not exact. */
  readonly findings: readonly Finding[];
}

export function addUp(run: Run, read: ReadFiles, judged: Judged): AddedUp {
  const { input, tree, indicators, nameOf } = run;
  const { set, config } = input;
  const { submissions } = judged;
  const indexed = indexedSet(set);
  const measured = measureRun(tree, submissions, indicators, set);
  const findings = [
    ...[...submissions.values()].flatMap((one) => [
      ...entryFindings(one, indexed, nameOf(one.unit)),
      ...totalFindings(one, set.indicators, indexed, nameOf(one.unit)),
    ]),
    ...measured.unsafe.map(({ unit, indicator }) =>
      finding('total/unsafe-sum', NOWHERE, { field: `${indicator}, ${nameOf(unit)}` }, { unit }),
    ),
  ];
  const wrong = new Set(
    standingErrors([...judged.findings, ...findings], judged.acceptances).flatMap(({ unit }) => unit ?? []),
  );
  const parts = groupBy(read.parts, ({ unit }) => unit);
  const units = [...tree.byCode.values()].map((unit) =>
    unitRecord(unit, tree, parts.get(unit.code) ?? [], wrong),
  );
  const added = addedIndicators(set);
  const records = indicators.map((indicator) =>
    indicatorRecord(indicator, set, config.period.kind, added.get(indicator.id)),
  );
  return {
    about: aboutOf(input),
    ground: groundOf(input, read),
    totals: totalsOf(units, submissions, records, set, measured),
    findings,
  };
}

const aboutOf = ({ config, toolVersion }: RunInput): AddedUp['about'] => ({
  tool: { name: 'tdkvh', version: toolVersion },
  period: config.period,
  unit: config.unit,
  level: config.level,
  referenceDate: config.referenceDate,
  ...defined({ dataAsOf: config.dataAsOf }),
  decimals: config.decimals,
});

function groundOf(
  { config, set, criteriaSha256, registry, targets, final }: RunInput,
  { files }: ReadFiles,
): AddedUp['ground'] {
  const inputs = inputRecords(files);
  return {
    final,
    criteria: {
      id: set.id,
      label: set.label,
      sha256: criteriaSha256,
      formVersion: set.formVersion,
      titles: titleLabels(set, config.referenceDate),
    },
    registry: { name: registry.name, asOf: registry.asOf, sha256: registry.sha256 },
    report: config.report,
    inputs,
    conservation: conservationOf(inputs),
    targets,
  };
}
