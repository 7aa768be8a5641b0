/** The day to which a unit's figures were taken: what its Thông tin says, else what the office says. */
import { ownPlace, type Place } from './unit-figure.js';
import type { UnitView } from './unit-view.js';

/** The line of Thông tin that says it. */
const DATE_FIELD = 'dataAsOf';

export interface StatedDay {
  /** ISO. */
  readonly date: string;
  /** Where it stands, when the unit says it. */
  readonly place?: Place;
}

export function statedDay(view: UnitView): StatedDay | undefined {
  const place = ownPlace(view, DATE_FIELD);
  const own = place?.column.states[0] === 'value' ? place.column.texts[0] : undefined;
  if (place !== undefined && own !== undefined) return { date: own, place };
  const { dataAsOf } = view.context;
  return dataAsOf === undefined ? undefined : { date: dataAsOf };
}
