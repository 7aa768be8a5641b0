/** Which figure a person means: unit and indicator by code or by name; what is near is only suggested. */
import type { IndicatorRecord, ResultsDocument, UnitRecord, UnitVersion } from '../model.js';
import { splitClass } from '../measures/split-class.js';
import { findByName } from '../units/names/find-by-name.js';
import { unitFullName } from '../units/names/unit-name.js';
import { defined } from '../values/defined.js';
import { nearestWord } from '../values/nearest-word.js';
import { nameOfClass } from './unit-index.js';
import { foldLabel, foldMarks } from '../values/vietnamese-text.js';

/** What words may mean. */
export type Meant<Thing> =
  | { readonly kind: 'one'; readonly one: Thing }
  | { readonly kind: 'several'; readonly candidates: readonly Thing[] }
  /** Only shown, never taken. */
  | { readonly kind: 'none'; readonly near: readonly Thing[] };

/** A unit of the results or a group of the office, as `FigureId.unit` has it. */
export interface NamedUnit {
  readonly id: string;
  readonly name: string;
}

const WHOLE = new Set(['toan huyen', 'toan tinh', 'toan thanh pho', 'toan xa', 'tong cong', 'toan don vi']);

/** "09205", "Yên Trung", "xã Yên Trung", "toàn huyện", the name of a group. */
export function findUnit(text: string, results: ResultsDocument): Meant<NamedUnit> {
  const { units, groups } = results;
  const byCode = units.find(({ code }) => code === text.trim());
  if (byCode !== undefined) return { kind: 'one', one: namedUnit(byCode) };
  if (WHOLE.has(foldMarks(text))) {
    const root = units.find(({ code }) => code === results.unit);
    if (root !== undefined) return { kind: 'one', one: namedUnit(root) };
  }
  const group = Object.keys(groups).find((name) => foldLabel(name) === foldLabel(text));
  if (group !== undefined) return { kind: 'one', one: { id: group, name: group } };
  const typed = text.normalize('NFC').trim();
  if (splitClass(typed, results) !== undefined)
    return { kind: 'one', one: { id: typed, name: nameOfClass(typed, results) } };
  const match = findByName(units.map(versionOf), text);
  switch (match.kind) {
    case 'exact':
    case 'loose':
      return { kind: 'one', one: namedUnit(match.unit) };
    case 'ambiguous':
      return { kind: 'several', candidates: match.candidates.map(namedUnit) };
    case 'none':
      return { kind: 'none', near: match.suggestions.map(namedUnit) };
  }
}

const namedUnit = (unit: Pick<UnitVersion, 'code' | 'name' | 'type' | 'level'>): NamedUnit => ({
  id: unit.code,
  name: unitFullName(unit),
});

const versionOf = ({ code, name, type, level, parent }: UnitRecord): UnitVersion => ({
  code,
  name,
  type,
  level,
  ...defined({ parentCode: parent }),
});

const MOST_NEAR = 5;

/** An id ("familyTitleRate"), a whole label, or words of a label ("thôn nhà văn hóa"). */
export function findIndicator(text: string, results: ResultsDocument): Meant<IndicatorRecord> {
  const { indicators } = results;
  const typed = text.trim();
  const byId = indicators.find(({ id }) => id.toLowerCase() === typed.toLowerCase());
  if (byId !== undefined) return { kind: 'one', one: byId };
  const label = plain(typed);
  const whole = indicators.filter((one) => plain(one.label) === label);
  const found = whole.length > 0 ? whole : withWords(indicators, label);
  const [only, ...others] = found;
  if (only !== undefined)
    return others.length === 0 ? { kind: 'one', one: only } : { kind: 'several', candidates: found };
  return { kind: 'none', near: nearTo(typed, label, indicators) };
}

/** Letters and digits alone: titles stand in quotation marks that nobody types. */
const plain = (text: string): string =>
  foldLabel(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Labels with all the words, marks as typed; without them only where nobody typed any. */
function withWords(indicators: readonly IndicatorRecord[], label: string): readonly IndicatorRecord[] {
  const words = label.split(' ').filter((word) => word !== '');
  if (words.length === 0) return [];
  const unmarked = foldMarks(label) === label;
  return indicators.filter((one) => {
    const own = plain(one.label).split(' ');
    const read = unmarked ? own.map(foldMarks) : own;
    return words.every((word) => read.includes(word));
  });
}

/** The nearest id, then labels that share most of the words. */
function nearTo(
  typed: string,
  label: string,
  indicators: readonly IndicatorRecord[],
): readonly IndicatorRecord[] {
  const nearest = nearestWord(
    typed,
    indicators.map(({ id }) => id),
  );
  const words = new Set(foldMarks(label).split(' '));
  const shared = indicators
    .map((one) => ({
      one,
      common: new Set(
        foldMarks(plain(one.label))
          .split(' ')
          .filter((word) => words.has(word)),
      ).size,
    }))
    .filter(({ common }) => common * 2 > words.size)
    .sort((one, other) => other.common - one.common || Number(other.one.headline) - Number(one.one.headline));
  const byId = indicators.filter(({ id }) => id === nearest);
  return [...new Set([...byId, ...shared.map(({ one }) => one)])].slice(0, MOST_NEAR);
}
