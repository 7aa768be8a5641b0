/** `tdkvh` alone, with somebody at the terminal: offers the few things one does, asks for what they need, and runs them. */
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openConversation, type Conversation } from './screen/ask.js';
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

interface Choice {
  readonly text: string;
  /** The command line, asking for what is open; undefined when the person has ended the talk. */
  readonly command: (conversation: Conversation, near: Near) => Promise<Argv>;
}

type Argv = readonly string[] | undefined;

/** The periods at hand. */
interface Near {
  /** '' inside a period; the name of the only one just below. */
  readonly period?: string;
  /** Names of all just below, in order. */
  readonly all: readonly string[];
}

const CHOICES: readonly Choice[] = [
  {
    text: 'Tạo thư mục cho một kỳ báo cáo mới',
    command: () => Promise.resolve(['init']),
  },
  {
    text: 'Lập biểu mẫu gửi các đơn vị',
    command: (conversation, near) => inPeriod(conversation, near, 'template'),
  },
  {
    text: 'Kiểm tra, tổng hợp các tệp đã nhận và lập báo cáo',
    command: aggregateSomewhere,
  },
  {
    text: 'Xem đơn vị nào đã gửi, còn thiếu, phải sửa',
    command: (conversation, near) => inPeriod(conversation, near, 'status'),
  },
  {
    text: 'Giải thích một mã thông báo (ví dụ VH301)',
    command: async (conversation) => {
      const code = await conversation.ask({ text: 'Mã in trong thông báo', proposal: 'VH301' });
      return code === undefined ? undefined : ['explain', code];
    },
  },
  {
    text: 'Kiểm tra máy tính và thư mục kỳ báo cáo',
    command: (_, { period }) => Promise.resolve(['doctor', ...workspaceOption(period)]),
  },
  {
    text: 'Làm thử với ví dụ mẫu (một huyện, số liệu giả định)',
    command: async (conversation) => {
      const folder = await conversation.ask({ text: 'Chép ví dụ vào thư mục', proposal: 'vi-du' });
      return folder === undefined ? undefined : ['init', '--example', unquoted(folder)];
    },
  },
];

/** Number of the main job in the list. */
const MAIN_JOB = 3;

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
    ...CHOICES.map(({ text }, index) => `  ${index + 1}  ${text}`),
    '  0  Kết thúc',
    '',
  ].join('\n');
}

async function chosen(conversation: Conversation, near: Near): Promise<Argv> {
  const proposal = near.period === undefined && near.all.length === 0 ? '1' : String(MAIN_JOB);
  for (;;) {
    const answer = await conversation.ask({ text: 'Gõ số của việc cần làm rồi nhấn Enter', proposal });
    if (answer === undefined || /^(?:0|q|thoát|thoat)$/iu.test(answer)) return undefined;
    const choice = /^\d$/u.test(answer) ? CHOICES[parseInt(answer, 10) - 1] : undefined;
    if (choice !== undefined) return choice.command(conversation, near);
    conversation.say(`  Không có việc số “${answer}”. Gõ một số từ 0 đến ${CHOICES.length}.`);
  }
}

/** A command that needs a period: the one near by, or the one that is named. */
async function inPeriod(conversation: Conversation, { period, all }: Near, command: string): Promise<Argv> {
  if (period !== undefined) return [command, ...workspaceOption(period)];
  const text = 'Thư mục của kỳ báo cáo (kéo thả thư mục vào đây)';
  const folder = await askFilled(conversation, text, all.at(-1));
  return folder === undefined ? undefined : [command, '--workspace', folder];
}

/** The main job needs no period: a folder of received files will do. */
async function aggregateSomewhere(conversation: Conversation, { period, all }: Near): Promise<Argv> {
  if (period !== undefined) return ['aggregate', ...workspaceOption(period)];
  const folder = await askFilled(
    conversation,
    'Thư mục chứa các tệp đã nhận (kéo thả thư mục vào đây)',
    all.at(-1),
  );
  if (folder === undefined) return undefined;
  const isPeriod = await exists(resolve(folder, WORKSPACE_FILES.configuration));
  return isPeriod ? ['aggregate', '--workspace', folder] : ['aggregate', folder];
}

async function askFilled(
  conversation: Conversation,
  text: string,
  proposal?: string,
): Promise<string | undefined> {
  for (;;) {
    const answer = await conversation.ask({ text, ...defined({ proposal }) });
    if (answer === undefined) return undefined;
    if (answer !== '') return unquoted(answer);
    conversation.say('  Cần ghi một thư mục; nhấn Ctrl+C để dừng.');
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
