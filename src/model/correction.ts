/** What a later run says differently from what was sealed and published: figure by figure, each with its reasons. */

/** A cell of a submission that says something else now. */
export interface CorrectedCell {
  /** "Biểu 01, ô M9"; of a table whose rows no longer match, without a cell. */
  readonly sheet: string;
  readonly cell: string;
  /** Label of the field. */
  readonly field: string;
  /** As people write it; "…" where there is none, "không tính" where an error took it out. */
  readonly from: string;
  readonly to: string;
}

/** Why a figure of a unit that reports itself differs. */
export type CorrectionReason =
  | {
      readonly kind: 'arrived' | 'withdrawn' | 'resent' | 'fileChanged';
      readonly unit: string;
      readonly name: string;
      readonly file: string;
    }
  | {
      readonly kind: 'cells';
      readonly unit: string;
      readonly name: string;
      readonly cells: readonly CorrectedCell[];
    }
  | {
      readonly kind: 'accepted' | 'settled' | 'found';
      readonly unit: string;
      readonly name: string;
      /** What was found, as its message says. */
      readonly message: string;
      /** The office's reason for accepting it. */
      readonly why: string;
    }
  | { readonly kind: 'criteria' | 'units' | 'tool' | 'unknown' };

/** A printed figure that is another one now. */
export interface Correction {
  readonly unit: string;
  readonly unitName: string;
  readonly indicator: string;
  readonly label: string;
  /** "20.325/22.713 (89,49%)"; a dash where there was none. */
  readonly published: string;
  readonly revised: string;
  /** A headline figure of the whole. */
  readonly leads: boolean;
  readonly reasons: readonly CorrectionReason[];
}

export interface Corrections {
  /** The whole first, then unit by unit in the order of the list. */
  readonly figures: readonly Correction[];
  /** What changed without moving any figure. */
  readonly silent: readonly CorrectionReason[];
}
