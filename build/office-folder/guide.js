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
  'body{max-width:66rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 "Times New Roman",serif}' +
  'h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:1.6rem}img{max-width:100%;border:1px solid #888}' +
  'figure{margin:1rem 0}figcaption{font-style:italic}code,pre{font:14px Consolas,monospace}' +
  '.cells{display:grid;grid-template-columns:repeat(auto-fit,minmax(26rem,1fr));gap:.8rem 1.2rem}' +
  '.cells p,.cells figure{margin:0 0 .3rem}.cells figcaption{display:none}' +
  '.cells>div:last-child:nth-child(odd){grid-column:1/-1}.cells>div:last-child:nth-child(odd) figure{max-width:33rem}' +
  // Two sheets of paper: what is needed at first, and the steps of a period with what was tried.
  '@media print{@page{size:A4;margin:8mm 10mm}body{max-width:none;margin:0;padding:0;font-size:9pt;line-height:1.15}' +
  'h1{font-size:13pt;margin:0 0 1mm}h2{font-size:11pt;margin:1.5mm 0 1mm}p{margin:0 0 1mm}code{font-size:7.5pt}' +
  '.cells{grid-template-columns:1fr 1fr;gap:1.2mm 4mm}.cells>div{break-inside:avoid}' +
  '.cells figure svg{max-height:50mm}.cells figure img{max-height:38mm;width:auto;display:block;margin:auto}' +
  '.sheet+.sheet{break-before:page;font-size:8.5pt}.sheet+.sheet svg{max-height:39mm}}';

/** A step, or a rule, beside its picture. */
const CELL = /^<p><b>(?:\d+\. )?/u;

/**
 * Sections of steps as sheets of cells, two in a row.
 *
 * @param {readonly string[]} blocks of the page
 * @returns {readonly string[]}
 */
function withSheets(blocks) {
  return blocks
    .join('\n')
    .split(/\n(?=<h2>)/u)
    .map((section) => {
      const [title = '', ...rest] = section.split('\n');
      if (!title.startsWith('<h2>') || !/^<p><b>1\. /u.test(rest[0] ?? '')) return section;
      /** @type {string[]} */
      const cells = [];
      for (const block of rest)
        if (CELL.test(block) || cells.length === 0) cells.push(block);
        else cells.push(`${cells.pop() ?? ''}${block}`);
      return `<section class="sheet">${title}<div class="cells">${cells.map((cell) => `<div>${cell}</div>`).join('')}</div></section>`;
    });
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
  return `<!DOCTYPE html>\n<html lang="vi"><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style>\n<body>\n${withSheets(blocks).join('\n')}\n</body></html>\n`;
}
