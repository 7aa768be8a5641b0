/**
 * Many cells with one fault: the first are findings, the rest is one finding that counts them. What it counts is kept
 * packed, a tenth of the memory, for the full list in findings.csv.
 */
import type { Finding } from '../model.js';
import { defined } from '../values/defined.js';
import { finding } from './finding.js';
import { PackedFindings } from './packed-findings.js';

/** Findings of one fault in one column of a sheet before the rest is counted; no honest form comes near. */
export const SHOWN_OF_A_COLUMN = 200;
/** The same in a run that has very many findings already. */
const SHOWN_WHEN_MANY = 5;
const MANY = 20_000;

/** What a finding counts rides along unseen: JSON outputs hold the finding that names the number. */
const REST = Symbol('rest');
type Folded = Finding & { readonly [REST]?: PackedFindings };

/** Collects findings; `keep` names those that stay whole however many they are. */
export class FoldedFindings {
  readonly #groups = new Map<string, { shown: number; readonly rest: PackedFindings[] }>();
  readonly #findings: Finding[] = [];
  readonly #most: number;
  readonly #keep: (one: Finding) => boolean;

  constructor(most = SHOWN_OF_A_COLUMN, keep: (one: Finding) => boolean = () => false) {
    this.#most = most;
    this.#keep = keep;
  }

  add(one: Finding): void {
    const column = columnOf(one);
    if (column === '' || restOf(one) !== undefined || this.#keep(one)) {
      this.#findings.push(one);
      return;
    }
    const key = keyOf(one, column);
    const group = this.#groups.get(key) ?? { shown: 0, rest: [] };
    if (group.shown === 0) this.#groups.set(key, group);
    const [rest] = group.rest;
    if (group.shown < this.#most) {
      group.shown += 1;
      this.#findings.push(one);
    } else if (rest === undefined) group.rest.push(new PackedFindings(one));
    else rest.add(one);
  }

  /** In the order in which they came; what is counted stands at the end. A single one left over is shown. */
  all(): readonly Finding[] {
    const counted = [...this.#groups.values()].flatMap(({ rest }) =>
      rest.flatMap((one) => (one.count === 1 ? [one.first] : [countedFinding(one)])),
    );
    return counted.length === 0 ? this.#findings : [...this.#findings, ...counted];
  }
}

/** The findings with long repeats counted. `before`: how many the run has already. */
export function folded(
  findings: Iterable<Finding>,
  keep: (one: Finding) => boolean = () => false,
  before = 0,
): readonly Finding[] {
  const list = new FoldedFindings(before > MANY ? SHOWN_WHEN_MANY : SHOWN_OF_A_COLUMN, keep);
  for (const one of findings) list.add(one);
  return list.all();
}

/** How many there are, also those that another one counts. */
export const countOf = (findings: readonly Finding[]): number =>
  findings.reduce((sum, one) => sum + 1 + (restOf(one)?.count ?? 0), 0);

/** Every finding, also those that another one counts; these come behind it. */
export function* everyFinding(findings: Iterable<Finding>): Generator<Finding> {
  for (const one of findings) {
    yield one;
    const rest = restOf(one);
    if (rest !== undefined) yield* rest;
  }
}

const restOf = (one: Folded): PackedFindings | undefined => one[REST];

const columnOf = ({ at }: Finding): string => /^[A-Z]+(?=\d)/u.exec(at.cell ?? '')?.[0] ?? '';

const keyOf = (one: Finding, column: string): string =>
  [
    one.code,
    one.severity,
    one.rule ?? '',
    one.trial === true ? 'trial' : '',
    one.unit ?? '',
    one.period ?? '',
    one.form ?? '',
    one.at.file,
    one.at.sheet ?? '',
    column,
    ...(one.fields ?? []),
  ].join('\u001f');

/** It makes unusable what each of them does; nobody can accept them in one line. */
function countedFinding(rest: PackedFindings): Finding {
  const { first, count, lastCell } = rest;
  const { number, severity, trial, unit, period, form, fields, basis } = first;
  const place = { ...first.at, cell: first.at.cell ?? '' };
  const subject = defined({ severity, trial, unit, period, form, fields, basis });
  const counted: Folded = {
    ...finding(
      'cell/more-of-same',
      place,
      { count, number, first: place.cell, last: lastCell },
      { ...subject, rowKey: `${number} ${first.rule ?? ''}`.trim() },
    ),
    [REST]: rest,
  };
  return counted;
}
