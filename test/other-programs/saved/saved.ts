/** Workbooks that LibreOffice opens and saves again, and what is said of the saved ones. */
export interface Saved {
  readonly name: string;
  readonly to: 'xlsx' | 'ods';
  /** All are saved in one start, so that no file may depend on another's answer. */
  readonly files: () => readonly Uint8Array[] | Promise<readonly Uint8Array[]>;
  /** What was saved, in the order of the files. */
  readonly check: (saved: readonly Uint8Array[]) => Promise<void> | void;
}
