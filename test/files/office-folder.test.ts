/** The folder for an office PC: what was dropped on tdkvh.cmd, what is said of a copy that is not whole, launcher, guide, .zip. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXIT } from '../../src/cli/exit-codes.js';
import { checkCopiedFiles } from '../../src/cli/commands/doctor/copied-files.js';

const ROOT = join(import.meta.dirname, '..', '..');
const BUILD = join(ROOT, 'build', 'office-folder');
interface Given {
  readonly line: string | undefined;
  readonly self: string;
  readonly args: readonly string[];
  readonly kindOf: (path: string) => 'folder' | 'file' | undefined;
}
interface Decision {
  readonly way: string;
  readonly folder?: string;
  readonly args?: readonly string[];
  readonly out?: string;
  readonly reason?: string;
}
const { copyFault, decide, farResults, sampleOf, wrapped, wrongFiles } = createRequire(import.meta.url)(
  join(BUILD, 'start.cjs'),
) as {
  readonly copyFault: (wrong: readonly string[], home?: string, separator?: string) => string;
  readonly decide: (given: Given) => Decision;
  readonly farResults: (results: readonly string[]) => string | undefined;
  readonly sampleOf: (place: string, size: number) => string;
  readonly wrapped: (text: string) => string;
  readonly wrongFiles: (app: string, whole?: boolean) => readonly string[];
};
const { unixLauncher, windowsLauncher } = (await import(join(BUILD, 'launchers.js'))) as {
  windowsLauncher: (startSha256: string, longestPath: number) => string;
  unixLauncher: (startSha256: string) => string;
};
const { guideAsText, guideAsPage } = (await import(join(BUILD, 'guide.js'))) as {
  readonly guideAsText: (markdown: string) => string;
  readonly guideAsPage: (markdown: string, pictureOf: (name: string, about: string) => string) => string;
};
const { terminalDrawing } = (await import(join(BUILD, 'drawing.js'))) as {
  readonly terminalDrawing: (text: string, title: string, about: string) => string;
};
const { zipOf } = (await import(join(BUILD, 'archive.js'))) as {
  readonly zipOf: (folder: string, name: string, isProgram: (path: string) => boolean) => Uint8Array;
};
const { checkProgram, RUNTIMES } = (await import(join(BUILD, 'runtimes.js'))) as {
  readonly checkProgram: (file: string, sha256: string) => void;
  readonly RUNTIMES: Readonly<Record<string, Readonly<Record<'package' | 'integrity' | 'sha256', string>>>>;
};

/** Of start.cjs, as it would be packed. */
const START = 'a'.repeat(64);
/** Letters of the longest path below the folder. */
const LONGEST = 100;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tdkvh-office-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

