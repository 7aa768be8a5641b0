/** Admits areas.csv: which residential area of a commune went into which, on what day, by what decision. */
import type { AreaStep, DelimitedTable, Finding } from '../model.js';
import { finding } from '../findings/finding.js';
import { areaKey } from '../units/areas/area-history.js';
import { parseDay } from '../values/calendar-day.js';
import { defined } from '../values/defined.js';
import { groupBy } from '../values/groups.js';
import { formatDate } from '../values/number-format.js';
import { admitLines, type Admitted, type CsvLine } from './csv-lines.js';

type Column = 'unit_code' | 'old_name' | 'new_name' | 'date' | 'share' | 'decision' | 'old_former_unit';

/** All lines of areas.csv, or what is wrong with them. `communes`: codes of the units that have areas. */
export function admitAreas(table: DelimitedTable, communes?: ReadonlySet<string>): Admitted<AreaStep> {
  const { values, findings } = admitLines<Column, AreaStep>(
    table,
    {
      required: ['unit_code', 'old_name', 'new_name', 'date'],
      optional: ['share', 'decision', 'old_former_unit'],
    },
    admitStep,
    ({ unit, oldName, oldFormerUnit = '', newName, date }) =>
      [unit, areaKey(oldName), areaKey(oldFormerUnit), areaKey(newName), date].join(' | '),
  );
  return { values, findings: [...findings, ...stepFaults(values, communes)] };
}

function admitStep(line: CsvLine<Column>): AreaStep | undefined {
  const [unit, oldName, newName] = [
    line.required('unit_code'),
    line.required('old_name'),
    line.required('new_name'),
  ];
  const date = line.parsed('date', line.required('date'), parseDay, 'configuration/csv-not-a-date');
  const text = line.optional('share') ?? 'whole';
  const share = shareOf(text);
  if (share === undefined) line.findings.push(finding('areas/not-a-share', line.at('share'), { text }));
  if (unit === undefined || oldName === undefined || newName === undefined) return undefined;
  if (date === undefined || share === undefined) return undefined;
  return {
    unit,
    oldName,
    newName,
    date,
    share,
    ...defined({ oldFormerUnit: line.optional('old_former_unit'), decision: line.optional('decision') }),
    at: line.at('old_name'),
  };
}

const WHOLE = /^(?:whole|toàn bộ|1|100\s*%)$/iu;

/** "whole", "0.4", "0,4", "40%", "2/5", as an exact fraction above 0; what is over 1 is told with its place. */
function shareOf(text: string): AreaStep['share'] | undefined {
  const plain = text.trim();
  if (WHOLE.test(plain)) return { numerator: 1, denominator: 1 };
  const fraction = /^(\d{1,6})\s*\/\s*(\d{1,6})$/u.exec(plain);
  if (fraction !== null) return positive(Number(fraction[1]), Number(fraction[2]));
  const decimal = /^(\d{1,4})(?:[.,](\d{1,6}))?\s*(%?)$/u.exec(plain);
  if (decimal === null) return undefined;
  const [, whole = '0', decimals = '', percent = ''] = decimal;
  return positive(Number(`${whole}${decimals}`), 10 ** decimals.length * (percent === '' ? 1 : 100));
}

const positive = (numerator: number, denominator: number): AreaStep['share'] | undefined =>
  numerator > 0 && denominator > 0 ? { numerator, denominator } : undefined;

/** What is wrong with steps taken together: shares beyond the whole, circles, communes nobody knows. */
function* stepFaults(steps: readonly AreaStep[], communes?: ReadonlySet<string>): Iterable<Finding> {
  for (const step of steps)
    if (communes !== undefined && !communes.has(step.unit))
      yield finding('areas/unknown-unit', step.at, { code: step.unit });
  const ofArea = ({ unit, date, oldName, oldFormerUnit = '' }: AreaStep): string =>
    [unit, date, areaKey(oldName), areaKey(oldFormerUnit)].join(' | ');
  for (const parts of groupBy(steps, ofArea).values()) yield* shareFaults(parts);
  for (const own of groupBy(steps, ({ unit }) => unit).values()) {
    for (const day of groupBy(own, ({ date }) => date).values()) {
      const circle = circleIn(day);
      if (circle !== undefined) yield circleFinding('areas/circle', circle);
    }
    yield* returning(own);
  }
}

