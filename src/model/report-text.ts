/** A report or press text as read back: paragraphs and tables in their order, each with the place a person finds it by. */

export interface WrittenText {
  readonly kind: 'text';
  /** "đoạn 12", "chú thích 3", "đầu trang". */
  readonly place: string;
  readonly text: string;
}

export interface WrittenTable {
  readonly kind: 'table';
  /** "bảng 2". */
  readonly place: string;
  readonly rows: readonly WrittenRow[];
}

export interface WrittenRow {
  /** "dòng 4". */
  readonly place: string;
  readonly cells: readonly WrittenCell[];
}

export interface WrittenCell {
  readonly text: string;
  /** Repeats the text of a merged cell whose first place is elsewhere. */
  readonly covered?: true;
}

export type WrittenBlock = WrittenText | WrittenTable;

/** What stands under a bookmark of our own. */
export interface WrittenMark {
  readonly name: string;
  readonly text: string;
  readonly place: string;
}

export interface WrittenReport {
  readonly blocks: readonly WrittenBlock[];
  readonly marks: readonly WrittenMark[];
  /** The text as it stood before the tracked changes, when there are any. */
  readonly before?: { readonly blocks: readonly WrittenBlock[]; readonly changes: number };
}
