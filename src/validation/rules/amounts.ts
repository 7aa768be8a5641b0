/** amounts: money typed in đồng or thousands where million đồng is asked; needs no other unit to be seen. */
import { z } from 'zod';
import type { Admitted, FieldColumn, FieldId, FigureTable, RuleOf } from '../../model.js';
import { anyField, numberField, numberFields } from '../../model/criteria/references.js';
import { foldBare } from '../../values/vietnamese-text.js';
import { formatScaled } from '../../values/number-format.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { figureText, labelOf, scaledOf, scaleOf } from '../scaled.js';
import { columnOf, numberAt, rowLabel, type UnitView } from '../unit-view.js';
import { figurePlace } from '../../values/cell-address.js';

const shape = z
  .strictObject({
    fields: numberFields.describe('Các khoản tiền được xét, ở từng dòng hoặc ở dòng của đơn vị.'),
    ask: z.number().positive().describe('Trên mức này thì hỏi lại đơn vị tính.'),
    refuse: z.number().positive().describe('Trên mức này thì chắc chắn sai đơn vị tính, chưa được tính.'),
    refuseApart: z
      .exactOptional(z.number().positive())
      .describe(
        'Trên mức này mà gấp nhiều lần các khoản khác, hoặc không có khoản nào nhỏ, thì chưa được tính; dưới mức này chỉ hỏi lại. Không ghi thì lấy mức ask.',
      ),
    usual: z
      .exactOptional(z.number().positive())
      .describe(
        'Từng khoản vượt mức này còn có thể đúng; mọi khoản của biểu đều vượt thì hỏi lại, và khoản vượt mức refuseApart thì chưa được tính.',
      ),
    times: z.int().min(2).describe('Gấp từ số lần này trở lên so với các khoản khác của biểu thì hỏi lại.'),
    least: z.number().positive().describe('Chỉ so với các khoản khác khi số tiền từ mức này trở lên.'),
    pairs: z
      .exactOptional(
        z
          .array(
            z.strictObject({
              field: numberField.describe('Một khoản.'),
              other: numberField.describe('Khoản cùng nguồn.'),
            }),
          )
          .min(1),
      )
      .describe('Các cặp khoản tiền cùng nguồn, ví dụ kế hoạch và thực hiện, được so trực tiếp với nhau.'),
    leastInPair: z
      .exactOptional(z.number().positive())
      .describe('Chỉ so trong cặp khi số tiền lớn hơn từ mức này trở lên.'),
    unitIn: z
      .exactOptional(anyField)
      .describe('Cột ghi đơn vị tính của từng dòng; chỉ xét dòng có đơn vị tính nêu ở khóa says.'),
    says: z.exactOptional(z.array(z.string().min(1)).min(1)).describe('Các cách ghi đơn vị tính được xét.'),
  })
  .describe(
    'Số tiền vượt mức có thể có, hoặc gấp hàng nghìn, hàng triệu lần các khoản khác của cùng biểu: có thể ghi theo đồng, nghìn đồng.',
  );

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly amounts: Admitted<typeof shape>;
  }
}

export const amounts: RuleModule<'amounts'> = { shape, within };

type Rule = RuleOf<'amounts'>;

interface Amount {
  readonly field: FieldId;
  readonly column: FieldColumn;
  readonly row: number;
  readonly value: number;
}

function* within(rule: Rule, view: UnitView): Iterable<Outcome> {
  let seen = false;
  for (const table of view.submission.tables.values()) {
    const known = amountsIn(rule, table);
    if (known.length > 0) seen = true;
    const allHigh = areAllHigh(rule, view, known);
    let judged = false;
    for (const one of known)
      for (const outcome of judge(rule, view, table, { one, known, allHigh })) {
        judged = true;
        yield outcome;
      }
    if (allHigh && !judged) yield allHighFinding(rule, view, table, known);
  }
  if (!seen) yield NOT_EVALUATED;
}

function amountsIn(rule: Rule, table: FigureTable): readonly Amount[] {
  return rule.fields.flatMap((field) => {
    const column = columnOf(table, field);
    if (column === undefined) return [];
    return column.states.flatMap((_, row): readonly Amount[] => {
      const value = numberAt(column, row, 'skip');
      return value === undefined || value <= 0 || !isMeant(rule, table, row)
        ? []
        : [{ field, column, row, value }];
    });
  });
}

/** A form whose rows state their own unit of measure: only those in the one that is meant. */
function isMeant({ unitIn, says = [] }: Rule, table: FigureTable, row: number): boolean {
  if (unitIn === undefined) return true;
  const text = foldBare(table.columns.get(unitIn)?.texts[row] ?? '');
  return says.some((spelling) => foldBare(spelling) === text);
}

