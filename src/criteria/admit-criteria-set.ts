/**
 * Admits a criteria set: files of a chain (national, province, district) are merged and checked, and every fault of
 * every file comes out in one go. A set with a fault is not given out: figures would be checked against half a law.
 */
import type { z } from 'zod';
import { namedPath } from '../admission/source.js';
import { finding } from '../findings/finding.js';
import { headSchema, LIST_SCHEMAS } from '../model/criteria/criteria-set.js';
import type { AncestorSet, CriteriaSet, Finding, FormDefinition } from '../model.js';
import { kinOf } from './ancestors.js';
import { admittedEntry, nameOf, placeInFile, type AdmittedEntry } from './admitted-entry.js';
import { extendsOf, isKeys, listOf, locate, type ChainFile } from './chain-file.js';
import { datedEntryFaults, datedRuleFaults, datedTitleFaults } from './dated-checks.js';
import { CRITERIA_SCHEMA, documentSchema, LISTS, includedSchema, type ListName } from './document-schema.js';
import { fieldFaults } from './field-checks.js';
import { mergeChain, type MergedSet } from './merge-chain.js';
import type { MergedEntry } from './merge-list.js';
import { formFaults, referenceFaults, titleFaults, totalFaults, type KnownIds } from './reference-checks.js';
import { indicatorReferences, totalReferences, type Reference } from './references.js';
import type { RuleSchema } from './rule-schema.js';
import { admitCriteria } from './schema-faults.js';
import { groupsWithFields } from './set-queries.js';
import { asOneFile, includedFaults, withoutMainKeys } from './included-files.js';
import { defined } from '../values/defined.js';
import { didYouMean, expectedOnly, nearestWord } from '../values/nearest-word.js';
import { append } from '../values/of-many.js';

export interface AdmittedSet {
  /** Absent when there is a fault. */
  readonly set?: CriteriaSet;
  readonly findings: readonly Finding[];
}

/**
 * `chain`: base first. `rules`: of the kinds that can be carried out. `sha256`: of the files, for the record of a run.
 * `bundled`: ids of the sets that can be extended.
 */
export function admitCriteriaSet(
  chain: readonly ChainFile[],
  rules: RuleSchema,
  sha256?: string,
  bundled: readonly string[] = [],
): AdmittedSet {
  const broken = [...chainFaults(chain, bundled), ...chain.flatMap(emptyFiles)];
  const findings = [...broken, ...chain.flatMap(setFaults)];
  // Hundreds of entries may name what is lost with one file: told are the files first, the rest when they are whole.
  if (broken.length > 0 || chain.some(losesEntries)) return { findings: once(findings) };
  const readable = chain.filter(({ value }) => isKeys(value)).map(asOneFile);
  const top = readable.at(-1);
  if (top === undefined) return { findings: once(findings) };

  const merged = mergeChain(readable);
  for (const { id, at } of merged.repeated) {
    findings.push(finding('criteria/repeated-id', locate(at), { id, place: at.path.slice(0, 1).join('') }));
  }
  for (const { id, at, known } of merged.dangling) {
    const nearest = nearestWord(id, known);
    const named = { id, place: String(at.path[0] ?? ''), remark: didYouMean(nearest) };
    findings.push(finding('criteria/nothing-to-change', locate(at), named, expectedOnly(nearest)));
  }
  const entries = {
    forms: admitList(merged, 'forms', LIST_SCHEMAS.forms, findings),
    fields: admitList(merged, 'fields', LIST_SCHEMAS.fields, findings),
    indicators: admitList(merged, 'indicators', LIST_SCHEMAS.indicators, findings),
    totals: admitList(merged, 'totals', LIST_SCHEMAS.totals, findings),
    rules: admitList(merged, 'rules', rules.schema, findings),
    titles: admitList(merged, 'titles', LIST_SCHEMAS.titles, findings),
  };
  append(findings, crossFaults(entries, merged, rules));
  const head = admitHead(merged, top, findings);
  const faults = once(findings);
  if (head === undefined || faults.length > 0) return { findings: faults };

  const active = withoutDisabled(entries, merged.enabled, rules);
  const ancestors = ancestorsOf(readable, rules);
  return {
    set: { ...head, ...defined({ sha256 }), ...active, ...(ancestors.length === 0 ? {} : { ancestors }) },
    findings: [],
  };
}

