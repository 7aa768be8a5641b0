/** Whose the sheets of one workbook are when their titles name several units, and whose form its file name says it is. */
import { finding } from '../findings/finding.js';
import type { Finding, RawFile } from '../model.js';
import { exactMatch, findByName } from '../units/names/find-by-name.js';
import { unitFullName } from '../units/names/unit-name.js';
import type { FoundForm, FoundSheets } from './layout/form-sheets.js';
import type { FormIdentity } from './layout/identity-sheet.js';
import type { RecognitionContext } from './recognition.js';
import type { Attributed } from './sender/attribute-sender.js';
import type { TitleBlock } from './sender/title-block.js';

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
  const name = file.source.path.split('/').at(-1) ?? '';
  if (unit === undefined || !/-bieu-0\d/u.test(name)) return [];
  const other = [...context.scope.tree.byCode.values()].find(
    ({ code }) => code !== unit && name.startsWith(`${code}-`),
  );
  if (other === undefined || name.startsWith(`${unit}-`)) return [];
  return [
    finding(
      'submission/file-name-of-other',
      { file: file.source.path },
      { named: unitFullName(other), code: other.code, unit: unitName },
      { unit, period: context.period.id },
    ),
  ];
}
