/** Days between two ISO dates; no clock, no time zone. */

const DAY_MS = 86_400_000;

/** From `one` to `other`: negative when `other` is earlier. */
export const daysBetween = (one: string, other: string): number =>
  Math.round((Date.parse(`${other}T00:00:00Z`) - Date.parse(`${one}T00:00:00Z`)) / DAY_MS);
