/** The sheets of a workbook that are no form of the set. */
import { finding } from '../findings/finding.js';
import type { Finding, RawFile } from '../model.js';
import type { FoundSheets } from './layout/form-sheets.js';
import type { Attributed } from './sender/attribute-sender.js';

/** Sheets with figures that are no form, in one sentence each: nothing of a file is passed over in silence. */
export const otherSheets = (
  file: RawFile,
  { others }: FoundSheets,
  { unit, period }: Attributed,
): readonly Finding[] =>
  others.map(({ sheet, figures }) =>
    finding(
      'layout/other-sheet',
      { file: file.source.path, sheet: sheet.name },
      {
        sheet: sheet.name,
        count: figures,
        hidden: sheet.state === 'visible' ? '' : ' (đang bị ẩn)',
      },
      unit === undefined ? {} : { unit, period, rowKey: `#${sheet.name}` },
    ),
  );
