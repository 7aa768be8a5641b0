/** What each line of a found table by indicators is. */
import type { FieldDefinition, OwnLine } from '../../model.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import { yearsAsWords } from '../layout/header-path.js';
import { nearestFields } from '../layout/nearest-label.js';
import { ALL_OR_AWARDED, bareTotals, BESIDE_AWARDED, type BareTotal } from './bare-totals.js';
import { pathOfLine } from '../../criteria/own-form-entries.js';
import type { FoundTable } from './find-tables.js';
import { keyOf, linesOf, toldApart, type Line } from './form-lines.js';
import { inOtherWords } from './other-wordings.js';
import { fieldInGroup } from './in-group.js';
import { inList, meant } from './meant-fields.js';
import {
  addNewField,
  ALIKE,
  asHouseholds,
  doubtfulField,
  newFieldSaid,
  OTHER_TIME,
  take,
  withoutFillers,
  type Doubt,
  type Proposing,
} from './proposing.js';
import { besideRole, isShareLabel, otherless } from './column-roles.js';
import { becauseOfUnit, moneyUnit, otherUnit, unitBehind } from './stated-money.js';
import { inAMillion } from '../../values/money-units.js';
import { ofOtherPart } from './header-times.js';
import { areAnswers, canHold } from './kind-of-cells.js';
import { isQuantity } from '../../measures/field-types.js';
import { saysWhatWasReached } from './said-by-heading.js';
import { defined } from '../../values/defined.js';

/** The lines below the header, each with what it means. */
export function proposedLines(
  table: FoundTable,
  proposing: Proposing,
  { code, value }: { readonly code: number | undefined; readonly value: number | undefined },
): OwnLine[] {
  const { year, doubts } = proposing;
  const ofRows = isOfAreas(table);
  const lines = toldApart(linesOf(table, code, value));
  const keys = lines.map(keyOf);
  const totals = totalsAmong(lines, proposing, ofRows);
  return lines.flatMap((line, index): OwnLine[] => {
    // A line that stands twice under one section cannot be told from the other.
    if (keys.indexOf(keys[index] ?? '') !== keys.lastIndexOf(keys[index] ?? '') && line.code === undefined) {
      // One entry speaks for all of them.
      if (keys.indexOf(keys[index] ?? '') !== index) return [];
      return [{ ...saidOf(line, year), ...unread(table, line, 'không đọc: hai dòng giống nhau', proposing) }];
    }
    const said = saidOf(line, year);
    if (isShareLabel(line.label) || line.unit === '%') return [{ ...said, role: 'share' }];
    const timed = underTime(line, proposing, ofRows);
    if (timed === 'other') return [{ ...said, ...unread(table, line, OTHER_TIME, proposing) }];
    const total = totals.get(index);
    if (total?.isBase === true) return [{ ...said, ...baseLine(table, line, total, proposing, ofRows) }];
    const field = timed ?? fieldOf(line, proposing, ofRows);
    const isAsked = ASKS.test(foldMarks(line.unit ?? ''));
    if (isAsked && !ofRows)
      return [{ ...said, ...unread(table, line, 'không đọc: câu hỏi có hoặc không', proposing) }];
    const isOfUnit = (one: FieldDefinition): boolean => otherUnit(one, line.at) === undefined;
    const holds =
      field === undefined ||
      (canHold(field, line.cells) && isOfUnit(field) && !(isAsked && isQuantity(field)));
    if (total !== undefined)
      return [{ ...said, ...unread(table, line, ALL_OR_AWARDED, proposing, field?.id) }];
    if (field !== undefined && holds && take(proposing, ofRows, field.id))
      return [{ ...said, field: field.id }];
    const loose = field === undefined ? looselyOf(line, proposing, ofRows) : undefined;
    if (
      loose !== undefined &&
      canHold(loose, line.cells) &&
      isOfUnit(loose) &&
      take(proposing, ofRows, loose.id)
    ) {
      doubts.push(doubtfulField(doubtOf(table, line), loose.id, ALIKE));
      return [{ ...said, field: loose.id }];
    }
    return [{ ...said, field: newLine(line, table, proposing, { field, isAsked }) }];
  });
}

/** Lines that count without saying whether all or the awarded, by their place. */
const totalsAmong = (
  lines: readonly Line[],
  proposing: Proposing,
  ofRows: boolean,
): ReadonlyMap<number, BareTotal> =>
  bareTotals(
    lines.map((line) => ({
      path: line.section === undefined ? [line.label] : [line.section, line.label],
      field:
        isShareLabel(line.label) || line.unit === '%' || underTime(line, proposing, ofRows) !== undefined
          ? undefined
          : fieldOf(line, proposing, ofRows),
    })),
    proposing.set,
  );

/** "Tổng số" above "Đạt": what the awarded are a share of, for the office to look at. */
function baseLine(
  table: FoundTable,
  line: Line,
  { base, isElsewhere }: BareTotal,
  proposing: Proposing,
  ofRows: boolean,
): Pick<OwnLine, 'field' | 'role'> {
  const at = doubtOf(table, line);
  if (!isElsewhere && take(proposing, ofRows, base.id)) {
    proposing.doubts.push(doubtfulField(at, base.id, BESIDE_AWARDED));
    return { field: base.id };
  }
  proposing.doubts.push({
    ...at,
    proposal: `không đọc: ${BESIDE_AWARDED}`,
    proposed: 'ignored',
    near: base.id,
  });
  return { role: 'ignored' };
}

