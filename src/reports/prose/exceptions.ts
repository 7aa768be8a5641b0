/** Who sent something and is yet missing from figures of the report: said once, in the introduction. */
import { absentFrom, namesOf, silentUnits } from './coverage.js';
import { isOwn } from './frame.js';
import { NO_EXCEPTIONS, type Exceptions, type IndicatorResult, type Prose } from './prose.js';
import { listed } from './vietnamese-list.js';
import { groupBy } from '../../values/groups.js';

/** More units are counted. */
const NAMED_AT_MOST = 10;
/** More figures of a unit are told by their sections; the annexes and the workbook show them by column. */
const FIGURES_AT_MOST = 3;
/** With more than so large a part of the units missing a figure says so itself: where they are named, where counted. */
const MANY = { byUnit: 0.25, byCount: 0.1 } as const;

/** A figure of a topic and what it is called. */
export interface ToldFigure {
  readonly topic: string;
  readonly name: string;
  readonly result: IndicatorResult;
}

/** A figure of a unit that is not in the sum. */
interface Lack extends ToldFigure {
  readonly code: string;
}

export function exceptionsOf({ frame }: Prose, told: readonly ToldFigure[]): Exceptions {
  if (isOwn(frame.results, frame.leaves)) return NO_EXCEPTIONS;
  const silent = new Set([...silentUnits(frame).values()].flat());
  const lacks = told.flatMap((figure): readonly Lack[] => {
    const { indicator, measure } = figure.result;
    const codes = [...absentFrom(frame, measure, indicator.id).values()].flat();
    return codes.filter((code) => !silent.has(code)).map((code) => ({ ...figure, code }));
  });
  if (lacks.length === 0) return NO_EXCEPTIONS;
  const byUnit = groupBy(lacks, ({ code }) => code);
  const form = byUnit.size > NAMED_AT_MOST ? 'byCount' : 'byUnit';
  const byFigure = groupBy(lacks, ({ result }) => result.indicator.id);
  const unsettled = [...byFigure]
    .filter(([, those]) => those.length > frame.leaves.length * MANY[form])
    .map(([id]) => id);
  const inOrder = frame.leaves.flatMap(({ code }) => {
    const own = byUnit.get(code);
    return own === undefined ? [] : [{ code, figures: own }];
  });
  return { form, units: inOrder, unsettled: new Set(unsettled) };
}

/** `hasTables`: annexes say it by column. "Một số chỉ tiêu còn thiếu số liệu của thị trấn Chờ (câu lạc bộ gia đình) …"; empty where every figure is of all that sent something. */
export function exceptionsText(
  prose: Prose,
  headingOf: (topic: string) => string,
  hasTables: boolean,
): string {
  const { form, units } = prose.exceptions;
  if (form === 'none') return '';
  if (form === 'byCount')
    return prose.say('overall.exceptionsMany', { count: prose.frame.count(units.length), hasTables });
  const placed = units.map(({ code, figures }) => {
    const named = figures.length <= FIGURES_AT_MOST;
    const what = named
      ? listed([...new Set(figures.map(({ name }) => name))])
      : [...new Set(figures.map(({ topic }) => headingOf(topic)))].join(', ');
    return { code, named, what };
  });
  const items = [...groupBy(placed, ({ what }) => what)].map(([what, same]) =>
    prose.say('overall.exception', {
      names: namesOf(
        prose.frame,
        same.map(({ code }) => code),
      ),
      what,
      named: same[0]?.named ?? false,
    }),
  );
  return prose.say('overall.exceptions', { items: items.join('; ') });
}

/** Nobody else says whom the figure lacks. */
export const needsOwnMark = ({ exceptions }: Prose, { indicator }: IndicatorResult): boolean =>
  exceptions.form === 'none' || exceptions.unsettled.has(indicator.id);