describe('what Explorer hands over', () => {
  const HOME = 'D:\\tiện ích & (1)\\tdkvh';
  const SELF = `${HOME}\\tdkvh.cmd`;
  /** As Explorer writes it: quotes only around a path with a blank. */
  const lineOf = (...paths: readonly string[]): string =>
    `C:\\WINDOWS\\system32\\cmd.exe /c ""${SELF}" ${paths.map((path) => (path.includes(' ') ? `"${path}"` : path)).join(' ')}"`;
  const dropped = (
    folders: readonly string[],
    files: readonly string[],
    paths: readonly string[],
  ): Decision =>
    decide({
      line: lineOf(...paths),
      self: SELF,
      // What is left of a name after cmd.exe has read it.
      args: paths.map((path) => path.split(/[&^%]/u)[0] ?? ''),
      kindOf: (path) => (folders.includes(path) ? 'folder' : files.includes(path) ? 'file' : undefined),
    });

  it.each([
    'thư mục',
    'nhận&gửi',
    'a^b',
    '100%xã%',
    'xong!',
    '(1)',
    '-x',
    'một, hai; ba=bốn',
    'x & y (2) 50% !^',
    // From a title in Word: Explorer quotes for plain blanks only.
    'nhận\u00a0từ\u3000xã',
  ])('a folder “%s”: read whole, results beside it', (name) => {
    const path = `E:\\nhận\\${name}`;
    expect(dropped([path, 'E:\\nhận'], [], [path])).toEqual({
      way: 'run',
      folder: 'E:\\nhận',
      args: ['aggregate', `.\\${name}`],
      out: 'E:\\nhận\\tdkvh-out',
    });
  });

  it('a period is run where it lies, also on a server', () => {
    const path = '\\\\may-chu\\phong vhtt\\2025';
    expect(dropped([path, '\\\\may-chu\\phong vhtt'], [`${path}\\tdkvh.yaml`], [path])).toEqual({
      way: 'run',
      folder: path,
      args: ['aggregate', '--workspace', path],
      out: `${path}\\out`,
    });
  });

  it('a period dropped by its own file is the period', () => {
    const file = 'E:\\2025\\TDKVH.yaml';
    expect(dropped(['E:\\2025'], [file], [file])).toEqual({
      way: 'run',
      folder: 'E:\\2025',
      args: ['aggregate', '--workspace', 'E:\\2025'],
      out: 'E:\\2025\\out',
    });
  });

  it('a folder where no program of Windows can stand is told whole', () => {
    const parent = `E:\\${'rất dài '.repeat(40).trim()}`;
    expect(dropped([`${parent}\\nhận`, parent], [], [`${parent}\\nhận`])).toMatchObject({
      args: ['aggregate', `${parent}\\nhận`, '--out', `${parent}\\tdkvh-out`],
      out: `${parent}\\tdkvh-out`,
    });
  });

  it.each([
    ['submissions', ['aggregate', '--workspace', 'E:\\2025']],
    ['Submissions', ['aggregate', '--workspace', 'E:\\2025']],
    ['out', ['aggregate', '--workspace', 'E:\\2025']],
    ['previous', ['aggregate', '--workspace', 'E:\\2025']],
    ['nộp lại', ['aggregate', '.\\nộp lại']],
  ])('the folder “%s” of a period gives the results of the period', (name, args) => {
    const [period, path] = ['E:\\2025', `E:\\2025\\${name}`];
    expect(dropped([period, path], [`${period}\\tdkvh.yaml`], [path])).toEqual({
      way: 'run',
      folder: period,
      args,
      out: `${period}\\out`,
    });
  });

  it('what is not to be had any more is told, and the window stays', () => {
    const gone = { way: 'refused', reason: 'mat' };
    expect(dropped([], [], ['E:\\mất & hết'])).toEqual(gone);
    expect(dropped([], ['E:\\a.xlsx'], ['E:\\a.xlsx', '\\\\may-chu\\phong\\b.xlsx'])).toEqual(gone);
  });

  it('files are looked at; nothing is written', () => {
    const files = ['E:\\a&b.xlsx', 'E:\\c d.xlsx'];
    expect(dropped([], files, files)).toMatchObject({ way: 'run', args: ['validate', ...files] });
  });

  it('a drive, a shared folder, several folders are refused with what to drop', () => {
    const share = '\\\\may-chu\\phong';
    expect(dropped(['E:\\'], [], ['E:\\'])).toEqual({ way: 'refused', reason: 'goc' });
    expect(dropped([share], [], [share])).toEqual({ way: 'refused', reason: 'goc' });
    expect(dropped(['E:\\a', 'E:\\b', 'E:\\'], [], ['E:\\a', 'E:\\b'])).toEqual({
      way: 'refused',
      reason: 'nhieu',
    });
  });

  it.each([
    ['E:\\nhận\\tdkvh-out', 'E:\\nhận\\tdkvh-out', 'ketqua'],
    // Replies and blank forms are no submissions.
    ['E:\\nhận\\tdkvh-out\\returns', 'E:\\nhận\\tdkvh-out', 'ketqua'],
    ['E:\\2025\\out\\bieu-mau', 'E:\\2025\\out', 'ketqua'],
    // It would be written into itself.
    ['E:\\nhận\\tdkvh-out', 'E:\\khác\\out', 'ketqua'],
    [HOME, 'E:\\nhận\\tdkvh-out', 'chuongtrinh'],
    [`${HOME}\\app`, 'E:\\nhận\\tdkvh-out', 'chuongtrinh'],
  ])('“%s”, which nobody sent, is refused', (path, results, reason) => {
    const parent = path.slice(0, path.lastIndexOf('\\'));
    expect(dropped([path, parent], [`${results}\\results.json`], [path])).toEqual({ way: 'refused', reason });
  });

  it('a folder of received files may lie beside the program, and be called “out”', () => {
    for (const path of [`${HOME}\\nhận`, 'E:\\nhận\\out'])
      expect(dropped([path, path.slice(0, path.lastIndexOf('\\'))], [], [path])).toMatchObject({
        way: 'run',
      });
  });

  it('opened by a double click it offers its menu', () => {
    expect(dropped([], [], [])).toEqual({ way: 'menu' });
  });

  it('what is typed, or called by another batch file, goes to the program as it is', () => {
    const kindOf = (): 'folder' => 'folder';
    expect(decide({ line: '"cmd.exe"', self: SELF, args: ['E:\\nhận'], kindOf })).toEqual({ way: 'command' });
    expect(
      decide({ line: `cmd.exe /c ""${SELF}" aggregate --workspace ky"`, self: SELF, args: ['x'], kindOf }),
    ).toEqual({ way: 'command' });
  });
});

