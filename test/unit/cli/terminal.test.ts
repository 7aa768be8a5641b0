/** Colour: the option wins over NO_COLOR, NO_COLOR over FORCE_COLOR, FORCE_COLOR over the terminal. */
import { describe, expect, it } from 'vitest';
import { mayColour } from '../../../src/cli/screen/terminal.js';

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
