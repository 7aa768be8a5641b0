/** What the outline of a report ties together, for whoever leads a printed figure back. */
import type { OutlineLinks } from '../model.js';
import { sectionsOf } from './wording/outline.js';
import type { Prose } from './prose/prose.js';

/** The ties of the outline of this report. */
export function linksInOutline({ frame, wording }: Pick<Prose, 'frame' | 'wording'>): OutlineLinks {
  const wholes = new Map<string, string>();
  const days = new Map<string, string>();
  for (const { entries } of sectionsOf(wording.outline, frame.results).flatMap(({ topics }) => topics))
    for (const entry of entries) {
      if (entry.kind === 'counts' && entry.shareOf !== undefined)
        for (const id of entry.indicators) wholes.set(id, entry.shareOf);
      if (entry.kind === 'document' && entry.date !== undefined) days.set(entry.field, entry.date);
    }
  return { shareOf: (indicator) => wholes.get(indicator), dayOf: (field) => days.get(field) };
}
