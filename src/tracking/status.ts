/**
 * Who has sent and how it stands: every unit due and every member agency in one state, on time or late, with what it
 * still owes. The day counted from is given, never the clock's.
 */
import { unitFullName } from '../units/names/unit-name.js';
import { compareVietnamese, foldLabel } from '../values/vietnamese-text.js';
import { STATUS_SCHEMA } from '../model/tracking.js';
import type {
  Debt,
  FileStatus,
  Finding,
  FormDefinition,
  FormId,
  InputRecord,
  MemberAgencyRecord,
  Receipt,
  ReceiptDate,
  ResultsDocument,
  SenderStatus,
  StatusDocument,
  TrackingState,
  UnitRecord,
  WorkspaceConfig,
  Timing,
} from '../model.js';
import { daysBetween } from '../values/calendar-day.js';
import { findingsByUnit, openMatters } from './open-matters.js';
import { filesWritten, receiptDates, type Arrival } from './receipt-dates.js';
import { filesOf } from '../findings/fold.js';
import { addTo, groupBy } from '../values/groups.js';
import { defined } from '../values/defined.js';
import { largest } from '../values/of-many.js';

/** What results.json does not hold. */
export interface StatusFacts {
  /** Unit code → whom to call. */
  readonly contacts?: ReadonlyMap<string, string>;
  /** Form id → its sheet name and who fills it. */
  readonly forms?: ReadonlyMap<FormId, Pick<FormDefinition, 'sheet' | 'sender'>>;
  /** Agencies that sent in the period before: missed where the office keeps no list. */
  readonly agencies?: readonly string[];
}

/** The state of the period as of a day, or without counting days. */
export function submissionStatus(
  results: ResultsDocument,
  receipts: readonly Receipt[],
  deadlines: WorkspaceConfig['deadlines'],
  asOf: string | undefined,
  facts: StatusFacts = {},
): StatusDocument {
  const documents = filesWith(results, ({ code }) => code === 'file/document');
  const context: Context = {
    results,
    receipts: groupBy(receipts, ({ unit }) => unit),
    received: receiptDates(receipts),
    deadlines,
    ...defined({ asOf }),
    facts,
    findings: findingsByUnit(results),
    brought: broughtByUnit(results),
    documents,
    documentsWritten: filesWritten(documents),
    wrongFiles: filesWith(results, ({ severity }) => severity === 'error'),
  };
  const units = results.units.filter(({ leaf, status }) => leaf && status !== 'notDue');
  const unitStates = units.map((unit) => unitStatus(unit, context));
  const agencies = agencyStates(context);
  const files = results.inputs.flatMap((input) => fileStatus(input, context));
  const counts: Record<TrackingState, number> = {
    notSent: 0,
    documentOnly: 0,
    passed: 0,
    mustCorrect: 0,
    toConfirm: 0,
    superseded: 0,
    unattributed: 0,
    refused: 0,
  };
  for (const { state } of unitStates) counts[state] += 1;
  for (const { state } of files) if (state !== 'documentOnly') counts[state] += 1;
  return {
    schema: STATUS_SCHEMA,
    period: results.period.id,
    unit: results.unit,
    ...defined({ asOf }),
    deadlines: {
      ...defined({ commune: deadlines.commune, agency: deadlines.agency }),
    },
    ...(deadlines.commune === undefined || asOf === undefined
      ? {}
      : { daysLeft: daysBetween(asOf, deadlines.commune) }),
    counts,
    units: unitStates,
    agencies,
    files,
  };
}

interface Context {
  readonly results: ResultsDocument;
  /** Lines of received.csv that name a unit. */
  readonly receipts: ReadonlyMap<string, readonly Receipt[]>;
  readonly received: (arrival: Arrival) => ReceiptDate;
  readonly deadlines: WorkspaceConfig['deadlines'];
  readonly asOf?: string;
  readonly facts: StatusFacts;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** Files with something of a unit, by its code. */
  readonly brought: ReadonlyMap<string, readonly string[]>;
  /** Files that hold a report without figures. */
  readonly documents: ReadonlySet<string>;
  readonly documentsWritten: (written: string) => readonly string[];
  /** Files about which something must be corrected. */
  readonly wrongFiles: ReadonlySet<string>;
}

const filesWith = ({ findings }: ResultsDocument, wanted: (one: Finding) => boolean): ReadonlySet<string> =>
  filesOf(findings, wanted);

function broughtByUnit({ inputs }: ResultsDocument): ReadonlyMap<string, readonly string[]> {
  const brought = new Map<string, string[]>();
  for (const { path, parts } of inputs)
    for (const unit of new Set(parts.flatMap((part) => part.unit ?? []))) addTo(brought, unit, path);
  return brought;
}

const sheetNameOf =
  ({ facts }: Context) =>
  (form: FormId): string =>
    facts.forms?.get(form)?.sheet ?? form;

/** What a sender owes that has sent no figures. */
function everything({ facts }: Context, sender: FormDefinition['sender']): Debt {
  const sheets = [...(facts.forms?.values() ?? [])]
    .filter((form) => form.sender === sender)
    .map(({ sheet }) => sheet);
  return { kind: 'everything', ...(sheets.length === 0 ? {} : { sheets }) };
}

