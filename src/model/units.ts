/** Administrative units, dated. Identity is code and date, never the code alone. */

import type { UnitLevel } from './results/shapes.js';

/** Lower case, as in the published lists: tỉnh, thành phố, quận, huyện, thị xã, xã, phường, thị trấn, đặc khu. */
export type UnitType = string;

/** One line of a unit list (registry or units.csv). Dates ISO, both inclusive; absent = open. */
export interface UnitVersion {
  readonly code: string;
  /** Without the type word, NFC. */
  readonly name: string;
  readonly type: UnitType;
  readonly level: UnitLevel;
  readonly parentCode?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly areaClass?: 'ordinary' | 'difficult' | 'centralCity';
  /** Group of communes in the rural criteria of 2026 to 2030. */
  readonly communeGroup?: string;
  readonly region?: string;
  readonly urban?: 'urban' | 'rural';
  /** The office's own grouping (cụm thi đua, vùng). */
  readonly group?: string;
  /** Households, for the bounds of a missing unit. */
  readonly households?: number;
  readonly contact?: string;
}

/** A registry: a dated list with where it came from. */
export interface Registry {
  readonly name: string;
  /** Newest date the list knows of, ISO. */
  readonly asOf: string;
  /** First date for which the list is right; for earlier dates it only comes near. Absent = not said. */
  readonly knownFrom?: string;
  readonly sha256: string;
  readonly units: readonly UnitVersion[];
}

/** The units of one report on its reference date: the compiling unit and everything under it. */
export interface UnitTree {
  readonly root: string;
  readonly byCode: ReadonlyMap<string, UnitVersion>;
  /** Codes of the children in the order of the list. */
  readonly children: ReadonlyMap<string, readonly string[]>;
  /** Codes of the units due to report (communes, and districts without communes), in order. */
  readonly leaves: readonly string[];
  /** The same, to ask for one of them. */
  readonly due: ReadonlySet<string>;
}

/** Outcome of looking a name up inside a known parent. */
export type NameMatch =
  | { readonly kind: 'exact' | 'loose'; readonly unit: UnitVersion }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly UnitVersion[] }
  | { readonly kind: 'none'; readonly suggestions: readonly UnitVersion[] };
