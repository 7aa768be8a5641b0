/** Headline indicators as cards: value, bar with the target on it, change, coverage; each leads to its trace. */
import type { BoardHeadline } from '../../model.js';
import { element, type Content, type Markup } from './markup.js';
import type { TraceLinks } from './trace-links.js';
import { PAGE_WORDS } from './words.js';

export const headlineCards = (headlines: readonly BoardHeadline[], links: TraceLinks): Markup =>
  element(
    'ul',
    { class: 'cards' },
    headlines.map((one) => card(one, links)),
  );

function card(headline: BoardHeadline, links: TraceLinks): Markup {
  const { figure, label, value, counts, rate, target, change, coverage, partial } = headline;
  const button = (text: string, quantity: string, look: string): Markup =>
    figureButton(text, links.figure({ ...figure, quantity }), look);
  return element(
    'li',
    { class: target === undefined ? 'card' : `card ${target.state}` },
    element('h3', {}, label),
    element(
      'p',
      { class: 'value' },
      button(value, figure.quantity, 'big'),
      counts === '' ? undefined : element('span', { class: 'counts' }, counts),
    ),
    rate === undefined ? undefined : bar(rate, target?.at),
    target === undefined
      ? undefined
      : element(
          'p',
          { class: 'target' },
          element('b', { class: 'mark' }, PAGE_WORDS.reach[target.state]),
          ' ',
          button(target.text, 'target', 'plain'),
          target.outcome === '' || target.state === 'reached'
            ? undefined
            : [': ', button(target.outcome, 'targetPoints', 'plain')],
        ),
    change === undefined ? undefined : element('p', { class: 'change' }, changeText(change)),
    element(
      'p',
      { class: partial ? 'coverage partial' : 'coverage' },
      PAGE_WORDS.coverage,
      button(coverage, 'reported', 'plain'),
    ),
  );
}

const changeText = ({ text, up }: NonNullable<BoardHeadline['change']>): Content => [
  up === undefined
    ? undefined
    : element('span', { 'aria-hidden': 'true' }, up ? `${PAGE_WORDS.rising} ` : `${PAGE_WORDS.falling} `),
  text,
];

/** A figure that opens its trace; plain text where it leads nowhere. */
export const figureButton = (text: string, key: string | undefined, look: string): Markup =>
  key === undefined
    ? element('span', { class: look }, text)
    : element('button', { type: 'button', class: look, 'data-f': key }, text);

const WIDTH = 1000;

/** From 0 to 100 %, in thousandths; the target is a line across it. */
function bar([numerator, denominator]: readonly [number, number], at?: readonly [number, number]): Markup {
  const place = (part: number, whole: number): number =>
    whole <= 0 ? 0 : Math.round(Math.min(1, Math.max(0, part / whole)) * WIDTH);
  const goal = at === undefined ? undefined : place(at[0], at[1]);
  return element(
    'svg',
    { class: 'gauge', viewBox: `0 0 ${WIDTH} 60`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    element('rect', { class: 'track', x: 0, y: 15, width: WIDTH, height: 30 }),
    element('rect', { class: 'fill', x: 0, y: 15, width: place(numerator, denominator), height: 30 }),
    goal === undefined
      ? undefined
      : element('rect', { class: 'goal', x: Math.max(0, goal - 3), y: 0, width: 6, height: 60 }),
  );
}
