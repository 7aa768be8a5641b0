/**
 * Admits a criteria set: files of a chain (national, province, district) are merged and checked, and every fault of
 * every file comes out in one go. A set with a fault is not given out: figures would be checked against half a law.
 */
import type { z } from 'zod';
import { finding, NOWHERE } from '../findings/finding.js';
import { headSchema, LIST_SCHEMAS } from '../model/criteria/criteria-set.js';
import type { AncestorSet, CriteriaSet, FieldDefinition, Finding, FormDefinition } from '../model.js';
import { kinOf } from './ancestors.js';
import { admittedEntry, nameOf, placeInFile, type AdmittedEntry } from './admitted-entry.js';
import { extendsOf, isKeys, locate, type ChainFile } from './chain-file.js';
import { datedRuleFaults, datedTitleFaults } from './dated-checks.js';
import { CRITERIA_SCHEMA, type ListName } from './document-schema.js';
import { fieldFaults, ownFaults } from './field-checks.js';
import { mergeChain, type MergedSet } from './merge-chain.js';
import type { MergedEntry } from './merge-list.js';
import { formFaults, referenceFaults, titleFaults, totalFaults, type KnownIds } from './reference-checks.js';
import { indicatorReferences, totalReferences, type Reference } from './references.js';
import type { RuleSchema } from './rule-schema.js';
import { admitCriteria } from './schema-faults.js';
import { groupsWithFields } from './set-queries.js';
import { asOneFile } from './included-files.js';
import { emptyFiles, shapeOf } from './set-shape.js';
import { nothingToChange, toldFaults, type CrossFault } from './unknown-reference.js';
import { defined } from '../values/defined.js';
import { didYouMean, nearestWord } from '../values/nearest-word.js';
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
  const shapes = chain.map(shapeOf);
  const findings = [...broken, ...shapes.flatMap((shape) => shape.findings)];
  // Hundreds of entries may name what is lost with one file: told are the files first, the rest when they are whole.
  if (broken.length > 0 || shapes.some(({ losesEntries }) => losesEntries))
    return { findings: once(findings) };
  const readable = chain.filter(({ value }) => isKeys(value)).map(asOneFile);
  const top = readable.at(-1);
  if (top === undefined) return { findings: once(findings) };

  const merged = mergeChain(readable);
  for (const { id, at } of merged.repeated) {
    findings.push(finding('criteria/repeated-id', locate(at), { id, place: at.path.slice(0, 1).join('') }));
  }
  append(findings, nothingToChange(merged));
  const entries = {
    forms: admitList(merged, 'forms', LIST_SCHEMAS.forms, findings),
    fields: admitList(merged, 'fields', LIST_SCHEMAS.fields, findings),
    indicators: admitList(merged, 'indicators', LIST_SCHEMAS.indicators, findings),
    totals: admitList(merged, 'totals', LIST_SCHEMAS.totals, findings),
    rules: admitList(merged, 'rules', rules.schema, findings),
    titles: admitList(merged, 'titles', LIST_SCHEMAS.titles, findings),
  };
  append(findings, toldFaults(crossFaults(entries, merged, rules), merged.removed));
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
  const names = chain.map(({ value, file }) => idOf(value) ?? file);
  const [again] = [...names.entries()].find(([index, name]) => names.indexOf(name) < index) ?? [];
  if (again !== undefined) {
    yield extendsItself(chain.slice(names.indexOf(names[again] ?? ''), again + 1).toReversed());
    return;
  }
  const missing = extendsOf(base?.value);
  if (base !== undefined && missing !== undefined) {
    yield finding('criteria/extends-unknown', base.locate(['extends']), {
      base: missing,
      remark: didYouMean(nearestWord(missing, bundled)),
    });
  }
}

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

const idOf = (value: unknown): string | undefined => {
  const id = isKeys(value) ? value['id'] : undefined;
  return typeof id === 'string' ? id : undefined;
};

/** `circle`: each extends the next, and the last is the first again, or another file of its id. */
function extendsItself(circle: readonly ChainFile[]): Finding {
  const [first, last] = [circle[0], circle.at(-1)];
  const id = idOf(first?.value) ?? first?.file ?? '';
  const remark =
    first === undefined || first.file === last?.file
      ? ''
      : ` Nếu ${first.file} là một bộ khác thì đổi id của tệp ấy.`;
  const places = circle.map((link) => link.locate(['extends']));
  return finding(
    'criteria/extends-cycle',
    places[0] ?? NOWHERE,
    { id, circle: circle.map((link) => `“${idOf(link.value) ?? ''}” (${link.file})`).join(' → '), remark },
    { related: places.slice(1, -1) },
  );
}

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

function* crossFaults(entries: Entries, merged: MergedSet, rules: RuleSchema): Iterable<CrossFault> {
  const ids = (list: ListName) => new Set(merged.lists[list].map(({ id }) => id));
  const forms = new Map<string, AdmittedEntry<FormDefinition>>(
    entries.forms.map((form) => [form.value.id, form]),
  );
  const formIds = ids('forms');
  const fieldById = new Map<string, FieldDefinition>();
  for (const field of entries.fields) {
    const own = [...ownFaults(field, forms, formIds)];
    if (own.length === 0) fieldById.set(field.value.id, field.value);
    yield* own;
  }
  const known: KnownIds = { forms: formIds, fields: ids('fields'), titles: ids('titles'), fieldById };
  for (const form of entries.forms) yield* formFaults(form, known);
  yield* fieldFaults(entries.fields, forms, known);
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
