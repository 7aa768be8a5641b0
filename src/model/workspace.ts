/** The workspace: configuration and the office's CSV files, admitted. Shapes are fixed in `tdkvh.yaml` and the README. */
import type { PeriodKind } from './criteria/shapes.js';
import type { EstimateBasis } from './results/comparison.js';
import type { SourceRef } from './results/finding.js';
import type { ReportSettings } from './results/settings.js';
import type { UnitLevel } from './results/shapes.js';

export interface Period {
  /** `2024`, `2025-H1`, `2025-DK`. */
  readonly id: string;
  readonly year: number;
  readonly kind: PeriodKind;
}

/** An office's decision about a file, by content hash. */
export interface Settlement {
  readonly sha256: string;
  readonly unit?: string;
  /** Whose figures the file holds, whatever it says itself. */
  readonly period?: string;
  readonly form?: string;
  /** Where two sheets of the file are one form. */
  readonly sheet?: string;
  readonly use?: boolean;
}

/** A member agency of the steering committee that is expected to send Biểu 06. */
export interface ExpectedAgency {
  readonly name: string;
  /** Other names it signs with. */
  readonly aliases: readonly string[];
  readonly contact?: string;
}

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

/** One line of crosswalk.csv or of a registry's map. `weight` is exact text, a share between 0 and 1. */
export interface CrosswalkStep {
  readonly oldCode: string;
  /** Last day of the old unit, ISO. */
  readonly oldValidTo?: string;
  readonly newCode: string;
  readonly area: 'whole' | 'part';
  /** Share of the old unit's people that moved; `none` = only land. */
  readonly people: 'all' | 'some' | 'none';
  readonly weight?: string;
  readonly basis?: string;
  readonly at?: SourceRef;
}

/** A line of areas.csv: a residential area that went into another one, as a whole or with a share. */
export interface AreaStep {
  /** Commune, as it is called on that day. */
  readonly unit: string;
  readonly oldName: string;
  /** Where the commune had several areas of that name. */
  readonly oldFormerUnit?: string;
  readonly newName: string;
  /** First day of the new area, ISO. */
  readonly date: string;
  /** Of the old area; 1/1 = the whole. */
  readonly share: { readonly numerator: number; readonly denominator: number };
  readonly decision?: string;
  readonly at: SourceRef;
}

/** A line of previous/so-lieu.csv: a figure of an earlier period for which no results.json exists. */
export interface EarlierFigure {
  readonly unit: string;
  readonly period: Period;
  readonly indicator: string;
  /** Integers in units of 10^-scale of the indicator. */
  readonly n?: number;
  readonly d?: number;
  /** Percent, exact text; shown, never added. */
  readonly rate?: string;
  readonly source: string;
  readonly at: SourceRef;
}

/** The annexes that an office may ask for, and those that are printed when it asks for none. */
export interface AnnexChoices {
  readonly known: readonly string[];
  readonly usual: readonly string[];
}