it('results that Word or Excel may not reach are told with their length and what to do, others are not', () => {
  const ofLength = (length: number, name: string): string =>
    `C:\\${'x'.repeat(length - name.length - 4)}\\${name}`;
  const [word, excel] = ['bao-cao.docx', 'tong-hop.xlsx'] as const;
  expect(farResults([ofLength(259, word), ofLength(218, excel)])).toBeUndefined();
  const sheet = farResults([ofLength(217, word), ofLength(219, excel)]);
  expect(sheet).toMatch(/tong-hop\.xlsx dài đến 219 ký tự.*chuyển cả thư mục kết quả/u);
  expect(sheet).not.toContain(word);
  expect(farResults([ofLength(260, word), ofLength(261, excel)])).toMatch(
    /bao-cao\.docx, tong-hop\.xlsx dài đến 261 ký tự/u,
  );
});

describe('tdkvh.cmd', () => {
  const lines = windowsLauncher(START, LONGEST).split('\r\n');

  it('is ASCII with Windows line ends', () => {
    expect(windowsLauncher(START, LONGEST)).toMatch(/^[\r\n\x20-\x7e]*$/u);
    expect(lines.some((line) => /[\r\n]/u.test(line))).toBe(false);
  });

  it('quotes every path and has no block that a name could close', () => {
    const outside = lines.map((line) => line.replaceAll(/"[^"]*"/gu, '""'));
    expect(outside.filter((line) => /%~|%RUNTIME%|%TDKVH_/u.test(line))).toEqual([]);
    expect(outside.filter((line) => /[()]/u.test(line) && !/\bfor (?:\/f|%%n in)/u.test(line))).toEqual([]);
    // Where “!” is read, no path is: only the command line of cmd.exe.
    const open = lines.indexOf('setlocal enabledelayedexpansion');
    expect(lines.slice(open, open + 3)).toEqual([
      'setlocal enabledelayedexpansion',
      'set "TDKVH_LINE=!cmdcmdline!"',
      'setlocal disabledelayedexpansion',
    ]);
  });

  it('goes to the beginning only when it holds the bytes that were packed', () => {
    const look = lines.find((line) => line.includes(' -e ')) ?? '';
    const [, script = ''] = / -e "([^"]*)"/u.exec(look) ?? [];
    expect(script).not.toMatch(/[%!^&|<>]/u);
    put('start.cjs', '1');
    const codeFor = (digest: string): number | null =>
      spawnSync(process.execPath, ['-e', script, join(folder, 'start.cjs'), digest]).status;
    const [others, packed] = [START, createHash('sha256').update('1').digest('hex')].map(codeFor);
    expect(lines.slice(lines.indexOf(look) + 1, lines.indexOf(look) + 3)).toEqual([
      `if "%errorlevel%"=="${String(others)}" goto incomplete`,
      `if not "%errorlevel%"=="${String(packed)}" goto noruntime`,
    ]);
    // Nothing that ends with one code, whatever it is asked, passes for the program.
    expect(lines).toContain(`if "%CODE%"=="${String(packed)}" goto noruntime`);
    expect(Object.values(EXIT).flatMap((code) => [code, 100 + code])).not.toContain(packed);
    // What a program ends with that stands in the place of node.
    for (const code of [others, packed]) expect([0, 1, 2, 9, 127, 255]).not.toContain(code);
    expect(look).toContain(START);
  });

  it('jumps to places that exist, changes no folder, puts the code page back', () => {
    const labels = lines.filter((line) => line.startsWith(':')).map((line) => line.slice(1));
    const jumps = lines.flatMap((line) => /goto (\w+)$/u.exec(line)?.[1] ?? []);
    expect(jumps.filter((jump) => !labels.includes(jump))).toEqual([]);
    expect(lines.filter((line) => /pushd|\bcd\b/iu.test(line))).toEqual([]);
    const back = 'if not "%CODEPAGE%"=="" %SystemRoot%\\System32\\chcp.com %CODEPAGE% >nul';
    expect(lines.indexOf(back)).toBe(lines.indexOf(':end') + 1);
  });

  it('starts no program that might lie in the current folder', () => {
    const named = lines.flatMap((line) =>
      [...line.matchAll(/\S*(?:\bchcp\b|node\.exe)\S*/gu)].map(([word]) => word),
    );
    expect(named.length).toBeGreaterThan(3);
    for (const word of named)
      expect(word).toMatch(/%SystemRoot%\\System32\\|%TDKVH_HERE%node\\|^\(node\.exe\)$/u);
  });
});

