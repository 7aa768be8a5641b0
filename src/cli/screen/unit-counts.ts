/** Who has how much to mend: a line per unit, the most errors first. */
import { isStandingError } from '../../findings/acceptance.js';
import { countOf } from '../../findings/fold.js';
import type { Finding } from '../../model.js';
import { groupBy } from '../../values/groups.js';
import { safeText } from '../../values/safe-text.js';
import { compareVietnamese } from '../../values/vietnamese-text.js';
import { SEVERITY_WORDS } from '../../findings/severity-words.js';
import type { ReporterOptions } from './reporter-options.js';
import { textTable } from './text-table.js';

/** Units shown before the rest is counted. */
const SHOWN_UNITS = 50;

/** Nothing for a single unit, whose findings stand right below. */
export function unitCountLines(
  findings: readonly Finding[],
  { unitName, max, columns }: ReporterOptions,
): readonly string[] {
  // Without the list of units nobody knows whom a code means.
  if (unitName === undefined) return [];
  const standing = findings.filter(({ trial, accepted }) => trial !== true && accepted === undefined);
  const units = [...groupBy(standing, ({ unit }) => unit)]
    .map(([unit, own]) => ({
      name: safeText(unitName(unit) ?? unit),
      errors: countOf(own.filter(isStandingError)),
      warnings: countOf(own.filter(({ severity }) => severity === 'warning')),
      infos: countOf(own.filter(({ severity }) => severity === 'info')),
    }))
    .sort(
      (left, right) =>
        right.errors - left.errors ||
        right.warnings - left.warnings ||
        compareVietnamese(left.name, right.name),
    );
  if (units.length < 2) return [];
  const toDo = units.filter(({ errors, warnings }) => errors + warnings > 0);
  const shown = max === Infinity ? toDo : toDo.slice(0, SHOWN_UNITS);
  const hidden = toDo.length - shown.length;
  const remarked = units.length - toDo.length;
  const rest = [
    ...(hidden > 0 ? [`${hidden} đơn vị khác còn mục phải sửa hoặc cần xác nhận`] : []),
    ...(remarked > 0 ? [`${remarked} đơn vị chỉ có lưu ý`] : []),
  ];
  if (shown.length === 0) return [];
  const figure = (count: number): string => (count === 0 ? '–' : String(count));
  const table = textTable(
    [
      ['Đơn vị', ...Object.values(SEVERITY_WORDS)],
      ...shown.map(({ name, errors, warnings, infos }) => [
        Array.from(name)
          .slice(0, Math.max(10, columns - 38))
          .join(''),
        figure(errors),
        figure(warnings),
        figure(infos),
      ]),
    ],
    [1, 2, 3],
  );
  return [...table.split('\n'), ...(rest.length > 0 ? [`… và ${rest.join(', ')}`] : [])];
}