function* shareFaults(parts: readonly AreaStep[]): Iterable<Finding> {
  const [first] = parts;
  if (first === undefined) return;
  const denominator = parts.reduce((product, { share }) => product * BigInt(share.denominator), 1n);
  const sum = parts.reduce(
    (total, { share }) => total + (BigInt(share.numerator) * denominator) / BigInt(share.denominator),
    0n,
  );
  if (sum === denominator) return;
  const percent = Number((sum * 10_000n) / denominator) / 100;
  const parameters = {
    name: first.oldName,
    count: parts.length,
    sum: `${String(percent).replace('.', ',')}%`,
    date: formatDate(first.date),
  };
  const related = parts.slice(1).map(({ at }) => at);
  yield finding(
    sum > denominator ? 'areas/share-over-one' : 'areas/share-incomplete',
    first.at,
    parameters,
    related.length === 0 ? {} : { related },
  );
}

/** Names that lead back to themselves on one day: which of them was first nobody can tell. */
function circleIn(steps: readonly AreaStep[]): readonly AreaStep[] | undefined {
  const moves = steps.filter(({ oldName, newName }) => areaKey(oldName) !== areaKey(newName));
  const from = groupBy(moves, ({ oldName }) => areaKey(oldName));
  const done = new Set<string>();
  // Depth first with a list of its own: a long chain of names must not fill the stack.
  for (const start of from.keys()) {
    const path: { readonly step?: AreaStep; readonly name: string; next: number }[] = [
      { name: start, next: 0 },
    ];
    const onPath = new Set([start]);
    while (path.length > 0) {
      const top = path.at(-1);
      if (top === undefined) break;
      const step = done.has(top.name) ? undefined : from.get(top.name)?.[top.next];
      if (step === undefined) {
        done.add(top.name);
        onPath.delete(top.name);
        path.pop();
        continue;
      }
      top.next += 1;
      const name = areaKey(step.newName);
      if (onPath.has(name)) {
        const at = path.findIndex((one) => one.name === name);
        return [...path.slice(at + 1).flatMap((one) => one.step ?? []), step];
      }
      onPath.add(name);
      path.push({ step, name, next: 0 });
    }
  }
  return undefined;
}

/** An area renamed back later: possible, but more often a line typed the wrong way round. */
function* returning(steps: readonly AreaStep[]): Iterable<Finding> {
  const renamed = steps.flatMap((step, index) => {
    const [from, to] = [areaKey(step.oldName), areaKey(step.newName)];
    return from === to ? [] : [{ step, index, way: `${from} | ${to}`, back: `${to} | ${from}` }];
  });
  const byWay = groupBy(renamed, ({ way }) => way);
  for (const { step, index, back } of renamed) {
    const other = byWay.get(back)?.find((one) => one.index > index && one.step.date !== step.date);
    if (other !== undefined) yield circleFinding('areas/renamed-back', [step, other.step]);
  }
}

function circleFinding(code: 'areas/circle' | 'areas/renamed-back', steps: readonly AreaStep[]): Finding {
  const [first] = steps;
  const related = steps.slice(1).map(({ at }) => at);
  return finding(
    code,
    first?.at ?? { file: 'areas.csv' },
    {
      names: [first?.oldName ?? '', ...steps.map(({ newName }) => newName)]
        .map((name) => `“${name}”`)
        .join(' → '),
      date: formatDate(first?.date ?? ''),
    },
    related.length === 0 ? {} : { related },
  );
}
