/** How findings are to be shown on a screen. */

export interface ReporterOptions {
  readonly columns: number;
  readonly colour: boolean;
  /** Files looked at, for the last line; without it the files that have findings. */
  readonly files?: number;
  /** Full name of a unit, "Xã An Bình"; its code when unknown. */
  readonly unitName?: (code: string) => string | undefined;
  /** Only errors, and the last line. */
  readonly quiet?: boolean;
  /** Findings shown of one file (`--max`); without end (`--all`) nothing is folded or counted. */
  readonly max?: number;
  /** The file that names all of them, where one was written. */
  readonly fullList?: string;
}
