/** How many have sent, passed, must correct: each number names the units it counts. */
import type { ResultsDocument, SenderStatus, StatusDocument } from '../../model.js';
import { formatCount, formatDate } from '../../values/number-format.js';
import { upperFirst } from '../../values/vietnamese-text.js';
import { figureButton } from './headlines.js';
import { element, type Content, type Markup } from './markup.js';
import type { TraceLinks } from './trace-links.js';
import { daysLeftWords, PAGE_WORDS } from './words.js';

export function statusTiles(
  { conservation: { files } }: ResultsDocument,
  { counts, units, ...days }: StatusDocument,
  links: TraceLinks,
): Content {
  const isSilent = ({ state }: SenderStatus): boolean => state === 'notSent' || state === 'documentOnly';
  const silent = units.filter(isSilent);
  const tile = (name: string, figure: string, label: string, members: readonly SenderStatus[]): Markup => {
    const lines = members.map((one) => one.name);
    const key = links.own(name, `${label}: ${figure}`, lines);
    return element('li', {}, figureButton(figure, lines.length === 0 ? undefined : key, 'big'), label);
  };
  const inState = (state: SenderStatus['state']): readonly SenderStatus[] =>
    units.filter((one) => one.state === state);
  const sent = units.filter((one) => !isSilent(one));
  return [
    element('p', {}, countedFrom(days)),
    element(
      'ul',
      { class: 'tiles' },
      tile('sent', `${formatCount(sent.length)}/${formatCount(units.length)}`, PAGE_WORDS.reported, sent),
      tile('passed', formatCount(counts.passed), PAGE_WORDS.passed, inState('passed')),
      tile('mustCorrect', formatCount(counts.mustCorrect), PAGE_WORDS.mustCorrect, inState('mustCorrect')),
      tile('toConfirm', formatCount(counts.toConfirm), PAGE_WORDS.toConfirm, inState('toConfirm')),
      tile('silent', formatCount(silent.length), PAGE_WORDS.silent, silent),
      element('li', {}, element('span', { class: 'big' }, formatCount(files.total)), PAGE_WORDS.files),
    ),
    silent.length === 0
      ? element('p', {}, PAGE_WORDS.noSilent)
      : element(
          'p',
          {},
          element('b', {}, PAGE_WORDS.silentList),
          `${silent.map(({ name }) => name).join('; ')}.`,
        ),
  ];
}

/** "Tính đến ngày 30/11/2024; hạn nộp của cấp xã: 28/11/2024, đã quá 2 ngày." */
function countedFrom({
  asOf,
  deadlines: { commune },
  daysLeft,
}: Pick<StatusDocument, 'asOf' | 'deadlines' | 'daysLeft'>): string | undefined {
  const day = asOf === undefined ? [] : [`${PAGE_WORDS.countedFrom}${formatDate(asOf)}`];
  const left = daysLeft === undefined ? '' : `, ${daysLeftWords(daysLeft)}`;
  const due = commune === undefined ? [] : [`${PAGE_WORDS.deadline}${formatDate(commune)}${left}`];
  const text = [...day, ...due].join('; ');
  if (text === '') return undefined;
  return `${upperFirst(text)}.`;
}