/** No amount is small: the form as a whole may be in another unit of measure, where no single amount tells. */
const areAllHigh = ({ usual }: Rule, view: UnitView, known: readonly Amount[]): boolean =>
  usual !== undefined &&
  known.length > 0 &&
  known.every(({ field, value }) => value >= (scaledOf(usual, scaleOf(view, field)) ?? Infinity));

/** One question for the form; for a single amount only a remark, since one amount has nothing to be told from. */
function allHighFinding(rule: Rule, view: UnitView, table: FigureTable, known: readonly Amount[]): Outcome {
  const [first, ...others] = known.toSorted((left, right) => left.value - right.value);
  if (first === undefined) return NOT_EVALUATED;
  const last = others.at(-1) ?? first;
  const least = figureText(view, first.field, first.value);
  const most = figureText(view, last.field, last.value);
  const limit = figureText(view, first.field, scaledOf(rule.usual ?? 0, scaleOf(view, first.field)) ?? 0);
  const amounts =
    known.length === 1
      ? `Khoản tiền duy nhất của biểu (${least})`
      : `Mọi khoản tiền của biểu (${String(known.length)} khoản, từ ${least} đến ${most}) đều`;
  return ruleFinding(
    'row/amounts-all-high',
    rule,
    view,
    { amounts, limit },
    {
      at: figurePlace(table, first.column, first.row),
      form: table.form,
      fields: [...new Set(known.map(({ field }) => field))],
      related: others.map(({ column, row }) => figurePlace(table, column, row)),
      actual: known.length === 1 ? least : `${least}–${most}`,
      expected: [limit],
      atMost: known.length === 1 ? 'info' : 'warning',
    },
  );
}

function* judge(
  rule: Rule,
  view: UnitView,
  table: FigureTable,
  {
    one,
    known,
    allHigh,
  }: { readonly one: Amount; readonly known: readonly Amount[]; readonly allHigh: boolean },
): Iterable<Outcome> {
  const scale = scaleOf(view, one.field);
  const limit = (number: number): number => scaledOf(number, scale) ?? Number.MAX_SAFE_INTEGER;
  const far = farFrom(rule, one, known, limit);
  const tooHigh = one.value > limit(rule.ask);
  const ceiling = one.value > limit(rule.refuse) ? rule.refuse : rule.ask;
  if (!tooHigh && far === undefined) return;
  // Beyond every budget, or two signs at once: beyond doubt. One sign alone may be true.
  const doubtful = one.value > limit(rule.refuseApart ?? rule.ask) && (far !== undefined || allHigh);
  const certain = ceiling === rule.refuse || doubtful;
  const text = figureText(view, one.field, one.value);
  const common = { row: rowLabel(view, table, one.row), field: labelOf(view, one.field), value: text };
  const expected = figureText(view, one.field, far?.usual ?? limit(ceiling));
  const subject = {
    at: figurePlace(table, one.column, one.row),
    form: table.form,
    row: { table, index: one.row },
    fields: [one.field],
    actual: text,
    expected: [expected],
    ...(certain ? {} : { atMost: 'warning' as const }),
  };
  yield far === undefined
    ? ruleFinding('row/amount-too-high', rule, view, { ...common, limit: expected }, subject)
    : ruleFinding(
        'row/amount-apart',
        rule,
        view,
        {
          ...common,
          times: formatScaled(Math.floor(one.value / far.usual)),
          other:
            far.other === undefined
              ? 'mức giữa của các khoản khác trong biểu'
              : `“${labelOf(view, far.other)}”`,
          usual: expected,
        },
        subject,
      );
}

interface Far {
  readonly usual: number;
  /** The field of the pair; none where it is the middle of the other amounts. */
  readonly other?: FieldId;
}

/** What the amount is far above: its pair in the same row, else the middle of the other amounts. */
function farFrom(
  rule: Rule,
  one: Amount,
  known: readonly Amount[],
  limit: (number: number) => number,
): Far | undefined {
  const isFar = (usual: number): boolean => one.value >= usual * rule.times;
  const partners = (rule.pairs ?? []).flatMap(({ field, other }) =>
    field === one.field ? [other] : other === one.field ? [field] : [],
  );
  const pair = known.find(({ field, row }) => row === one.row && partners.includes(field));
  if (pair !== undefined && isFar(pair.value) && one.value >= limit(rule.leastInPair ?? rule.least))
    return { usual: pair.value, other: pair.field };
  if (one.value < limit(rule.least)) return undefined;
  const others = known.filter((other) => other !== one).map(({ value }) => value);
  const middle = others.toSorted((left, right) => left - right)[Math.floor((others.length - 1) / 2)];
  return middle !== undefined && isFar(middle) ? { usual: middle } : undefined;
}
