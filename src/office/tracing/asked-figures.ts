/** What was asked for on the command line becomes figures of the run: by unit and indicator, bookmark, place, cell or number. */
import { basename, resolve } from 'node:path';
import type { FigureId, Finding } from '../../model.js';
import { finding, NOWHERE } from '../../findings/finding.js';
import { readDocx } from '../../readers/docx/docx.js';
import { readSource } from '../../readers/read-source.js';
import { findIndicator, findUnit, type Meant } from '../../tracing/find-figure.js';
import {
  isPrintedAs,
  nearNumbers,
  typedFraction,
  typedNumber,
  type TypedFraction,
  type TypedNumber,
} from '../../tracing/printed-number.js';
import { formatCount } from '../../values/number-format.js';
import { parseCellAddress } from '../../values/cell-address.js';
import { nearestWord } from '../../values/nearest-word.js';
import { foldLabel } from '../../values/vietnamese-text.js';
import { figuresOfCell } from './figures-of-cell.js';
import type { Printed, PrintedFigure } from './printed-figures.js';
import type { TracedRun } from './traced-run.js';
import { inner } from '../../values/inner-quotes.js';
import { pathFromHere } from '../path-from-here.js';

/** A figure that was meant, with where this run prints it. */
export interface AskedFigure {
  readonly figure: FigureId;
  readonly printed: readonly PrintedFigure[];
}

export interface Asked {
  readonly figures: readonly AskedFigure[];
  readonly findings: readonly Finding[];
}

/** `words` as typed: one (number, bookmark, cell, indicator of the whole) or two (unit and indicator, file and place). */
export function askedFigures(words: readonly string[], run: TracedRun, printed: Printed): Asked {
  const [first = '', second] = words;
  return second === undefined ? one(first, run, printed) : two(first, second, run, printed);
}

/** Of one figure, with every place it is printed at. */
export function withPlaces(figures: readonly FigureId[], printed: Printed): Asked {
  const known = new Map<string, FigureId>(figures.map((figure) => [keyOf(figure), figure]));
  return {
    figures: [...known].map(([key, figure]) => ({
      figure,
      printed: printed.figures.filter((one) => keyOf(one.figure) === key),
    })),
    findings: [],
  };
}

const keyOf = ({ unit, indicator, quantity, period = '' }: FigureId): string =>
  [unit, indicator, quantity, period].join('\u001f');

const refused = (text: string, why: string): Asked => ({
  figures: [],
  findings: [finding('cli/not-a-figure', NOWHERE, { text, why })],
});

function one(text: string, run: TracedRun, printed: Printed): Asked {
  if (/^sl_/iu.test(text.trim())) return ofBookmark(text.trim(), printed);
  const cell = /^(.+)!(\$?[a-z]{1,3}\$?\d+)$/iu.exec(text.trim());
  if (cell !== null) return ofCell(unquoted(cell[1] ?? ''), cell[2] ?? '', run, printed);
  const fraction = typedFraction(text);
  if (fraction !== undefined) return ofFraction(text, fraction, run, printed);
  const number = typedNumber(text);
  if (number !== undefined) return ofNumber(text, number, run, printed);
  return ofUnit(run.results.unit, text, run, printed);
}

/** As Excel writes names of sheets: 'Phụ lục I'!B7. */
const unquoted = (sheet: string): string =>
  /^'.*'$/u.test(sheet) ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;

function two(first: string, second: string, run: TracedRun, printed: Printed): Asked {
  if (/\.docx$/iu.test(first)) return ofPlace(first, second, printed);
  const cell = /^(.+)!(\$?[a-z]{1,3}\$?\d+)$/iu.exec(second.trim());
  if (/\.xlsx$/iu.test(first) && cell !== null)
    return ofCell(unquoted(cell[1] ?? ''), cell[2] ?? '', run, printed, first);
  const unit = findUnit(first, run.results);
  if (unit.kind === 'one') return ofUnit(unit.one.id, second, run, printed);
  const names = suggested(unit, ({ id, name }) => `${name} (${id})`);
  return {
    figures: [],
    findings: [
      unit.kind === 'several'
        ? finding('cli/unit-ambiguous', NOWHERE, {
            text: first,
            count: unit.candidates.length,
            candidates: names.join('; '),
          })
        : finding('cli/unit-not-in-results', NOWHERE, { text: first, near: orNear(names) }),
    ],
  };
}

const suggested = <Thing>(meant: Meant<Thing>, name: (thing: Thing) => string): readonly string[] =>
  (meant.kind === 'several' ? meant.candidates : meant.kind === 'none' ? meant.near : []).map(name);

const orNear = (names: readonly string[]): string =>
  names.length === 0 ? '' : `; gần nhất: ${names.join('; ')}`;

function ofUnit(unit: string, text: string, { results }: TracedRun, printed: Printed): Asked {
  const meant = findIndicator(text, results);
  if (meant.kind === 'one') {
    const quantity = meant.one.kind === 'rate' ? 'rate' : 'n';
    return withPlaces([{ unit, indicator: meant.one.id, quantity }], printed);
  }
  const names = suggested(meant, ({ id, label }) => `${inner(label)} (${id})`);
  return {
    figures: [],
    findings: [
      meant.kind === 'several'
        ? finding('cli/indicator-ambiguous', NOWHERE, {
            text,
            count: meant.candidates.length,
            candidates: names.join('; '),
          })
        : finding('cli/unknown-indicator', NOWHERE, { text, near: orNear(names) }),
    ],
  };
}