function unitStatus(unit: UnitRecord, context: Context): SenderStatus {
  const { results, deadlines, asOf, facts } = context;
  const { code } = unit;
  const own = results.own[code];
  const brought = context.brought.get(code) ?? [];
  const sent = brought.filter((path) => !context.documents.has(path));
  const documents = [
    ...brought.filter((path) => context.documents.has(path)),
    ...(context.receipts.get(code) ?? []).flatMap(({ file }) =>
      file === undefined ? [] : context.documentsWritten(file),
    ),
  ];
  const files = [...new Set([...sent, ...documents])];
  const matters = openMatters(context.findings.get(code) ?? [], sheetNameOf(context));
  const nothing = unit.status === 'missing' || unit.status === 'documentOnly';
  const state = nothing
    ? sent.length > 0
      ? 'mustCorrect'
      : documents.length > 0 || unit.status === 'documentOnly'
        ? 'documentOnly'
        : 'notSent'
    : finalState(matters);
  const received = context.received({ files, unit: code, ...defined({ own }) });
  const exception = deadlines.exceptions[code];
  const deadline = exception ?? deadlines.commune;
  const contact = facts.contacts?.get(code);
  const numbers = unit.forms.map(({ submissionNo }) => submissionNo);
  return {
    unit: code,
    name: unitFullName(unit),
    ...defined({ parent: unit.parent, contact }),
    state,
    timing: {
      ...timingOf(state, deadline, received, asOf),
      ...(exception === undefined ? {} : { exception: true as const }),
    },
    ...(numbers.length === 0 ? {} : { submissionNo: largest(numbers) }),
    files,
    errors: matters.errors.length,
    gaps: matters.gaps.length,
    questions: matters.questions.length,
    accepted: matters.accepted.length,
    debts: nothing && matters.errors.length === 0 ? [everything(context, 'commune')] : matters.debts,
  };
}

/** What is wrong must be corrected, also a form that has to be there; anything else that is open is asked about. */
const finalState = ({
  debts,
  errors,
  wrongForms,
}: ReturnType<typeof openMatters>): 'passed' | 'mustCorrect' | 'toConfirm' =>
  errors.length > 0 || wrongForms ? 'mustCorrect' : debts.length > 0 ? 'toConfirm' : 'passed';

function agencyStates(context: Context): readonly SenderStatus[] {
  const { results, facts } = context;
  const { memberAgencies: listed = [] } = results;
  const known = new Set(listed.map(({ name }) => foldLabel(name)));
  const missed = listed.some(({ expected }) => expected)
    ? []
    : (facts.agencies ?? []).filter((name) => !known.has(foldLabel(name)));
  return [...listed, ...missed.map((name) => ({ name, expected: true, forms: [] }))]
    .map((agency) => agencyState(agency, context))
    .sort((a, b) => compareVietnamese(a.name, b.name));
}

function agencyState({ name, contact, forms }: MemberAgencyRecord, context: Context): SenderStatus {
  const { results, deadlines, asOf } = context;
  const files = [...new Set(forms.map(({ file }) => file))];
  const unit = forms[0]?.unit ?? results.unit;
  const own = (context.findings.get(unit) ?? []).filter((one) => files.includes(one.at.file));
  const matters = openMatters(own, sheetNameOf(context));
  const state = files.length === 0 ? 'notSent' : finalState(matters);
  const form = forms[0]?.form;
  const received = context.received({ files, unit, ...defined({ form }) });
  return {
    unit,
    agency: name,
    name,
    ...defined({ contact }),
    state,
    timing: timingOf(state, deadlines.agency, files.length === 0 ? { source: 'unknown' } : received, asOf),
    files,
    errors: matters.errors.length,
    gaps: matters.gaps.length,
    questions: matters.questions.length,
    accepted: matters.accepted.length,
    debts: files.length === 0 ? [everything(context, 'agency')] : matters.debts,
  };
}

/** Files that another one replaced, and files that stand for nobody. */
function fileStatus(
  input: InputRecord,
  { received: receivedOf, documents, wrongFiles }: Context,
): readonly FileStatus[] {
  const [unit] = input.parts.flatMap((part) => part.unit ?? []);
  const received = receivedOf({ files: [input.path] });
  const status = (state: FileStatus['state']): FileStatus => ({
    file: input.path,
    state,
    ...defined({ unit }),
    received,
  });
  if (documents.has(input.path)) return [status('documentOnly')];
  // Forms that were sent again unchanged are copies of the later file's: nothing of this one counts any more.
  const states = new Set(input.parts.map(({ state }) => state));
  const replaced = [...states].every((state) => state === 'superseded' || state === 'duplicate');
  if (replaced && states.has('superseded')) return [status('superseded')];
  const [first] = input.parts;
  // Results of a lower level that were refused whole still say which period they are of.
  if (first?.state === 'rejected' && first.unit === undefined && first.period !== undefined)
    return [status('refused')];
  const nobodys =
    unit === undefined &&
    (input.state === 'unattributed' || (input.state !== 'used' && wrongFiles.has(input.path)));
  return nobodys ? [status('unattributed')] : [];
}

/** The day of the deadline itself is on time. Without a day to count from, only what arrived is judged. */
function timingOf(
  state: SenderStatus['state'],
  deadline: string | undefined,
  received: ReceiptDate,
  asOf: string | undefined,
): Timing {
  const facts = {
    received,
    ...defined({ deadline }),
    ...(deadline === undefined || asOf === undefined ? {} : { daysLeft: daysBetween(asOf, deadline) }),
  };
  // A report in words is not what is due: its figures are still open, or late.
  const owes = state === 'notSent' || state === 'documentOnly';
  if (deadline === undefined) return { ...facts, punctuality: owes ? 'open' : 'unknown' };
  const arrived = owes ? asOf : received.date;
  if (arrived === undefined) return { ...facts, punctuality: 'unknown' };
  const late = daysBetween(deadline, arrived);
  if (late > 0) return { ...facts, punctuality: 'late', daysLate: late };
  return { ...facts, punctuality: owes ? 'open' : 'onTime' };
}
