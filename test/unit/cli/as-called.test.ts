/** Printed commands: as somebody typed the program, with the period where it is needed, or as numbers of the menu. */
import { CATALOGUE } from '../../../src/findings/catalogue/catalogue.js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FindingEntry } from '../../../src/findings/catalogue/define.js';
import { loadExplanations } from '../../../src/office/load-explanations.js';
import { commandNames } from '../../../src/cli/commands.js';
import { asCalled, callerOf, printFor, quotedWord } from '../../../src/cli/screen/as-called.js';
import { MENU } from '../../../src/cli/screen/menu.js';

beforeAll(() => {
  printFor({ program: 'tdkvh' }, commandNames());
});

it('every item of the menu is a command of the table', () => {
  for (const { call } of MENU) expect(commandNames()).toContain(call.split(' ')[0]);
});

describe('the program', () => {
  const folder = '/nha/tdkvh';
  it.each([
    [{ script: '/nha/tdkvh/bin/tdkvh.js' }, 'node bin/tdkvh.js'],
    [{ script: '/nha/tdkvh của tôi/bin/tdkvh.js' }, 'node "../tdkvh của tôi/bin/tdkvh.js"'],
    [{ script: '/usr/local/bin/tdkvh' }, 'tdkvh'],
    [{ script: '/usr/lib/node_modules/tdkvh/bin/tdkvh.js' }, 'tdkvh'],
    [{ script: '/nha/tdkvh/bin/tdkvh.js', call: './tdkvh.sh' }, './tdkvh.sh'],
    [{ call: 'D:\\phần mềm\\tdkvh.cmd' }, '"D:\\phần mềm\\tdkvh.cmd"'],
    [{}, 'tdkvh'],
  ])('%j', (given, program) => {
    expect(callerOf({ folder, ...given }).program).toBe(program);
  });
});

describe('typed', () => {
  const caller = { program: 'node bin/tdkvh.js', workspace: 'kỳ 2024' };
  it.each([
    ['Chạy tdkvh status để xem.', 'Chạy node bin/tdkvh.js status --workspace "kỳ 2024" để xem.'],
    ['tdkvh explain VH301', 'node bin/tdkvh.js explain VH301'],
    ['tdkvh template --workspace ky', 'node bin/tdkvh.js template --workspace ky'],
    ['Xem bằng lệnh tdkvh criteria list.', 'Xem bằng lệnh node bin/tdkvh.js criteria list.'],
    ['tệp .zip mà tdkvh publish đã ghi', 'tệp .zip mà tdkvh publish đã ghi'],
    ['cài tdkvh phiên bản 1', 'cài tdkvh phiên bản 1'],
    ['out/tdkvh status', 'out/tdkvh status'],
  ])('%s', (text, printed) => {
    expect(asCalled(text, caller)).toBe(printed);
    expect(asCalled(text, { program: 'tdkvh' })).toBe(text);
  });
});

/** A line that can be typed whole into the menu; what stands alone cannot. */
const WHOLE_LINE = /(?:tdkvh(?: [a-z]+)?|\{command\})(?:[^.;“”]|\.(?=\S))*? --[a-z-]+(?:[^.;“”]|\.(?=\S))*/gu;
const AN_OPTION = /--[a-z]|(?<!“)\{option\}/u;
const MENU_CALLER = { program: 'tdkvh', menu: 'here' } as const;
const { texts } = await loadExplanations();

describe('by mouse', () => {
  it.each([
    ['Chạy tdkvh status để xem.', 'Chạy việc số 4 để xem.'],
    ['xem bằng lệnh tdkvh template', 'xem bằng việc số 2'],
    ['tdkvh template --workspace "kỳ 2024"', 'việc số 2'],
    ['tdkvh status --remind', 'việc số 5'],
    ['tdkvh aggregate --final', 'việc số 8'],
    ['tdkvh aggregate --returns', 'tdkvh aggregate --returns'],
    ['tdkvh explain VH301', 'việc số 10 (gõ VH301)'],
    ['chạy: tdkvh accept 0sjp4r0klc; xác nhận', 'chạy: việc số 7 (gõ 0sjp4r0klc); xác nhận'],
    ['chấp nhận thì chạy tdkvh accept.', 'chấp nhận thì chạy việc số 7.'],
    ['tdkvh units find TÊN', 'tdkvh units find TÊN'],
    ['nhận tệp sửa rồi chạy lại lệnh này', 'nhận tệp sửa rồi chạy lại việc này'],
  ])('%s', (text, printed) => {
    expect(asCalled(text, { program: 'tdkvh', menu: 'here' })).toBe(printed);
  });

  it('where the window closes, says once how to come to the menu, and where the period is', () => {
    const caller = { program: 'x', menu: 'mouse', workspace: 'D:\\kỳ 2024' } as const;
    expect(asCalled('tdkvh return rồi tdkvh explain VH301; tdkvh report', caller)).toBe(
      'việc số 6 (nhấn đúp tdkvh.cmd) rồi việc số 10 (gõ VH301); tdkvh report --workspace "D:\\kỳ 2024"',
    );
    expect(asCalled('rồi chạy lại lệnh này', caller)).toBe('rồi thả lại vào tdkvh.cmd');
  });

  it('leaves out the options that only somebody who types can give', () => {
    const advice = 'Đổi tên tệp (khi gõ lệnh: chọn nơi khác bằng --out); rồi chạy lại';
    expect(asCalled(advice, { program: 'tdkvh', menu: 'mouse' })).toBe('Đổi tên tệp; rồi chạy lại');
    expect(asCalled(advice, { program: 'tdkvh' })).toBe(advice);
  });

  it.each(Object.entries(CATALOGUE))(
    '%s and its page ask nobody with a mouse for an option',
    (code, entry: FindingEntry) => {
      const { cause = '', remedy = '' } = texts?.get(code) ?? {};
      const told = [...[entry.hint, remedy].map((text) => asCalled(text, MENU_CALLER)), entry.message, cause];
      for (const text of told) expect(text.replaceAll(WHOLE_LINE, '')).not.toMatch(AN_OPTION);
    },
  );
});

it('what a shell would take apart stands in quotes', () => {
  expect(['a b', 'a&b', '(1)', '-x', 'kỳ/2024', 'D:\\ky'].map(quotedWord)).toEqual([
    '"a b"',
    '"a&b"',
    '"(1)"',
    '"-x"',
    'kỳ/2024',
    'D:\\ky',
  ]);
});
