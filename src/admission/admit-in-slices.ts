/**
 * A document admitted piece by piece: zod gathers every issue of what it is given before it returns, and a few megabytes
 * of wrong values would become gigabytes of issues. Pieces are small, and the first faults end it.
 */
import { z } from 'zod';
import { isGroup } from './source.js';

export interface AdmittedInSlices {
  /** Absent when there is a fault. */
  readonly value?: unknown;
  /** Faults up to the one that ended it. */
  readonly count: number;
  /** Place of the first fault. */
  readonly first?: readonly PropertyKey[];
}

/** Values in one piece. */
const PIECE = 2_000;
/** Enough to say that a document is none. */
const MOST_FAULTS = 1_000;

interface Admitting {
  count: number;
  first?: readonly PropertyKey[];
}

type Path = readonly PropertyKey[];

/** As `schema.safeParse`, for schemas of plain objects, lists and records without checks of their own. */
export function admitInSlices(schema: z.ZodType, value: unknown): AdmittedInSlices {
  const admitting: Admitting = { count: 0 };
  const admitted = admitPiece(schema, value, [], admitting);
  return admitting.count === 0 ? { value: admitted, count: 0 } : admitting;
}

function admitPiece(schema: z.ZodType, value: unknown, path: Path, admitting: Admitting): unknown {
  if (admitting.count >= MOST_FAULTS) return undefined;
  const inner = unwrapped(schema);
  if (weightOf(value, PIECE) < PIECE) return admitWhole(inner, value, path, admitting);
  if (inner instanceof z.ZodArray && Array.isArray(value)) return admitList(inner, value, path, admitting);
  if (isGroup(value)) {
    if (inner instanceof z.ZodRecord) return admitRecord(inner, value, path, admitting);
    if (inner instanceof z.ZodObject) return admitObject(inner, value, path, admitting);
  }
  return admitWhole(inner, value, path, admitting);
}

/** `from`: the place of the first member of a list that is a piece of another. */
function admitWhole(schema: z.ZodType, value: unknown, path: Path, admitting: Admitting, from = 0): unknown {
  const { data, error } = schema.safeParse(value);
  if (error === undefined) return data;
  const [at, ...below] = error.issues[0]?.path ?? [];
  const place = typeof at === 'number' ? at + from : at;
  admitting.first ??= [...path, ...(place === undefined ? [] : [place]), ...below];
  admitting.count += error.issues.length;
  return undefined;
}

/** Members one after the other, those that are small together. */
function admitList(
  schema: z.ZodArray,
  value: readonly unknown[],
  path: Path,
  admitting: Admitting,
): unknown[] {
  const admitted: unknown[] = [];
  const element = schema.element as z.ZodType;
  forPieces(value, (from, to) => {
    const piece =
      to - from === 1
        ? [admitPiece(element, value[from], [...path, from], admitting)]
        : admitWhole(schema, value.slice(from, to), path, admitting, from);
    if (Array.isArray(piece)) for (const one of piece) admitted.push(one);
    return admitting.count < MOST_FAULTS;
  });
  return admitted;
}

function admitRecord(
  schema: z.ZodRecord,
  value: Readonly<Record<string, unknown>>,
  path: Path,
  admitting: Admitting,
): Record<string, unknown> {
  const entries = Object.entries(value);
  const admitted: (readonly [string, unknown])[] = [];
  const member = schema.valueType as z.ZodType;
  const values = entries.map(([, one]) => one);
  forPieces(values, (from, to) => {
    const [key = ''] = entries[from] ?? [];
    const piece =
      to - from === 1
        ? { [key]: admitPiece(member, values[from], [...path, key], admitting) }
        : admitWhole(schema, Object.fromEntries(entries.slice(from, to)), path, admitting);
    if (isGroup(piece)) for (const one of Object.entries(piece)) admitted.push(one);
    return admitting.count < MOST_FAULTS;
  });
  return Object.fromEntries(admitted);
}

/** What may be heavy in it is admitted by itself, and the rest as one piece. */
function admitObject(
  schema: z.ZodObject,
  value: Readonly<Record<string, unknown>>,
  path: Path,
  admitting: Admitting,
): unknown {
  const heavy = Object.entries(schema.shape).flatMap(([key, one]): (readonly [string, z.ZodType])[] => {
    const inner = unwrapped(one as z.ZodType);
    return mayBeHeavy(inner) && isContainer(value[key]) ? [[key, inner]] : [];
  });
  const apart = new Set(heavy.map(([key]) => key));
  const rest = Object.fromEntries(Object.entries(value).filter(([key]) => !apart.has(key)));
  const light = admitWhole(without(schema, apart), rest, path, admitting);
  const pieces = new Map(
    heavy.map(([key, inner]) => [key, admitPiece(inner, value[key], [...path, key], admitting)]),
  );
  if (!isGroup(light)) return undefined;
  return Object.fromEntries(
    Object.keys(schema.shape).flatMap((key) =>
      pieces.has(key) ? [[key, pieces.get(key)]] : key in light ? [[key, light[key]]] : [],
    ),
  );
}

const mayBeHeavy = (schema: z.ZodType): boolean =>
  schema instanceof z.ZodArray || schema instanceof z.ZodRecord || schema instanceof z.ZodObject;

const isContainer = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** Made once for each schema and its keys: zod compiles it. */
const lighter = new WeakMap<z.ZodObject, Map<string, z.ZodObject>>();

function without(schema: z.ZodObject, keys: ReadonlySet<string>): z.ZodObject {
  const known = lighter.get(schema) ?? new Map<string, z.ZodObject>();
  lighter.set(schema, known);
  const name = [...keys].join();
  const made = known.get(name) ?? schema.omit(maskOf(keys));
  known.set(name, made);
  return made;
}

const maskOf = (keys: ReadonlySet<string>): Parameters<z.ZodObject['omit']>[0] =>
  Object.fromEntries([...keys].map((key) => [key, true])) as Parameters<z.ZodObject['omit']>[0];

function unwrapped(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional
    ? unwrapped(schema.unwrap() as z.ZodType)
    : schema;
}

/** Calls `admit` with ranges of members that weigh a piece together, until it says no. */
function forPieces(members: readonly unknown[], admit: (from: number, to: number) => boolean): void {
  let [from, weight] = [0, 0];
  for (const [at, member] of members.entries()) {
    const own = weightOf(member, PIECE);
    if (at > from && weight + own >= PIECE) {
      if (!admit(from, at)) return;
      [from, weight] = [at, 0];
    }
    weight += own;
  }
  if (from < members.length) admit(from, members.length);
}

/** How many values it holds; counting ends at `most`. */
function weightOf(value: unknown, most: number): number {
  let weight = 1;
  const left: unknown[] = [value];
  while (left.length > 0 && weight < most) {
    const one = left.pop();
    if (typeof one !== 'object' || one === null) continue;
    const members: readonly unknown[] = Array.isArray(one) ? one : Object.values(one);
    weight += members.length;
    if (weight < most) for (const member of members) left.push(member);
  }
  return weight;
}
