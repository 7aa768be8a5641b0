/** File names of templates: the unit's code, its name without marks, the forms, the period. */
import type { FormDefinition, Period, UnitVersion } from '../../model.js';
import { foldMarks } from '../../values/vietnamese-text.js';

const KINDS: Readonly<Record<FormDefinition['sender'], string>> = {
  commune: 'bieu-01-04',
  upper: 'bieu-05',
  agency: 'bieu-06',
};
const LONGEST = 80;

/** `09187-xa-an-binh-bieu-01-04-2024.xlsx`: ASCII, at most 80 characters; the name gives way, never the code. */
export function templateFileName(
  unit: UnitVersion,
  sender: FormDefinition['sender'],
  period: Period,
): string {
  const slug = foldMarks(`${unit.type} ${unit.name}`)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  const code = unit.code.replace(/[^A-Za-z0-9]+/gu, '-');
  const ending = `${KINDS[sender]}-${period.id}.xlsx`;
  const room = Math.max(0, LONGEST - code.length - ending.length - 2);
  return [code, slug.slice(0, room).replace(/-+$/u, ''), ending].filter((text) => text !== '').join('-');
}
