/** Pictures of the guide as drawings in the page itself: sharp at any size, the same bytes wherever they are made. */

const CELL = 8;
const LINE = 18;
const EDGE = 12;
const BAR = 28;
const RIM = 4;
const MONO = 'Consolas,&quot;Cascadia Mono&quot;,&quot;DejaVu Sans Mono&quot;,monospace';
const SANS = '&quot;Segoe UI&quot;,Arial,&quot;Liberation Sans&quot;,sans-serif';
/** As the window of Windows shows the colours of a terminal. */
const COLOURS = new Map([
  ['31', '#e74856'],
  ['32', '#16c60c'],
  ['33', '#f9f1a5'],
  ['36', '#61d6d6'],
  ['93', '#ffd75f'],
]);
const TEXT = '#cccccc';
/** What is longer goes on below, as in a window of this width. */
const WIDEST = 100;

export const escaped = (/** @type {string} */ text) =>
  text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/"/gu, '&quot;');

/**
 * With a rim: browsers cut a drawing at whole points of the screen, a few units of one that is made smaller for paper.
 *
 * @param {number} width @param {number} height @param {string} title @param {readonly string[]} parts
 */
const svg = (width, height, title, parts) =>
  `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escaped(title)}" viewBox="${-RIM} ${-RIM} ${width + 2 * RIM} ${height + 2 * RIM}" ` +
  `style="width:100%;max-width:${width + 2 * RIM}px;height:auto">${parts.join('')}</svg>`;

const box = (/** @type {number[]} */ [x, y, width, height], /** @type {string} */ fill, more = '') =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"${more}/>`;

/** @param {number} x @param {number} y @param {string} text @param {string} more attributes */
const words = (x, y, text, more = '') =>
  `<text x="${x}" y="${y}" font-family="${SANS}" font-size="14" ${more}>${escaped(text)}</text>`;

/** A window of Windows: its bar with the title, and what stands in it below. */
const frame = (/** @type {number} */ width, /** @type {number} */ height, /** @type {string} */ title) => [
  box([0.5, 0.5, width - 1, height - 1], '#ffffff', ' stroke="#9a9a9a"'),
  box([1, 1, width - 2, BAR], '#e8e8e8'),
  words(EDGE, 20, title, 'fill="#222"'),
  words(width - 76, 20, '–   ▢   ✕', 'fill="#555"'),
];

/**
 * What a terminal showed, in its window. Colours are those of the text's own marks; yellow is what was typed.
 *
 * @param {string} text
 * @param {string} title
 * @param {string} about what it shows, for somebody who cannot see it
 */
export function terminalDrawing(text, title, about) {
  const lines = text
    .trim()
    .split('\n')
    .flatMap((line) => (widthOf(line) > WIDEST && !line.includes('\u001B') ? cutLine(line) : [line]));
  const longest = Math.max(...lines.map((line) => widthOf(line)), 64);
  const [width, height] = [longest * CELL + 2 * EDGE, lines.length * LINE + BAR + 2 * EDGE];
  return svg(width, height, about, [
    ...frame(width, height, title),
    box([1, BAR, width - 2, height - BAR - 1], '#0c0c0c'),
    ...lines.map((line, index) => terminalLine(line, BAR + EDGE + LINE * index + 13)),
  ]);
}

