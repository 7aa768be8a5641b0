/**
 * Commands in advice and next steps, as the person at this machine gives them: texts say `tdkvh status`; here that becomes
 * `node bin/tdkvh.js status --workspace 2024` for somebody who typed, and the number in the menu for somebody who did not.
 */
import { basename, relative, resolve } from 'node:path';
import { menuNumber } from './menu.js';
import { shownPath } from './shown-path.js';
import { defined } from '../../values/defined.js';

/** How the program was called. */
export interface Caller {
  /** What stands for `tdkvh` in a line that runs as printed. */
  readonly program: string;
  /** The period, where a command started again here would not find it by itself. */
  readonly workspace?: string;
  /** `here`: from the menu, which is shown again; `mouse`: something was dropped, and the window closes afterwards. */
  readonly menu?: 'here' | 'mouse';
}

/** They look at no period. */
const ANYWHERE: ReadonlySet<string> = new Set([
  ...['init', 'explain', 'completion', 'criteria list', 'criteria schema', 'units find'],
]);

/** What a path given by the environment or by node becomes. */
export interface Start {
  /** TDKVH_CALL: a launcher says how it was called. */
  readonly call?: string | undefined;
  /** TDKVH_MOUSE: something was dropped on the launcher. */
  readonly mouse?: string | undefined;
  /** The script that node was given. */
  readonly script?: string | undefined;
  readonly folder: string;
}

/** How to call the program again: installed it is `tdkvh`, in a clone `node bin/tdkvh.js`. */
export function callerOf({ call, mouse, script, folder }: Start): Caller {
  const menu = mouse === undefined || mouse === '' ? {} : ({ menu: 'mouse' } as const);
  if (call !== undefined && call !== '') return { program: quotedWord(call), ...menu };
  if (script === undefined || basename(script) !== 'tdkvh.js' || /[\\/]node_modules[\\/]/u.test(script))
    return { program: 'tdkvh', ...menu };
  return { program: `node ${quotedWord(shownPath(shortest(folder, script)))}`, ...menu };
}

const STANDARD: Caller = { program: 'tdkvh' };
let caller = STANDARD;

/** Nothing is a command before the names are known. */
let command = commandOf([]);

/** From now on commands are printed for this caller; `names`: all there are, with the words of their groups. */
export function printFor(given: Caller, names: readonly string[]): void {
  caller = given;
  command = commandOf(names);
}

/** A command; in advice also with the word before it. */
function commandOf(names: readonly string[]): RegExp {
  // Where one begins another, the longer one is meant.
  const longestFirst = ['--help', ...names].sort((one, other) => other.length - one.length);
  return new RegExp(
    `(?<![\\p{L}\\d./\\\\_-])(?<!(?:^|\\s)(?:mà|do|với) )(lệnh )?tdkvh (${longestFirst.join('|')})(?![\\p{L}\\d-])`,
    'gu',
  );
}

/** The run is about this period; named where a command from here would not find it: `found` is what it would find. */
export function printForPeriod(folder: string | undefined, found: string | undefined): void {
  const { program, menu } = caller;
  const path = folder === undefined || folder === found ? undefined : shortest(process.cwd(), folder);
  const place = menu === 'mouse' && folder !== undefined ? resolve(folder) : path;
  caller = {
    program,
    ...defined({ menu }),
    ...(place === undefined || place === '' ? {} : { workspace: shownPath(place) }),
  };
}

/** A path from a folder, unless the whole one is shorter. */
function shortest(from: string, path: string): string {
  const near = relative(from, path);
  return near.length <= path.length ? near : path;
}

/** The menu finds the period, or asks for it. */
const PERIOD = /^ --workspace (?:"[^"]*"|[^\s"]+)/u;
/** What may follow a command of the menu and is asked for there: a code of a finding, the id of one. */
const ASKED_FOR = /^ (VH(?:\d{3}|…)|[a-z0-9]{10}(?=[^\p{L}\d]|$))/u;
const STEP = 'việc số';
/** What only somebody who types can do: an option. Advice names it in brackets, beside what everybody can do. */
const FOR_TYPED = / \(khi gõ lệnh: [^()]*\)/gu;
const AGAIN = /chạy lại lệnh này/gu;

