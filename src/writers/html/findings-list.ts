/** Findings grouped by unit, the most serious first; long lists are cut and say so (the whole list is in findings.csv). */
import type { Finding, ResultsDocument, Severity } from '../../model.js';
import { inReadingOrder, type ArrangedFinding } from '../../findings/arrange.js';
import { SEVERITY_WORDS } from '../../findings/severity-words.js';
import { formatCount, formatDate } from '../../values/number-format.js';
import { element, type Content, type Markup } from './markup.js';
import type { TraceLinks } from './trace-links.js';
import { moreFindings, PAGE_WORDS, SEVERITY_COUNTS } from './words.js';

/** A page of more findings opens slowly; each unit keeps at least some. */
const MOST = 5_000;
const LEAST_PER_UNIT = 10;
/** More findings than these are folded: only their numbers are read at a glance, on paper too. */
const MOST_OPEN = 40;

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Boxes that show and hide a level of severity. */
export const severityFilter = (): Markup =>
  element(
    'fieldset',
    { class: 'severities' },
    element('legend', {}, PAGE_WORDS.severities),
    SEVERITIES.map((severity) =>
      element(
        'label',
        {},
        element('input', { type: 'checkbox', checked: true, 'data-severity': severity }),
        ` ${SEVERITY_WORDS[severity]}`,
      ),
    ),
  );

/** A group for every unit with findings, in the order of the units; what belongs to none comes last. */
export function findingGroups(
  { findings, units }: Pick<ResultsDocument, 'findings' | 'units'>,
  nameOf: (code: string) => string,
  links: TraceLinks,
): Content {
  const groups = new Map<string, Finding[]>(units.map(({ code }) => [code, []]));
  const rest: Finding[] = [];
  for (const one of findings) (groups.get(one.unit ?? '') ?? rest).push(one);
  const filled = [...groups].filter(([, members]) => members.length > 0);
  const most = Math.max(LEAST_PER_UNIT, Math.floor(MOST / Math.max(1, filled.length)));
  const open = findings.length <= MOST_OPEN;
  return [
    filled.map(([code, members]) => group(nameOf(code), members, { most, open, unit: links.unit(code) })),
    rest.length === 0 ? undefined : group(PAGE_WORDS.noUnit, rest, { most, open }),
  ];
}

interface GroupLook {
  readonly most: number;
  readonly open: boolean;
  /** Place of the unit among the data of the page. */
  readonly unit?: number | undefined;
}

function group(name: string, members: readonly Finding[], { most, open, unit }: GroupLook): Markup {
  // What has the same cause stays under its cause, the most serious causes first.
  const arranged = [...inReadingOrder(members)];
  const sorted = SEVERITIES.flatMap((severity) =>
    arranged.filter(({ finding, cause = finding }) => cause.severity === severity),
  );
  const shown = sorted.slice(0, most);
  const counts = SEVERITIES.flatMap((severity) => {
    const count = members.filter((one) => one.severity === severity).length;
    return count === 0 ? [] : [`${formatCount(count)} ${SEVERITY_COUNTS[severity]}`];
  });
  return element(
    'details',
    { class: 'unit', open: open ? true : undefined, 'data-u': unit },
    element('summary', {}, element('b', {}, name), ` – ${counts.join(', ')}`),
    element('ul', {}, shown.map(item)),
    shown.length === sorted.length
      ? undefined
      : element('p', { class: 'note' }, moreFindings(formatCount(sorted.length - shown.length))),
  );
}

const causeText = ({ number, at: { sheet, cell } }: Finding): string =>
  [number, ...[sheet, cell].filter((part) => part !== undefined)].join(' › ');

function item({ finding: one, cause }: ArrangedFinding): Markup {
  const place = [one.at.file, one.at.sheet, one.at.cell].filter((text) => text !== undefined && text !== '');
  const line = (label: string, text: string | undefined): Markup | undefined =>
    text === undefined || text === '' ? undefined : element('div', { class: 'more' }, label, text);
  const { accepted } = one;
  return element(
    'li',
    {
      class: cause === undefined ? one.severity : `${one.severity} follows`,
      'data-severity': one.severity,
    },
    element('span', { class: 'badge' }, `${SEVERITY_WORDS[one.severity]} · ${one.number}`),
    ' ',
    one.message,
    line(PAGE_WORDS.sameCause, cause === undefined ? undefined : causeText(cause)),
    line(PAGE_WORDS.hint, one.hint),
    line(PAGE_WORDS.place, place.join(' › ')),
    line(PAGE_WORDS.basis, one.basis),
    accepted === undefined
      ? undefined
      : line(PAGE_WORDS.accepted, `${accepted.reason} (${accepted.person}, ${formatDate(accepted.date)})`),
    one.trial === true ? element('div', { class: 'more' }, PAGE_WORDS.trial) : undefined,
  );
}
