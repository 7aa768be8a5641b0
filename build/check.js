/** `npm run check`: types, lint and format, all three at once; what each says is printed when it ends. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * By what is looked at: a program in node_modules and its arguments. test/tsconfig.json takes in fixtures and tests, and
 * refers to src, which is compiled first when it has changed.
 */
export const STEPS = {
  types: ['typescript/bin/tsc', '-b', 'test'],
  lint: ['oxlint/bin/oxlint', '.'],
  format: ['oxfmt/bin/oxfmt', '--check', '.'],
};

/** Both are Go programs: a quarter of their computing went into collecting what ends with them anyway. */
const ROOMY = { GOGC: 'off', GOMEMLIMIT: '1500MiB' };

/**
 * Runs one step.
 * @param {keyof typeof STEPS} name
 * @returns {Promise<{ code: number | null, said: string }>} its exit code, and all it printed
 */
export const check = (name) =>
  new Promise((resolve) => {
    const [program = '', ...args] = STEPS[name];
    const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
      cwd: root,
      env: { ...ROOMY, ...process.env },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (said += text));
    child.once('close', (code) => {
      resolve({ code, said });
    });
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const codes = await Promise.all(
    Object.keys(STEPS).map(async (name) => {
      const { code, said } = await check(name);
      console.log(`${name}: ${code === 0 ? 'no fault' : `ended with ${code}`}\n${said}`.trimEnd());
      return code;
    }),
  );
  process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
}
