/** required: a figure that must be given; one blank row makes the field missing for the whole unit. */
import { z } from 'zod';
import type { Admitted, FieldDefinition, FieldId, Finding, RuleOf, SourceRef } from '../../model.js';
import type { FindingCode } from '../../findings/catalogue/catalogue.js';
import { everyPlace } from '../../findings/fold.js';
import { anyFields } from '../../model/criteria/references.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { labelOf } from '../scaled.js';
import { fieldOf, framesOf, rowLabel, type Frame, type UnitView } from '../unit-view.js';
import { inner } from '../../values/inner-quotes.js';
import { figurePlace } from '../../values/cell-address.js';

const shape = z
  .strictObject({
    fields: anyFields.describe('Các chỉ tiêu bắt buộc.'),
  })
  .describe('Chỉ tiêu bắt buộc phải có số liệu.');

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly required: Admitted<typeof shape>;
  }
}

export const required: RuleModule<'required'> = { shape, within };

function* within(rule: RuleOf<'required'>, view: UnitView): Iterable<Outcome> {
  for (const field of rule.fields) {
    const frames = framesOf(view, [field]);
    const [first] = frames;
    if (first === undefined) yield NOT_EVALUATED;
    // Entered at one of its two places is enough.
    else if (frames.every(({ columns: [column] }) => column.states.includes('missing')))
      yield* blanks(rule, view, field, first);
  }
}

/** Where a question is asked 0 is no answer, and “-” may mean several of them. */
const answersOf = (field: FieldDefinition | undefined): string =>
  field?.choices === undefined
    ? ''
    : `; ghi rõ một trong: ${field.choices.map(({ label }) => `“${inner(label)}”`).join(', ')}`;

/** Each blank cell, or the column as one finding when nobody filled it. */
function* blanks(
  rule: RuleOf<'required'>,
  view: UnitView,
  field: FieldId,
  frame: Frame<readonly [FieldId]>,
): Iterable<Outcome> {
  const { table, columns } = frame;
  const [column] = columns;
  const reported = placesOf(view.context.earlier);
  const rows = column.states
    .flatMap((state, row) => (state === 'missing' ? [row] : []))
    .filter((row) => !reported.has(placeKey(figurePlace(table, column, row))));
  const label = labelOf(view, field);
  const answers = answersOf(fieldOf(view, field));
  const [first] = rows;
  if (first !== undefined && rows.length === table.rowCount && rows.length > 1) {
    yield ruleFinding(
      'row/column-blank',
      rule,
      view,
      { field: label, rows: rows.length, answers },
      {
        at: figurePlace(table, column, first),
        form: table.form,
        fields: [field],
        related: [figurePlace(table, column, rows.length - 1)],
      },
    );
    return;
  }
  for (const row of rows) {
    yield ruleFinding(
      // What is not added up costs the unit no figure.
      fieldOf(view, field)?.aggregation === 'none' ? 'row/required-answer-blank' : 'row/required-blank',
      rule,
      view,
      { row: rowLabel(view, table, row), field: label, answers },
      { at: figurePlace(table, column, row), form: table.form, row: { table, index: row }, fields: [field] },
    );
  }
}

const placeKey = ({ file, sheet = '', cell = '' }: SourceRef): string => `${file}|${sheet}|${cell}`;

const NO_AREA = 'layout/rows-no-area' satisfies FindingCode;

/** The findings of reading are those of the whole run: their places are listed once, not once per unit. */
const NO_FINDINGS: readonly Finding[] = [];
const placesByFindings = new WeakMap<readonly Finding[], ReadonlySet<string>>();

function placesOf(findings: readonly Finding[] = NO_FINDINGS): ReadonlySet<string> {
  const known = placesByFindings.get(findings);
  if (known !== undefined) return known;
  const places = new Set<string>();
  // What a rule of a lower level said of a cell is said again here, of the whole column where it is blank throughout.
  for (const at of everyPlace(findings.filter(({ rule }) => rule === undefined))) places.add(placeKey(at));
  // The blanks of a row that is no area are named by the finding that says so: nobody is to fill them.
  for (const { code, related = [] } of findings)
    if (code === NO_AREA) for (const at of related) places.add(placeKey(at));
  placesByFindings.set(findings, places);
  return places;
}
