/** The direction of imports, the home of every package, and the size of files (README, Structure). */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '..', 'src');
const STAGES = [
  'readers',
  'workspace',
  'submission',
  'validation',
  'aggregation',
  'comparison',
  'tracking',
  'tracing',
  'reports',
  'writers',
];
/** What each folder may import besides itself and the leaves (files directly in src, and model). */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  model: [],
  findings: [],
  criteria: ['findings'],
  units: ['findings'],
  ...Object.fromEntries(STAGES.map((stage) => [stage, ['findings', 'criteria', 'units']])),
  cli: [...STAGES, 'findings', 'criteria', 'units'],
};
const EDGES = ['cli', 'readers', 'writers'];
/** A package has one home; zod admits what people write, in the three places where shapes are admitted. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  commander: ['cli'],
  chalk: ['cli'],
  ora: ['cli'],
  yaml: ['readers'],
  'csv-parse': ['readers'],
  saxes: ['readers'],
  '@e965': ['readers'],
  exceljs: ['writers'],
  docx: ['writers'],
  fflate: ['readers', 'writers'],
  handlebars: ['reports'],
  zod: ['criteria', 'workspace', 'results-schema'],
};

interface SourceText {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  readonly imports: readonly string[];
}

/** `import … from 'x'`, `export … from 'x'` and `import('x')`. */
const IMPORT = /^(?:import|export)\s[^;']*?from '([^']+)'|\bimport\('([^']+)'\)/gmu;

const sources: readonly SourceText[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => {
    const text = readFileSync(join(SRC, path), 'utf8');
    const parts = path.split('/');
    return {
      path,
      // The schema of the results is one leaf, written as a file and a folder of the same name.
      folder: parts.length > 1 || path === 'results-schema.ts' ? (parts[0] ?? '').replace('.ts', '') : '',
      text,
      imports: [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? ''),
    };
  });

const folderOf = (source: SourceText, specifier: string): string => {
  const target = relative(SRC, normalize(join(SRC, dirname(source.path), specifier)));
  return target.includes('/') ? (target.split('/')[0] ?? '') : '';
};

describe('imports', () => {
  it('go from the command line to the pipeline to the stages to criteria, units, findings and the model', () => {
    const breaches = sources.flatMap((source) =>
      source.imports
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => ({ specifier, to: folderOf(source, specifier) }))
        .filter(({ specifier, to }) => {
          if (source.path === 'pipeline.ts' || source.folder === 'pipeline') return to === 'cli';
          if (source.folder === 'cli') return false;
          if (specifier.endsWith('/pipeline.js')) return true;
          if (to === '' || to === 'model' || to === source.folder) return false;
          if (source.folder === '' || source.folder === 'results-schema') return true;
          return !(ALLOWED[source.folder] ?? []).includes(to);
        })
        .map(({ specifier }) => `${source.path} → ${specifier}`),
    );
    expect(breaches).toEqual([]);
  });

  it('keep every package in its home and Node at the edges', () => {
    const breaches = sources.flatMap((source) =>
      source.imports
        .filter((specifier) => !specifier.startsWith('.'))
        .filter((specifier) => {
          if (specifier.startsWith('node:')) return !EDGES.includes(source.folder);
          const name = specifier.split('/')[0] ?? '';
          const homes = HOMES[name];
          const own = source.folder === '' ? source.path.replace(/\.ts$/u, '') : source.folder;
          return homes?.includes(own) !== true;
        })
        .map((specifier) => `${source.path} → ${specifier}`),
    );
    expect(breaches).toEqual([]);
  });

  it('leave the clock, the environment and chance to the edges', () => {
    const breaches = sources
      .filter((source) => !EDGES.includes(source.folder))
      .filter((source) => /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\./u.test(source.text))
      .map((source) => source.path);
    expect(breaches).toEqual([]);
  });
});

describe('files', () => {
  it('say in their first line what they are', () => {
    expect(sources.filter((source) => !source.text.startsWith('/**')).map((source) => source.path)).toEqual(
      [],
    );
  });

  it('stay small', () => {
    const lines = sources
      // The model is one list of types and the catalogue is data.
      .filter((source) => !source.path.endsWith('-findings.ts') && source.folder !== 'model')
      .map((source) => ({ path: source.path, lines: source.text.split('\n').length }));
    expect(lines.filter((source) => source.lines > 300)).toEqual([]);
    const sorted = lines.map((source) => source.lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(90);
  });
});
