/** A CSV file becomes parts: one form, a part for every unit, period and Lần nộp named in its lines. */
import { cellAddress } from '../values/cell-address.js';
import { finding } from '../findings/finding.js';
import type { Finding, FormDefinition, RawFile, SourceRef } from '../model.js';
import { attributeSender } from './sender/attribute-sender.js';
import { attributeUnit } from './sender/attribute-unit.js';
import { readCsvShape, type SenderLines, type CsvShape } from './layout/csv-form.js';
import { csvForm } from './layout/csv-form-choice.js';
import { asAskedHere, setsRead } from './made-for.js';
import { madeForOther } from './several-senders.js';
import { readPart, rejectEmpty } from './read-part.js';
import { partOf, type Recognition, type RecognitionContext } from './recognition.js';
import { settlementFor } from './sender/settlement.js';
import { defined } from '../values/defined.js';
import { append } from '../values/of-many.js';

/** Undefined when the file names no unit line by line, or is no form of the set. */
export function recogniseCsv(file: RawFile, context: RecognitionContext): Recognition | undefined {
  const [sheet] = file.sheets;
  const shape = sheet === undefined ? undefined : readCsvShape(sheet);
  // A CSV file does not say which set it was made for: its columns or lines do.
  const chosen = shape === undefined ? undefined : csvForm(shape, setsRead(context.set));
  if (shape === undefined || chosen === undefined || shape.senders.length === 0) return undefined;
  const { form, set } = chosen;
  return asAskedHere(readShape(file, shape, form, { ...context, set }), set, context);
}

function readShape(
  file: RawFile,
  shape: CsvShape,
  form: FormDefinition,
  context: RecognitionContext,
): Recognition {
  const { sha256 } = file.source;
  const settled = settlementFor(context.settlements, sha256, form.id);
  const findings: Finding[] = [];
  const at = ({ row, column }: SenderLines['at']): SourceRef => ({
    file: file.source.path,
    cell: cellAddress(row, column),
  });
  const unitOf = (csv: SenderLines): string | undefined => {
    const attribution = attributeUnit(saidOf(csv), context.scope, { at: at(csv.at), sha256 });
    return 'unit' in attribution ? attribution.unit.code : undefined;
  };
  // One line of tdkvh.yaml settles one sender: the only one of the file, or the only one that cannot be known.
  const open = shape.senders.filter((csv) => shape.senders.length === 1 || unitOf(csv) === undefined);
  const settledPart =
    settled.unit === undefined || settled.use === false || open.length !== 1 ? undefined : open[0];
  // A line on the period settles the lines without one, and all of them where the file knows one period only.
  const onePeriod = new Set(shape.senders.map(({ period }) => period)).size === 1;
  const parts = shape.senders.flatMap((csv) => {
    if (settled.use === false && (settled.unit === undefined || settled.unit === unitOf(csv))) {
      findings.push(finding('submission/not-used', at(csv.at), { decision: 'use: false' }));
      return partOf(file, { sheet: '', form: form.id, state: 'skipped' });
    }
    const attributed = attributeSender(
      {
        sha256,
        said: saidOf(csv),
        ...defined({
          settledUnit: csv === settledPart ? settled.unit : undefined,
          settledPeriod: csv.period === '' || onePeriod ? settled.period : undefined,
        }),
        periods: [csv.period],
        criteria: undefined,
        submissionNo:
          csv.submissionNo === undefined
            ? undefined
            : { text: csv.submissionNo.text, at: at(csv.submissionNo.at) },
        at: at(csv.at),
        periodAt: at(csv.periodAt),
      },
      context,
      findings,
    );
    // A file of several units is no form that was sent out.
    if (shape.senders.length === 1 && csv !== settledPart)
      append(findings, madeForOther(file, attributed, context, 'cột “Mã đơn vị” (unit_code)'));
    const sent = { form: form.id, sheet: csv.sheet, identityPlaces: new Map() };
    // What was told of other units of the file says nothing of this one.
    const blanks: Finding[] = [];
    const read = rejectEmpty([readPart(file, sent, attributed, context)], attributed, context, blanks);
    append(findings, blanks);
    return read;
  });
  return { parts, findings };
}

const saidOf = ({ unitCode, unitName }: SenderLines) => ({
  ...(unitCode === '' ? {} : { code: unitCode }),
  ...defined({ name: unitName }),
});