/** A file or folder given to a command: the menu does not ask for one. */
const GIVEN_PLACE = /^ (?:-|"|[^\s“”]*[\\/.][^\s.])/u;

/** Whether the commands come from the menu or a drop: options are for nobody then. */
export const byMenu = (): boolean => caller.menu !== undefined;

/** Whether somebody dropped something, and sees a window that closes. */
export const byMouse = (): boolean => caller.menu === 'mouse';

/** The text with its commands as this caller gives them. */
export function asCalled(text: string, from: Caller = caller): string {
  const { menu } = from;
  if (menu === undefined) return typedCommands(text, from);
  const again = menu === 'here' ? 'chạy lại việc này' : 'thả lại vào tdkvh.cmd';
  const forMouse = text.replace(FOR_TYPED, '').replace(AGAIN, again);
  return typedCommands(menuCommands(forMouse, menu), { ...from, program: 'tdkvh' });
}

function typedCommands(text: string, { program, workspace }: Caller): string {
  if (program === STANDARD.program && workspace === undefined) return text;
  return text.replace(command, (_, word: string | undefined, name: string, at: number, whole: string) => {
    const rest = whole.slice(at).split(/[.;]/u, 1)[0] ?? '';
    const named = workspace === undefined || ANYWHERE.has(name) || rest.includes('--workspace');
    const place = named || name === '--help' ? '' : ` --workspace ${quotedWord(workspace)}`;
    return `${word ?? ''}${program} ${name}${place}`;
  });
}

/** Commands that the menu offers become its numbers; where the window closes, also how to get there, once. */
function menuCommands(text: string, menu: 'here' | 'mouse'): string {
  let isSaid = menu === 'here';
  let shown = '';
  let rest = text;
  for (let found = nextCommand(rest); found !== undefined; found = nextCommand(rest)) {
    const { start, call, end } = found;
    const number = menuNumber(call);
    const [named = ''] = PERIOD.exec(rest.slice(end)) ?? [];
    const after = rest.slice(end + named.length);
    const [given = '', answer] = ASKED_FOR.exec(after) ?? [];
    if (number === undefined || (answer === undefined && GIVEN_PLACE.test(after))) {
      shown += rest.slice(0, end);
      rest = rest.slice(end);
      continue;
    }
    const how = [
      ...(isSaid ? [] : ['nhấn đúp tdkvh.cmd']),
      ...(answer === undefined ? [] : [`gõ ${answer}`]),
    ];
    isSaid = true;
    shown += `${rest.slice(0, start)}${STEP} ${String(number)}${how.length === 0 ? '' : ` (${how.join(', ')})`}`;
    rest = after.slice(given.length);
  }
  return shown + rest;
}

/** A step of the menu may go on in the next line; a command that is to be copied may not. */
export const isMenuStep = (command: string): boolean => command.startsWith(STEP);

/** The first command of a text, with the option that makes it another of the menu. */
function nextCommand(
  text: string,
): { readonly start: number; readonly end: number; readonly call: string } | undefined {
  command.lastIndex = 0;
  const found = command.exec(text);
  if (found === null) return undefined;
  const [whole, , name = ''] = found;
  const end = found.index + whole.length;
  const [option = ''] = /^ --[a-z-]+/u.exec(text.slice(end)) ?? [];
  const longer = `${name}${option}`;
  return option !== '' && menuNumber(longer) !== undefined
    ? { start: found.index, end: end + option.length, call: longer }
    : { start: found.index, end, call: name };
}

/** As it must be typed: what a shell would take apart in quotes. */
export const quotedWord = (word: string): string =>
  /^[\p{L}\d_.,:/\\@+=-]+$/u.test(word) && !/^-/u.test(word) ? word : `"${word}"`;
