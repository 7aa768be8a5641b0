/** What was read from a YAML file: its value, and where each part of it stands and how it is named to people. */
import type { SourceRef } from '../model.js';

/** Keys and indexes from the top of the value. */
export type KeyPath = readonly (string | number)[];

export interface Source {
  readonly value: unknown;
  /** Where the value at a path stands; the nearest part above it when there is none. */
  readonly locate: (path: KeyPath) => SourceRef;
  /** How messages name a path; by default its keys, an entry of a list by its id. */
  readonly name?: (path: KeyPath) => string;
}

/** A value with keys. */
export const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path; undefined where there is none. */
export const valueAt = (value: unknown, path: KeyPath): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? Object.getOwnPropertyDescriptor(inner, key)?.value
        : undefined,
    value,
  );

/** `fields › households › unit`: an entry of a list by its id, by its number where it has none. */
export const namedPath = (value: unknown, path: KeyPath): string =>
  path
    .map((key, index) => {
      if (typeof key === 'string') return key;
      const id = valueAt(value, [...path.slice(0, index + 1), 'id']);
      return typeof id === 'string' ? id : key + 1;
    })
    .join(' › ');

/** A value inside a sentence, cut where it is long. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : ((JSON.stringify(value) as string | undefined) ?? '');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
