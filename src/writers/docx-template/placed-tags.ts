/** Where the tags of a template stand: in its text and on its drawings. */
import type { Parts } from './template-package.js';
import {
  drawingTexts,
  paragraphsOf,
  tagsIn,
  type DrawingText,
  type TemplateParagraph,
} from './template-text.js';

/** Where the tags of a template stand. */
export interface PlacedTags {
  readonly paragraphs: readonly TemplateParagraph[];
  readonly drawings: readonly DrawingText[];
  readonly inText: ReadonlySet<string>;
  /** In the descriptions of drawings. */
  readonly onDrawings: ReadonlySet<string>;
}

export function placedTags(parts: Parts): PlacedTags {
  const paragraphs = paragraphsOf(parts);
  const drawings = drawingTexts(parts);
  return {
    paragraphs,
    drawings,
    inText: new Set(paragraphs.flatMap(({ text }) => tagsIn(text))),
    onDrawings: new Set(drawings.flatMap(({ text }) => tagsIn(text))),
  };
}
