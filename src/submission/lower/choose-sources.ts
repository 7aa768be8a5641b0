/**
 * One unit, one source: a form of its own, or one lower document. Two of them would be counted twice, so neither counts
 * until the office chooses in tdkvh.yaml.
 */
import { finding } from '../../findings/finding.js';
import type { CriteriaSet, Finding, Part } from '../../model.js';
import { unitFullName } from '../../units/names/unit-name.js';
import { listed } from '../listed.js';
import { agencyOf } from '../rivals.js';
import { exclusionLine } from '../sender/settlement.js';
import type { Adopted } from './lower-document.js';
import { defined } from '../../values/defined.js';
import { groupBy } from '../../values/groups.js';

/** Documents of one unit: the same bytes count once; otherwise none counts. Order is kept. */
export function chooseDocuments(adopted: readonly Adopted[]): readonly Adopted[] {
  const counting = (one: Adopted): boolean => one.parts.some(({ state }) => state === 'used');
  const sameBytes = (one: Adopted, other: Adopted): boolean => one.document.sha256 === other.document.sha256;
  return adopted.map((one) => {
    if (!counting(one)) return one;
    const ofUnit = adopted.filter(
      (other) => other.document.results.unit === one.document.results.unit && counting(other),
    );
    const distinct = ofUnit.filter(
      (other, index) => ofUnit.findIndex((each) => sameBytes(each, other)) === index,
    );
    const at = { file: one.document.path };
    const unit = nameOf(one);
    if (!distinct.includes(one)) {
      const otherFile = distinct.find((each) => sameBytes(each, one))?.document.path ?? '';
      const found = finding('submission/duplicate', at, { form: 'results.json', unit, otherFile });
      return { ...one, parts: ended(one.parts, 'duplicate'), findings: [found] };
    }
    if (distinct.length < 2) return one;
    const files = distinct.map(({ document }) => document);
    const parameters = {
      unit,
      count: files.length,
      files: files.map(({ path }) => path).join('; '),
      settlement: files
        .map(({ path, sha256 }) => `${exclusionLine(sha256, undefined)} (bỏ ${path})`)
        .join('; '),
    };
    const findings = distinct[0] === one ? [finding('lower/two-documents', at, parameters)] : [];
    return { ...one, parts: ended(one.parts, 'rejected'), findings };
  });
}

/** Parts that do not count carry nothing into the run. */
const ended = (parts: readonly Part[], state: Part['state']): readonly Part[] =>
  parts.map(({ table: _table, findings: _findings, ...part }) => ({ ...part, state }));

function nameOf({ document: { results } }: Adopted): string {
  const unit = results.units.find(({ code }) => code === results.unit);
  return unit === undefined ? results.unit : unitFullName(unit);
}

/** Units that came both by themselves and in a document, or in two documents: named, and nothing of them counts. */
export function chooseSources(
  parts: readonly Part[],
  set: CriteriaSet,
  nameOfUnit: (unit: string) => string,
): { readonly parts: readonly Part[]; readonly findings: readonly Finding[] } {
  const groups = groupBy(parts, (part) => (part.state === 'used' ? identityOf(part, set) : undefined));
  const doubled = new Set<Part>();
  const findings: Finding[] = [];
  for (const group of groups.values()) {
    const sources = [...new Map(group.map((part) => [part.document ?? '', part])).values()];
    const [first] = sources;
    if (first === undefined || sources.length < 2) continue;
    for (const part of group) doubled.add(part);
    findings.push(twoSources(first, sources, group, nameOfUnit));
  }
  if (doubled.size === 0) return { parts, findings };
  const units = new Set([...doubled].flatMap(({ unit }) => unit ?? []));
  // What accompanies the doubled forms (Thông tin) cannot count without them.
  const out = (part: Part): boolean =>
    doubled.has(part) ||
    (part.state === 'used' && units.has(part.unit ?? '') && shapeOf(part, set) === 'pairs');
  return {
    parts: parts.map((part) => (out(part) ? (ended([part], 'rejected')[0] ?? part) : part)),
    findings,
  };
}

const shapeOf = (part: Part, set: CriteriaSet) => set.forms.find(({ id }) => id === part.form)?.shape;

/** Communes' forms stand together as one source; forms of upper levels and of agencies each for themselves. */
function identityOf(part: Part, set: CriteriaSet): string | undefined {
  const form = set.forms.find(({ id }) => id === part.form);
  if (form === undefined || part.unit === undefined || form.shape === 'pairs') return undefined;
  return form.sender === 'commune' ? part.unit : [part.unit, form.id, agencyOf(part, set)].join('\u001f');
}

function twoSources(
  first: Part,
  sources: readonly Part[],
  group: readonly Part[],
  nameOfUnit: (unit: string) => string,
): Finding {
  const unit = first.unit ?? '';
  const lines = sources.flatMap((source) => {
    if (source.document !== undefined)
      return [
        `- { sha256: ${source.sha256}, unit: "${unit}", use: false } (bỏ số của đơn vị này trong ${source.document})`,
      ];
    const own = group.filter(({ document }) => document === undefined);
    return [...new Map(own.map((part) => [part.sha256, part])).values()].map(
      (part) => `${exclusionLine(part.sha256, undefined)} (bỏ ${part.file})`,
    );
  });
  return finding(
    'lower/two-sources',
    { file: first.document ?? first.file },
    {
      unit: nameOfUnit(unit),
      count: sources.length,
      files: listed([...new Set(group.map((part) => part.document ?? part.file))], 'tệp'),
      settlement: lines.join('; '),
    },
    {
      unit,
      ...defined({ period: first.period }),
      related: sources.slice(1).map((source) => ({ file: source.document ?? source.file })),
    },
  );
}
