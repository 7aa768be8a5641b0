import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { begunOtherwise } from '../../../build/literals.js';

const PROGRAM = join(import.meta.dirname, '../../../dist/program');

it('begins literals that add to a spread otherwise, and changes neither their keys nor the order', () => {
  const code = [
    'const a = { "ô": 1, b: 2 }, none = undefined;',
    'export default [',
    '  { ...a, b: 3, c: { ...a, ...none, d: "{ ...a, e }" } },',
    '  {...none, ...a},',
    '  { z: 0, ...a }, { ...a }, [...[1], 2], ((...all) => all)(...[3], 4),',
    '];',
  ].join('\n');
  const begun = begunOtherwise(code, 'one.js');
  expect(begun.match(/\.\.\.null,/gu)).toHaveLength(3);
  expect(begunOtherwise(begun, 'one.js')).toBe(begun);
  expect(JSON.stringify(valueOf(begun))).toBe(JSON.stringify(valueOf(code)));
});

it.each(['run-pipeline.cjs', 'open-sources.cjs', 'docx.cjs'])('has done so in %s as delivered', (name) => {
  const code = readFileSync(join(PROGRAM, name), 'utf8');
  expect(code.includes('...null,')).toBe(true);
  expect(begunOtherwise(code, name) === code).toBe(true);
});

/** What the code makes: the test's own, once as written and once changed. */
const valueOf = (code: string): unknown => new Function(code.replace('export default', 'return'))();
