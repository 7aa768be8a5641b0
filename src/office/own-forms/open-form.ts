/** A form of the office's own, opened to be filled: the workbook as it lies there, and the description it was adopted by. */
import { basename, join, resolve } from 'node:path';
import { finding, isError } from '../../findings/finding.js';
import type { CriteriaSet, Finding, OwnForm, Period, RawFile } from '../../model.js';
import { openAnySource } from '../../readers/open-source.js';
import { readSource } from '../../readers/read-source.js';
import { looksZipped } from '../../readers/sniff.js';
import type { OwnSheet } from '../../submission/layout/own-sheet.js';
import { misfits } from '../../submission/own-form/misfits.js';
import { ownSheets } from '../../submission/own-form/own-sheets.js';
import { inner } from '../../values/inner-quotes.js';
import { nearestWord } from '../../values/nearest-word.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import { exists, WORKSPACE_FILES } from '../workspace-files.js';

export interface OpenForm {
  readonly form: OwnForm;
  readonly file: RawFile;
  readonly bytes: Uint8Array;
  /** The sheets that are the form, every table of it where it is described. */
  readonly sheets: readonly OwnSheet[];
  readonly period: Period;
  /** With the fields that the period does not ask for. */
  readonly set: CriteriaSet;
}

export interface FormOpened {
  /** Absent when a finding is an error. */
  readonly opened?: OpenForm;
  readonly findings: readonly Finding[];
}

/** Name of a file without its ending, as the id of its form: "Phụ lục 1 (mẫu).xlsx" → phu-luc-1-mau. */
export function formIdOf(path: string): string {
  const words = foldMarks(basename(path).replace(/\.[^.]+$/u, ''))
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '');
  const id = words.join('-');
  return /^[a-z]/u.test(id) ? id : `mau-${id}`;
}

interface Among {
  readonly folder: string;
  readonly set: CriteriaSet;
  readonly period: Period;
  /** Also forms of a level above, which no commune fills. */
  readonly summaries: boolean;
}

/** `argument`: a file, or the id of an adopted form whose file lies in the workspace. */
export async function openForm(
  argument: string,
  { folder, set, period, summaries }: Among,
): Promise<FormOpened> {
  const all = [...(summaries ? (set.own?.summaries ?? []) : []), ...(set.own?.forms ?? [])];
  const path = await pathOf(argument, all, folder);
  const shown = basename(path ?? argument);
  if (path === undefined) return notHere(argument, all);
  const { source, findings: unread } = readSource({ path: shown, absolute: path });
  if (source === undefined) return { findings: unread };
  const { file, findings } = await openAnySource(source);
  if (file === undefined) return { findings };
  if (file.format !== 'xlsx' || !looksZipped(source.bytes))
    return {
      findings: [
        finding('own-form/cannot-fill', { file: shown }, { file: shown, why: 'tệp không phải .xlsx' }),
      ],
    };
  const errors = findings.filter((one) => isError(one));
  return errors.length > 0
    ? { findings: errors }
    : fittedForm({ file, bytes: source.bytes, all, set, period, id: formIdOf(path) });
}

interface Read {
  readonly file: RawFile;
  readonly bytes: Uint8Array;
  readonly all: readonly OwnForm[];
  readonly set: CriteriaSet;
  readonly period: Period;
  /** Of the form that the file is called after. */
  readonly id: string;
}

/** The form with its tables where they stand in the file, or what no longer fits. */
export function fittedForm({ file, bytes, all, set, period, id }: Read): FormOpened {
  const name = file.source.path;
  const isNamed = (one: OwnForm): boolean => one.id === id || one.source === name;
  // Of two forms with the same tables the one that the file is called after is meant.
  const form =
    formOf(
      file,
      all.toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a))),
      period.year,
    ) ?? all.find(isNamed);
  if (form === undefined) return notAdopted(name, all);
  const sheets = ownSheets(file, [form], period.year);
  const faults = misfits(file, form, sheets, period.year);
  if (faults.length > 0) return { findings: faults };
  return { opened: { form, file, bytes, sheets, period, set: whole(set) }, findings: [] };
}

const whole = (set: CriteriaSet): CriteriaSet => ({
  ...set,
  fields: [...set.fields, ...(set.notInPeriod ?? [])],
});

/** The form that most of the tables of the file are of. */
function formOf(file: RawFile, all: readonly OwnForm[], year: number): OwnForm | undefined {
  const scored = all.map((form) => {
    const sheets = ownSheets(file, [form], year);
    const tables = new Set(sheets.flatMap((one) => one.tables.map(({ table }) => table)));
    const columns = sheets.flatMap((one) => one.tables.map((located) => located.columns.size));
    return { form, tables: tables.size - (form.tables.length - tables.size), columns: sum(columns) };
  });
  const [best] = scored
    .filter(({ columns }) => columns > 0)
    .sort((a, b) => b.tables - a.tables || b.columns - a.columns);
  return best?.form;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

async function pathOf(
  argument: string,
  all: readonly OwnForm[],
  folder: string,
): Promise<string | undefined> {
  if (await exists(resolve(argument))) return resolve(argument);
  const source = all.find(({ id }) => id === argument)?.source;
  if (source === undefined) return undefined;
  const places = [join(folder, WORKSPACE_FILES.forms), folder, process.cwd()].map((one) => join(one, source));
  for (const place of places) if (await exists(place)) return place;
  return undefined;
}

/** The id of a form whose workbook does not lie in the period, or no form at all. */
export function notHere(argument: string, all: readonly OwnForm[]): FormOpened {
  const source = all.find(({ id }) => id === argument)?.source;
  if (source === undefined) return notAdopted(argument, all);
  const about = { form: argument, source: inner(source), folder: WORKSPACE_FILES.forms };
  return { findings: [finding('own-form/file-not-here', { file: source }, about)] };
}

function notAdopted(argument: string, all: readonly OwnForm[]): FormOpened {
  const near =
    nearestWord(
      formIdOf(argument),
      all.map(({ id }) => id),
    ) ?? all[0]?.id;
  const nearest = near === undefined ? '' : ` Mẫu đã nhận gần nhất: ${near}.`;
  return {
    findings: [finding('own-form/not-adopted', { file: argument }, { form: inner(argument), nearest })],
  };
}
