/** Made-up provinces of three levels and of two, their communes' forms as CSV, and runs over any choice of files. */
import { createHash } from 'node:crypto';
import type {
  Acceptance,
  ResultsDocument,
  SourceFile,
  UnitVersion,
  WorkspaceConfig,
} from '../../../src/model.js';
import { runPipeline, type RunInput, type RunOutcome } from '../../../src/pipeline.js';
import { openSources } from '../../../src/readers/open-sources.js';
import { madeUnit } from '../../support/made-units.js';
import { SET } from '../writers/template-support.js';

export { SET };

/** The same seed gives the same province. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) | 0;
    const mixed = Math.imul(state ^ (state >>> 13), 3_266_489_917) >>> 0;
    return mixed % below;
  };
}

const unit = (
  code: string,
  name: string,
  type: string,
  level: UnitVersion['level'],
  parentCode?: string,
  dates: Pick<UnitVersion, 'validFrom' | 'validTo'> = {},
): UnitVersion => madeUnit(code, level, parentCode, { name, type, ...dates });

const OLD = { validTo: '2025-06-30' };
const NEW = { validFrom: '2025-07-01' };

/** Three districts of four communes and an island district without communes, to 30/6/2025. */
export const OLD_UNITS: readonly UnitVersion[] = [
  unit('97', 'Mẫu', 'tỉnh', 'province', undefined, OLD),
  ...['971', '972', '973'].flatMap((district, at) => [
    unit(district, 'ABC'[at] ?? '', 'huyện', 'district', '97', OLD),
    ...[1, 2, 3, 4].map((number) =>
      unit(
        `97${String(at + 1)}0${String(number)}`,
        `${'ABC'[at] ?? ''}${String(number)}`,
        'xã',
        'commune',
        district,
        OLD,
      ),
    ),
  ]),
  unit('974', 'Đảo', 'huyện', 'district', '97', OLD),
];

/** The same province after 1/7/2025: six communes, four of which bear the code of an old one on other ground. */
export const NEW_UNITS: readonly UnitVersion[] = [
  unit('97', 'Mẫu', 'tỉnh', 'province', undefined, NEW),
  ...['97101', '97103', '97201', '97202', '97301', '97401'].map((code, at) =>
    unit(code, `Mới ${String(at + 1)}`, 'xã', 'commune', '97', NEW),
  ),
];

export const file = (path: string, text: string): SourceFile => {
  const bytes = new TextEncoder().encode(text);
  return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
};

export const resultsFile = (path: string, results: ResultsDocument): SourceFile =>
  file(path, JSON.stringify(results));

/** Forms 01, 02 and 03 of a commune; now and then a blank cell, more titled than households, or an open decision. */
export function formsOf(
  code: string,
  period: string,
  random: (below: number) => number,
): readonly SourceFile[] {
  const rows = Array.from({ length: 2 + random(4) }, (_, index) => {
    const households = 40 + random(200);
    const titled = random(23) === 0 ? households + 1 : households - random(30);
    const population = random(19) === 0 ? '' : String(households * 4 - random(20));
    const answer = ['đạt', 'đạt', 'đạt', 'không đạt', 'chưa có quyết định'][random(5)] ?? '';
    return `${code},${period},Thôn ${String(index + 1)},thôn,${String(households)},${population},${String(titled)},${answer},${String(random(3))}`;
  });
  const head =
    'unit_code,period,areaName,areaKind,households,population,familiesTitled,areaTitle,cultureHouses';
  const own = [
    `${code},${period},A2,${String(random(20))}`,
    `${code},${period},B1,${String(5 + random(9))}`,
    `${code},${period},K10,${random(7) === 0 ? '12,5,0' : `${String(random(90))}.5`}`,
  ].map((line) => (line.includes('12,5,0') ? `${code},${period},K10,"12,5,0"` : line));
  return [
    file(`submissions/${code}/bieu-01.csv`, `${[head, ...rows].join('\n')}\n`),
    file(`submissions/${code}/bieu-02.csv`, `${['unit_code,period,code,value', ...own].join('\n')}\n`),
  ];
}

export interface RunChoice {
  readonly unit: string;
  readonly level: UnitVersion['level'];
  readonly units?: readonly UnitVersion[];
  readonly period?: string;
  readonly referenceDate?: string;
  readonly files: readonly SourceFile[];
  readonly accepted?: readonly Acceptance[];
  readonly submissions?: WorkspaceConfig['submissions'];
  readonly more?: Partial<RunInput>;
}

/** A run over the files; the registry is the made-up country. */
export function runOver(choice: RunChoice): Promise<RunOutcome> {
  const { period = '2024', referenceDate = '2024-12-31', files } = choice;
  const kind = period.endsWith('-H1') ? 'H1' : period.endsWith('-DK') ? 'registration' : 'year';
  return runPipeline({
    config: {
      period: { id: period, year: Number(period.slice(0, 4)), kind },
      unit: choice.unit,
      level: choice.level,
      referenceDate,
      criteria: SET.id,
      deadlines: { exceptions: {} },
      decimals: 2,
      report: { outline: 'local', signature: 'BC-BCD', to: [], recipients: [], annexes: [] },
      submissions: choice.submissions ?? [],
    },
    set: SET,
    criteriaSha256: 'c'.repeat(64),
    registry: {
      name: 'mẫu',
      asOf: '2026-01-01',
      sha256: '',
      units: choice.units ?? [...OLD_UNITS, ...NEW_UNITS],
    },
    targets: [],
    accepted: choice.accepted ?? [],
    received: [],
    opened: openSources(files),
    listing: { skipped: [], findings: [] },
    final: false,
    toolVersion: '0',
    ...choice.more,
  });
}

/** The results of a run that must have some. */
export async function resultsOf(choice: RunChoice): Promise<ResultsDocument> {
  const { results, findings } = await runOver(choice);
  if (results === undefined)
    throw new Error(`no results: ${findings.map(({ message }) => message).join(' ')}`);
  return results;
}
