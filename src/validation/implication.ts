/** "If this, then that" over rows and own figures; shared by the rules `implies` and `eligibility`. */
import type { FieldColumn, FieldCondition, FieldId, RuleLevel } from '../model.js';
import { cellText, conditionText, holds } from './condition.js';
import { NOT_EVALUATED } from './outcome.js';
import type { RuleSubject } from './rule-finding.js';
import { ownPlace, unitFigure, usable, type Place } from './unit-figure.js';
import { columnOf, fieldOf, rowLabel, unitLabel, type MissingPolicy, type UnitView } from './unit-view.js';
import { figurePlace } from '../values/cell-address.js';

/** A premise that holds whose conclusion does not. */
export interface BrokenImplication {
  readonly row: string;
  readonly given: string;
  /** What the other cell says; undefined when it is blank. */
  readonly needed: string | undefined;
  readonly condition: string;
  readonly subject: RuleSubject;
}

/** Rows that hold both fields (or the conclusion as the unit's own figure); otherwise the unit's figures. */
export function* implications(
  view: UnitView,
  premise: FieldCondition,
  conclusion: FieldCondition,
  level: RuleLevel,
  policy: MissingPolicy,
): Iterable<BrokenImplication | typeof NOT_EVALUATED> {
  let compared = false;
  if (level !== 'unit') {
    for (const table of view.submission.tables.values()) {
      const given = columnOf(table, premise.field);
      const same = columnOf(table, conclusion.field);
      const own = ownPlace(view, conclusion.field);
      const needed = same === undefined ? own : { table, column: same };
      if (given === undefined || needed === undefined) continue;
      compared = true;
      yield* inRows(view, premise, conclusion, { table, column: given }, needed, policy);
    }
  }
  if (level === 'unit' || (level === 'both' && !compared)) {
    yield* onUnit(view, premise, conclusion, policy);
  } else if (!compared) yield NOT_EVALUATED;
}

function* inRows(
  view: UnitView,
  premise: FieldCondition,
  conclusion: FieldCondition,
  given: Place,
  needed: Place,
  policy: MissingPolicy,
): Iterable<BrokenImplication | typeof NOT_EVALUATED> {
  const { table } = given;
  for (let row = 0; row < table.rowCount; row += 1) {
    const applies = holds(view, premise, given.column, row, policy);
    if (applies === false) continue;
    const neededRow = needed.table === table ? row : 0;
    const fulfilled = applies && holds(view, conclusion, needed.column, neededRow, policy);
    if (fulfilled === undefined) yield NOT_EVALUATED;
    else if (!fulfilled) {
      yield {
        row: rowLabel(view, table, row),
        given: cellText(view, premise.field, given.column, row) ?? '',
        needed: cellText(view, conclusion.field, needed.column, neededRow),
        condition: conditionText(view, conclusion),
        subject: {
          at: figurePlace(needed.table, needed.column, neededRow),
          form: table.form,
          row: { table, index: row },
          fields: [premise.field, conclusion.field],
          related: [figurePlace(table, given.column, row)],
        },
      };
    }
  }
}

function* onUnit(
  view: UnitView,
  premise: FieldCondition,
  conclusion: FieldCondition,
  policy: MissingPolicy,
): Iterable<BrokenImplication | typeof NOT_EVALUATED> {
  const given = unitCell(view, premise.field, policy);
  const needed = unitCell(view, conclusion.field, policy);
  const applies = given === undefined ? undefined : holds(view, premise, given.column, 0, policy);
  if (applies === false) return;
  const fulfilled =
    applies && (needed === undefined ? undefined : holds(view, conclusion, needed.column, 0, policy));
  if (fulfilled === undefined || given === undefined || needed === undefined) yield NOT_EVALUATED;
  else if (!fulfilled) {
    yield {
      row: unitLabel(view),
      given: cellText(view, premise.field, given.column, 0) ?? '',
      needed: cellText(view, conclusion.field, needed.column, 0),
      condition: conditionText(view, conclusion),
      subject: {
        at: needed.at,
        form: needed.form,
        fields: [premise.field, conclusion.field],
        related: [given.at],
      },
    };
  }
}

interface UnitCell {
  readonly column: FieldColumn;
  readonly form: string;
  readonly at: RuleSubject['at'];
}

/** The unit's own cell, or its sum of rows seen as one cell. */
function unitCell(view: UnitView, field: FieldId, policy: MissingPolicy): UnitCell | undefined {
  const own = ownPlace(view, field);
  const definition = fieldOf(view, field);
  if (definition?.type !== 'count' && definition?.type !== 'amount') {
    return own && { column: own.column, form: own.table.form, at: figurePlace(own.table, own.column, 0) };
  }
  const figure = unitFigure(view, field);
  if (figure === undefined) return undefined;
  const number = usable(figure, policy);
  const column: FieldColumn = {
    field,
    states: [number === undefined ? figure.state : 'value'],
    numbers: Float64Array.of(number ?? Number.NaN),
    texts: [undefined],
    column: 1,
  };
  return { column, form: figure.form, at: figure.at };
}