/** The chain itself: complete, and no file twice. */
function* chainFaults(chain: readonly ChainFile[], bundled: readonly string[]): Iterable<Finding> {
  const base = chain[0];
  const seen = new Set<string>();
  for (const link of chain) {
    const { value, file } = link;
    const id = isKeys(value) ? value['id'] : undefined;
    const name = typeof id === 'string' ? id : file;
    if (seen.has(name)) {
      yield finding('criteria/extends-cycle', link.locate(['extends']), { id: name });
      return;
    }
    seen.add(name);
  }
  const missing = extendsOf(base?.value);
  if (base !== undefined && missing !== undefined) {
    yield finding('criteria/extends-unknown', base.locate(['extends']), {
      base: missing,
      remark: didYouMean(nearestWord(missing, bundled)),
    });
  }
}

const setFaults = (main: ChainFile): readonly Finding[] => [
  ...fileFaults(main),
  ...(main.included ?? []).flatMap((file) => shapeFaults(file, includedSchema, withoutMainKeys(file.value))),
  ...includedFaults(main),
];

function fileFaults(file: ChainFile): readonly Finding[] {
  if (!isKeys(file.value) || file.value['schema'] !== CRITERIA_SCHEMA) {
    const schema = isKeys(file.value) ? ['schema'] : [];
    return [finding('criteria/not-a-set', file.locate(schema), { schema: CRITERIA_SCHEMA })];
  }
  return shapeFaults(file, documentSchema, file.value);
}

/** Whether entries of the set, or what many of them share, stand where they cannot be found. */
const losesEntries = (main: ChainFile): boolean =>
  !isWhole(documentSchema, main.value) ||
  (main.included ?? []).some(({ value }) => !isWhole(includedSchema, withoutMainKeys(value)));

function isWhole(schema: z.ZodType, value: unknown): boolean {
  const { error } = schema.safeParse(value ?? {});
  const lost = error?.issues.some((issue) => {
    const [key] = issue.path;
    if (key !== undefined) return key === 'defaults' || LISTS.some((list) => list === key);
    return issue.code === 'unrecognized_keys' ? issue.keys.some((one) => isFilled(value, one)) : true;
  });
  return lost !== true;
}

const isFilled = (value: unknown, key: string): boolean => {
  const content = isKeys(value) ? value[key] : undefined;
  return isKeys(content) || listOf(content).length > 0;
};

/** A file that a set names and in which nothing stands has lost what stood there: rules go without a word otherwise. */
const emptyFiles = ({ included = [] }: ChainFile): readonly Finding[] =>
  included.flatMap((file) =>
    saysNothing(file.value)
      ? [
          finding('criteria/wrong-value', file.locate([]), {
            place: 'nội dung của tệp',
            actual: '',
            expected: LISTS.join(', '),
            remark:
              ' Tệp không có mục nào: chép lại nội dung, hoặc bỏ tên tệp khỏi includes nếu đã cố ý để trống.',
          }),
        ]
      : [],
  );

/** No value, or the keys of a set with nothing in them; what is misspelled or no list is told by its name. */
const saysNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (isKeys(value) &&
    Object.entries(value).every(([key, content]) => key in includedSchema.shape && isEmpty(content)));

const isEmpty = (content: unknown): boolean =>
  Array.isArray(content) ? content.length === 0 : isKeys(content) && Object.keys(content).length === 0;

/** A file of comments only says nothing, which is no fault by itself. */
const shapeFaults = (file: ChainFile, schema: z.ZodType, value: unknown): readonly Finding[] =>
  admitCriteria(schema, {
    value: value ?? {},
    locate: (path) => file.locate(path),
    name: (path) => namedPath(value, path) || CRITERIA_SCHEMA,
  }).findings;

function admitList<Value>(
  merged: MergedSet,
  list: ListName,
  schema: z.ZodType<Value>,
  findings: Finding[],
): readonly AdmittedEntry<Value>[] {
  return merged.lists[list].flatMap((entry) => {
    const admitted = admitCriteria(
      schema,
      {
        value: entry.value,
        locate: (path) => placeInFile(entry, path),
        name: (path) => nameOf(list, entry.id, path),
        meant: () => meantBy(entry, merged.lists[list]),
      },
      (key) => !isShared(entry, key),
    );
    append(findings, admitted.findings);
    return admitted.value === undefined ? [] : [admittedEntry(list, entry, admitted.value)];
  });
}

