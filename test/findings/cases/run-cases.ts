/** Findings that only a whole run can make: figures added over rows and over units. */
import type { Finding, SourceFile, WorkspaceConfig } from '../../../src/model.js';
import { runPipeline } from '../../../src/pipeline.js';
import { openSources } from '../../../src/readers/open-sources.js';
import { SET, UNITS } from '../../unit/submission/made-files.js';

const config: WorkspaceConfig = {
  period: { id: '2024', year: 2024, kind: 'year' },
  unit: '734',
  level: 'district',
  referenceDate: '2024-12-31',
  criteria: SET.id,
  deadlines: { exceptions: {} },
  decimals: 2,
  report: { outline: 'local', signature: 'BC-BCD', to: [], recipients: [], annexes: [] },
  submissions: [],
};

async function run(files: Readonly<Record<string, string>>): Promise<readonly Finding[]> {
  const sources = Object.entries(files).map(([path, text], index): SourceFile => ({
    path,
    bytes: new TextEncoder().encode(text),
    sha256: String(index).padStart(64, '0'),
  }));
  const outcome = await runPipeline({
    config,
    set: SET,
    criteriaSha256: '',
    registry: { name: 'test', asOf: '2024-12-31', sha256: '', units: UNITS },
    targets: [],
    accepted: [],
    received: [],
    opened: openSources(sources),
    listing: { skipped: [], findings: [] },
    final: false,
    toolVersion: '0',
  });
  return outcome.findings;
}

/** Two areas of which one leaves its population blank. */
export const partlyReported = async (): Promise<readonly Finding[]> =>
  (
    await run({
      'a.csv':
        'unit_code,period,areaName,households,population,familiesTitled,areaTitle\n26119,2024,Ấp 1,120,300,100,đạt\n26119,2024,Ấp 2,80,,70,đạt\n',
    })
  ).filter(({ unit, code }) => unit === '26119' && code.startsWith('unit/partly'));

/** One source of the funds is given, the others are left blank. */
export const totalLacksPart = async (): Promise<readonly Finding[]> => {
  const code = (field: string): string => SET.fields.find(({ id }) => id === field)?.code ?? '';
  const line = (field: string, value: string): string => `26119,2024,${code(field)},${value}\n`;
  const found = await run({
    'a.csv': `unit_code,period,code,value\n${line('fundsSpentCommune', '45')}${line('fundsSpentCentral', '')}`,
  });
  return found.filter((one) => one.code.startsWith('unit/total-lacks'));
};

/** Two communes that each report nearly as much as can be counted exactly. */
export const unsafeSum = async (): Promise<readonly Finding[]> =>
  (
    await run({
      'a.csv':
        'unit_code,period,code,value\n26119,2024,H1,9007199254740000\n26122,2024,H1,9007199254740000\n',
    })
  ).filter(({ code }) => code.startsWith('total/unsafe'));
