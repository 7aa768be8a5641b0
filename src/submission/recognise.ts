/**
 * A file becomes parts: which forms, of which unit and period, with their figures. Identity is taken from the hidden
 * sheet and from what people see and may edit; where the two disagree the part is asked about, never guessed.
 */
import { finding } from '../findings/finding.js';
import type {
  CriteriaSet,
  Finding,
  Part,
  PeriodKind,
  RawFile,
  RawSheet,
  Settlement,
  SourceRef,
} from '../model.js';
import { attributeUnit, type UnitScope, type UnitSaid } from './attribute-unit.js';
import { readCsvShape } from './csv-form.js';
import { csvForm } from './csv-form-choice.js';
import { readForm } from './read-form.js';
import { formSheets } from './form-sheets.js';
import { readIdentity } from './identity-sheet.js';
import { sheetText } from './thong-tin.js';
import { figuresHash, hasFigures } from './figures-hash.js';
import { gridOf } from './sheet-grid.js';
import { cleanText } from '../vietnamese-text.js';
import { cellAddress } from '../cell-address.js';
import { unitFullName } from '../units/unit-name.js';

export interface RecognitionContext {
  readonly set: CriteriaSet;
  readonly scope: UnitScope;
  /** Period being compiled. */
  readonly period: { readonly id: string; readonly kind: PeriodKind };
  readonly settlements: readonly Settlement[];
}

export interface Recognition {
  readonly parts: readonly Part[];
  readonly findings: readonly Finding[];
}

/** Every part of the file with a state; a file with no part of ours is one unattributed part. */
export function recogniseFile(file: RawFile, context: RecognitionContext): Recognition {
  const settlement = context.settlements.find(
    ({ sha256, form }) => sha256 === file.source.sha256 && form === undefined,
  );
  if (settlement?.use === false) {
    return {
      parts: [partOf(file, { sheet: '', state: 'skipped' })],
      findings: [finding('submission/not-used', { file: file.source.path }, {})],
    };
  }
  const said = settlement?.unit === undefined ? {} : { code: settlement.unit };
  return file.format === 'csv' ? recogniseCsv(file, context, said) : recogniseWorkbook(file, context, said);
}

const partOf = (
  file: RawFile,
  part: Partial<Part> & { readonly sheet: string; readonly state: Part['state'] },
): Part => ({ file: file.source.path, sha256: file.source.sha256, submissionNo: 1, ...part });

function noForm(file: RawFile, context: RecognitionContext): Recognition {
  const at = { file: file.source.path };
  return {
    parts: [partOf(file, { sheet: '', state: 'unattributed' })],
    findings: [finding('layout/no-form', at, { set: context.set.id })],
  };
}

interface Attributed {
  readonly unit?: string;
  readonly unitName: string;
  readonly period: string;
  readonly submissionNo: number;
  /** Why the part cannot count; undefined when it can. */
  readonly refused?: Part['state'];
}

function recogniseWorkbook(file: RawFile, context: RecognitionContext, settled: UnitSaid): Recognition {
  const identity = readIdentity(file.sheets);
  const sheets = formSheets(file, context.set, identity);
  if (sheets.length === 0) return noForm(file, context);
  const info = sheets.find(({ form }) => form.shape === 'pairs');
  const text = (field: string) =>
    info === undefined ? undefined : sheetText(info, field, context.set, identity);
  const findings: Finding[] = [];
  const at: SourceRef = { file: file.source.path, ...(info === undefined ? {} : { sheet: info.sheet.name }) };
  const cellOf = (field: string): SourceRef => {
    const cell = text(field)?.cell;
    return cell === undefined ? at : { ...at, cell };
  };
  const attributed = attribute(
    {
      said:
        settled.code === undefined
          ? unitSaid(identity?.unit, text('unitCode')?.text, text('unitName')?.text)
          : settled,
      periods: [identity?.period, text('period')?.text],
      criteria: identity?.criteria,
      submissionNo: text('submissionNo')?.text,
      at: cellOf('unitCode'),
      periodAt: cellOf('period'),
    },
    context,
    findings,
  );
  if (identity?.formVersion !== undefined && identity.formVersion !== context.set.formVersion)
    findings.push(
      finding('layout/other-columns-kept', at, {
        version: identity.formVersion,
        current: context.set.formVersion,
      }),
    );
  const parts = sheets.map(({ form, sheet }) =>
    readPart(
      file,
      { form: form.id, sheet, identityPlaces: identity?.places.get(sheet.name) ?? new Map() },
      attributed,
      context,
    ),
  );
  return { parts: rejectEmpty(parts, attributed, context, findings), findings };
}

const unitSaid = (identityCode?: string, code?: string, name?: string): UnitSaid => ({
  ...(identityCode === undefined ? {} : { identityCode }),
  ...(code === undefined ? {} : { code }),
  ...(name === undefined ? {} : { name }),
});

interface Saying {
  readonly said: UnitSaid;
  readonly periods: readonly (string | undefined)[];
  readonly criteria: string | undefined;
  readonly submissionNo: string | undefined;
  /** Where the unit is said. */
  readonly at: SourceRef;
  /** Where the period is said. */
  readonly periodAt: SourceRef;
}

