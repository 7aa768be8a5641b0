/** The two launchers of the folder that `npm run dist` builds. */
import startOfFolder from './start.cjs';

/**
 * What node ends with when the file has the bytes that were packed, and when it has others: no code of a fault of its
 * own, and none of a program that stands in node's place and does nothing.
 */
const AS_PACKED = 76;
const OTHER_BYTES = 77;
/** Without any sign that cmd.exe reads inside quotes (`%`, and `!` under delayed expansion); an old Node is none. */
const SAME_BYTES =
  `process.exit(/v1?[0-9]\\./.test(process.version)?1:require('crypto').createHash('sha256').update(require('fs').readFileSync(process.argv[1]))` +
  `.digest('hex')===process.argv[2]?${AS_PACKED}:${OTHER_BYTES})`;

/** Programs by their whole path: cmd.exe looks in the current folder first, which may be that of the received files. */
const CHCP = '%SystemRoot%\\System32\\chcp.com';

/**
 * Windows: ASCII only (cmd.exe counts bytes when it jumps), CRLF, every path in quotes, no block in parentheses (names
 * hold them). The command line is kept under delayed expansion, which alone does not read what it finds there; all
 * else runs without, since names hold “!”. No folder is changed to and none is to be left: cmd.exe cannot stand in
 * \\server\share, Node can. `exit` without /b ends what the rest of a dropped name with “&” would become.
 */
export function windowsLauncher(
  /** @type {string} */ startSha256,
  /** @type {number} length of the longest path below the folder */ longestPath,
) {
  const room = startOfFolder.MOST_LETTERS - longestPath;
  return [
    '@echo off',
    'setlocal disabledelayedexpansion',
    'set "TDKVH_HERE=%~dp0"',
    'set "TDKVH_SELF=%~f0"',
    // A launcher called by another program keeps the name that one gave.
    'if not defined TDKVH_CALL set "TDKVH_CALL=%~0"',
    'set "CODEPAGE="',
    `for /f "tokens=2 delims=:." %%c in ('${CHCP}') do set "CODEPAGE=%%c"`,
    `${CHCP} 65001 >nul`,
    'setlocal enabledelayedexpansion',
    'set "TDKVH_LINE=!cmdcmdline!"',
    'setlocal disabledelayedexpansion',
    'set "RUNTIME=%TDKVH_HERE%node\\node.exe"',
    'if not exist "%RUNTIME%" for %%n in (node.exe) do set "RUNTIME=%%~$PATH:n"',
    'if not exist "%TDKVH_HERE%app\\start.cjs" goto incomplete',
    'if "%RUNTIME%"=="" goto noruntime',
    // The beginning checks everything else, and nobody checks it: cut short it ends without a word, changed in English.
    `"%RUNTIME%" -e "${SAME_BYTES}" "%TDKVH_HERE%app\\start.cjs" ${startSha256} >nul 2>nul`,
    `if "%errorlevel%"=="${OTHER_BYTES}" goto incomplete`,
    `if not "%errorlevel%"=="${AS_PACKED}" goto noruntime`,
    '"%RUNTIME%" "%TDKVH_HERE%app\\start.cjs" %*',
    'set "CODE=%errorlevel%"',
    // The program has no such code: what stands in node's place gives it whatever it is asked.
    `if "%CODE%"=="${AS_PACKED}" goto noruntime`,
    'goto end',
    '',
    ':noruntime',
    'if not exist "%TDKVH_HERE%app\\thieu-node.txt" goto incomplete',
    'type "%TDKVH_HERE%app\\thieu-node.txt"',
    'goto fault',
    '',
    ':incomplete',
    // Files whose path is too long are left out when the folder is unpacked or copied. No path holds a “?”.
    `set "BEYOND=%TDKVH_HERE%${'?'.repeat(room + 1)}"`,
    `set "BEYOND=%BEYOND:~${room},1%"`,
    'if not "%BEYOND%"=="?" goto toolong',
    'if exist "%TDKVH_HERE%app\\chep-thieu.txt" goto toldwhole',
    'echo Thu muc tdkvh chep chua du. Giai nen lai tep .zip va chep lai ca thu muc.',
    'goto fault',
    '',
    ':toldwhole',
    'type "%TDKVH_HERE%app\\chep-thieu.txt"',
    'goto fault',
    '',
    ':toolong',
    'if exist "%TDKVH_HERE%app\\duong-dan-dai.txt" goto toldlong',
    'echo Duong dan cua thu muc tdkvh qua dai nen chep chua du. Giai nen lai tep .zip vao D:\\',
    'goto fault',
    '',
    ':toldlong',
    'type "%TDKVH_HERE%app\\duong-dan-dai.txt"',
    '',
    ':fault',
    'set "CODE=4"',
    'if not defined TDKVH_LINE goto end',
    'setlocal enabledelayedexpansion',
    'set "REST=!TDKVH_LINE:/c ""=!"',
    'set "MOUSE=0"',
    'if not "!REST!"=="!TDKVH_LINE!" set "MOUSE=1"',
    'if "!MOUSE!"=="1" pause',
    'if "!MOUSE!"=="1" set "CODE=104"',
    '',
    ':end',
    `if not "%CODEPAGE%"=="" ${CHCP} %CODEPAGE% >nul`,
    'if %CODE% LSS 100 exit /b %CODE%',
    'set /a CODE=CODE-100',
    'exit %CODE%',
    '',
  ].join('\r\n');
}