function ofBookmark(name: string, printed: Printed): Asked {
  const figure = printed.marked(name);
  return figure === undefined
    ? refused(name, 'kết quả tổng hợp này không có dấu đó')
    : withPlaces([figure], printed);
}

function ofCell(
  sheet: string,
  address: string,
  run: TracedRun,
  printed: Printed,
  file = 'tong-hop.xlsx',
): Asked {
  const text = `${sheet}!${address.toUpperCase()}`;
  const name = printed.sheets.find((known) => foldLabel(known) === foldLabel(sheet));
  if (name === undefined) {
    const near = nearestWord(sheet, printed.sheets);
    return refused(
      text,
      `${basename(file)} không có trang này${near === undefined ? `; các trang: ${printed.sheets.join(', ')}` : `, có phải “${near}”`}`,
    );
  }
  const at = parseCellAddress(address.toUpperCase());
  const cell = at === undefined ? undefined : printed.cell(name, at.row, at.column);
  if (cell?.figure !== undefined) return withPlaces([cell.figure], printed);
  if (cell?.source !== undefined) {
    const figures = figuresOfCell(cell.source, run);
    if (figures.length > 0) return withPlaces(figures, printed);
    return refused(text, `ô ghi “${cell.text}”, không vào chỉ tiêu nào`);
  }
  return refused(text, cell === undefined ? 'ô nằm ngoài các dòng số liệu' : `ô ghi “${cell.text}”`);
}

/** "đoạn 12", "bảng 2, dòng 4", "bảng 2, dòng 4, cột 3", as `verify` names places. */
function ofPlace(path: string, place: string, printed: Printed): Asked {
  if (/^sl_/iu.test(place.trim())) return ofBookmark(place.trim(), printed);
  const absolute = resolve(path);
  const file = pathFromHere(path);
  const { source, findings } = readSource({ path: file, absolute });
  if (source === undefined) return { figures: [], findings };
  const read = readDocx(source);
  if (read.report === undefined) return { figures: [], findings: read.findings };
  const wanted = foldLabel(place).replace(/\s*,\s*/gu, ', ');
  const marks = read.report.marks.filter((mark) => {
    const there = foldLabel(mark.place);
    return there === wanted || there.startsWith(`${wanted}, `);
  });
  const figures = marks.flatMap(({ name }) => printed.marked(name) ?? []);
  if (figures.length > 0) return withPlaces(figures, printed);
  return refused(
    `${file}, ${place}`,
    marks.length > 0
      ? 'số ở đó là của kết quả tổng hợp khác'
      : `ở đó không có số nào do chương trình tính${placesWithFigures(read.report.marks)}`,
  );
}

const SHOWN_PLACES = 8;

/** Paragraphs and tables that have figures, so that the next attempt finds one. */
function placesWithFigures(marks: readonly { readonly place: string }[]): string {
  const places = [...new Set(marks.map(({ place }) => place.split(',')[0] ?? ''))];
  const rest = places.length - SHOWN_PLACES;
  if (places.length === 0) return '';
  return `; các chỗ có: ${places.slice(0, SHOWN_PLACES).join(', ')}${rest > 0 ? ` và ${String(rest)} chỗ khác` : ''}`;
}

/** "20.325/22.713 hộ", "11/12": the count that is printed so, of a rate whose base is the lower number. */
function ofFraction(
  text: string,
  { upper, lower }: TypedFraction,
  { results }: TracedRun,
  printed: Printed,
): Asked {
  const figures = printed.figures.flatMap(({ figure, text: said }) => {
    if (figure.quantity !== 'n' || !isPrintedAs(upper, said)) return [];
    const base = results.measures[figure.unit]?.[figure.indicator]?.d;
    return base !== undefined && isPrintedAs(lower, formatCount(base)) ? [figure] : [];
  });
  return figures.length > 0
    ? withPlaces(figures, printed)
    : { figures: [], findings: [finding('cli/number-not-printed', NOWHERE, { text, near: '' })] };
}

/** All figures that this run prints so; the unit of measurement narrows them where it fits any. */
function ofNumber(text: string, number: TypedNumber, { results }: TracedRun, printed: Printed): Asked {
  const found = printed.figures.filter((one) => isPrintedAs(number, one.text));
  const units = new Map(results.indicators.map(({ id, unit, baseLabel }) => [id, { n: unit, d: baseLabel }]));
  const words = foldLabel(number.words);
  const measured = found.filter(({ figure }) => {
    const own = units.get(figure.indicator);
    const said = figure.quantity.startsWith('d') ? own?.d : own?.n;
    return words !== '' && said !== undefined && foldLabel(said).includes(words);
  });
  const kept = measured.length > 0 ? measured : found;
  if (kept.length > 0)
    return withPlaces(
      kept.map(({ figure }) => figure),
      printed,
    );
  const near = nearNumbers(
    number,
    printed.figures.map((one) => one.text),
  );
  return {
    figures: [],
    findings: [finding('cli/number-not-printed', NOWHERE, { text, near: orNear(near) })],
  };
}
