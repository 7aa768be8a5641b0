/**
 * One order for people, on screen, in tong-hop.xlsx and in theo-doi.html: by file and unit, there by rule, the most serious
 * first, and what has the same cause under its cause. Files for machines keep the order of findings/sort.ts.
 */
import type { Finding } from '../model.js';
import { groupBy } from '../values/groups.js';
import { compareVietnamese } from '../values/vietnamese-text.js';
import { blocksOf, byPlace, weightOf, type FindingBlock } from './causes.js';

/** Blocks whose heads say the same of one sheet: one rule, one weight, one advice. */
export interface RuleGroup {
  readonly sheet: string;
  readonly blocks: readonly FindingBlock[];
}

export interface FindingSection {
  readonly file: string;
  readonly groups: readonly RuleGroup[];
}

/** Sections by file; a file that speaks of several units has one for each of them. */
export function arrange(findings: readonly Finding[]): readonly FindingSection[] {
  return sectionsOf(blocksOf(findings));
}

export function sectionsOf(blocks: readonly FindingBlock[]): readonly FindingSection[] {
  const files = groupBy(blocks, ({ head }) => head.at.file);
  return [...files]
    .sort(([left], [right]) => compareVietnamese(left, right) || (left < right ? -1 : 1))
    .flatMap(([file, members]) => byUnit(members).map((own) => ({ file, groups: groupsOf(own) })));
}

/** Only where a file holds the forms of several units: lists of the office speak of many units in one place. */
function byUnit(blocks: readonly FindingBlock[]): readonly (readonly FindingBlock[])[] {
  const senders = new Set(
    blocks.flatMap(({ head: { form, unit } }) => (form === undefined || unit === undefined ? [] : [unit])),
  );
  if (senders.size <= 1) return [blocks];
  const units = groupBy(blocks, ({ head }) => head.unit ?? '');
  return [...units].sort(([left], [right]) => compareVietnamese(left, right)).map(([, own]) => own);
}

function groupsOf(blocks: readonly FindingBlock[]): readonly RuleGroup[] {
  const groups = groupBy(blocks, ({ head }) => sameRule(head));
  return [...groups.values()]
    .map((members) => ({ sheet: members[0]?.head.at.sheet ?? '', blocks: members, first: members[0]?.head }))
    .sort((left, right) =>
      left.first === undefined || right.first === undefined
        ? 0
        : weightOf(left.first) - weightOf(right.first) || byPlace(left.first, right.first),
    )
    .map(({ sheet, blocks: members }) => ({ sheet, blocks: members }));
}

/** What heads of one group have in common. */
const sameRule = (one: Finding): string =>
  [one.number, one.rule ?? '', one.hint ?? '', String(weightOf(one)), one.at.sheet ?? ''].join('\u001f');

export interface ArrangedFinding {
  readonly finding: Finding;
  /** The finding under which it stands: mend that one first. */
  readonly cause?: Finding;
}

/** All of them one after the other, in this order. */
export function* inReadingOrder(findings: readonly Finding[]): Generator<ArrangedFinding> {
  for (const { groups } of arrange(findings))
    for (const { blocks } of groups)
      for (const { head, following } of blocks) {
        yield { finding: head };
        for (const one of following) yield { finding: one, cause: head };
      }
}
