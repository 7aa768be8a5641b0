/** The annexes of the report: each declared in annexes.yaml, built by the builder of its shape. */
import type { Annex, Table } from '../model.js';
import type { AnnexDeclaration, AnnexShape } from './wording/annex-declarations.js';
import { addedTable } from './annexes/added-columns.js';
import { agenciesTable } from './annexes/agencies-table.js';
import { wholeComparison } from './annexes/comparison-table.js';
import { countSplits } from './annexes/splits-table.js';
import { foldedAnnex } from './annexes/folded-annex.js';
import { areasWithoutTitleTable, modelsTable } from './annexes/list-tables.js';
import { remarksTable, submissionsTable } from './annexes/submission-tables.js';
import type { TableMaker } from './annexes/table-maker.js';
import { unitTable } from './annexes/unit-table.js';
import { upperPartsTable } from './annexes/upper-parts-table.js';
import { absentFrom, mustBeListed, silentUnits } from './prose/coverage.js';
import { isReported, indicatorResult, type Prose } from './prose/prose.js';

type AnnexBuilder = (maker: TableMaker, annex: AnnexDeclaration) => Table;

/** One builder a shape; a new annex of a known shape is an entry of annexes.yaml. */
export const ANNEXES = {
  byUnit: unitTable,
  models: modelsTable,
  areasWithoutTitle: areasWithoutTitleTable,
  submissions: (maker, annex) =>
    submissionsTable(maker, annex, {
      id: annex.id,
      name: annex.sheet,
      title: annex.title(maker.prose.frame.words),
    }),
  remarks: remarksTable,
  comparison: wholeComparison,
  upperParts: upperPartsTable,
  agencies: agenciesTable,
  splits: countSplits,
  added: addedTable,
} as const satisfies Record<AnnexShape, AnnexBuilder>;

/** Tables as printed carry the decimals of the run. */
export const makeTables = (prose: Prose): TableMaker => ({ prose, wording: prose.wording });

/** Every annex that can be made from this run, in the order of their declarations. */
export const buildAnnexes = (prose: Prose): readonly Annex[] => annexesOf(prose, () => true);

const annexesOf = (prose: Prose, isWanted: (number: string) => boolean): Annex[] => {
  const maker = makeTables(prose);
  return prose.wording.tables.annexes.flatMap((annex) =>
    isWanted(annex.number) ? [{ number: annex.number, table: ANNEXES[annex.shape](maker, annex) }] : [],
  );
};

/**
 * The annexes printed in the report: those the office asks for, in its order, as far as they have lines. The list
 * of submissions is added when a sentence refers to it, and when findings were accepted, which it names.
 */
export function printedAnnexes(prose: Prose): readonly Annex[] {
  const { results } = prose.frame;
  const wanted = results.report.annexes;
  const accepted = results.findings.some((one) => one.accepted !== undefined);
  const listAnnex = prose.listAnnex();
  // Who sent what is a working table: in a final report only when the office asks for it.
  const referred =
    !results.final &&
    listAnnex !== undefined &&
    !wanted.includes(listAnnex) &&
    (accepted || sentencesReferToList(prose));
  // One after the other, each folded at once: all lines of a country are never there together.
  return [...wanted, ...(referred ? [listAnnex] : [])].flatMap((number) =>
    annexesOf(prose, (one) => one === number)
      .filter((annex) => annex.table.rows.length > 0)
      .map((annex) => foldedAnnex(prose, annex)),
  );
}

/** Some figure lacks more units than its sentence can name. */
function sentencesReferToList(prose: Prose): boolean {
  const { frame } = prose;
  return (
    mustBeListed(silentUnits(frame)) ||
    frame.results.indicators
      .flatMap(({ id }) => indicatorResult(prose, id) ?? [])
      .filter(isReported)
      .some(({ indicator, measure }) => mustBeListed(absentFrom(frame, measure, indicator.id)))
  );
}