it('the window breaks no word, and sets what belongs to an arrow under it', () => {
  const text = `${'mười chữ '.repeat(9).trim()}.\n→ ${'việc cần '.repeat(12).trim()}.`;
  const lines = wrapped(text).split('\n');
  expect(lines.filter((line) => line.length > 79)).toEqual([]);
  expect(lines.map((line) => line.slice(0, 4))).toEqual(['mười', 'chữ.', '→ vi', '  cầ']);
  expect(wrapped(text).replaceAll(/\s+/gu, ' ')).toBe(text.replaceAll(/\s+/gu, ' '));
});

describe('a copy', () => {
  const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');
  interface Packed {
    readonly path: string;
    readonly size: number;
    readonly sha256: string;
    readonly sample?: string;
  }
  const put = (path: string, text: string | Buffer): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const listed = (path: string): Packed => {
    const bytes = readFileSync(join(folder, path));
    return { path, size: bytes.length, sha256: sha256(bytes) };
  };
  /** As it is packed: the list names its own digest. */
  const list = (files: readonly Packed[]): void => {
    put(
      'app/files.json',
      JSON.stringify({ schema: 'tdkvh/files@1', sha256: sha256(JSON.stringify(files)), files }),
    );
  };
  const ALL = ['app/a.txt', 'app/bin/tdkvh.js', 'app/start.cjs', 'node/node.exe'];
  beforeEach(() => {
    put('app/a.txt', 'một');
    put('node/node.exe', 'hai');
    put('app/bin/tdkvh.js', 'ba');
    put('app/start.cjs', readFileSync(join(BUILD, 'start.cjs')));
    list(ALL.map(listed));
  });
  const told = async (): Promise<readonly string[]> =>
    (await checkCopiedFiles(join(folder, 'app'))).flatMap(({ findings }) =>
      findings.map(({ number, message }) => `${number} ${message}`),
    );

  it('that is whole is let be', async () => {
    expect(wrongFiles(join(folder, 'app'))).toEqual([]);
    expect(await told()).toEqual([]);
  });

  it('of full size with other bytes is told at once and by doctor', async () => {
    put('node/node.exe', 'hay');
    put('app/a.txt', '\0'.repeat(5));
    for (const whole of [true, false])
      expect(wrongFiles(join(folder, 'app'), whole)).toEqual(['app/a.txt', 'node/node.exe']);
    expect(await told()).toEqual([
      'VH997 Bản chép chương trình thiếu, thừa hoặc khác bản gốc ở: app/a.txt, node/node.exe.',
    ]);
  });

  it('of a large file is known by a sample when a command is typed, by every byte otherwise', () => {
    const bytes = Buffer.alloc(3_000_000, 'tdkvh');
    const write = (one: Buffer): void => {
      writeFileSync(join(folder, 'node/node.exe'), one);
    };
    write(bytes);
    const sample = sampleOf(join(folder, 'node/node.exe'), bytes.length);
    list(ALL.map((path) => (path === 'node/node.exe' ? { ...listed(path), sample } : listed(path))));
    const wrong = (): readonly (readonly string[])[] =>
      [true, false].map((whole) => wrongFiles(join(folder, 'app'), whole));
    expect(wrong()).toEqual([[], []]);
    // Cut short at any place, its size kept.
    for (const from of [0, 1_000_000, 2_900_000, 2_999_999]) {
      write(Buffer.from(bytes).fill(0, from));
      expect(wrong()).toEqual([['node/node.exe'], ['node/node.exe']]);
    }
    // One byte between two pieces: only what reads it all can know.
    write(Buffer.from(bytes).fill(0, 20_000, 20_001));
    expect(wrong()).toEqual([['node/node.exe'], []]);
  });

  it('that was cut short is told at once', async () => {
    put('app/a.txt', 'm');
    rmSync(join(folder, 'node'), { recursive: true });
    for (const whole of [true, false])
      expect(wrongFiles(join(folder, 'app'), whole)).toEqual(['app/a.txt', 'node/node.exe']);
    expect(await told()).toEqual([
      'VH997 Bản chép chương trình thiếu, thừa hoặc khác bản gốc ở: app/a.txt, node/node.exe.',
    ]);
  });

  it('is told of its long path where files lack that have no room there, and of nothing else where they have', () => {
    const name = `app/${'x'.repeat(96)}`;
    expect(copyFault([name], 'D:\\tdkvh', '\\')).toContain('thiếu, thừa, dở dang hoặc đã bị thay');
    expect(copyFault(['app/a.txt', name], `D:\\${'d'.repeat(156)}`, '\\')).toContain('đường dẫn quá dài');
    expect(copyFault([name], `D:\\${'d'.repeat(155)}`, '\\')).not.toContain('đường dẫn quá dài');
    expect(copyFault([name], `/${'d'.repeat(300)}`, '/')).not.toContain('đường dẫn quá dài');
    // The launcher has the same measure.
    expect(windowsLauncher(START, name.length)).toContain('set "BEYOND=%BEYOND:~159,1%"');
  });

  it.each([
    ['absent', undefined],
    ['cut short', '{'],
    ['nothing', ''],
    ['null', 'null'],
    ['emptied', '{"schema":"tdkvh/files@1","files":[]}'],
    ['emptied, with its digest', `{"sha256":"${sha256('[]')}","files":[]}`],
    ['without the digest of itself', '{"schema":"tdkvh/files@1","files":[{"path":"app/a.txt","size":5}]}'],
  ])('with its list %s is not whole', async (_, text) => {
    if (text === undefined) rmSync(join(folder, 'app/files.json'));
    else put('app/files.json', text);
    expect(wrongFiles(join(folder, 'app'))).toEqual(['app/files.json']);
    expect(await told()).toEqual([
      'VH997 Bản chép chương trình thiếu, thừa hoặc khác bản gốc ở: app/files.json.',
    ]);
  });

  it('of which the list names a part only, or in which files of another version lie, is told', () => {
    put('app/templates/criteria/cũ.yaml', 'x');
    expect(wrongFiles(join(folder, 'app'))).toEqual(['app/templates/criteria/cũ.yaml']);
    list(['app/start.cjs', 'node/node.exe'].map(listed));
    for (const whole of [true, false])
      expect(wrongFiles(join(folder, 'app'), whole)).toEqual([
        'app/a.txt',
        'app/bin/tdkvh.js',
        'app/templates/criteria/cũ.yaml',
      ]);
  });

  it('in which a system has left its own files is let be', () => {
    for (const name of ['desktop.ini', 'Thumbs.db', 'x/.DS_Store', '~$a.docx']) put(`app/${name}`, 'x');
    expect(wrongFiles(join(folder, 'app'))).toEqual([]);
  });

  it('without its beginning is told by doctor', async () => {
    rmSync(join(folder, 'app/start.cjs'));
    expect(await told()).toEqual([
      'VH997 Bản chép chương trình thiếu, thừa hoặc khác bản gốc ở: app/start.cjs.',
    ]);
  });

  describe.skipIf(process.platform === 'win32')('started by tdkvh.sh', () => {
    const start = (): { readonly code: number | null; readonly told: string } => {
      const { status, stderr } = spawnSync('/bin/sh', [join(folder, 'tdkvh.sh'), 'doctor'], {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'] },
      });
      return { code: status, told: stderr };
    };
    beforeEach(() => {
      rmSync(join(folder, 'node'), { recursive: true });
      put('app/bin/tdkvh.js', 'process.exitCode = process.argv.slice(2).join() === "doctor" ? 3 : 1');
      list(ALL.slice(0, 3).map(listed));
      put('tdkvh.sh', unixLauncher(sha256(readFileSync(join(BUILD, 'start.cjs')))));
    });
    const runtime = (script: string): void => {
      put('node/node', `#!/bin/sh\n${script}\n`);
      chmodSync(join(folder, 'node/node'), 0o755);
    };

    it('runs when it is whole', () => {
      expect(start()).toEqual({ code: 3, told: '' });
    });

    it.each([
      ['the program missing', 'app/bin/tdkvh.js', undefined, 'app/bin/tdkvh.js'],
      ['the list emptied', 'app/files.json', '{"files":[]}', 'app/files.json'],
      ['the list missing', 'app/files.json', undefined, 'app/files.json'],
      ['the beginning missing', 'app/start.cjs', undefined, 'chép chưa đủ'],
      ['the beginning emptied', 'app/start.cjs', '', 'chép chưa đủ'],
      ['another beginning', 'app/start.cjs', 'process.exit(0)', 'chép chưa đủ'],
      ['a file more', 'app/templates/criteria/cũ.yaml', 'x', 'app/templates/criteria/cũ.yaml'],
    ])('%s: told in one sentence', (_, path, text, words) => {
      if (text === undefined) rmSync(join(folder, path));
      else put(path, text);
      const { code, told: said } = start();
      expect(code).toBe(4);
      expect(said).toContain(words);
      expect(said.trim().split(/(?<=[.:]) |\n→/u).length).toBeLessThanOrEqual(3);
      expect(said).not.toMatch(/Error|node:internal|Require stack/u);
    });

    it.each(['exit 0', 'exit 1', 'exit 4', 'exit 76', 'exit 77', 'echo', 'kill -SEGV $$', 'kill -KILL $$'])(
      'a runtime that does nothing but “%s” is told',
      (script) => {
        runtime(script);
        const { code, told: said } = start();
        expect(code).toBe(4);
        expect(said).toMatch(/^Không chạy được Node\.js[^\n]*\n$/u);
      },
    );
  });
});