/** @param {string} text */
const forWindow = (text) => `${startOfFolder.wrapped(text).replaceAll('\n', '\r\n')}\r\n`;

/** What tdkvh.cmd shows when the beginning is missing or has other bytes, and a file with words in our letters is there. */
export const INCOMPLETE = forWindow(
  'Thư mục tdkvh chép chưa đủ, dở dang hoặc đã bị thay.\n' +
    '→ Giải nén lại tệp .zip, chép lại cả thư mục tdkvh; xem huong-dan.html, mục “Khi không chạy”.',
);

/** What tdkvh.cmd shows instead where the path of the folder leaves no room for the files that are missing. */
export const TOO_LONG = forWindow(startOfFolder.tooLong('Thư mục tdkvh chép chưa đủ'));

/** What tdkvh.cmd shows when there is no runtime, or a broken one. */
export const NO_RUNTIME = forWindow(
  'Không chạy được node.exe trong thư mục con “node”: không có, chép dở dang, đã bị thay hoặc bị phần mềm diệt vi-rút giữ lại.\n' +
    '→ Giải nén lại tệp .zip, chép lại cả thư mục tdkvh; xem huong-dan.html, mục “Khi không chạy”.',
);

/** What node prints of the beginning; what stands in its place and does nothing prints no digest. An old Node is none. */
const DIGEST =
  `/v1?[0-9]\\./.test(process.version)||console.log(require("crypto").createHash("sha256")` +
  `.update(require("fs").readFileSync(process.argv[1])).digest("hex"))`;

/** Linux and macOS: the same, without waiting. */
export function unixLauncher(/** @type {string} */ startSha256) {
  return `#!/bin/sh
# Runs the program beside this file with the Node beside it; where none was packed, with the installed one.
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd -P) || exit 4
runtime="$here/node/node"
start="$here/app/start.cjs"
# Next steps are printed as they run: by this file.
: "\${TDKVH_CALL:=$0}"
[ -x "$runtime" ] || runtime=node
# The beginning checks everything else, and nobody checks it.
digest=unread
# Of a runtime that is cut short the shell itself would speak.
[ -f "$start" ] && { digest=$("$runtime" -e '${DIGEST}' "$start"); } 2>/dev/null
if [ -z "$digest" ]; then
  echo 'Không chạy được Node.js: không có, không được phép chạy, quá cũ, chép dở dang hoặc đã bị thay. Xem huong-dan.txt, mục “Khi không chạy”.' >&2
  exit 4
elif [ "$digest" != ${startSha256} ]; then
  echo 'Thư mục tdkvh chép chưa đủ, dở dang hoặc đã bị thay. Giải nén lại tệp .zip thành một thư mục tdkvh mới.' >&2
  exit 4
fi
export TDKVH_CALL
# A folder given alone, by its whole path, was dropped here: the main job. Results go beside it, never into it.
case "$#:\${1-}" in
  1:/*)
    TDKVH_CALL="$here/tdkvh.sh"
    if [ -f "$1/tdkvh.yaml" ]; then
      exec "$runtime" "$start" aggregate --workspace "$1"
    elif [ -d "$1" ]; then
      cd -- "$(dirname -- "$1")" || exit 4
      exec "$runtime" "$start" aggregate "./$(basename -- "$1")"
    elif [ -f "$1" ]; then
      exec "$runtime" "$start" validate "$1"
    fi
    ;;
esac
exec "$runtime" "$start" "$@"
`;
}
