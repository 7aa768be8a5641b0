/** Types of the gallery of mistakes for its slice. */
export interface Size {
  readonly unit: string;
  readonly mistakes: readonly unknown[];
}
export const WHOLE: Size;
export const SMALL: Size;
export function showGallery(stage: {
  readonly tdkvh: (...args: readonly string[]) => Promise<{ readonly stdout: string }>;
  readonly folder: string;
  readonly size: Size;
}): Promise<readonly string[]>;
