/**
 * When something arrived: received.csv, else the date the sender wrote in Thông tin, else nobody knows. Never the
 * file's own time.
 */
import type { FormId, OwnRecord, Receipt, ReceiptDate } from '../model.js';
import { groupBy } from '../values/groups.js';

/** Dates a sender writes; what is sent cannot have arrived before the latest of them. */
const WRITTEN_DATES = ['approvedDate', 'reportDate'] as const;

export interface Arrival {
  readonly files: readonly string[];
  readonly unit?: string;
  /** Only receipts of this form, or of none in particular. */
  readonly form?: FormId;
  readonly own?: Readonly<Record<string, OwnRecord>>;
}

/** Tells when something arrived. Receipts are looked up, since files and lines may both be very many. */
export function receiptDates(receipts: readonly Receipt[]): (arrival: Arrival) => ReceiptDate {
  const byName = groupBy(receipts, ({ file }) => (file === undefined ? undefined : lastName(file)));
  const byUnit = groupBy(receipts, ({ file, unit }) => (file === undefined ? unit : undefined));
  return (arrival) => {
    const aboutFiles = new Set(arrival.files.flatMap((path) => byName.get(lastName(path)) ?? []));
    const aboutUnit = arrival.unit === undefined ? [] : (byUnit.get(arrival.unit) ?? []);
    return firstOf([...aboutFiles, ...aboutUnit], arrival);
  };
}

/** The first arrival that anybody noted. */
function firstOf(receipts: readonly Receipt[], arrival: Arrival): ReceiptDate {
  const noted = receipts
    .filter((receipt) => concerns(receipt, arrival))
    .map(({ date }) => date)
    .sort();
  const [first] = noted;
  if (first !== undefined) return { date: first, source: 'received.csv' };
  const written = WRITTEN_DATES.flatMap((field) => {
    const value = arrival.own?.[field];
    return value?.state === 'value' && typeof value.value === 'string' ? [value.value] : [];
  })
    .filter((text) => /^\d{4}-\d{2}-\d{2}$/u.test(text))
    .sort();
  const last = written.at(-1);
  return last === undefined ? { source: 'unknown' } : { date: last, source: 'form' };
}

/** A line about a file concerns its sender; a line about a unit concerns whatever it sent. */
function concerns({ file, unit, form }: Receipt, arrival: Arrival): boolean {
  if (file !== undefined) return arrival.files.some((path) => sameFile(file, path));
  if (unit === undefined || unit !== arrival.unit) return false;
  return form === undefined
    ? arrival.form === undefined
    : form === arrival.form || arrival.form === undefined;
}

/** Finds the files a written path means, among very many. */
export function filesWritten(paths: Iterable<string>): (written: string) => readonly string[] {
  const byName = groupBy(paths, lastName);
  return (written) => (byName.get(lastName(written)) ?? []).filter((path) => sameFile(written, path));
}

const lastName = (path: string): string => path.slice(path.lastIndexOf('/') + 1).normalize('NFC');

/** Offices write the path with or without the folder of submissions. */
const sameFile = (written: string, path: string): boolean => {
  const [one, other] = [written.normalize('NFC'), path.normalize('NFC')];
  return one === other || other.endsWith(`/${one}`);
};
