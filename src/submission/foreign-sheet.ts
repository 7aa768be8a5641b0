/** Whether a sheet is of the sender and the period of its file, by its title lines. */
import { finding } from '../findings/finding.js';
import type { Finding, PeriodKind, SourceRef } from '../model.js';
import { exactMatch, findByName } from '../units/names/find-by-name.js';
import { defined } from '../values/defined.js';
import type { FoundForm } from './layout/form-sheets.js';
import type { RecognitionContext } from './recognition.js';
import type { Attributed } from './sender/attribute-sender.js';
import { periodLine, type Settled } from './sender/settlement.js';
import type { TitleBlock } from './sender/title-block.js';

/** The file of a sheet, whose it is, and what the office has settled of the sheet. */
export interface SheetOf {
  readonly file: string;
  readonly sha256: string;
  readonly sender: Attributed;
  readonly settled: Settled;
}

/** A sheet whose title names another unit or year was copied from elsewhere: its figures are not this sender's. */
export function ofAnotherSender(
  { form, sheet }: FoundForm,
  title: TitleBlock | undefined,
  { file, sha256, sender, settled }: SheetOf,
  context: RecognitionContext,
): Finding | undefined {
  const subject = {
    ...defined({ unit: sender.unit }),
    period: sender.period,
    form: form.id,
  };
  const at = (cell: string): SourceRef => ({ file, sheet: sheet.name, cell });
  const own = context.scope.tree.byCode.get(sender.unit ?? '');
  for (const said of settled.unit === undefined ? (title?.units ?? []) : []) {
    const coded = context.scope.tree.byCode.get(said.code ?? '');
    const byCode = coded === own ? undefined : coded;
    const isOwn = own === undefined || said.code === own.code || findByName([own], said.name).kind !== 'none';
    if (isOwn && byCode === undefined) continue;
    const others = [...context.scope.tree.byCode.values()].filter((unit) => unit !== own);
    const named = byCode ?? exactMatch(findByName(others, said.name));
    if (named === undefined) continue;
    return finding(
      'submission/sheet-of-other-unit',
      at(said.cell),
      { sheet: sheet.name, text: said.text, unit: sender.unitName },
      subject,
    );
  }
  const said = ofAnotherPeriod(title, sender.period, settled, context);
  if (said === undefined) return undefined;
  return finding(
    'submission/sheet-of-other-period',
    at(said.cell),
    {
      sheet: sheet.name,
      text: said.text,
      period: sender.period,
      settlement: periodLine(sha256, sender.period),
    },
    subject,
  );
}

/** The title line that does not go with the period of the file. */
function ofAnotherPeriod(
  title: TitleBlock | undefined,
  period: string,
  settled: Settled,
  context: RecognitionContext,
): { readonly text: string; readonly cell: string } | undefined {
  const year = period.slice(0, 4);
  const lines = settled.period === undefined ? (title?.periods ?? []) : [];
  // A form of registrations may well tell the results of the year before; plans of others are no matter.
  const whole = context.period.kind !== 'registration';
  const contrary = whole
    ? lines.find(
        ({ results, periods }) => results !== undefined && periods.includes(year) && results !== year,
      )
    : undefined;
  // "9 THÁNG ĐẦU NĂM 2024" in a file of the year 2024.
  const part = whole
    ? lines.find(({ periods }) => periods.every((one) => one !== period && PART.test(one)))
    : undefined;
  // Beside a title of the period a month is when the report was made; “Năm 2024” alone does not say so.
  const stated =
    settled.period !== undefined || lines.some(({ periods, plain }) => periods.includes(period) && !plain);
  const month = stated ? undefined : monthReported(title, context);
  const named = lines.some(({ periods }) => periods.some((one) => one.startsWith(year)));
  return contrary ?? part ?? month ?? (named ? undefined : lines.find(({ plan }) => !plan || !whole));
}

/** Ids of half a year and of other parts of one. */
const PART = /^\d{4}(?:-H1| \()/u;

/** A half-year may be closed a month early or late, a year from October on. */
const CLOSES: ReadonlyMap<PeriodKind, readonly number[]> = new Map([
  ['H1', [5, 6, 7]],
  ['year', [10, 11, 12]],
]);

/** "KẾT QUẢ THÁNG 6 NĂM 2025" in a file of the year: figures of a month, unless all that came before is among them. */
function monthReported(
  title: TitleBlock | undefined,
  { period: { id, kind } }: RecognitionContext,
): { readonly text: string; readonly cell: string } | undefined {
  const closes = CLOSES.get(kind);
  return closes === undefined
    ? undefined
    : title?.months?.find(
        ({ reported, upTo, year, month }) =>
          (reported && !upTo) || (upTo && year <= id.slice(0, 4) && !closes.includes(month)),
      );
}
