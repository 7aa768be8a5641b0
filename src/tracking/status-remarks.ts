/** What is odd about the dates behind a status: no deadline, a deadline gone by, receipts of nothing or of the future. */
import { finding } from '../findings/finding.js';
import { filesFolded } from '../findings/fold.js';
import type { DatedStatus, Finding, Receipt, ResultsDocument, WorkspaceConfig } from '../model.js';
import { formatDate } from '../values/number-format.js';
import { daysBetween } from '../values/calendar-day.js';
import { replacedFiles } from './open-matters.js';
import { filesWritten } from './receipt-dates.js';
import { IN_CONFIGURATION } from '../findings/places.js';

const RECEIVED = { file: 'received.csv' } as const;

export function statusRemarks(
  results: ResultsDocument,
  receipts: readonly Receipt[],
  { commune }: WorkspaceConfig['deadlines'],
  { asOf, units, files }: DatedStatus,
): readonly Finding[] {
  const { inputs } = results;
  const replaced = replacedFiles(results);
  const waiting = units.some(({ state }) => state === 'notSent');
  const past = commune === undefined ? 0 : daysBetween(commune, asOf);
  const ofNobody = filesFolded();
  for (const { file, state, unit } of files)
    if (state === 'documentOnly' && unit === undefined)
      ofNobody.add(finding('tracking/document-of-nobody', { file }, {}));
  const unitsOf = new Map(
    inputs.map(({ path, parts }) => [path, parts.flatMap((part) => part.unit ?? [])] as const),
  );
  const written = filesWritten(unitsOf.keys());
  return [
    ...(commune === undefined ? [finding('tracking/no-deadline', IN_CONFIGURATION, {})] : []),
    ...(commune !== undefined && past > 0 && waiting
      ? [
          finding('tracking/deadline-passed', IN_CONFIGURATION, {
            deadline: formatDate(commune),
            days: past,
            asOf: formatDate(asOf),
          }),
        ]
      : []),
    ...inputs
      .filter(({ path }) => replaced.has(path))
      .map(({ path, sha256 }) => finding('tracking/unusable-replaced', { file: path }, { sha256 })),
    ...ofNobody.all(),
    ...receipts.flatMap(({ file, unit, date }): readonly Finding[] => {
      const paths = file === undefined ? [] : written(file);
      const owners = new Set(paths.flatMap((path) => unitsOf.get(path) ?? []));
      const notDue = unit !== undefined && !results.units.some(({ code }) => code === unit);
      const anothers = unit !== undefined && owners.size > 0 && !owners.has(unit);
      const unknown = file !== undefined && paths.length === 0;
      const sender = file ?? unit ?? '';
      return [
        ...(unknown ? [finding('tracking/receipt-unknown-file', RECEIVED, { file })] : []),
        ...(notDue || anothers
          ? [finding('tracking/receipt-other-unit', RECEIVED, { unit, sender }, { fields: [sender, unit] })]
          : []),
        ...(date > asOf
          ? [
              finding('tracking/receipt-after', RECEIVED, {
                sender,
                date: formatDate(date),
                asOf: formatDate(asOf),
              }),
            ]
          : []),
      ];
    }),
  ];
}