/** An entry of a file that extends, under an id of its own: the entry of the files below whose id is nearest. */
const meantBy = ({ id, last }: MergedEntry, entries: readonly MergedEntry[]): string | undefined =>
  nearestWord(
    id,
    entries.flatMap((other) => (other.last.file === last.file ? [] : [other.id])),
  );

const isShared = (entry: MergedEntry, key: PropertyKey | undefined): boolean =>
  typeof key === 'string' && entry.origins.get(key)?.path[0] === 'defaults';

function admitHead(merged: MergedSet, top: ChainFile, findings: Finding[]) {
  const value = Object.fromEntries([...merged.head].map(([key, entry]) => [key, entry.value]));
  const admitted = admitCriteria(headSchema, {
    value,
    locate: ([key, ...deeper]) => {
      const origin = merged.head.get(String(key))?.at;
      return origin === undefined ? top.locate([]) : locate(origin, ...deeper);
    },
    name: (path) => (path.length === 0 ? CRITERIA_SCHEMA : path.join(' › ')),
  });
  append(findings, admitted.findings);
  return admitted.value;
}

type Entries = { readonly [List in ListName]: readonly AdmittedEntry<CriteriaSet[List][number]>[] };

function* crossFaults(entries: Entries, merged: MergedSet, rules: RuleSchema): Iterable<Finding> {
  const ids = (list: ListName) => new Set(merged.lists[list].map(({ id }) => id));
  const known: KnownIds = {
    forms: ids('forms'),
    fields: ids('fields'),
    titles: ids('titles'),
    fieldById: new Map(entries.fields.map(({ value }) => [value.id, value])),
  };
  const forms = new Map<string, AdmittedEntry<FormDefinition>>(
    entries.forms.map((form) => [form.value.id, form]),
  );
  for (const form of entries.forms) yield* formFaults(form, known);
  for (const field of entries.fields) yield* datedEntryFaults(field);
  yield* fieldFaults(entries.fields, forms, known.forms);
  for (const indicator of entries.indicators) {
    yield* referenceFaults(indicator, indicatorReferences(indicator.value), known);
  }
  for (const total of entries.totals) yield* totalFaults(total, known);
  for (const rule of entries.rules) yield* referenceFaults(rule, rules.references(rule.value), known);
  for (const title of entries.titles) {
    yield* titleFaults(title);
    yield* datedTitleFaults(title);
  }
  yield* datedRuleFaults(entries.rules, rules);
}

/** Fields of extension groups that are switched off leave the set, with the indicators, rules and headings that need them. */
function withoutDisabled(
  entries: Entries,
  enabled: ReadonlySet<string>,
  rules: RuleSchema,
): Pick<CriteriaSet, ListName> {
  const off = new Set(
    entries.fields
      .filter(({ value }) => value.extension !== undefined && !enabled.has(value.extension))
      .map(({ value }) => value.id),
  );
  const usable = (references: readonly Reference[]) => !references.some(({ id }) => off.has(id));
  const fields = entries.fields.map(({ value }) => value).filter(({ id }) => !off.has(id));
  return {
    forms: entries.forms.map(({ value }) => ({ ...value, groups: groupsWithFields(value, fields) })),
    fields,
    indicators: entries.indicators
      .map(({ value }) => value)
      .filter((indicator) => usable(indicatorReferences(indicator))),
    totals: entries.totals.map(({ value }) => value).filter((total) => usable(totalReferences(total))),
    rules: entries.rules.map(({ value }) => value).filter((rule) => usable(rules.references(rule))),
    titles: entries.titles.map(({ value }) => value),
  };
}

/** Forms and indicators of the sets that this one extends, as they stand without it; a chain without faults has none here. */
const ancestorsOf = (chain: readonly ChainFile[], rules: RuleSchema): readonly AncestorSet[] =>
  Array.from({ length: kinOf(chain) - 1 }, (_, index) => chain.slice(0, chain.length - 1 - index)).flatMap(
    (shorter) => {
      const { set } = admitCriteriaSet(shorter, rules);
      if (set === undefined) return [];
      const { id, formVersion, forms, fields, indicators } = set;
      return [{ id, formVersion, forms, fields, indicators }];
    },
  );

/** A fault in the head of a file is seen in the file and in the merged head; one finding is enough. */
const once = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((found) => [`${found.id} ${found.message}`, found])).values(),
];