/** Unit, period and Lần nộp of a sender, with what speaks against using it. */
function attribute(saying: Saying, context: RecognitionContext, findings: Finding[]): Attributed {
  const { at, periodAt } = saying;
  const attribution = attributeUnit(saying.said, context.scope, at);
  if ('finding' in attribution) findings.push(attribution.finding);
  const unit = 'unit' in attribution ? attribution.unit : undefined;
  const periods = [...new Set(saying.periods.map((text) => periodText(text)).filter((text) => text !== ''))];
  const period = periods.at(-1) ?? context.period.id;
  const subject = unit === undefined ? {} : { unit: unit.code, period };
  let refused: Part['state'] | undefined = unit === undefined ? 'unattributed' : undefined;
  const [first = '', second] = periods;
  if (second !== undefined) {
    findings.push(finding('submission/period-conflict', periodAt, { first, second }, subject));
    refused ??= 'rejected';
  } else if (period !== context.period.id) {
    findings.push(
      finding('submission/wrong-period', periodAt, { actual: period, expected: context.period.id }, subject),
    );
    refused ??= 'rejected';
  }
  if (saying.criteria !== undefined && saying.criteria !== context.set.id) {
    const parameters = { actual: saying.criteria, expected: context.set.id };
    findings.push(finding('submission/wrong-criteria-set', at, parameters, subject));
    refused ??= 'rejected';
  }
  const submissionNo = /^\d{1,3}$/u.test(saying.submissionNo ?? '') ? Number(saying.submissionNo) : 1;
  return {
    ...(unit === undefined ? {} : { unit: unit.code }),
    unitName: unit === undefined ? '' : unitFullName(unit),
    period,
    submissionNo: Math.max(1, submissionNo),
    ...(refused === undefined ? {} : { refused }),
  };
}

/** "Năm 2024" and "2024" are one period; so are "2025-h1" and "2025-H1". */
const periodText = (text: string | undefined): string =>
  cleanText(text ?? '')
    .replace(/^năm\s+/iu, '')
    .replace(/\.0+$/u, '')
    .toUpperCase();

interface FormSheet {
  readonly form: string;
  readonly sheet: RawSheet;
  readonly identityPlaces: ReadonlyMap<string, { readonly row: number; readonly column: number }>;
}

function readPart(
  file: RawFile,
  { form, sheet, identityPlaces }: FormSheet,
  attributed: Attributed,
  context: RecognitionContext,
): Part {
  const subject = attributed.unit === undefined ? {} : { unit: attributed.unit, period: attributed.period };
  const part = {
    sheet: sheet.name,
    form,
    ...subject,
    period: attributed.period,
    submissionNo: attributed.submissionNo,
  };
  // Figures of a part that cannot count are not read: their findings would only bury the reason.
  if (attributed.refused !== undefined) return partOf(file, { ...part, state: attributed.refused });
  const reading = readForm(
    { file: file.source.path, grid: gridOf(sheet), form, subject, identityPlaces },
    context.set,
    context.period.kind,
  );
  const { findings } = reading;
  if (reading.table === undefined) return partOf(file, { ...part, state: 'rejected', findings });
  return partOf(file, {
    ...part,
    state: 'used',
    findings,
    table: reading.table,
    figuresHash: figuresHash(reading.table),
  });
}

/** A template sent back without a figure is no report; saying nothing is not saying zero. */
function rejectEmpty(
  parts: readonly Part[],
  attributed: Attributed,
  context: RecognitionContext,
  findings: Finding[],
): readonly Part[] {
  const used = parts.filter((part) => part.state === 'used');
  const main = context.set.forms.filter((form) => form.shape !== 'pairs').map((form) => form.id);
  const withFigures = used.some(
    (part) =>
      part.table !== undefined && main.includes(part.form ?? '') && hasFigures(part.table, context.set),
  );
  if (used.length === 0 || withFigures) return parts;
  const [first] = used;
  const forms = context.set.forms.filter(({ id }) =>
    used.some((part) => part.form === id && id !== 'thong-tin'),
  );
  const at = { file: first?.file ?? '' };
  const parameters = { form: forms.map((form) => form.sheet).join(', ') || 'Tệp', unit: attributed.unitName };
  findings.push(
    finding(
      'submission/empty',
      at,
      parameters,
      attributed.unit === undefined ? {} : { unit: attributed.unit, period: attributed.period },
    ),
  );
  return parts.map((part) => (part.state === 'used' ? { ...part, state: 'rejected' as const } : part));
}

function recogniseCsv(file: RawFile, context: RecognitionContext, settled: UnitSaid): Recognition {
  const [sheet] = file.sheets;
  const shape = sheet === undefined ? undefined : readCsvShape(sheet);
  const form = shape === undefined ? undefined : csvForm(shape, context.set);
  if (shape === undefined || form === undefined) return noForm(file, context);
  const findings: Finding[] = [];
  const parts = shape.parts.map((csv) => {
    const attributed = attribute(
      {
        said: settled.code === undefined ? { code: csv.unitCode } : settled,
        periods: [csv.period],
        criteria: undefined,
        submissionNo: csv.submissionNo,
        at: { file: file.source.path, cell: cellAddress(csv.at.row, csv.at.column) },
        periodAt: { file: file.source.path, cell: cellAddress(csv.periodAt.row, csv.periodAt.column) },
      },
      context,
      findings,
    );
    return readPart(
      file,
      { form: form.id, sheet: csv.sheet, identityPlaces: new Map() },
      attributed,
      context,
    );
  });
  if (parts.length === 0) return noForm(file, context);
  return { parts, findings };
}
