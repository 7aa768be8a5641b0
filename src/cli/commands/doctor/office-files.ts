/** What the program brings and what the office keeps: criteria sets, national list, wording; period, units, templates. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../../model.js';
import { finding, NOWHERE } from '../../../findings/finding.js';
import { machineFault } from '../../../findings/machine-fault.js';
import { formatDate } from '../../../values/number-format.js';
import { checkRegistryDate } from '../../../units/list/compare-with-registry.js';
import { unitsAt } from '../../../units/unit-dates.js';
import { bundledCriteria, loadCriteria } from '../../../office/load-criteria.js';
import { loadWording } from '../../../office/load-wording.js';
import { openRegistry, openWorkspace, type OpenedWorkspace } from '../../../office/open-workspace.js';
import { CRITERIA_FOLDER } from '../../../office/package-files.js';
import { exists, WORKSPACE_FILES } from '../../../office/workspace-files.js';
import { NOT_TEXT } from '../../../values/safe-text.js';
import type { Check } from './check.js';
import { errnoOf } from '../../../values/system-code.js';

/** The parts that come with the program; a copy made by hand may lack some. */
export async function checkProgram(registryOption?: string): Promise<readonly Check[]> {
  return [
    await guarded(
      { id: 'criteria', title: 'Bộ tiêu chí kèm theo' },
      incompleteAt('templates/criteria'),
      bundledSets,
    ),
    await guarded({ id: 'registry', title: 'Danh mục đơn vị' }, incompleteAt('dist/registry'), async () => {
      const { registry, findings } = await openRegistry(process.cwd(), registryOption);
      if (registry === undefined) return { text: '', findings };
      return { text: `${registry.name}, đến ngày ${formatDate(registry.asOf)}`, findings };
    }),
    await guarded(
      { id: 'wording', title: 'Mẫu câu báo cáo' },
      incompleteAt('templates/reports'),
      async () => {
        const { findings } = await loadWording();
        return { text: 'mẫu kèm theo đọc được', findings };
      },
    ),
  ];
}

async function bundledSets(): Promise<Pick<Check, 'text' | 'findings'>> {
  const ids = await bundledCriteria();
  const loaded = await Promise.all(ids.map((id) => loadCriteria(id, CRITERIA_FOLDER)));
  const findings = loaded.flatMap((one) => one.findings);
  if (ids.length === 0) return { text: '', findings: [incomplete('templates/criteria')] };
  return { text: ids.join(', '), findings };
}

/** The period: each list of findings beside the thing it is about. */
export async function checkPeriod(folder: string, registryOption?: string): Promise<readonly Check[]> {
  const opened = await openWorkspace(folder, registryOption);
  const of = (wanted: (found: Finding) => boolean): readonly Finding[] => opened.findings.filter(wanted);
  const isUnits = ({ at }: Finding): boolean => at.file === WORKSPACE_FILES.units;
  const { workspace } = opened;
  const configuration: Check = {
    id: 'configuration',
    title: 'Cấu hình kỳ báo cáo',
    text: workspace === undefined ? 'đọc được' : periodText(workspace),
    findings: of((found) => !isUnits(found)),
  };
  const wording: Check = await guarded(
    { id: 'office-templates', title: 'Mẫu riêng của cơ quan' },
    officeFault,
    () => officeTemplates(folder),
  );
  return [configuration, await unitList(folder, opened, of(isUnits)), wording];
}

const periodText = ({ config, set }: NonNullable<OpenedWorkspace['workspace']>): string =>
  `kỳ ${config.period.id}, đơn vị ${config.unit}, bộ tiêu chí ${set.id}`;

async function unitList(folder: string, opened: OpenedWorkspace, found: readonly Finding[]): Promise<Check> {
  const line = { id: 'units', title: 'Danh sách đơn vị' };
  const { workspace } = opened;
  if (workspace === undefined) {
    const there = await exists(join(folder, WORKSPACE_FILES.units));
    return { ...line, text: there ? 'đọc được' : 'xem lại sau khi sửa cấu hình', findings: found };
  }
  const { config, registry, units } = workspace;
  const date = formatDate(config.referenceDate);
  const notes = checkRegistryDate(registry, config.referenceDate, NOWHERE);
  if (units === undefined) {
    const missing = finding('doctor/no-unit-list', NOWHERE, { registry: registry.name, date });
    return { ...line, text: '', findings: [...found, ...notes, missing] };
  }
  const count = unitsAt(units, config.referenceDate).length;
  const text = `${count} đơn vị đến ngày ${date}; so với ${registry.name}, đến ngày ${formatDate(registry.asOf)}`;
  return { ...line, text, findings: [...found, ...notes] };
}

const USED = /\.hbs$|^(?:outline|signatures|annexes|tags)\.yaml$|^bao-cao\.docx$/u;

async function officeTemplates(folder: string): Promise<Pick<Check, 'text' | 'findings'>> {
  const directory = join(folder, WORKSPACE_FILES.templates);
  if (!(await exists(directory))) return { text: 'không có, dùng mẫu kèm theo', findings: [] };
  const { findings } = await loadWording(folder);
  const names = (await readdir(directory)).sort();
  const unused = names
    .filter((name) => !USED.test(name))
    .map((name) => `${WORKSPACE_FILES.templates}/${name}`)
    .map((path) => finding('doctor/template-unused', { file: path }, { path }));
  const used = names.filter((name) => USED.test(name));
  const text = used.length === 0 ? 'không có, dùng mẫu kèm theo' : `thay mẫu kèm theo: ${used.join(', ')}`;
  return { text, findings: [...findings, ...unused] };
}

const incomplete = (part: string, errno = 'ENOENT'): Finding =>
  finding('doctor/program-incomplete', NOWHERE, { path: part, errno });

const incompleteAt =
  (part: string) =>
  (error: Error): Finding =>
    incomplete(part, errnoOf(error));

/** A file of the office's own: the program is whole. */
function officeFault(error: Error): Finding {
  const path = 'path' in error ? String(error.path) : WORKSPACE_FILES.templates;
  return path.includes(NOT_TEXT)
    ? finding('cli/name-not-text', NOWHERE, { path })
    : machineFault(path, errnoOf(error), { file: path });
}

/** A folder that cannot be read is an answer of this check, not the end of the doctor. */
async function guarded(
  line: Pick<Check, 'id' | 'title'>,
  faultOf: (error: Error) => Finding,
  look: () => Promise<Pick<Check, 'text' | 'findings'>>,
): Promise<Check> {
  try {
    return { ...line, ...(await look()) };
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return { ...line, text: '', findings: [faultOf(error)] };
  }
}
