/** Whether a sheet is of the sender and the period of its file, by its title lines. */
import { finding } from '../findings/finding.js';
import type { Finding, PeriodKind, RawFile, SourceRef, UnitVersion } from '../model.js';
import { exactMatch, findByName } from '../units/names/find-by-name.js';
import { unitFullName } from '../units/names/unit-name.js';
import { defined } from '../values/defined.js';
import { inner } from '../values/inner-quotes.js';
import { shortened } from './listed.js';
import type { FoundForm } from './layout/form-sheets.js';
import type { RecognitionContext } from './recognition.js';
import type { Attributed } from './sender/attribute-sender.js';
import type { SaidOfSheet } from './several-senders.js';
import { periodLine, unitLine, type Settled } from './sender/settlement.js';
import { tellsResults } from './layout/period-text.js';
import type { TitleBlock } from './sender/title-block.js';

/** The file of a sheet, whose it is, and what the office has settled of the sheet. */
export interface SheetOf {
  readonly source: RawFile['source'];
  readonly sender: Attributed;
  readonly settled: Settled;
  /** What is said of the sheet elsewhere, where its title names nobody. */
  readonly elsewhere?: SaidOfSheet;
}

/** A sheet whose title names another unit or year was copied from elsewhere: its figures are not this sender's. */
export function ofAnotherSender(
  { form, sheet }: FoundForm,
  title: TitleBlock | undefined,
  { source: { path: file, sha256 }, sender, settled, elsewhere }: SheetOf,
  context: RecognitionContext,
): Finding | undefined {
  const subject = {
    ...defined({ unit: sender.unit }),
    period: sender.period,
    form: form.id,
  };
  const at = (cell?: string): SourceRef => ({ file, sheet: sheet.name, ...defined({ cell }) });
  const own = context.scope.tree.byCode.get(sender.unit ?? '');
  const other =
    settled.unit === undefined ? otherUnit(title, elsewhere, own, sheet.name, context) : undefined;
  if (other !== undefined)
    return finding(
      'submission/sheet-of-other-unit',
      at(other.cell),
      {
        place: other.place,
        text: inner(shortened(other.text)),
        unit: sender.unitName,
        named: unitFullName(other.unit),
        settlement: unitLine(sha256, other.unit.code, sheet.name),
      },
      subject,
    );
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

/** Another unit than the sender that the title names; where it names nobody, what else is said of the sheet. */
function otherUnit(
  title: TitleBlock | undefined,
  elsewhere: SaidOfSheet | undefined,
  own: UnitVersion | undefined,
  sheet: string,
  { scope: { tree } }: RecognitionContext,
): SaidOfSheet | undefined {
  if (own === undefined) return undefined;
  const titles = title?.units ?? [];
  for (const said of titles) {
    const coded = tree.byCode.get(said.code ?? '');
    const byCode = coded === own ? undefined : coded;
    const isOwn = said.code === own.code || findByName([own], said.name).kind !== 'none';
    if (isOwn && byCode === undefined) continue;
    const others = [...tree.byCode.values()].filter((unit) => unit !== own);
    const unit = byCode ?? exactMatch(findByName(others, said.name));
    if (unit === undefined) continue;
    return { unit, place: `Tiêu đề của trang “${sheet}”`, text: said.text, cell: said.cell };
  }
  if (titles.length > 0 || elsewhere === undefined) return undefined;
  // A sheet called after the sender, or after what it lies in, says nothing against it.
  for (
    let above: UnitVersion | undefined = own;
    above !== undefined;
    above = tree.byCode.get(above.parentCode ?? '')
  )
    if (above.code === elsewhere.unit.code) return undefined;
  return elsewhere;
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
  const month = stated ? undefined : monthReported(title, context, lines.length > 0);
  const named = lines.some(({ periods }) => periods.some((one) => one.startsWith(year)));
  const another = named ? undefined : (lines.find(({ plan }) => !plan || !whole) ?? foreseen(lines, title));
  return contrary ?? part ?? month ?? another;
}

/** "DỰ KIẾN NĂM 2025" over figures that no line calls results; beside one that does it heads what is told after them. */
const foreseen = <Line>(lines: readonly Line[], title: TitleBlock | undefined): Line | undefined =>
  title?.lines?.some(tellsResults) === true ? undefined : lines[0];

/** Ids of half a year and of other parts of one. */
const PART = /^\d{4}(?:-H1| \()/u;

/** A half-year may be closed a month early or late, a year from October on. */
const CLOSES: ReadonlyMap<PeriodKind, readonly number[]> = new Map([
  ['H1', [5, 6, 7]],
  ['year', [10, 11, 12]],
]);

/**
 * "KẾT QUẢ THÁNG 6 NĂM 2025" in a file of the year: figures of a month, unless all that came before is among them; "Số liệu đến
 * 31/12/2024" in one of the year after: those of last year, where no line of the sheet names its own (`isPlain`).
 */
function monthReported(
  title: TitleBlock | undefined,
  { period: { id, kind } }: RecognitionContext,
  isPlain: boolean,
): { readonly text: string; readonly cell: string } | undefined {
  const closes = CLOSES.get(kind);
  return closes === undefined
    ? undefined
    : title?.months?.find(
        ({ reported, upTo, year, month }) =>
          (reported && (!upTo || (!isPlain && year < id.slice(0, 4)))) ||
          (upTo && year <= id.slice(0, 4) && !closes.includes(month)),
      );
}
