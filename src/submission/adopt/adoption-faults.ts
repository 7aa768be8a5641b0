/** Why a form of an office's own is not adopted: nothing in it is a table, or what its columns hold cannot be told. */
import { finding } from '../../findings/finding.js';
import type { Finding, RawFile, RawSheet } from '../../model.js';
import { headerOfBoth, type CommunesOverAreas } from './communes-over-areas.js';
import type { Proposal } from './propose.js';
import { listed, shortened } from '../listed.js';
import { cellAddress, columnLetter } from '../../values/cell-address.js';
import { cleanText } from '../../values/vietnamese-text.js';
import { inner } from '../../values/inner-quotes.js';

/** What speaks against the proposal, of the gravest kind alone. A form of a level above is filled, so that it counts nothing. */
export function faultsOf(file: string, proposal: Proposal, isSummary: boolean): readonly Finding[] {
  if (proposal.communesOver.length > 0) return proposal.communesOver.map((one) => ofSeveral(file, one));
  if (proposal.notThere.length > 0) {
    const columns = listed(
      proposal.notThere.map((one) => `“${inner(shortened(one))}”`),
      'cột',
    );
    return [finding('own-form/unread-not-there', { file }, { columns })];
  }
  const unnamed = unnamedFindings(file, proposal);
  if (unnamed.length > 0) return unnamed;
  const uncounted = isSummary ? [] : uncountedFindings(file, proposal);
  if (uncounted.length > 0) return uncounted;
  return alikeFindings(file, proposal);
}

const unnamedFindings = (file: string, { unnamed }: Proposal): readonly Finding[] =>
  unnamed.map(({ table: { sheet, labelRow, rows }, rival, unnamed: others }) => {
    const [first] = others;
    const at = { file, sheet: sheet.name, cell: cellAddress(labelRow, (rival ?? first)?.column ?? 1) };
    const named = listed(
      others.map(({ path }) => quoted(path)),
      'cột',
    );
    const leaving = { unread: others.map(({ path }) => asTyped(path)).join('; ') };
    if (rival === undefined)
      return finding('own-form/columns-beside-names', at, {
        ...leaving,
        others: named,
        kind: rows === 'unit' ? 'xã' : 'thôn',
      });
    const parameters = { ...leaving, column: quoted(rival.path), others: named };
    return finding(
      rival.of === 'twins' ? 'own-form/columns-of-several' : 'own-form/unnamed-columns',
      at,
      parameters,
    );
  });

/** As it stands within quotes in a line that is typed; signs do not count. */
const asTyped = (path: readonly string[]): string => cleanText(path.join(' › ').replaceAll(/["“”;]/gu, ' '));

const quoted = (path: readonly string[]): string => `“${inner(shortened(path.join(' › ')))}”`;

const alikeFindings = (file: string, { alike }: Proposal): readonly Finding[] =>
  alike.map(({ sheet, row, header, beside, columns: [one, other] }) =>
    finding(
      beside === true ? 'own-form/tables-beside' : 'own-form/columns-alike',
      { file, sheet, cell: cellAddress(row, other) },
      { one: columnLetter(one), other: columnLetter(other), header: header.join(' › ') },
    ),
  );

const uncountedFindings = (file: string, { uncounted }: Proposal): readonly Finding[] =>
  uncounted.map(({ sheet, row, headers }) =>
    finding(
      'own-form/no-counted-column',
      { file, sheet, cell: cellAddress(row, 1) },
      { headers: headers.map((one) => `“${inner(one)}”`).join(', ') },
    ),
  );

export function nothingFound(name: string, file: RawFile): Finding {
  const both = headerOfBoth(file);
  return both === undefined
    ? finding('own-form/nothing-to-adopt', { file: name }, { sheets: sheetsSeen(file) })
    : ofSeveral(name, both);
}

const ofSeveral = (file: string, { sheet, row, column, header }: CommunesOverAreas): Finding =>
  finding(
    'own-form/communes-over-areas',
    { file, sheet, cell: cellAddress(row, column) },
    { header: inner(shortened(header)) },
  );

/** Where no table was found: " (đã xem trang “Biểu 1”; trang ẩn “Nháp” không xem)". */
function sheetsSeen({ sheets }: RawFile): string {
  const named = (some: readonly RawSheet[]): string =>
    listed(
      some.flatMap(({ name }) => (name === '' ? [] : [`“${inner(shortened(name))}”`])),
      'trang',
      MOST_SHEETS,
    );
  const seen = named(sheets.filter(({ state }) => state === 'visible'));
  const hidden = named(sheets.filter(({ state }) => state !== 'visible'));
  if (seen === '' && hidden === '') return '';
  return ` (${[...(seen === '' ? [] : [`đã xem trang ${seen}`]), ...(hidden === '' ? [] : [`trang ẩn ${hidden} không xem`])].join('; ')})`;
}

const MOST_SHEETS = 5;
