/** What is wrong with a template, all of it, before anything is filled: the library itself is silent about all of this. */
import { finding } from '../../findings/finding.js';
import type { Finding } from '../../model.js';
import { editDistance } from '../../values/edit-distance.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import { allTags, type TagCatalogue } from './catalogue.js';
import type { PlacedTags } from './placed-tags.js';
import { MAIN_PART, TAG_IN_TEXT, tagsIn } from './template-text.js';
import { mixedRows } from './mixed-rows.js';
import { lostSignatureLines } from './signature-lines.js';
import { linesOf, valueOf, figureOf, type TemplateData } from './values.js';

export function checkTemplate(
  file: string,
  catalogue: TagCatalogue,
  placed: PlacedTags,
  data: TemplateData,
): readonly Finding[] {
  return [
    ...unknownTags(file, catalogue, placed),
    ...brokenTags(file, catalogue, placed),
    ...misplacedTags(file, catalogue, placed),
    ...mixedRows(file, catalogue, placed),
    ...unfilledTags(file, catalogue, placed, data),
    ...unplacedData(file, catalogue, placed, data),
    ...lostSignatureLines(file, catalogue, placed, data),
  ];
}

const EXCERPT = 60;
const excerpt = (text: string): string => {
  const letters = Array.from(text.trim());
  return letters.length <= EXCERPT ? letters.join('') : `${letters.slice(0, EXCERPT).join('')}…`;
};

function unknownTags(file: string, catalogue: TagCatalogue, placed: PlacedTags): readonly Finding[] {
  const known = allTags(catalogue).map(({ tag }) => tag);
  return [...new Set([...placed.inText, ...placed.onDrawings])]
    .filter((tag) => !known.includes(tag))
    .map((tag) =>
      finding(
        'office-template/unknown-tag',
        { file },
        { file, tag: `{{${excerpt(tag)}}}`, nearest: `{{${nearest(tag, known)}}}` },
        { fields: [tag], actual: tag },
      ),
    );
}

/** The known tag that is spelt most alike. */
function nearest(tag: string, known: readonly string[]): string {
  const folded = foldMarks(tag.slice(0, EXCERPT)).replace(/[^a-z0-9.]+/gu, '_');
  const [best] = known
    .map((one) => ({ one, distance: editDistance(folded, one) }))
    .sort((a, b) => a.distance - b.distance);
  return best?.one ?? '';
}

/** Braces that open or close no tag, and single braces around a known name. */
function brokenTags(file: string, catalogue: TagCatalogue, placed: PlacedTags): readonly Finding[] {
  const known = new Set(allTags(catalogue).map(({ tag }) => tag));
  const seen = new Set<string>();
  return placed.paragraphs.flatMap(({ text }) => {
    const rest = text.replace(TAG_IN_TEXT, ' ');
    const single = [...rest.matchAll(/\{\s{0,9}([\w.]+)\s{0,9}\}?|(?<![\w.])([\w.]+)\s{0,9}\}/gu)].some(
      ([, opened, closed]) => known.has(opened ?? '') || known.has(closed ?? ''),
    );
    const shown = excerpt(text);
    if ((!single && !/\{\{|\}\}/u.test(rest)) || seen.has(shown)) return [];
    seen.add(shown);
    return [
      finding(
        'office-template/broken-tag',
        { file },
        { file, text: shown, sample: `{{${catalogue.values[0]?.tag ?? ''}}}` },
        { fields: [shown] },
      ),
    ];
  });
}

/** Parts and charts replace their whole paragraph: what else stands there would be lost. */
function misplacedTags(file: string, catalogue: TagCatalogue, placed: PlacedTags): readonly Finding[] {
  const whole = [...catalogue.blocks, ...catalogue.charts].map(({ tag }) => tag);
  return whole.flatMap((tag) => {
    const places = placed.paragraphs.filter(({ text }) => tagsIn(text).includes(tag));
    const alone = places.every(
      ({ text, part }) => part === MAIN_PART && text.replace(TAG_IN_TEXT, '').trim() === '',
    );
    const single = places.length <= 1 && places.every(({ text }) => tagsIn(text).length === 1);
    return alone && single
      ? []
      : [finding('office-template/misplaced-tag', { file }, { file, tag: `{{${tag}}}` }, { fields: [tag] })];
  });
}

function unfilledTags(
  file: string,
  catalogue: TagCatalogue,
  { inText, onDrawings }: PlacedTags,
  data: TemplateData,
): readonly Finding[] {
  const charts = new Set(data.report.charts?.map(({ id }) => id));
  const lacking = [
    ...catalogue.values.filter((entry) => inText.has(entry.tag) && valueOf(entry, data) === undefined),
    ...catalogue.figures.filter((entry) => inText.has(entry.tag) && figureOf(entry, data) === undefined),
    ...catalogue.charts.filter(
      ({ tag, indicator }) => (inText.has(tag) || onDrawings.has(tag)) && !charts.has(indicator),
    ),
    ...catalogue.rows.flatMap((rows) => {
      const lines = linesOf(rows, data);
      return rows.fields.filter(({ tag }) => {
        const name = tag.slice(rows.tag.length + 1);
        return inText.has(tag) && (lines === undefined || lines.some((line) => line[name] === undefined));
      });
    }),
  ];
  return lacking.map(({ tag, label }) =>
    finding('office-template/unfilled-tag', { file }, { file, tag: `{{${tag}}}`, label }, { fields: [tag] }),
  );
}

/** Whether there is something to put where the block stands. */
const blockFilled = (source: string, { report }: TemplateData): boolean =>
  source === 'annexes' ? report.annexes.length > 0 : report.blocks.length > 0;

function unplacedData(
  file: string,
  catalogue: TagCatalogue,
  { inText }: PlacedTags,
  data: TemplateData,
): readonly Finding[] {
  const waiting = [
    ...catalogue.values.filter((entry) => (valueOf(entry, data) ?? '') !== ''),
    ...catalogue.blocks.filter(({ source }) => blockFilled(source, data)),
  ];
  return waiting
    .filter(({ tag, required }) => required && !inText.has(tag))
    .map(({ tag, label }) =>
      finding(
        'office-template/unplaced-data',
        { file },
        { file, tag: `{{${tag}}}`, label },
        { fields: [tag] },
      ),
    );
}
