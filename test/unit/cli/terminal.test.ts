/** Colour: the option wins over NO_COLOR, NO_COLOR over FORCE_COLOR, FORCE_COLOR over the terminal. */
import { describe, expect, it, vi } from 'vitest';
import { mayColour, openTerminal } from '../../../src/cli/screen/terminal.js';

describe('mayColour', () => {
  it.each([
    [{ isTTY: true }, {}, false, true],
    [{ isTTY: false }, {}, false, false],
    [{ isTTY: true }, { TERM: 'dumb' }, false, false],
    [{ isTTY: true }, { NO_COLOR: '1' }, false, false],
    [{ isTTY: true }, { NO_COLOR: '' }, false, true],
    [{ isTTY: true }, { NO_COLOR: '1', FORCE_COLOR: '1' }, false, false],
    [{ isTTY: false }, { FORCE_COLOR: '1' }, false, true],
    [{ isTTY: true }, { FORCE_COLOR: '0' }, false, false],
    [{ isTTY: true }, { FORCE_COLOR: '1' }, true, false],
  ])('%o %o option %s → %s', (stream, environment, option, colour) => {
    expect(mayColour(stream, environment, option)).toBe(colour);
  });
});

it('shows what would move a cursor, and a colour that is not its own', () => {
  const lines: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  openTerminal(true).out('a\u001B[31mb\u202Ec');
  spy.mockRestore();
  expect(lines).toEqual(['a⟨U+001B⟩[31mb⟨U+202E⟩c\n']);
});
