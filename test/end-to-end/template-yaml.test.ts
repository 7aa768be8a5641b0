/** Templates parsed by the build: the same values and lines as the text, and never those of another text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsedPath, readTemplateYaml } from '../../src/readers/template-yaml.js';
import { readYaml } from '../../src/readers/yaml-document.js';

const FOLDER = new URL('../../templates/', import.meta.url);
const NAMES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.yaml'),
);
const bytesOf = (name: string): Buffer => readFileSync(new URL(name.replaceAll('\\', '/'), FOLDER));

describe('readTemplateYaml', () => {
  it.each(NAMES)('%s is what its text says', (name) => {
    const bytes = bytesOf(name);
    expect(readFileSync(parsedPath(bytes), 'utf8').length).toBeGreaterThan(2);
    const document = readTemplateYaml(bytes, name);
    const plain = readYaml(bytes.toString('utf8'), name);
    expect(document.value).toEqual(plain.value);
    const [key = ''] = typeof plain.value === 'object' ? Object.keys(plain.value ?? {}).slice(-1) : [];
    expect(document.locate([key])).toEqual(plain.locate([key]));
  });

  it('reads a text that differs by one letter anew', () => {
    const bytes = bytesOf(join('reports', 'signatures.yaml'));
    const changed = Buffer.concat([bytes, Buffer.from('\nthem: 1\n')]);
    expect(readTemplateYaml(changed, 'x').value).toMatchObject({ them: 1 });
  });
});
