/**
 * Many cells, or many files, with one fault: the first are findings, the rest is one finding that counts them. What it
 * counts is kept packed, a tenth of the memory, for the full list in findings.csv.
 */
import type { Finding } from '../model.js';
import { defined } from '../values/defined.js';
import { finding } from './finding.js';
import { PackedFindings } from './packed-findings.js';

/** Findings of one fault in one column of a sheet before the rest is counted; no honest form comes near. */
export const SHOWN_OF_A_COLUMN = 200;
/** Files with one fault before the rest is counted. */
export const SHOWN_FILES = 200;
/** The same as of a column in a run that has very many findings already. */
const SHOWN_WHEN_MANY = 5;
const MANY = 20_000;

/** What a finding counts rides along unseen: JSON outputs hold the finding that names the number. */
const REST = Symbol('rest');
type Folded = Finding & { readonly [REST]?: PackedFindings };

/** How findings belong together, and what is said of those that are only counted. */
interface Folding {
  /** Undefined for a finding that is never counted. */
  readonly keyOf: (one: Finding) => string | undefined;
  readonly counted: (rest: PackedFindings) => Finding;
}

/** Collects findings; `keep` names those that stay whole however many they are. */
export class FoldedFindings {
  readonly #groups = new Map<string, { shown: number; readonly rest: PackedFindings[] }>();
  readonly #findings: Finding[] = [];
  readonly #most: number;
  readonly #keep: (one: Finding) => boolean;
  readonly #folding: Folding;

  constructor(
    most = SHOWN_OF_A_COLUMN,
    keep: (one: Finding) => boolean = () => false,
    folding: Folding = CELLS_OF_A_COLUMN,
  ) {
    this.#most = most;
    this.#keep = keep;
    this.#folding = folding;
  }

  add(one: Finding): void {
    const key = restOf(one) === undefined ? this.#folding.keyOf(one) : undefined;
    if (key === undefined || this.#keep(one)) {
      this.#findings.push(one);
      return;
    }
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
      rest.flatMap((one) => (one.count === 1 ? [one.first] : [withRest(this.#folding.counted(one), one)])),
    );
    return counted.length === 0 ? this.#findings : [...this.#findings, ...counted];
  }
}

/** Collects findings with long repeats in a column counted, in a run that has `before` already. */
export const foldedAfter = (before: number, keep: (one: Finding) => boolean = () => false): FoldedFindings =>
  new FoldedFindings(before > MANY ? SHOWN_WHEN_MANY : SHOWN_OF_A_COLUMN, keep);

/** The findings with long repeats in a column counted. */
export function folded(
  findings: Iterable<Finding>,
  keep: (one: Finding) => boolean = () => false,
  before = 0,
): readonly Finding[] {
  const list = foldedAfter(before, keep);
  for (const one of findings) list.add(one);
  return list.all();
}

/** Collects what is said of files that are nobody's: of many with one fault the first stand there, the rest is counted. */
export const filesFolded = (keep?: (one: Finding) => boolean): FoldedFindings =>
  new FoldedFindings(SHOWN_FILES, keep, WHOLE_FILES);

/** How many there are: one that counts others stands for as many. */
export const countOf = (findings: readonly Finding[]): number =>
  findings.reduce((sum, one) => sum + (restOf(one)?.count ?? 1), 0);

/**
 * Every finding, also those that another one counts; these come behind it. `wanted` may ask only for what all that are
 * counted together share: code, weight, unit, period, form.
 */
export function* everyFinding(
  findings: Iterable<Finding>,
  wanted: (one: Finding) => boolean = () => true,
): Generator<Finding> {
  for (const one of findings) {
    if (wanted(one)) yield one;
    const rest = restOf(one);
    if (rest !== undefined && wanted(rest.first)) yield* rest;
  }
}

/** Where every finding lies, also those that another one counts. */
export function* everyPlace(findings: Iterable<Finding>): Generator<Finding['at']> {
  for (const one of findings) {
    yield one.at;
    yield* restOf(one)?.places() ?? [];
  }
}

/** In which files findings lie, also those that another one counts; `wanted` as for `everyFinding`. */
export function filesOf(
  findings: Iterable<Finding>,
  wanted: (one: Finding) => boolean = () => true,
): Set<string> {
  const files = new Set<string>();
  for (const one of findings) {
    if (wanted(one)) files.add(one.at.file);
    const rest = restOf(one);
    if (rest !== undefined && wanted(rest.first)) for (const file of rest.files()) files.add(file);
  }
  return files;
}

const restOf = (one: Folded): PackedFindings | undefined => one[REST];
const withRest = (one: Finding, rest: PackedFindings): Folded => ({ ...one, [REST]: rest });

const CELLS_OF_A_COLUMN: Folding = {
  keyOf: (one) => {
    const { file, sheet = '', cell = '' } = one.at;
    const column = /^[A-Z]+(?=\d)/u.exec(cell)?.[0];
    return column === undefined ? undefined : `${subjectOf(one)}${file}\u001f${sheet}\u001f${column}`;
  },
  counted: (rest) => {
    const place = { ...rest.first.at, cell: rest.first.at.cell ?? '' };
    return countedAs('cell/more-of-same', place, rest, { first: place.cell, last: rest.last.cell ?? '' });
  },
};

/** One cell has to be the same in all of them: each file is then counted once. */
const WHOLE_FILES: Folding = {
  keyOf: (one) =>
    one.at.file !== '' && one.related === undefined
      ? subjectOf(one) + [one.at.cell ?? '', one.basis ?? '', ...(one.expected ?? [])].join('\u001f')
      : undefined,
  counted: (rest) => {
    const { file } = rest.first.at;
    return countedAs('file/more-of-same', { file }, rest, { first: file, last: rest.last.file });
  },
};

const subjectOf = ({ code, severity, rule, trial, unit, period, form, fields }: Finding): string =>
  `${code} ${severity} ${trial === true ? 'trial' : ''} ${rule ?? ''}\u001f${unit ?? ''}\u001f${period ?? ''}\u001f${form ?? ''}\u001f${fields?.join(' ') ?? ''}\u001f`;

/** It makes unusable what each of them does; nobody can accept them in one line. */
function countedAs(
  code: 'cell/more-of-same' | 'file/more-of-same',
  place: Finding['at'],
  { first, count }: PackedFindings,
  ends: { readonly first: string; readonly last: string },
): Finding {
  const { number, severity, trial, unit, period, form, fields, basis } = first;
  const subject = defined({ severity, trial, unit, period, form, fields, basis });
  return finding(
    code,
    place,
    { count, number, ...ends },
    { ...subject, rowKey: `${number} ${first.rule ?? ''}`.trim() },
  );
}
