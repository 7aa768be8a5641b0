/** The checks on screen: state, what was looked at, what was found, what to do; a counting line and the next step. */
import { Chalk } from 'chalk';
import { isStandingError } from '../../../findings/acceptance.js';
import { safeText } from '../../../values/safe-text.js';
import { hanging, padTo, widthOf } from '../../screen/wrap-text.js';
import { withPathsShown } from '../../screen/shown-path.js';
import { stateOf, type Check, type CheckState } from './check.js';
import { largest } from '../../../values/of-many.js';
import { asCalled } from '../../screen/as-called.js';
import { nextSteps, type NextStep } from '../../screen/next-steps.js';

const WORDS: Readonly<Record<CheckState, string>> = { ok: 'Đạt', look: 'Cần xem', broken: 'Hỏng' };
const WIDTH = largest(Object.values(WORDS).map(widthOf));

export interface DoctorTextOptions {
  readonly columns: number;
  readonly colour: boolean;
  readonly quiet: boolean;
  /** The period that was looked at; absent outside of any. */
  readonly folder?: string;
}

/** The whole text, the most important line last. */
export function doctorText(checks: readonly Check[], options: DoctorTextOptions): string {
  const shown = options.quiet ? checks.filter((check) => stateOf(check) === 'broken') : checks;
  const counts = (['ok', 'look', 'broken'] as const)
    .map((state) => ({ state, count: checks.filter((check) => stateOf(check) === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${WORDS[state].toLowerCase()}`);
  return [
    ...shown.flatMap((check) => checkLines(check, options)),
    `${checks.length} mục kiểm tra: ${counts.join(', ')}.`,
    nextSteps(stepsAfter(checks, options), options.columns),
  ].join('\n');
}

function checkLines(check: Check, { columns, colour }: DoctorTextOptions): readonly string[] {
  const state = stateOf(check);
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  const paint = { ok: chalk.green, look: chalk.yellow, broken: chalk.red }[state];
  const word = padTo(WORDS[state], WIDTH);
  const indent = ' '.repeat(WIDTH + 2);
  // What a sound check says is not true of a faulty one; the findings speak there.
  const line = state === 'ok' && check.text !== '' ? `${check.title}: ${safeText(check.text)}` : check.title;
  const head = hanging(`${word}  `, line, columns);
  return [
    paint(word) + head.slice(word.length),
    ...withPathsShown(check.findings).flatMap(({ number, message, hint, at }) => {
      const cell = at.cell === undefined ? '' : `, ${at.cell}`;
      const place = at.file === '' || message.includes(at.file) ? '' : ` (${safeText(at.file)}${cell})`;
      return [
        hanging(`${indent}${number}  `, safeText(message) + place, columns),
        ...(hint === undefined ? [] : [hanging(`${indent}→ `, asCalled(safeText(hint)), columns)]),
      ];
    }),
  ];
}

function stepsAfter(checks: readonly Check[], { folder }: DoctorTextOptions): readonly NextStep[] {
  const broken = checks.find((check) => stateOf(check) === 'broken');
  const number = broken?.findings.find(isStandingError)?.number;
  if (number !== undefined)
    return [
      { text: 'khắc phục các mục Hỏng rồi kiểm tra lại', run: 'doctor' },
      { text: 'xem cách khắc phục', run: `explain ${number}` },
    ];
  return folder === undefined
    ? [
        { text: 'không ở trong thư mục kỳ báo cáo nên chỉ kiểm tra máy và chương trình' },
        { text: 'tạo kỳ báo cáo', run: 'init' },
      ]
    : [{ text: 'tổng hợp các tệp đã nhận', run: 'aggregate' }];
}
