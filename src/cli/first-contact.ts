/** `tdkvh` alone, with somebody at the terminal: offers the few things one does, asks for what they need, and runs them. */
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openConversation, type Conversation, type Question } from './screen/ask.js';
import { MENU, menuNumber, type MenuCall } from './screen/menu.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { hanging } from './screen/wrap-text.js';
import { exists, findWorkspace, WORKSPACE_FILES } from '../office/workspace-files.js';
import { defined } from '../values/defined.js';

export interface FirstContact {
  /** Runs one command line. */
  readonly run: (argv: readonly string[]) => Promise<ExitCode>;
  /** The current folder. */
  readonly folder: string;
  readonly columns: number;
  /** Replaced in tests. */
  readonly open?: () => Conversation;
}

type Argv = readonly string[] | undefined;

/** The periods at hand. */
interface Near {
  /** '' inside a period; the name of the only one just below. */
  readonly period?: string;
  /** Names of all just below, in order. */
  readonly all: readonly string[];
}

/** The command line, asking for what is open; undefined when the person has ended the talk. */
type Choice = (conversation: Conversation, near: Near) => Promise<Argv>;

const CHOICES: Readonly<Record<MenuCall, Choice>> = {
  init: () => Promise.resolve(['init']),
  template: (conversation, near) => inPeriod(conversation, near, ['template']),
  aggregate: aggregateSomewhere,
  status: (conversation, near) => inPeriod(conversation, near, ['status']),
  'status --remind': (conversation, near) => inPeriod(conversation, near, ['status', '--remind']),
  return: (conversation, near) => inPeriod(conversation, near, ['return']),
  accept: async (conversation, near) => {
    const text = 'Mã của thông báo (10 ký tự ở cột id của findings.csv)';
    const id = await askFilled(conversation, { text }, 'Cần ghi mã của thông báo');
    return id === undefined ? undefined : inPeriod(conversation, near, ['accept', id]);
  },
  'aggregate --final': (conversation, near) => inPeriod(conversation, near, ['aggregate', '--final']),
  open: (conversation, near) => inPeriod(conversation, near, ['open']),
  explain: async (conversation) => {
    const code = await conversation.ask({ text: 'Mã in trong thông báo', proposal: 'VH301' });
    return code === undefined ? undefined : ['explain', code];
  },
  doctor: (_, { period }) => Promise.resolve(['doctor', ...workspaceOption(period)]),
  'init --example': async (conversation) => {
    const folder = await conversation.ask({ text: 'Chép ví dụ vào thư mục', proposal: 'vi-du' });
    return folder === undefined ? undefined : ['init', '--example', unquoted(folder)];
  },
};

/** Number of the main job in the list. */
const MAIN_JOB = String(menuNumber('aggregate'));

/** Shows the list until the person has had enough; the answer is the exit code of the last command. */
export async function firstContact(contact: FirstContact): Promise<ExitCode> {
  const { run, folder, columns, open = openConversation } = contact;
  let code: ExitCode = EXIT.done;
  for (;;) {
    const conversation = open();
    let argv: Argv;
    try {
      const near = await periodsNear(folder);
      conversation.say(menuText(near, columns));
      argv = await chosen(conversation, near);
      if (argv === undefined) return code;
      conversation.say(`\n> tdkvh ${argv.map(typed).join(' ')}\n`);
    } finally {
      // A command may open a talk of its own.
      conversation.close();
    }
    code = await run(argv);
  }
}

function menuText({ period, all }: Near, columns: number): string {
  const place =
    period === undefined
      ? all.length === 0
        ? 'Ở đây chưa có thư mục kỳ báo cáo nào.'
        : `Các thư mục kỳ báo cáo ở đây: ${all.join(', ')}.`
      : period === ''
        ? 'Đang ở trong thư mục của một kỳ báo cáo.'
        : `Kỳ báo cáo tìm thấy ở đây: thư mục “${period}”.`;
  return [
    '',
    hanging('', 'Tổng hợp số liệu phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”', columns),
    hanging('', place, columns),
    '',
    ...MENU.map(({ text }, index) => `${String(index + 1).padStart(4)}  ${text}`),
    '   0  Kết thúc',
    '',
  ].join('\n');
}

