/** The whole program called as a function: what it prints, and the code it would end with. No process is started. */
import { vi } from 'vitest';
import { run } from '../../src/cli/main.js';

export interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `tdkvh` with these arguments in this process. */
export async function tdkvh(...args: readonly string[]): Promise<Answer> {
  const texts = { stdout: '', stderr: '' };
  const silenced = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      texts[name] += String(text);
      return true;
    }),
  );
  try {
    return { code: await run([...args]), ...texts };
  } finally {
    for (const spy of silenced) spy.mockRestore();
  }
}
