/**
 * What an office's own annexes.yaml and outline.yaml name of criteria sets. A column or sentence of an indicator that a set
 * has not is left out, so that one file serves several sets: a name that no set has would vanish without a word.
 */
import { isGroup, namedPath, valueAt, type KeyPath, type Source } from '../../admission/source.js';
import { finding } from '../../findings/finding.js';
import type { Finding } from '../../model.js';
import { didYouMean, expectedOnly, nearestWord } from '../../values/nearest-word.js';
import { READ_BY_SOURCE } from './annex-head.js';

type Thing = 'indicators' | 'fields' | 'forms' | 'columns';

/** Ids that some criteria set has. */
export type Known = Readonly<Record<Thing, ReadonlySet<string>>>;

const WORDS: Readonly<Record<Thing, string>> = {
  indicators: 'mã chỉ tiêu tổng hợp có trong bộ tiêu chí',
  fields: 'mã chỉ tiêu có trong bộ tiêu chí',
  forms: 'mã biểu mẫu có trong bộ tiêu chí',
  columns: 'mã cột của dạng bảng này hoặc mã chỉ tiêu có trong bộ tiêu chí',
};

/** `*`: every value of a list or group; `#`: every key of a group. */
type Pattern = readonly string[];

const ENTRY = ['topics', '*', 'entries', '*'];

const PLACES: Readonly<Record<Thing, readonly Pattern[]>> = {
  indicators: [
    ...['n', 'rate'].map((key) => ['annexes', '*', 'columns', '*', key]),
    ['annexes', '*', 'columns', '*', 'd', '*'],
    ['annexes', '*', 'about', '*'],
    ['charts', '*', '*'],
    ...['rate', 'base', 'units', 'count', 'dependsOn', 'shareOf'].map((key) => [...ENTRY, key]),
    [...ENTRY, 'counts', '*'],
    ...['remainder', 'phrases', 'parts', 'plus'].map((key) => [...ENTRY, key, '#']),
    [...ENTRY, 'parts', '*', '*'],
    [...ENTRY, 'plus', '*'],
  ],
  fields: ['document', 'date', 'theme', 'name', 'place', 'told'].map((key) => [...ENTRY, key]),
  columns: [['annexes', '*', 'columns', '*', 'id']],
  forms: [
    ['annexes', '*', 'form'],
    ['sheets', '*', 'form'],
    [...ENTRY, 'examples'],
  ],
};

export interface Named {
  readonly thing: Thing;
  readonly id: string;
  readonly path: KeyPath;
}

/** Everything that the file names, in order. */
export const namedIn = ({ value }: Source): readonly Named[] =>
  (Object.keys(PLACES) as Thing[]).flatMap((thing) =>
    PLACES[thing].flatMap((pattern) =>
      valuesAt(value, pattern).flatMap(([id, path]) =>
        typeof id === 'string' && (thing !== 'columns' || isReadById(value, path))
          ? [{ thing, id: id.normalize('NFC'), path }]
          : [],
      ),
    ),
  );

/** Of a column: its id says what stands in it. */
const isReadById = (value: unknown, path: KeyPath): boolean => {
  const shape = valueAt(value, [...path.slice(0, 2), 'shape']);
  return !READ_BY_SOURCE.some((one) => one === shape);
};

/** Ids of the columns of a file. */
export const columnsIn = ({ value }: Source): readonly string[] =>
  PLACES.columns.flatMap((pattern) => valuesAt(value, pattern)).map(([id]) => String(id));

type Found = readonly (readonly [unknown, KeyPath])[];

/** What the file holds at the places of a pattern, each with its path. */
const valuesAt = (value: unknown, pattern: Pattern): Found =>
  pattern.reduce<Found>(
    (found, step) =>
      found.flatMap(([one, path]) =>
        membersOf(one).flatMap(([key, inner]): Found => {
          if (step === '#') return [[key, [...path, key]]];
          return step === '*' || step === key ? [[inner, [...path, key]]] : [];
        }),
      ),
    [[value, []]],
  );

const membersOf = (value: unknown): readonly (readonly [string | number, unknown])[] =>
  Array.isArray(value) ? [...value.entries()] : isGroup(value) ? Object.entries(value) : [];

/** Lead sentences of counts that the outline names: sections of the office's own. */
export const leadsIn = ({ value }: Source): readonly string[] =>
  ['lead', 'alone', 'without'].flatMap((key) =>
    valuesAt(value, [...ENTRY, key]).flatMap(([lead]) => (typeof lead === 'string' ? [lead] : [])),
  );

export const isKnown = (known: Known, { thing, id }: Named): boolean => known[thing].has(id);

export function unknownName(file: Source, { thing, id, path }: Named, known: Known): Finding {
  const nearest = nearestWord(id, [...known[thing]]);
  return finding(
    'template/wrong-value',
    file.locate(path),
    {
      path: namedPath(file.value, path),
      actual: id,
      expected: WORDS[thing],
      remark: didYouMean(nearest),
    },
    expectedOnly(nearest),
  );
}
