/** The talk of `tdkvh` alone and of `init`: what is answered becomes a command line, and an end of input ends it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Conversation } from '../../../src/cli/screen/ask.js';
import { chooseUnit } from '../../../src/cli/commands/init/find-unit.js';
import { firstContact } from '../../../src/cli/first-contact.js';
import { askInit, confirmed, periodOfWords } from '../../../src/cli/commands/init/init-questions.js';
import type { Registry, UnitLevel, UnitVersion } from '../../../src/model.js';
import { madeUnit } from '../../support/made-units.js';

/** A person who answers in this order and then leaves. */
function person(answers: readonly string[]) {
  const left = [...answers];
  const said: string[] = [];
  const conversation: Conversation = {
    say: (text) => void said.push(text),
    ask: ({ text, proposal }) => {
      said.push(text);
      const answer = left.shift();
      return Promise.resolve(answer === '' ? (proposal ?? '') : answer);
    },
    close: () => undefined,
  };
  return { conversation, said, left };
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tdkvh-first-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const period = (name: string): void => {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'tdkvh.yaml'), '');
};

describe('tdkvh alone', () => {
  const commands = async (answers: readonly string[]): Promise<readonly (readonly string[])[]> => {
    const ran: (readonly string[])[] = [];
    const { conversation } = person(answers);
    await firstContact({
      folder,
      columns: 80,
      open: () => conversation,
      run: (argv) => {
        ran.push(argv);
        return Promise.resolve(0);
      },
    });
    return ran;
  };

  it('runs what is chosen, and ends at 0 or when the person leaves', async () => {
    expect(await commands(['0'])).toEqual([]);
    expect(await commands([])).toEqual([]);
    expect(await commands(['1', '10', 'vh720', '0'])).toEqual([['init'], ['explain', 'vh720']]);
    expect(await commands(['13', 'x', '12', ''])).toEqual([['init', '--example', 'vi-du']]);
    expect(await commands(['3'])).toEqual([]);
  });

  it('takes a folder as the terminal drops it', async () => {
    expect(await commands(['3', '', "'/tmp/Tệp xã'"])).toEqual([['aggregate', '/tmp/Tệp xã']]);
    period('ky 2024');
    period('ky 2025');
    const path = join(folder, 'ky 2024');
    expect(await commands(['3', `"${path}"`, '2', path])).toEqual([
      ['aggregate', '--workspace', path],
      ['template', '--workspace', path],
    ]);
  });

  it('runs a line that is typed whole, as messages print it', async () => {
    const line = 'tdkvh trace “Thị trấn Chờ” familyTitleRate --workspace "kỳ 2024"';
    const words = ['trace', 'Thị trấn Chờ', 'familyTitleRate', '--workspace', 'kỳ 2024'];
    expect(await commands([line])).toEqual([words]);
  });

  it('asks which period when there are several, and proposes the last', async () => {
    period('2023');
    period('2024');
    expect(await commands(['2', ''])).toEqual([['template', '--workspace', '2024']]);
    expect(await commands(['2', '2023'])).toEqual([['template', '--workspace', '2023']]);
  });

  it('proposes the main job on the only period at hand', async () => {
    period('2024');
    const each = ['', '4', '5', '6', '7', '0sjp4r0klc', '8', '9', '11'];
    expect(await commands(each)).toEqual(
      [
        ['aggregate'],
        ['status'],
        ['status', '--remind'],
        ['return'],
        ['accept', '0sjp4r0klc'],
        ['aggregate', '--final'],
        ['open'],
        ['doctor'],
      ].map((command) => [...command, '--workspace', '2024']),
    );
    folder = join(folder, '2024');
    expect(await commands([''])).toEqual([['aggregate']]);
    folder = join(folder, '..');
  });
});

const unit = (code: string, type: string, name: string, level: UnitLevel, parentCode?: string): UnitVersion =>
  madeUnit(code, level, parentCode, { type, name });
const UNITS: readonly UnitVersion[] = [
  unit('27', 'tỉnh', 'Bắc Ninh', 'province'),
  unit('92', 'thành phố', 'Cần Thơ', 'province'),
  unit('264', 'huyện', 'Lương Tài', 'district', '27'),
  unit('09499', 'xã', 'An Bình', 'commune', '264'),
  unit('31169', 'xã', 'An Bình', 'commune', '92'),
];

describe('a unit in words', () => {
  it.each([
    ['264', ['264']],
    ['huyện Lương Tài', ['264']],
    ['luong tai', ['264']],
    ['xã An Bình', ['09499', '31169']],
    ['xã An Bình, huyện Lương Tài, tỉnh Bắc Ninh', ['09499']],
    ['An Bình, Cần Thơ', ['31169']],
    ['31169, tỉnh Bắc Ninh', []],
    ['xã Không Đâu', []],
  ])('%s', (text, expected) => {
    const choice = chooseUnit(text, UNITS, '2024-12-31');
    const found = choice.kind === 'one' ? [choice.unit] : choice.kind === 'several' ? choice.candidates : [];
    expect(found.map(({ code }) => code)).toEqual(expected);
  });
});

describe('a period in words', () => {
  it.each([
    ['2024', '2024'],
    ['năm 2024', '2024'],
    ['2025-H1', '2025-H1'],
    ['6 tháng đầu năm 2025', '2025-H1'],
    ['6 thang 2025', '2025-H1'],
    ['đăng ký 2025', '2025-DK'],
    ['2025-DK', '2025-DK'],
    ['24', undefined],
    ['2024-2025', undefined],
    ['9 tháng 2024', undefined],
  ])('%s', (text, id) => {
    expect(periodOfWords(text)?.id).toBe(id);
  });
});

describe('init', () => {
  const registry: Registry = { name: 'thử', asOf: '2024-12-31', sha256: '', units: UNITS };
  const context = {
    registry,
    today: '2025-02-03',
    occupant: (name: string) => Promise.resolve(name === 'đầy' ? 'x.csv' : undefined),
  };
  const answersOf = (answers: readonly string[]) => askInit(person(answers).conversation, {}, context);

  it('takes proposals at Enter; early in a year the year before', async () => {
    expect(await answersOf(['', 'Lương Tài', '', ''])).toEqual({
      period: '2024',
      unit: '264',
      folder: '2024',
    });
  });

  it('lists units of one name and takes the number', async () => {
    const { conversation, said } = person(['2024', 'xã An Bình', '2', '28/11/2024', 'ky']);
    const answers = await askInit(conversation, {}, context);
    expect(answers).toEqual({ period: '2024', unit: '31169', deadline: '28/11/2024', folder: 'ky' });
    expect(said.join('\n')).toMatch(/1 {2}.*09499.*\n.*2 {2}.*31169/u);
  });

  it('asks again for what it does not understand, and for a folder that is free', async () => {
    expect(await answersOf(['24', '2024', 'Không Đâu', '', '264', '31/2/2024', '', 'đầy', 'mới'])).toEqual({
      period: '2024',
      unit: '264',
      folder: 'mới',
    });
  });

  it('ends when the person leaves', async () => {
    for (const answers of [[], ['2024'], ['2024', '264'], ['2024', '264', '']])
      expect(await answersOf(answers)).toBeUndefined();
  });

  it('writes after a yes only', async () => {
    const said = async (...answers: readonly string[]) => confirmed(person(answers).conversation, '?');
    expect([await said(''), await said('c'), await said('không'), await said()]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(await said('gì', 'k')).toBe(false);
  });
});
