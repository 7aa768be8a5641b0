/** Whose the sheets of one workbook are when their titles name several units, and whose form its file name says it is. */
import { finding } from '../findings/finding.js';
import type { Finding, RawFile, UnitVersion } from '../model.js';
import { exactMatch, findByName } from '../units/names/find-by-name.js';
import { unitFullName } from '../units/names/unit-name.js';
import { foldMarks } from '../values/vietnamese-text.js';
import type { FoundForm, FoundSheets } from './layout/form-sheets.js';
import type { FormIdentity } from './layout/identity-sheet.js';
import type { RecognitionContext } from './recognition.js';
import type { Attributed } from './sender/attribute-sender.js';
import type { TitleBlock } from './sender/title-block.js';
import type { UnitScope } from './sender/unit-scope.js';
import { fileName } from '../values/file-name.js';

/**
 * Sheets of several communes in one workbook that names no sender for the whole: each sheet is its own title's. The
 * sheets whose titles name units; undefined when the workbook has one sender.
 */
export function namesSeveral(
  { forms }: FoundSheets,
  titles: ReadonlyMap<FoundForm, TitleBlock>,
  context: RecognitionContext,
  identity: FormIdentity | undefined,
): readonly FoundForm[] | undefined {
  if (identity?.unit !== undefined || forms.some(({ form }) => form.shape === 'pairs')) return undefined;
  const named = forms.flatMap((one) => {
    const code = unitInTitle(titles.get(one), context);
    return code === undefined ? [] : [{ one, code }];
  });
  return new Set(named.map(({ code }) => code)).size > 1 ? named.map(({ one }) => one) : undefined;
}

/** The unit below the compiling one that a title names. */
export const unitInTitle = (
  title: TitleBlock | undefined,
  context: RecognitionContext,
): string | undefined => {
  const units = [...context.scope.tree.byCode.values()].filter(
    ({ code }) => code !== context.scope.tree.root,
  );
  const codes = (title?.units ?? []).flatMap(
    (said) =>
      (units.find(({ code }) => code === said.code) ?? exactMatch(findByName(units, said.name)))?.code ?? [],
  );
  return codes[0];
};

/** The file bears the name that forms are sent out with, of another unit than it says inside. */
export function madeForOther(
  file: RawFile,
  { unit, unitName }: Attributed,
  context: RecognitionContext,
): readonly Finding[] {
  if (unit === undefined) return [];
  const other = unitInFileName(fileName(file.source.path), unit, context.scope);
  if (other === undefined || other.code === unit) return [];
  return [
    finding(
      'submission/file-name-of-other',
      { file: file.source.path },
      { named: unitFullName(other), code: other.code, unit: unitName },
      { unit, period: context.period.id },
    ),
  ];
}

/** Words of a name as forms are sent out: "26125-xa-phu-an-bieu-01-04-2024", also as copies, in capitals, with "_". */
const slugOf = (text: string): string => foldMarks(text).replace(/[^a-z0-9]+/gu, '-');
const FORM_NAME = /^(.*?)-bieu-0\d/u;
/** Two digits in front of a name may number the files of a folder. */
const SURELY_CODE = 4;
const MOST_IN_CODE = 3;

/** Whose form a file name says it is: a code, alone or with the name behind it. `own` goes before all others. */
function unitInFileName(name: string, own: string, { tree, everywhere }: UnitScope): UnitVersion | undefined {
  const words =
    FORM_NAME.exec(slugOf(name))?.[1]
      ?.split('-')
      .filter((word) => word !== '') ?? [];
  const units = words.flatMap((_, from) =>
    Array.from({ length: MOST_IN_CODE }, (_word, more) => {
      const code = words.slice(from, from + more + 1).join('-');
      const unit = tree.byCode.get(code) ?? tree.byCode.get(code.toUpperCase()) ?? everywhere.get(code);
      const behind = words.slice(from + more + 1).join('-');
      const isCode =
        code.length >= SURELY_CODE || (unit !== undefined && behind.startsWith(slugOf(unitFullName(unit))));
      return isCode ? unit : undefined;
    }).flatMap((unit) => unit ?? []),
  );
  return units.find(({ code }) => code === own) ?? units[0];
}
