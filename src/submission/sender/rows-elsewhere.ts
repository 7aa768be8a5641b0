/** Rows of a commune's table that say themselves to lie in another one: "Thôn Hạ - xã Phú An", "Nhà văn hóa xã Phú An". */
import type { FigureTable, Finding, FormDefinition } from '../../model.js';
import { exactMatch, findByName } from '../../units/names/find-by-name.js';
import { cleanText } from '../../values/vietnamese-text.js';
import { isFormerName, rowName } from './row-names.js';
import { rowsTold } from './rows-told.js';
import { becameOf, type UnitScope } from './unit-scope.js';
import { namesAround } from './units-as-rows.js';

/** The kind of a commune behind something else; its name follows, up to the next sign. */
const KIND = /[\s,;(–-](?:xã|phường|thị trấn|đặc khu)\s+(?=[\p{L}\d])/iu;
/** Beside another commune, on the way to it: no claim to lie in it. */
const NEARBY = /(?<!\p{L})(?:giáp(?: ranh)?|gần|cạnh|sát|ven|cách|đi|đường|đối diện|tiếp giáp(?: với)?)$/iu;
const AFTER_BRACKET = /[,;:]|\s-\s|(?<=\))/u;
const END = /[,;()–:.]|\s-\s/u;

/** So many, and so many of all: the table is that of several communes. Fewer are asked about. */
const FEWEST = 2;
const MOST_OF = 0.5;

/** "xã Phú An" of "Thôn Hạ (xã Phú An)"; undefined where the row names no commune, or one that is no more. */
export function communeSaid(label: string): string | undefined {
  const text = cleanText(label).normalize('NFC');
  // A row that is called like a commune itself is told as such.
  if (rowName(label)?.kind === 'full') return undefined;
  const kind = KIND.exec(text);
  if (kind === null || NEARBY.test(text.slice(0, kind.index))) return undefined;
  const behind = text.slice(kind.index + 1);
  const isFormer = [text, behind.split(AFTER_BRACKET)[0] ?? ''].some(isFormerName);
  return isFormer ? undefined : cleanText(behind.split(END)[0] ?? '');
}

/** The finding for such rows; an error where most of the table is of other communes, otherwise a question. */
export function rowsElsewhere(
  table: FigureTable,
  form: FormDefinition,
  { code, period }: { readonly code: string; readonly period: string },
  scope: UnitScope,
): Finding | undefined {
  const own = scope.tree.byCode.get(code);
  if (form.totalLabel === undefined || own?.level !== 'commune') return undefined;
  const said = table.rowLabels.flatMap((label, row) => {
    const name = communeSaid(label);
    return name === undefined ? [] : [{ label, row, name }];
  });
  if (said.length === 0) return undefined;
  const isOther = namesAround(own, scope);
  const former = becameOf(code, scope);
  const found = said.filter(
    ({ name }) => isOther(name) && former.every((one) => exactMatch(findByName([one], name)) === undefined),
  );
  const [first, ...others] = found;
  if (first === undefined) return undefined;
  const isMost = found.length >= FEWEST && found.length >= table.rowCount * MOST_OF;
  const verdict = isMost ? 'layout/rows-of-other-units' : 'layout/perhaps-rows-of-other-units';
  return rowsTold(verdict, { table, form, own, period }, [first, ...others]);
}