it.each(Object.entries(RUNTIMES))('the runtime for %s is pinned, and runs the program', (_name, runtime) => {
  const [, major = '', minor = ''] = /@(\d+)\.(\d+)\.\d+$/u.exec(runtime.package) ?? [];
  const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly engines: { readonly node: string };
  };
  const [, least = '', beyond = ''] = /^>=(\d+)\.(\d+)$/u.exec(engines.node) ?? [];
  expect(Number(major) * 1000 + Number(minor)).toBeGreaterThanOrEqual(Number(least) * 1000 + Number(beyond));
  expect(Buffer.from(runtime.integrity, 'base64').length).toBe(64);
  expect(runtime.sha256).toMatch(/^[0-9a-f]{64}$/u);
});

it('a runtime with another digest is not packed', () => {
  put('node.exe', 'x');
  expect(() => {
    checkProgram(join(folder, 'node.exe'), '0'.repeat(64));
  }).toThrow(/not packed/u);
});

it('the same files give the same .zip, whenever they were written', () => {
  const zip = (): Buffer => Buffer.from(zipOf(folder, 'tdkvh', (path) => path === 'tdkvh.sh'));
  put('tdkvh.sh', '#!/bin/sh');
  put('app/a.txt', 'một');
  const first = zip();
  rmSync(join(folder, 'app'), { recursive: true });
  put('app/a.txt', 'một');
  expect(zip().equals(first)).toBe(true);
});

