/** What of a unit's findings is still open: forms owed, figures to correct, questions to answer. */
import { isAcceptable, isOfficeMatter, isStandingError } from '../findings/acceptance.js';
import type { Debt, Finding, FormId, ResultsDocument } from '../model.js';
import { groupBy } from '../values/groups.js';

/** Findings of the office's own bookkeeping, not of what a unit sent. */
const ABOUT_ABSENCE = new Set(['unit/not-reported', 'unit/form-missing']);

/** Warnings that ask for figures, not for a confirmation. */
const ASKS_FOR_FIGURES = new Set(['unit/partly-reported', 'unit/total-lacks-part']);

export interface OpenMatters {
  readonly debts: readonly Debt[];
  readonly errors: readonly Finding[];
  /** Figures that are not there: forms and rows left out, without being errors. */
  readonly gaps: readonly Finding[];
  readonly questions: readonly Finding[];
  readonly accepted: readonly Finding[];
  /** A form that has to be there is missing. */
  readonly wrongForms: boolean;
}

/** Everything that concerns one sender, sorted into what it must do. `nameOf` gives a form's sheet name. */
export function openMatters(findings: readonly Finding[], nameOf: (form: FormId) => string): OpenMatters {
  const active = findings.filter((one) => one.trial !== true);
  const accepted = active.filter((one) => one.accepted !== undefined);
  const open = active.filter((one) => one.accepted === undefined);
  const about = open.filter((one) => !ABOUT_ABSENCE.has(one.code));
  const errors = about.filter(isStandingError);
  const gaps = about.filter((one) => ASKS_FOR_FIGURES.has(one.code) && !isStandingError(one));
  const questions = about.filter((one) => isQuestion(one) && !gaps.includes(one));
  const forms = open.flatMap((one): readonly Debt[] =>
    one.code === 'unit/form-missing' && one.form !== undefined
      ? [{ kind: 'form', form: one.form, sheet: nameOf(one.form) }]
      : [],
  );
  return {
    debts: [
      ...forms,
      ...errors.map((found): Debt => ({ kind: 'correction', finding: found })),
      ...gaps.map((found): Debt => ({ kind: 'completion', finding: found })),
      ...questions.map((found): Debt => ({ kind: 'confirmation', finding: found })),
    ],
    errors,
    gaps,
    questions,
    accepted,
    wrongForms: open.some((one) => one.code === 'unit/form-missing' && isStandingError(one)),
  };
}

/** A warning that an answer can close; remarks on the layout are the office's own business. */
export const isQuestion = (one: Finding): boolean =>
  one.severity === 'warning' && one.accepted === undefined && one.trial !== true && isAcceptable(one);

/**
 * Files that could not be used and whose every form the same unit has sent again: what is wrong in them is the
 * office's to clear away, not the unit's to correct.
 */
export function replacedFiles({ inputs }: ResultsDocument): ReadonlySet<string> {
  const used = new Set(
    inputs.flatMap(({ parts }) =>
      parts.flatMap(({ unit, form, state }) =>
        state === 'used' && unit !== undefined ? [`${unit}/${form ?? ''}`] : [],
      ),
    ),
  );
  const replaced = inputs.filter(
    ({ parts }) =>
      parts.length > 0 &&
      parts.every(
        ({ unit, form, state }) =>
          state === 'rejected' && unit !== undefined && form !== undefined && used.has(`${unit}/${form}`),
      ),
  );
  return new Set(replaced.map(({ path }) => path));
}

/** Findings of each unit: those that name it, and those of files that are wholly its own; not those of replaced files. */
export function findingsByUnit(results: ResultsDocument): ReadonlyMap<string, readonly Finding[]> {
  const owner = new Map<string, string>();
  for (const { path, parts } of results.inputs) {
    const units = new Set(parts.map(({ unit }) => unit));
    const [unit] = units;
    if (units.size === 1 && unit !== undefined) owner.set(path, unit);
  }
  const replaced = replacedFiles(results);
  return groupBy(results.findings, (one) =>
    replaced.has(one.at.file) || isOfficeMatter(one) ? undefined : (one.unit ?? owner.get(one.at.file)),
  );
}