async function chosen(conversation: Conversation, near: Near): Promise<Argv> {
  const proposal = near.period === undefined && near.all.length === 0 ? '1' : MAIN_JOB;
  for (;;) {
    const answer = await conversation.ask({
      text: 'Gõ số của việc, hoặc cả dòng lệnh tdkvh …, rồi nhấn Enter',
      proposal,
    });
    if (answer === undefined || /^(?:0|q|thoát|thoat)$/iu.test(answer)) return undefined;
    const item = /^\d{1,2}$/u.test(answer) ? MENU[parseInt(answer, 10) - 1] : undefined;
    if (item !== undefined) return CHOICES[item.call](conversation, near);
    const [, line] = /^tdkvh\s+(.+)$/iu.exec(answer) ?? [];
    if (line !== undefined) return wordsOf(line);
    conversation.say(`  Không có việc số “${answer}”. Gõ một số từ 0 đến ${MENU.length}.`);
  }
}

/** The words of a typed line; what stands in quotes of any kind is one. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/["“]([^"”]*)["”]|([^\s"“”]+)/gu)].map(([, quoted, bare]) => quoted ?? bare ?? '');

/** A command that needs a period: the one near by, or the one that is named. */
async function inPeriod(
  conversation: Conversation,
  { period, all }: Near,
  command: readonly string[],
): Promise<Argv> {
  if (period !== undefined) return [...command, ...workspaceOption(period)];
  const text = 'Thư mục của kỳ báo cáo (kéo thả thư mục vào đây)';
  const folder = await askFilled(conversation, { text, ...defined({ proposal: all.at(-1) }) });
  return folder === undefined ? undefined : [...command, '--workspace', folder];
}

/** The main job needs no period: a folder of received files will do. */
async function aggregateSomewhere(conversation: Conversation, { period, all }: Near): Promise<Argv> {
  if (period !== undefined) return ['aggregate', ...workspaceOption(period)];
  const text = 'Thư mục chứa các tệp đã nhận (kéo thả thư mục vào đây)';
  const folder = await askFilled(conversation, { text, ...defined({ proposal: all.at(-1) }) });
  if (folder === undefined) return undefined;
  const isPeriod = await exists(resolve(folder, WORKSPACE_FILES.configuration));
  return isPeriod ? ['aggregate', '--workspace', folder] : ['aggregate', folder];
}

async function askFilled(
  conversation: Conversation,
  question: Question,
  needed = 'Cần ghi một thư mục',
): Promise<string | undefined> {
  for (;;) {
    const answer = await conversation.ask(question);
    if (answer === undefined) return undefined;
    if (answer !== '') return unquoted(answer);
    conversation.say(`  ${needed}; nhấn Ctrl+C để dừng.`);
  }
}

/** Terminals put quotes around a path that is dropped on them. */
export const unquoted = (text: string): string => {
  const [, inner] = /^"(.*)"$/u.exec(text) ?? /^'(.*)'$/u.exec(text) ?? [];
  return inner ?? text;
};

const workspaceOption = (period: string | undefined): readonly string[] =>
  period === undefined || period === '' ? [] : ['--workspace', period];

const typed = (word: string): string => (/\s/u.test(word) ? `"${word}"` : word);

/** The period the folder is in, or those just below it. */
async function periodsNear(folder: string): Promise<Near> {
  if ((await findWorkspace(folder)) !== undefined) return { period: '', all: [] };
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const all: string[] = [];
  for (const { name } of entries.filter((entry) => entry.isDirectory()))
    if (await exists(join(folder, name, WORKSPACE_FILES.configuration))) all.push(name);
  const [period, ...others] = all.sort();
  return period === undefined || others.length > 0 ? { all } : { period, all };
}
