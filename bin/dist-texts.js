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