const widthOf = (/** @type {string} */ line) => Array.from(line.replaceAll(/\u001B\[[\d;]*m/gu, '')).length;

function cutLine(/** @type {string} */ line) {
  const signs = Array.from(line);
  const pieces = Math.ceil(signs.length / WIDEST);
  return Array.from({ length: pieces }, (_, index) =>
    signs.slice(index * WIDEST, (index + 1) * WIDEST).join(''),
  );
}

/** A line in pieces of one colour, each as wide as its signs, whatever type the reader has. */
function terminalLine(/** @type {string} */ line, /** @type {number} */ y) {
  let [fill, strong, at] = [TEXT, false, 0];
  return line
    .split(/(\u001B\[[\d;]*m)/u)
    .map((piece) => {
      const [, marks] = /^\u001B\[([\d;]*)m$/u.exec(piece) ?? [];
      if (marks !== undefined) {
        if (/^(?:0|39|22)?$/u.test(marks)) [fill, strong] = [TEXT, false];
        else if (marks === '1') strong = true;
        else if (marks === '2') fill = '#9a9a9a';
        else fill = COLOURS.get(marks) ?? fill;
        return '';
      }
      const indent = /^ */u.exec(piece)?.[0].length ?? 0;
      const shown = piece.trim();
      const x = EDGE + (at + indent) * CELL;
      at += Array.from(piece).length;
      if (shown === '') return '';
      const size = `textLength="${Array.from(shown).length * CELL}" lengthAdjust="spacingAndGlyphs"`;
      return `<text x="${x}" y="${y}" font-family="${MONO}" font-size="14" xml:space="preserve" fill="${fill}"${strong ? ' font-weight="bold"' : ''} ${size}>${escaped(shown)}</text>`;
    })
    .join('');
}

const ROW = 26;
/** @typedef {{ name: string, kind: 'folder' | 'file' | 'zip', ring?: string, side?: string }} Entry */

/**
 * A folder as Explorer lists it. `ring` marks an entry with a number, `side` writes beside it what is done with it.
 *
 * @param {readonly { title: string, entries: readonly Entry[] }[]} folders side by side
 * @param {string} about
 * @param {{ drag?: readonly [from: number, to: number], word?: string }} [more] from an entry of the first to one of the
 *   second, and what is done
 */
export function foldersDrawing(folders, about, { drag, word = '' } = {}) {
  const wide = 330;
  const gap = 90;
  const most = Math.max(...folders.map(({ entries }) => entries.length));
  const height = BAR + EDGE + most * ROW + EDGE;
  const width = folders.length * wide + (folders.length - 1) * gap;
  const parts = folders.flatMap(({ title, entries }, index) => [
    `<g transform="translate(${index * (wide + gap)},0)">`,
    ...frame(wide, height, title),
    ...entries.flatMap((entry, row) => entryDrawing(entry, BAR + EDGE + row * ROW)),
    '</g>',
  ]);
  return svg(width, height, about, [...parts, ...(drag === undefined ? [] : arrow(wide, gap, drag, word))]);
}

/** @param {Entry} entry @param {number} y */
function entryDrawing({ name, kind, ring, side }, y) {
  const icon =
    kind === 'folder'
      ? `<path d="M14 ${y + 4}h7l2 3h9v12H14z" fill="#ffc83d" stroke="#c98f00"/>`
      : kind === 'zip'
        ? box([15, y + 3, 16, 17], '#ffd970', ' stroke="#a67c00"') + box([21, y + 3, 4, 17], '#777')
        : box([16, y + 2, 14, 18], '#ffffff', ' stroke="#6b7b8c"');
  return [
    ...(ring === undefined ? [] : [box([8, y - 1, 314, ROW - 2], '#cce8ff', ' stroke="#0067c0"')]),
    icon,
    words(40, y + 16, name, 'fill="#111"'),
    ...(side === undefined
      ? []
      : [
          words(
            ring === undefined || ring === '' ? 318 : 288,
            y + 16,
            side,
            'fill="#0a4a8a" text-anchor="end"',
          ),
        ]),
    ...(ring === undefined ? [] : [numberMark(306, y + 11, ring)]),
  ];
}

const numberMark = (/** @type {number} */ x, /** @type {number} */ y, /** @type {string} */ text) =>
  text === ''
    ? ''
    : `<circle cx="${x}" cy="${y}" r="11" fill="#c42b1c"/>${words(x, y + 5, text, 'fill="#fff" text-anchor="middle" font-weight="bold"')}`;

/** @param {number} wide @param {number} gap @param {readonly [number, number]} rows @param {string} word */
function arrow(wide, gap, [from, to], word) {
  const at = (/** @type {number} */ row) => BAR + EDGE + row * ROW + 11;
  const [left, right] = [wide - 4, wide + gap + 6];
  return [
    `<path d="M${left} ${at(from)}C${left + 50} ${at(from)} ${right - 50} ${at(to)} ${right - 8} ${at(to)}" fill="none" stroke="#c42b1c" stroke-width="3" stroke-dasharray="7 5"/>`,
    `<path d="M${right} ${at(to)}l-13 -7v14z" fill="#c42b1c"/>`,
    words(wide + gap / 2, at(Math.min(from, to)) - 14, word, 'fill="#c42b1c" text-anchor="middle"'),
  ];
}

/** The warning of Windows, drawn after its own: the first view, and the one after “More info”. */
export function warningDrawing(/** @type {string} */ about) {
  const [wide, high, gap] = [400, 330, 20];
  const view = (/** @type {number} */ x, /** @type {readonly string[]} */ parts) =>
    `<g transform="translate(${x},0)">${box([0, 0, wide, high], '#0063b1')}${parts.join('')}</g>`;
  const line = (/** @type {number} */ y, /** @type {string} */ text, more = '') =>
    words(24, y, text, `fill="#fff" ${more}`);
  const button = (/** @type {number} */ x, /** @type {string} */ text) =>
    box([x, 276, 160, 34], '#0063b1', ' stroke="#fff" stroke-width="2"') +
    words(x + 80, 298, text, 'fill="#fff" text-anchor="middle"');
  const head = [
    line(48, 'Windows protected your PC', 'style="font-size:22px"'),
    line(72, '(Windows đã bảo vệ máy tính của bạn)'),
    line(108, 'Microsoft Defender SmartScreen prevented an'),
    line(128, 'unrecognized app from starting. Running this app'),
    line(148, 'might put your PC at risk.'),
  ];
  return svg(2 * wide + gap, high, about, [
    view(0, [
      ...head,
      line(182, 'More info', 'text-decoration="underline"'),
      line(204, '(Thông tin thêm)'),
      numberMark(118, 177, '1'),
      button(216, 'Don’t run'),
    ]),
    view(wide + gap, [
      ...head,
      line(182, 'App:  tdkvh.cmd'),
      line(204, 'Publisher:  Unknown publisher'),
      button(36, 'Run anyway'),
      numberMark(196, 276, '2'),
      button(216, 'Don’t run'),
      line(266, '(Vẫn chạy)', 'style="font-size:12px"'),
    ]),
  ]);
}
