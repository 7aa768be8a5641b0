/** The table of outputs in the README is what the registry of writers says; `npm run golden` writes it anew. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { RETURNS_FOLDER } from '../../src/office/outputs/make-returns.js';
import { OUTPUT_WRITERS } from '../../src/office/outputs/output-writers.js';

const README = join(import.meta.dirname, '..', '..', 'README.md');

it('lists what aggregate writes, in its order, and the folder of replies', async () => {
  const rows = [
    ...OUTPUT_WRITERS.map(({ file, holds }) => `| \`${file}\` | ${holds} |`),
    `| \`${RETURNS_FOLDER}/\` | with \`--returns\`: the replies to communes, as \`tdkvh return\` writes them |`,
  ];
  const text = readFileSync(README, 'utf8');
  const table = /(?<=\n## Outputs of `aggregate`\n\n\| file \| content \|\n\|---\|---\|\n)(?:\|.*\n)+/u;
  expect(text).toMatch(table);
  await expect(text.replace(table, `${rows.join('\n')}\n`)).toMatchFileSnapshot(README);
});