function saidOf({ section, under, label, code }: Line, year: number): OwnLine {
  const words = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : yearsAsWords(text, year);
  return {
    ...defined({ section: words(section), under: words(under) }),
    label: yearsAsWords(label, year),
    ...defined({ code }),
  };
}

/**
 * Below "KẾ HOẠCH NĂM 2024" or "6 THÁNG ĐẦU NĂM", which say nothing but the time, a line of a known field is not that of
 * the period; below "CẢ NĂM" it is.
 */
function underTime(line: Line, proposing: Proposing, ofRows: boolean): FieldDefinition | 'other' | undefined {
  const { section, label } = line;
  if (section === undefined || otherless([section], proposing.year).length > 0) return undefined;
  const field = fieldOf({ label, at: line.at, cells: line.cells }, proposing, ofRows);
  const isOther = besideRole([section], proposing) !== undefined || ofOtherPart([section], proposing);
  return field !== undefined && isOther ? 'other' : field;
}

/** The areas stand side by side, so that the figures of a line are theirs. */
const isOfAreas = ({ across, rows }: FoundTable): boolean => across && rows === 'area';

/** A field of the office's own for a line, with the field of the set that comes near. */
function newLine(
  line: Line,
  table: FoundTable,
  proposing: Proposing,
  { field, isAsked }: { readonly field: FieldDefinition | undefined; readonly isAsked: boolean },
): string {
  const ofRows = isOfAreas(table);
  const asks = ofRows && (isAsked || areAnswers(line.cells));
  const path = line.under === undefined ? [line.label] : [line.under, line.label];
  const label = path.join(' - ');
  const unit = line.unit ?? moneyBehind(line.label) ?? moneyUnit(label, line.at);
  const id = addNewField(path, unit, proposing, asks, line.section);
  const near = field ?? nearestFields(label, possible(proposing, ofRows))[0];
  proposing.doubts.push({
    ...doubtOf(table, line),
    proposal: `${newFieldSaid(id, proposing)}${becauseOfUnit(field, line.at)}`,
    proposed: { field: id },
    ...defined({ near: near?.id }),
  });
  return id;
}

/** "Kinh phí hỗ trợ (triệu đồng)". */
const moneyBehind = (label: string): string | undefined => {
  const unit = unitBehind(label);
  return unit !== undefined && inAMillion(unit) !== undefined ? unit : undefined;
};

function unread(
  table: FoundTable,
  line: Line,
  proposal: string,
  { doubts }: Proposing,
  near?: string,
): Pick<OwnLine, 'role'> {
  doubts.push({ ...doubtOf(table, line), proposal, proposed: 'ignored', ...defined({ near }) });
  return { role: 'ignored' };
}

const doubtOf = ({ sheet }: FoundTable, line: Line): Pick<Doubt, 'sheet' | 'header'> => ({
  sheet: sheet.name,
  header: pathOfLine(line).join(' › '),
});

/** The field that the line means but for words that change nothing: the office looks at it. */
function looselyOf(line: Line, proposing: Proposing, ofRows: boolean): FieldDefinition | undefined {
  const spelled = [asHouseholds(line.label), withoutFillers(line.label)]
    .filter((label) => label !== line.label)
    .flatMap((label) => fieldOf({ ...line, label }, proposing, ofRows) ?? [])[0];
  const { section, label } = line;
  const reworded = (words: string): FieldDefinition | undefined =>
    fieldOf({ ...line, label: words }, proposing, ofRows);
  const named = spelled ?? inOtherWords(label, reworded);
  return (
    named ?? (ofRows || section === undefined ? undefined : fieldInGroup([section, label], proposing.set))
  );
}

/** "Có/Không" as the unit of a line: it asks and counts nothing. */
const ASKS = /^(?:co\s*[/,-]\s*khong|dat\s*[/,-]\s*khong dat|x|danh dau x?)$/u;

/** What a line of communes can be: a figure of theirs, or an answer where there is one for each area. */
const possible = ({ set }: Proposing, ofRows: boolean): readonly FieldDefinition[] => {
  const theirs = new Set(set.forms.filter(({ sender }) => sender === 'commune').map(({ id }) => id));
  return set.fields.filter(
    (field) => theirs.has(field.form) && (isQuantity(field) || (ofRows && field.type !== 'text')),
  );
};

/** A field of the tables of areas that counts, or a line of a list; two that could be meant are none. */
function fieldOf(
  line: Omit<Line, 'number'>,
  proposing: Proposing,
  ofRows: boolean,
): FieldDefinition | undefined {
  const { set } = proposing;
  // Of a line without headings nobody knows what was reached.
  if (!ofRows && pathOfLine(line).length === 1 && saysWhatWasReached(line.label)) return undefined;
  const [form] = set.forms.filter(({ shape, sender }) => shape === 'table' && sender === 'commune');
  const counted = form === undefined ? undefined : meant(pathOfLine(line), form, proposing, ofRows);
  if (counted !== undefined && (ofRows || isQuantity(counted))) return counted;
  // Below another line its words alone may be those of a line of that one.
  return ofRows || line.under !== undefined ? undefined : inList(line.label, set);
}
