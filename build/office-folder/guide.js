/** The guide of the folder for an office PC: as text for a plain editor, and as one page with its pictures. */

/** The guide for a plain editor: headings underlined, no stars, no backticks. @param {string} markdown */
export function guideAsText(markdown) {
  return markdown
    .replace(/!\[([^\]]*)\]\([^)]*\)/gu, '(Hình: $1; xem huong-dan.html)')
    .replace(/\*\*([^*]+)\*\*/gu, '$1')
    .replace(/`([^`]+)`/gu, '$1')
    .split('\n')
    .map((line) => {
      const [, marks = '', title = ''] = /^(#+) (.*)$/u.exec(line) ?? [];
      return marks === ''
        ? line
        : `${title}\n${(marks === '#' ? '=' : '-').repeat(Array.from(title).length)}`;
    })
    .join('\n');
}

const STYLE =
  'body{max-width:52rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 "Times New Roman",serif}' +
  'h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:1.6rem}img{max-width:100%;border:1px solid #888}' +
  'figure{margin:1rem 0}figcaption{font-style:italic}code,pre{font:14px Consolas,monospace}' +
  '.cells{display:grid;grid-template-columns:1fr 1fr;gap:.8rem 1.2rem}.cells p,.cells figure{margin:0 0 .3rem}' +
  '.cells figcaption{display:none}' +
  // On paper a screen of 80 columns is still read at two thirds of the width.
  '@media print{@page{size:A4;margin:12mm 15mm}body{max-width:none;margin:0;padding:0;font-size:11pt;line-height:1.3}' +
  'h1{font-size:15pt}h2{font-size:12.5pt;margin:8pt 0 4pt;break-after:avoid}p,li{margin:3pt 0}' +
  'figure{width:66%;margin:4pt auto;break-inside:avoid}figure svg,img{max-width:100%;max-height:95mm;height:auto}' +
  '.sheet{font-size:9.5pt;line-height:1.2;break-after:page}.cells{gap:2.5mm 5mm}.cells figure{width:auto}' +
  '.cells code{font-size:8.5pt}.cells figure svg{max-height:72mm}}';

/** The part of the guide that is one sheet of paper, to be hung up: each step beside its picture, two in a row. */
const SHEET = 'Cả bộ trên một trang';

/** @param {readonly string[]} blocks of the page @returns {readonly string[]} the same, those of the sheet put together */
function withSheet(blocks) {
  const start = blocks.findIndex((block) => block === `<h2>${SHEET}</h2>`);
  if (start < 0) return blocks;
  const length = blocks.slice(start + 1).findIndex((block) => block.startsWith('<h2>'));
  const cells = blocks
    .slice(start + 1, start + 1 + length)
    .join('')
    .split(/(?=<p>)/u);
  const sheet = `<section class="sheet">${blocks[start]}<div class="cells">${cells.map((cell) => `<div>${cell}</div>`).join('')}</div></section>`;
  return [...blocks.slice(0, start), sheet, ...blocks.slice(start + 1 + length)];
}

/**
 * The guide as one page with its pictures inside, for a double click.
 *
 * @param {string} markdown
 * @param {(name: string, about: string) => string} pictureOf the picture as the page shows it
 */
export function guideAsPage(markdown, pictureOf) {
  const inline = (/** @type {string} */ text) =>
    text
      .replace(/&/gu, '&amp;')
      .replace(/</gu, '&lt;')
      .replace(/\*\*([^*]+)\*\*/gu, '<b>$1</b>')
      .replace(/`([^`]+)`/gu, '<code>$1</code>');
  const blocks = markdown
    .trim()
    .split(/\n{2,}/u)
    .map((block) => {
      const [, marks = '', title = ''] = /^(#+) (.*)$/u.exec(block) ?? [];
      if (marks !== '') return `<h${marks.length}>${inline(title)}</h${marks.length}>`;
      const [, words = '', name] = /^!\[([^\]]*)\]\(([^)]*)\)$/u.exec(block) ?? [];
      if (name !== undefined)
        return `<figure>${pictureOf(name, words)}<figcaption>${inline(words)}</figcaption></figure>`;
      if (block.startsWith('    ')) return `<pre>${inline(block.trim())}</pre>`;
      const list = /^(?:- |\d+\. )/u.exec(block)?.[0];
      if (list === undefined) return `<p>${inline(block)}</p>`;
      const items = block
        .split('\n')
        .map((line) => `<li>${inline(line.replace(/^(?:- |\d+\. )/u, ''))}</li>`);
      const kind = list === '- ' ? 'ul' : 'ol';
      return `<${kind}>${items.join('')}</${kind}>`;
    });
  const title = /^# (.*)$/mu.exec(markdown)?.[1] ?? '';
  return `<!DOCTYPE html>\n<html lang="vi"><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style>\n<body>\n${withSheet(blocks).join('\n')}\n</body></html>\n`;
}
