/** What can be wrong with the lines about one old unit: it is lost in part, counted twice, or its shares do not add up. */
import type { CrosswalkStep, Finding } from '../../model.js';
import { finding } from '../../findings/finding.js';
import type { DatedStep } from '../dated-units.js';
import { addShares, isWhole, NOTHING, shareOf, shareText, type Share } from './exact-share.js';
import { unitFullName } from '../names/unit-name.js';
import { IN_CROSSWALK } from '../../findings/places.js';

/** Checks the steps of one old unit. */
export function checkSteps(steps: readonly DatedStep[]): Finding[] {
  const [first] = steps;
  if (first === undefined) return [];
  const name = `${unitFullName(first.old)} (${first.old.code})`;
  const lines = steps.map(({ step }) => step);
  return [...areaFaults(lines, name), ...peopleFaults(lines, name), ...weightFaults(lines, name)];
}

const place = (step: CrosswalkStep | undefined) => step?.at ?? IN_CROSSWALK;

function areaFaults(steps: readonly CrosswalkStep[], name: string): Finding[] {
  const whole = steps.find(({ area }) => area === 'whole');
  if (steps.length === 1)
    return whole === undefined
      ? [finding('crosswalk/rest-lost', place(steps[0]), { name }, { fields: ['area'] })]
      : [];
  const related = steps.filter((step) => step !== whole).flatMap(({ at }) => (at === undefined ? [] : [at]));
  const others = steps.filter((step) => step !== whole).map(({ newCode }) => newCode);
  return whole === undefined
    ? []
    : [
        finding(
          'crosswalk/counted-twice',
          place(whole),
          { name, new: whole.newCode, others: others.join(', ') },
          { fields: ['area'], related },
        ),
      ];
}

/** Either all people went to one unit, or they were divided among at least two (research: admin-units, 2). */
function peopleFaults(steps: readonly CrosswalkStep[], name: string): Finding[] {
  const count = (people: CrosswalkStep['people']): number =>
    steps.filter((step) => step.people === people).length;
  const [all, some] = [count('all'), count('some')];
  if ((all === 1 && some === 0) || (all === 0 && some >= 2)) return [];
  const parameters = { name, all, some, none: count('none') };
  return [finding('crosswalk/people-contradict', place(steps[0]), parameters, { fields: ['people'] })];
}

function weightFaults(steps: readonly CrosswalkStep[], name: string): Finding[] {
  const findings: Finding[] = [];
  for (const step of steps) {
    const share = weightOf(step);
    if (share === undefined || step.people === 'some') continue;
    const fits = step.people === 'all' ? isWhole(share) : share.numerator === 0n;
    const parameters = { name, new: step.newCode, weight: step.weight ?? '', people: step.people };
    if (!fits)
      findings.push(
        finding('crosswalk/weight-against-people', place(step), parameters, { fields: ['weight'] }),
      );
  }
  const divided = steps.filter(({ people }) => people === 'some');
  const blank = divided.filter((step) => weightOf(step) === undefined);
  if (blank.length === divided.length) return findings;
  for (const step of blank) {
    const parameters = { name, new: step.newCode };
    findings.push(finding('crosswalk/weight-missing', place(step), parameters, { fields: ['weight'] }));
  }
  if (blank.length > 0) return findings;
  const sum = divided.reduce<Share>((total, step) => addShares(total, weightOf(step) ?? NOTHING), NOTHING);
  if (!isWhole(sum)) {
    const actual = shareText(sum);
    const subject = { fields: ['weight'], actual, expected: ['1'] };
    findings.push(finding('crosswalk/weights-sum', place(divided[0]), { name, sum: actual }, subject));
  }
  return findings;
}

const weightOf = ({ weight }: CrosswalkStep): Share | undefined =>
  weight === undefined ? undefined : shareOf(weight);
