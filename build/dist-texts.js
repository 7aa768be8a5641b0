/** Texts of the folder that `npm run dist` builds: the two launchers, and the guide without its marks. */

/**
 * Windows: ASCII only, CRLF, every path in quotes, no delayed expansion (names hold “!”), no block in parentheses
 * (names hold them too). It waits at the end only when it was opened by mouse, so that a batch never hangs.
 */
export function windowsLauncher() {
  return [
    '@echo off',
    'setlocal disabledelayedexpansion',
    'chcp 65001 >nul',
    'set "RUNTIME=%~dp0node\\node.exe"',
    'if not exist "%RUNTIME%" set "RUNTIME=%~dp0node.exe"',
    'if not exist "%RUNTIME%" set "RUNTIME=node.exe"',
    'set "PROGRAM=%~dp0app\\bin\\tdkvh.js"',
    '"%RUNTIME%" --version >nul 2>nul',
    'if errorlevel 1 goto noruntime',
    'if "%~1"=="" goto menu',
    'rem Explorer gives the whole path of what is dropped.',
    'if /i not "%~f1"=="%~1" goto command',
    'if exist "%~1\\tdkvh.yaml" goto period',
    'if exist "%~1\\" goto folder',
    'if exist "%~1" goto files',
    '',
    ':command',
    '"%RUNTIME%" "%PROGRAM%" %*',
    'exit /b %errorlevel%',
    '',
    'rem Opened by mouse: periods are made beside the program, not in it.',
    ':menu',
    'if /i "%CD%\\"=="%~dp0" pushd "%~dp0.."',
    '"%RUNTIME%" "%PROGRAM%"',
    'goto wait',
    '',
    ':period',
    'pushd "%~1"',
    'if errorlevel 1 goto unreachable',
    '"%RUNTIME%" "%PROGRAM%" aggregate',
    'goto wait',
    '',
    'rem Results go to tdkvh-out beside the folder, never into it.',
    ':folder',
    'pushd "%~dp1"',
    'if errorlevel 1 goto unreachable',
    'if "%~nx1"=="" goto root',
    '"%RUNTIME%" "%PROGRAM%" aggregate "%~nx1"',
    'goto wait',
    '',
    ':files',
    '"%RUNTIME%" "%PROGRAM%" validate %*',
    'goto wait',
    '',
    ':root',
    'echo Hay keo mot thu muc, khong keo ca o dia.',
    'pause',
    'exit /b 2',
    '',
    ':unreachable',
    'echo Khong mo duoc thu muc da keo vao.',
    'pause',
    'exit /b 4',
    '',
    ':noruntime',
    'echo Khong tim thay node.exe. Xem huong-dan.txt, muc "Lan dau tien".',
    'pause',
    'exit /b 4',
    '',
    ':wait',
    'set "CODE=%errorlevel%"',
    'echo.',
    'pause',
    'exit /b %CODE%',
    '',
  ].join('\r\n');
}

/** Linux and macOS: the same, without waiting. */
export function unixLauncher() {
  return `#!/bin/sh
# Runs the program beside this file with the Node beside it, or else the installed one.
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd -P) || exit 4
runtime="$here/node/node"
[ -x "$runtime" ] || runtime=node
if ! "$runtime" --version >/dev/null 2>&1; then
  echo 'Không tìm thấy Node.js. Xem huong-dan.txt, mục “Lần đầu tiên”.' >&2
  exit 4
fi
# A folder given alone, by its whole path, was dropped here: the main job. Results go beside it, never into it.
case "$#:\${1-}" in
  1:/*)
    if [ -f "$1/tdkvh.yaml" ]; then
      exec "$runtime" "$here/app/bin/tdkvh.js" aggregate --workspace "$1"
    elif [ -d "$1" ]; then
      cd -- "$(dirname -- "$1")" || exit 4
      exec "$runtime" "$here/app/bin/tdkvh.js" aggregate "./$(basename -- "$1")"
    elif [ -f "$1" ]; then
      exec "$runtime" "$here/app/bin/tdkvh.js" validate "$1"
    fi
    ;;
esac
exec "$runtime" "$here/app/bin/tdkvh.js" "$@"
`;
}

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
  'figure{margin:1rem 0}figcaption{font-style:italic}code,pre{font:14px Consolas,monospace}';

/**
 * The guide as one page with its pictures inside, for a double click.
 *
 * @param {string} markdown
 * @param {(name: string) => string} pictureOf base64 of a PNG
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
        return `<figure><img alt="${words}" src="data:image/png;base64,${pictureOf(name)}"><figcaption>${inline(words)}</figcaption></figure>`;
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
