/** Rows of Biểu 04: the criteria of the title that the form assesses, under their standards. */
import type { FormDefinition, TitleDefinition } from '../../model.js';
import type { TemplateOptions } from './template-options.js';
import { targetOf } from './wording.js';

export interface CriterionRow {
  readonly code: string;
  readonly standard: string;
  readonly text: string;
  readonly target: string;
}

type Source = Pick<TemplateOptions, 'set' | 'unit' | 'period'>;

/** Every criterion of the form's title in the order of the law; empty when the set has no such title. */
export function criterionRows(form: FormDefinition, options: Source): readonly CriterionRow[] {
  return (titleOf(form, options)?.standards ?? []).flatMap((standard) =>
    standard.criteria.map((criterion) => ({
      code: criterion.id,
      standard: `${standard.id}. ${standard.name}`,
      text: criterion.text,
      target: targetOf(criterion, options.unit.areaClass ?? 'ordinary'),
    })),
  );
}

/** Name of the title as it stands at the end of the period. */
export function assessedTitle(form: FormDefinition, options: Source): string | undefined {
  const day =
    options.period.kind === 'year' ? `${options.period.year}-12-31` : `${options.period.year}-06-30`;
  return titleOf(form, options)?.labels.find(
    ({ from, to }) => (from === undefined || from <= day) && (to === undefined || to >= day),
  )?.text;
}

function titleOf(form: FormDefinition, { set }: Source): TitleDefinition | undefined {
  if (form.title_of === undefined) return undefined;
  return (
    set.titles.find((title) => title.id === form.title_of) ??
    set.titles.find((title) => title.level === form.title_of)
  );
}
