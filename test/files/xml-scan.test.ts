/** The quick scanner against the full parser: the same events, or both refuse. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseFully, parseXml } from '../../src/readers/xml/xml-events.js';
import type { XmlListener } from '../../src/readers/xml/xml-listener.js';

const ROOT = join(import.meta.dirname, '..', '..');
const FIXTURES = join(ROOT, 'fixtures', 'libreoffice');
const SHARED = join(ROOT, '..', 'shared', 'data', 'workbooks');

type Parse = (part: string, bytes: Uint8Array, listener: XmlListener) => void;

/** Everything a listener is told, joined texts once; or that the part was refused. */
function events(parse: Parse, bytes: Uint8Array): string {
  const told: string[] = [];
  let text = '';
  let depth = 0;
  const flush = (): void => {
    if (text !== '') told.push(`"${text}`);
    text = '';
  };
  try {
    parse('x', bytes, {
      open: (local, space, attribute) => {
        flush();
        depth += 1;
        told.push(
          `<${local} ${space} ${attribute('r') ?? ''} ${attribute('s') ?? ''} ${attribute('t') ?? ''} ${attribute('ref') ?? ''}`,
        );
        told.push(
          attribute('id', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships') ?? '',
        );
      },
      text: (piece) => {
        // White space around the root belongs to nobody.
        if (depth > 0) text += piece;
      },
      close: (local) => {
        flush();
        depth -= 1;
        told.push(`>${local}`);
      },
    });
  } catch {
    return 'refused';
  }
  return told.join('\n');
}

const same = (bytes: Uint8Array): boolean => events(parseXml, bytes) === events(parseFully, bytes);
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('plain XML', () => {
  it.each([
    '<a/>',
    '<a></a>',
    ' <a/> \n',
    '<a b="1" c=\'2\'/>',
    '<a b="1" b="2"/>',
    '<a b="x<y"/>',
    '<a b=1/>',
    '<a b="1"c="2"/>',
    '<a><b></a></b>',
    '<a/><b/>',
    '<a>',
    'x<a/>',
    '<a/>x',
    '<a>]]></a>',
    '<a>&amp;&#233;&#x1EA1;</a>',
    '<a>&nbsp;</a>',
    '<a>&</a>',
    '<a>&#0;</a>',
    '<a>&#xD800;</a>',
    '<a>\u0001</a>',
    '<a>x\r\ny\rz</a>',
    '<a b="x\ty\nz"/>',
    '<p:a/>',
    '<p:a xmlns:p="u"/>',
    '<a xmlns="u"><b xmlns=""/></a>',
    '<a xmlns:p=""/>',
    '<a p:b="1"/>',
    '< a/>',
    '<a /b>',
    '<a b/>',
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><a/>',
    '<?xml version="1.0"?>\r\n<a/>',
    '<?xml?><a/>',
    ' <?xml version="1.0"?><a/>',
    '<?xml version="1.0" encoding="windows-1252"?><a/>',
    '\uFEFF<a/>',
    '',
    '   ',
    '<',
    '<a',
    '</a>',
    '<a><!-- x --></a>',
    '<a><![CDATA[<x>&]]></a>',
    '<!DOCTYPE a><a/>',
    '<a><?x y?></a>',
    '<tên/>',
    '<a>ngô</a>',
    '<a-b.c/>',
    '<1a/>',
  ])('%j', (text) => {
    expect(events(parseXml, encode(text))).toBe(events(parseFully, encode(text)));
  });
});

const partsOf = (path: string): readonly Uint8Array[] => {
  try {
    return Object.entries(unzipSync(readFileSync(path)))
      .filter(([name]) => /\.(?:xml|rels)$/iu.test(name))
      .map(([, bytes]) => bytes);
  } catch {
    return [];
  }
};
const workbooksIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.xlsx'))
    .sort()
    .map((path) => join(folder, path));

describe('parts of workbooks', () => {
  it('of the fixtures read the same', () => {
    const parts = workbooksIn(FIXTURES).flatMap(partsOf);
    expect(parts.length).toBeGreaterThan(5);
    expect(parts.filter((part) => !same(part)).length).toBe(0);
  });

  it.skipIf(!existsSync(SHARED))('of foreign workbooks read the same', () => {
    const parts = workbooksIn(SHARED)
      .filter((_, index) => index % 4 === 0)
      .flatMap(partsOf);
    expect(parts.filter((part) => part.length < 2_000_000 && !same(part)).length).toBe(0);
  });

  it('read the same, or are refused by both, after random damage', () => {
    const parts = workbooksIn(FIXTURES)
      .flatMap(partsOf)
      .map((part) => part.slice(0, 6000));
    let seed = 20241122;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return seed % below;
    };
    const marks = [...encode('<>&"\'=/ ;:x-]!?\n\u0001')];
    const differing: string[] = [];
    for (let round = 0; round < 3000; round += 1) {
      const bytes = Uint8Array.from(parts[random(parts.length)] ?? []);
      for (let edit = 0; edit <= random(3); edit += 1)
        bytes[random(bytes.length)] = marks[random(marks.length)] ?? 0;
      if (!same(bytes)) differing.push(new TextDecoder().decode(bytes).slice(0, 300));
    }
    expect(differing).toEqual([]);
  });
});
