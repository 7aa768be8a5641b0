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
  // On paper a screen of 80 columns is still read at two thirds of the width.
  '@media print{@page{size:A4;margin:12mm 15mm}body{max-width:none;margin:0;padding:0;font-size:11pt;line-height:1.3}' +
  'h1{font-size:15pt}h2{font-size:12.5pt;margin:8pt 0 4pt;break-after:avoid}p,li{margin:3pt 0}' +
  'figure{width:66%;margin:4pt auto;break-inside:avoid}figure svg,img{max-width:100%;max-height:95mm;height:auto}}';

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
  return `<!DOCTYPE html>\n<html lang="vi"><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style>\n<body>\n${blocks.join('\n')}\n</body></html>\n`;
}
