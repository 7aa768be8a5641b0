/** A form of a level above: its cells are filled from what the set already measures, so that nothing new is asked of anybody. */
import { rowsKey } from '../../criteria/totals.js';
import { indicatorsOf } from '../../criteria/set-queries.js';
import type { CriteriaSet, OwnColumn, OwnLine, OwnTable } from '../../model.js';
import { foldBare } from '../../values/vietnamese-text.js';
import { without } from '../../values/without.js';
import type { Proposal } from './propose.js';
import type { Doubt } from './proposing.js';

type Entry = OwnColumn | OwnLine;

/** The proposal without new fields: an indicator where one is meant, else a cell that stays blank, and is told. */
export function asSummary({ form, doubts, ...others }: Proposal, set: CriteriaSet): Proposal {
  const added = new Set((form.fields ?? []).map(({ id }) => id));
  const typedRates = new Map(
    set.fields.flatMap(({ id, rateOf: of }) => (of === undefined ? [] : [[id, of]])),
  );
  const indicators = indicatorsOf(set);
  const named = (text: string): string | undefined => {
    const found = indicators.filter(({ label }) => foldBare(label) === foldBare(text));
    return found.length === 1 ? found[0]?.id : undefined;
  };
  const rateOf = (field: string): string | undefined => {
    const counted = set.totals.find(({ id }) => id === field)?.totalOf ?? { sum: field };
    return indicators.find(
      ({ numerator, denominator }) => denominator !== undefined && rowsKey(numerator) === rowsKey(counted),
    )?.id;
  };
  const leftBlank: Doubt[] = [];
  const withIndicators = <One extends Entry>(
    entries: readonly One[],
    textOf: (entry: One) => string,
  ): One[] => {
    let left: string | undefined;
    return entries.map((entry) => {
      const { field } = entry;
      const rest = without(entry, ['field']);
      const isNew = field !== undefined && added.has(field);
      // What communes typed as a rate is worked out anew.
      const typed = typedRates.get(field ?? '');
      const of = typed ?? (entry.role === 'share' ? left : undefined);
      const found = isNew ? named(textOf(entry)) : of === undefined ? undefined : rateOf(of);
      // The share beside the figure of the plan or of the year before is not that of the period.
      const isBeside = field !== undefined && entry.role !== undefined && entry.role !== 'actual';
      left = isNew || isBeside ? undefined : typed === undefined ? (field ?? left) : left;
      if (found !== undefined) return indicatorEntry(rest, found);
      if (!isNew) return entry;
      leftBlank.push({ sheet: '', header: textOf(entry), proposal: 'để trống', proposed: 'ignored' });
      return { ...rest, role: 'ignored' };
    });
  };
  const tables = form.tables.map((table): OwnTable => {
    const { columns, lines } = table;
    return {
      ...table,
      ...(columns === undefined
        ? {}
        : { columns: withIndicators(columns, ({ header }) => header.at(-1) ?? '') }),
      ...(lines === undefined ? {} : { lines: withIndicators(lines, ({ label }) => label) }),
    };
  });
  const kept = doubts.flatMap((doubt): Doubt[] => {
    const open = leftBlank.find(({ header }) => doubt.header.endsWith(header));
    if (open !== undefined) return [{ ...doubt, proposal: open.proposal, proposed: 'ignored' }];
    const isNew = typeof doubt.proposed === 'object' && added.has(doubt.proposed.field);
    return isNew ? [] : [doubt];
  });
  return { form: { ...without(form, ['fields']), summary: true, tables }, doubts: kept, ...others };
}

/** The role of a share goes: the cell is filled with the rate. */
const indicatorEntry = <One extends Entry>(entry: One, indicator: string): One => ({
  ...without(entry, ['role']),
  indicator,
});