describe('guide', () => {
  const guide = readFileSync(join(ROOT, 'templates', 'forms', 'huong-dan-may-tinh.md'), 'utf8');

  it('loses its marks and nothing else', () => {
    const text = guideAsText(guide);
    expect(text).not.toMatch(/\*\*|`|^#/mu);
    const words = (from: string): readonly string[] => from.match(/\p{L}+/gu) ?? [];
    const without = (from: string): string =>
      from.replace(/!\[[^\]]*\]\([^)]*\)/gu, '').replace(/^\(Hình: .*\)$/gmu, '');
    expect(words(without(text))).toEqual(words(without(guide)));
  });

  it('has a picture for every step, each of which somebody makes', () => {
    const names = [...guide.matchAll(/!\[[^\]]*\]\(([^)]*)\)/gu)].map(([, name = '']) => name);
    const makers = ['screens', 'guide-pictures']
      .map((name) => readFileSync(join(BUILD, `${name}.js`), 'utf8'))
      .join();
    for (const name of names.filter((one) => !one.endsWith('.png')))
      expect(makers, name).toContain(`'${name.split('/')[1] ?? ''}'`);
    for (const name of names.filter((one) => one.endsWith('.png')))
      expect(statSync(join(ROOT, 'fixtures', 'pictures', name)).size).toBeLessThan(100_000);
    const steps = guide.split(/^(?=\*\*\d+\.)/mu).slice(1);
    expect(steps.length).toBeGreaterThan(10);
    for (const step of steps) expect(step).toMatch(/!\[/u);
    const page = guideAsPage(guide, (name) => `<i>${name}</i>`);
    expect(names.filter((name) => !page.includes(`<i>${name}</i>`))).toEqual([]);
    expect(page).not.toMatch(/\*\*|!\[/u);
  });

  it('is one page of two sheets: a cell a step, each with its picture', () => {
    const page = guideAsPage(guide, (name) => `<i>${name}</i>`);
    const sheets = [...page.matchAll(/<section class="sheet"><h2>.*?<\/section>/gsu)].map(([sheet]) => sheet);
    const steps = sheets.map((sheet) => sheet.match(/<div><p><b>\d\.[^]*?<i>[^<]+<\/i>/gu)?.length);
    expect(steps).toEqual([8, 9]);
    for (const told of ['SHA-256', 'More info', 'Run anyway', 'kéo', 'Cập nhật', 'Gỡ bỏ', 'Khi không chạy'])
      expect(sheets[0]).toContain(told);
    expect(sheets[1]).toContain('Chưa thử được');
    // Nothing stands outside of the sheets but the title and what it is; each has about as many words as fit.
    expect(page.replaceAll(/<section.*?<\/section>/gsu, '').match(/<p>/gu)).toHaveLength(1);
    for (const sheet of sheets) expect(sheet.replaceAll(/<[^>]*>/gu, '').length).toBeLessThan(3600);
  });

  it('draws a screen sign by sign, whatever stands in it', () => {
    const drawn = terminalDrawing(
      '\u001B[31mPhải sửa\u001B[39m  <b> & "c"\n  \u001B[93m2024\u001B[0m',
      'tdkvh.cmd',
      'lỗi',
    );
    expect(drawn).toMatch(/fill="#e74856"[^>]*textLength="64"[^>]*>Phải sửa</u);
    expect(drawn).toContain('&lt;b> &amp; &quot;c&quot;');
    expect(drawn).toMatch(/fill="#ffd75f"[^>]*>2024</u);
    expect(drawn).not.toContain('\u001B');
  });
});
