/** The office's own Word template: its tags listed, checked and filled. */
import type { Report, ResultsDocument } from '../model.js';
import { allTags, type TagCatalogue, type TagEntry } from './docx-template/catalogue.js';
import type { FilledTemplate } from './docx-template/fill.js';
import { repack } from './package-packer.js';

export { admitTags, type TagCatalogue } from './docx-template/catalogue.js';
export type { FilledTemplate } from './docx-template/fill.js';

/** Every tag with its braces, what it stands for, and a sample. */
export const listTags = (catalogue: TagCatalogue): readonly TagEntry[] =>
  allTags(catalogue).map(({ tag, label, sample }) => ({ tag: `{{${tag}}}`, label, sample }));

/** The same list as a Word document to copy from. */
export async function writeTagList(catalogue: TagCatalogue): Promise<Uint8Array> {
  const { tagListBytes } = await import('./docx-template/tag-list.js');
  return repack(await tagListBytes(catalogue));
}

/**
 * The report in the office's template. Unknown, broken, misplaced and unfilled tags and data without a place are
 * findings, all of them together; then nothing is made.
 */
export async function fillOfficeTemplate(
  template: Uint8Array,
  input: {
    /** Name of the template as shown. */
    readonly file: string;
    readonly catalogue: TagCatalogue;
    readonly report: Report;
    readonly results: ResultsDocument;
  },
): Promise<FilledTemplate> {
  const { fillTemplate } = await import('./docx-template/fill.js');
  return fillTemplate(template, input.file, input.catalogue, input);
}
