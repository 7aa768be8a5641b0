/** Lines of the signature that have no place in a template which prints the others. */
import { finding } from '../../findings/finding.js';
import type { Finding } from '../../model.js';
import type { TagCatalogue } from './catalogue.js';
import type { PlacedTags } from './placed-tags.js';
import { isSignature, valueOf, type TemplateData } from './values.js';

const plain = (text: string): string =>
  text.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/gu, ' ').trim();

/** A template that writes its signature out has no tags of it; one that has some may write other lines out. */
export function lostSignatureLines(
  file: string,
  catalogue: TagCatalogue,
  { paragraphs, inText }: PlacedTags,
  data: TemplateData,
): readonly Finding[] {
  const lines = catalogue.values.filter(isSignature);
  if (!lines.some(({ tag }) => inText.has(tag))) return [];
  const written = plain(paragraphs.map(({ text }) => text).join(' '));
  return lines.flatMap((entry) => {
    const value = valueOf(entry, data) ?? '';
    const missing = value.split('\n').filter((one) => !written.includes(plain(one)));
    if (inText.has(entry.tag) || missing.length === 0) return [];
    const says = { file, tag: `{{${entry.tag}}}`, text: missing.join(', ') };
    return [finding('office-template/lost-signature-line', { file }, says, { fields: [entry.tag] })];
  });
}
