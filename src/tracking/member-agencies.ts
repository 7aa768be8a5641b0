/**
 * Member agencies of the steering committee and the forms they sent (Biểu 06): whom the office expects, who has
 * sent, under which name. Their figures stand beside the units' and are never added to them.
 */
import type {
  CriteriaSet,
  ExpectedAgency,
  FieldId,
  Finding,
  FormId,
  MemberAgencyRecord,
  ResultsDocument,
  RowsRecord,
} from '../model.js';
import { finding } from '../findings/finding.js';
import { cleanText, compareVietnamese, foldLabel } from '../values/vietnamese-text.js';
import { defined } from '../values/defined.js';
import { IN_CONFIGURATION } from '../findings/places.js';

type AgencyRows = MemberAgencyRecord['forms'][number];

/** Expected agencies in the order of the configuration, then those that nobody expected, by name. */
export function memberAgencies(
  { rows }: Pick<ResultsDocument, 'rows'>,
  set: CriteriaSet,
  expected: readonly ExpectedAgency[],
): readonly MemberAgencyRecord[] {
  const sent = agenciesOf(rows, nameFields(set));
  const taken = new Set<string>();
  const listed = expected.map(({ name, aliases, contact }): MemberAgencyRecord => {
    const keys = [...new Set([name, ...aliases].map(foldLabel))];
    for (const key of keys) taken.add(key);
    return {
      name,
      expected: true,
      ...defined({ contact }),
      forms: keys.flatMap((key) => sent.get(key)?.forms ?? []),
    };
  });
  const others = [...sent]
    .filter(([key]) => !taken.has(key))
    .map(([, { name, forms }]): MemberAgencyRecord => ({ name, expected: false, forms }))
    .sort((one, other) => compareVietnamese(one.name, other.name));
  return [...listed, ...others];
}

/** Expected agencies that have sent nothing, and senders that the list of the office does not know. */
export function agencyFindings(
  agencies: readonly MemberAgencyRecord[],
  unit: string,
  period: string,
): readonly Finding[] {
  const listed = agencies.some(({ expected }) => expected);
  return agencies.flatMap(({ name, expected, forms }): Finding[] => {
    const subject = { unit, period, fields: [name] };
    if (expected && forms.length === 0)
      return [finding('agency/not-reported', IN_CONFIGURATION, { name, period }, subject)];
    const file = forms[0]?.file;
    return expected || !listed || file === undefined
      ? []
      : [finding('agency/not-expected', { file }, { name }, subject)];
  });
}

/** Form of a member agency → the field that names its sender. */
const nameFields = ({ forms }: CriteriaSet): ReadonlyMap<FormId, FieldId> =>
  new Map(
    forms.flatMap(({ id, sender, rowKey = [] }) => {
      const [field] = rowKey;
      return sender === 'agency' && field !== undefined ? [[id, field] as const] : [];
    }),
  );

function agenciesOf(
  rows: ResultsDocument['rows'],
  fields: ReadonlyMap<FormId, FieldId>,
): ReadonlyMap<string, { readonly name: string; readonly forms: AgencyRows[] }> {
  const found = new Map<string, { readonly name: string; readonly forms: AgencyRows[] }>();
  for (const [unit, forms] of Object.entries(rows))
    for (const [key, record] of Object.entries(forms)) {
      const form = key.split('/')[0] ?? key;
      const field = fields.get(form);
      if (field === undefined) continue;
      for (const [folded, { name, indexes }] of sendersIn(record, field)) {
        const known = found.get(folded) ?? { name, forms: [] };
        known.forms.push({ unit, key, form, file: record.file, rows: indexes });
        found.set(folded, known);
      }
    }
  return found;
}

/** Row by row; a row without a name belongs to the agency named above it. */
function sendersIn(
  { columns, sheetRows }: RowsRecord,
  field: FieldId,
): ReadonlyMap<string, { readonly name: string; readonly indexes: number[] }> {
  const senders = new Map<string, { readonly name: string; readonly indexes: number[] }>();
  let above: string | undefined;
  for (const index of sheetRows.keys()) {
    const value = columns[field]?.values[index];
    if (typeof value === 'string' && cleanText(value) !== '') above = cleanText(value);
    if (above === undefined) continue;
    const folded = foldLabel(above);
    const known = senders.get(folded) ?? { name: above, indexes: [] };
    known.indexes.push(index);
    senders.set(folded, known);
  }
  return senders;
}
