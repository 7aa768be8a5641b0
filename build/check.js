/** `npm run check`: types, lint and format, all three at once; what each says is printed when it ends. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const CACHE = join('node_modules', '.cache');

/** Program in node_modules and its arguments. test/tsconfig.json takes in src, the fixtures and every test. */
const STEPS = [
  ['typescript/bin/tsc', '-p', 'test'],
  // A fresh clone has no cache: there every file is looked at.
  [
    'eslint/bin/eslint.js',
    '--cache',
    '--cache-strategy',
    'content',
    '--cache-location',
    join(CACHE, 'eslint/'),
    '.',
  ],
  [
    'prettier/bin/prettier.cjs',
    '--cache',
    '--cache-strategy',
    'content',
    '--log-level',
    'warn',
    '--check',
    '.',
  ],
];

const codes = await Promise.all(
  STEPS.map(
    ([program = '', ...args]) =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], { cwd: root });
        let said = '';
        for (const stream of [child.stdout, child.stderr])
          stream.setEncoding('utf8').on('data', (text) => (said += text));
        child.once('close', (code) => {
          const [name = ''] = program.split('/');
          console.log(`${name}: ${code === 0 ? 'no fault' : `ended with ${code}`}\n${said}`.trimEnd());
          resolve(code);
        });
      }),
  ),
);
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
