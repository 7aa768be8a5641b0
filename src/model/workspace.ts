/** The workspace: configuration and the office's CSV files, admitted. Shapes are fixed in `tdkvh.yaml` and the README. */
import type { PageMargins } from './page-margins.js';
import type { PeriodKind } from './criteria.js';
import type { UnitLevel } from './units.js';

export interface Period {
  /** `2024`, `2025-H1`, `2025-DK`. */
  readonly id: string;
  readonly year: number;
  readonly kind: PeriodKind;
}

export type SignaturePreset = 'BC-BCD' | 'BC-UBND' | 'BC-PHONG' | 'BC-SO';

export interface CustomSignature {
  readonly authority?: string;
  readonly post: string;
  readonly onBehalf?: string;
}

/** The `report:` part of tdkvh.yaml. Names of persons and agencies are configuration, never invented. */
export interface ReportSettings {
  readonly outline: 'local' | 'ministry';
  readonly superior?: string;
  readonly agency?: string;
  readonly signature: SignaturePreset | CustomSignature;
  readonly number?: string;
  readonly place?: string;
  /** ISO date printed; never the clock. */
  readonly date?: string;
  readonly to: readonly string[];
  readonly recipients: readonly string[];
  readonly signer?: string;
  /** The signer's post in the government, under the post in a steering committee; that of the preset by default. */
  readonly governmentPost?: string;
  /** "07 xã" in prose; on by default. */
  readonly leadingZero?: boolean;
  /** Inside the ranges of the decree. */
  readonly margins?: PageMargins;
  /** Annexes in Roman numerals, in printed order. */
  readonly annexes: readonly string[];
}

/** An office's decision about a file, by content hash. */
export interface Settlement {
  readonly sha256: string;
  readonly unit?: string;
  readonly form?: string;
  readonly use?: boolean;
}

/** A member agency of the steering committee that is expected to send Biểu 06. */
export interface ExpectedAgency {
  readonly name: string;
  /** Other names it signs with. */
  readonly aliases: readonly string[];
  readonly contact?: string;
}

/** By what divided units are apportioned: the residential areas that name their former unit, or the map's weights. */
export type EstimateBasis = 'areas' | 'weights';

export interface WorkspaceConfig {
  readonly period: Period;
  /** Code of the compiling unit, in force on `referenceDate`. */
  readonly unit: string;
  readonly level: UnitLevel;
  /** ISO. */
  readonly referenceDate: string;
  /** Id of a bundled set or path of a YAML file. */
  readonly criteria: string;
  readonly dataAsOf?: string;
  readonly deadlines: {
    readonly commune?: string;
    readonly agency?: string;
    readonly exceptions: Readonly<Record<string, string>>;
  };
  /** Absent: nobody in particular is expected. */
  readonly agencies?: readonly ExpectedAgency[];
  readonly decimals: number;
  /** Absent: divided units are not apportioned (the default). */
  readonly estimates?: EstimateBasis;
  /** Folder of a fuller registry. */
  readonly registry?: string;
  readonly report: ReportSettings;
  readonly submissions: readonly Settlement[];
}

/** A line of targets.csv. `value` is exact text: percent for rates, whole number for counts. */
export interface Target {
  readonly indicator: string;
  /** Unit code, unit type or area class. */
  readonly scope: string;
  readonly period: string;
  readonly comparator: 'at_least' | 'at_most' | 'keep';
  readonly value: string;
  readonly kind: 'rate' | 'count';
  readonly source?: string;
}

/** A line of accepted.csv: a finding that is true although it looks wrong. */
export interface Acceptance {
  readonly id: string;
  readonly value: string;
  readonly reason: string;
  readonly person: string;
  readonly date: string;
  readonly until?: string;
}

/** A line of received.csv: when something arrived. */
export interface Receipt {
  readonly file?: string;
  readonly unit?: string;
  readonly form?: string;
  readonly date: string;
}
