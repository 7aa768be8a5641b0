/** Columns of what a set of the locality adds, under the title of its topic: made from the results, declared nowhere. */
import { isNumeric } from '../../measures/field-types.js';
import type { IndicatorRecord, Table } from '../../model.js';
import { addedWithTitles } from '../sentences/added.js';
import type { Prose } from '../prose/prose.js';
import type { AnnexDeclaration, ColumnDeclaration } from '../wording/annex-declarations.js';
import { annexHead, labelOf, type TableMaker } from './table-maker.js';
import { unitTable } from './unit-table.js';

const WIDTH = 16;

/** The table by unit of everything added that communes enter; no lines where nothing is added. */
export function addedTable(maker: TableMaker, annex: AnnexDeclaration): Table {
  const { annexes } = maker.wording.tables;
  const elsewhere = new Set(
    annexes.flatMap(({ shape, form }) => (shape === 'upperParts' || shape === 'agencies' ? [form] : [])),
  );
  const added = addedColumns(maker.prose, (form) => !elsewhere.has(form));
  const columns = [...annex.columns, ...added, ...givenColumns(maker, annex)];
  return columns.length === 0
    ? { ...annexHead(maker, annex), columns: [], rows: [], notes: [] }
    : unitTable(maker, { ...annex, columns });
}

/** Averages, ranks and years of the annex's form that a commune gave of itself: shown, and added up nowhere. */
function givenColumns(maker: TableMaker, { form }: AnnexDeclaration): readonly ColumnDeclaration[] {
  const { results, leaves } = maker.prose.frame;
  const measured = new Set(results.indicators.map(({ id }) => id));
  return results.fields.flatMap(({ id, form: of, label, unit = '', type, totalOf }) => {
    const isAlone = of === form && totalOf === undefined && isNumeric({ type }) && !measured.has(id);
    if (!isAlone || !leaves.some(({ code }) => results.own[code]?.[id]?.state === 'value')) return [];
    const header = maker.prose.say('column.count', { label, unit });
    const group = labelOf(maker, 'headers', 'given');
    const source = { kind: 'given', field: id } as const;
    return [{ id, header: () => header, group: () => group, width: WIDTH, source }];
  });
}

/** Of the indicators on the forms wanted; without those that a column of annexes.yaml shows. */
export function addedColumns(
  prose: Prose,
  isWanted: (form: string) => boolean,
): readonly ColumnDeclaration[] {
  const shown = new Set(
    prose.wording.tables.annexes.flatMap(({ columns }) =>
      columns.flatMap(({ source }) =>
        source.kind === 'rate' ? [source.indicator] : source.kind === 'count' ? source.indicators : [],
      ),
    ),
  );
  return addedWithTitles(prose)
    .filter(({ indicator: { id, added } }) => !shown.has(id) && isWanted(added?.form ?? ''))
    .flatMap(({ indicator, title }) => columnsOf(prose, indicator, title));
}

function columnsOf({ say }: Prose, indicator: IndicatorRecord, title: string): readonly ColumnDeclaration[] {
  const { id, label, unit, kind } = indicator;
  const column = (
    part: string,
    source: ColumnDeclaration['source'],
    header = say(`column.${part}`, { label, unit }),
  ): ColumnDeclaration => ({
    id: part === 'count' ? id : `${id}.${part}`,
    header: () => header,
    group: () => title,
    width: WIDTH,
    source,
  });
  if (kind !== 'rate') return [column('count', { kind: 'count', side: 'n', indicators: [id] })];
  return [
    column('numerator', { kind: 'count', side: 'n', indicators: [id] }),
    column('denominator', { kind: 'count', side: 'd', indicators: [id] }),
    column('rate', { kind: 'rate', indicator: id, of: [`${id}.numerator`, `${id}.denominator`] }),
  ];
}
