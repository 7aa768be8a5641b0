/** The tests as ever, over one file that was changed in one place: TDKVH_MUTANT names the file and the place. */
import { defineConfig, mergeConfig } from 'vitest/config';
import { mutated } from './mutant-kinds.js';
import everyday from '../../vitest.config.js';

interface Given {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const given = JSON.parse(process.env['TDKVH_MUTANT'] ?? 'null') as Given | null;

export default mergeConfig(
  defineConfig({
    plugins: [
      {
        name: 'mutant',
        enforce: 'pre',
        transform: (code, id) =>
          given !== null && id.endsWith(`/${given.file}`) ? mutated(code, given) : undefined,
      },
    ],
  }),
  everyday,
);
