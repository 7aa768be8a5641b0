/** The body of `tdkvh template`: a workbook per expected unit, Biểu 05 and 06 for their senders, CSV forms on request. */
import { join, resolve } from 'node:path';
import type { Finding, FormDefinition, UnitTree, UnitVersion } from '../../../model.js';
import { finding, isError, NOWHERE } from '../../../findings/finding.js';
import { openForm } from '../../../office/own-forms/open-form.js';
import { ownTemplates } from '../../../office/own-forms/make-own-templates.js';
import { formatDate } from '../../../values/number-format.js';
import { areaHistory } from '../../../units/areas/area-history.js';
import { unitsAt } from '../../../units/unit-dates.js';
import { buildUnitTree } from '../../../units/unit-tree.js';
import { publishInPeriod } from '../../../office/outputs/publish-in-period.js';
import {
  templateFileName,
  writeCsvForms,
  writeTemplate,
  type KnownArea,
  type TemplateOptions,
} from '../../../writers/template/write-template.js';
import { answerWith, failWith } from '../../screen/answer.js';
import type { CommandCall, Outcome } from '../../command.js';
import { askedFields } from '../../../criteria/asked-of.js';
import { fieldsOfForm } from '../../../criteria/set-queries.js';
import { lastYearOf } from '../../../comparison/last-year.js';
import { knownAreas, latestBefore, stepsSince } from '../../../office/known-areas.js';
import { openWorkspace, registryFolder, type Workspace } from '../../../office/open-workspace.js';
import { startProgress } from '../../screen/progress.js';
import { earlierRecords } from '../../../office/earlier-records.js';
import { readEarlier } from '../../../office/read-earlier.js';
import { findWorkspace, WORKSPACE_FILES } from '../../../office/workspace-files.js';
import { defined } from '../../../values/defined.js';
import { pathFromHere } from '../../../office/path-from-here.js';
import { shownPath } from '../../screen/shown-path.js';
import { nextSteps } from '../../screen/next-steps.js';

const DEFAULT_FOLDER = 'bieu-mau';

interface Recipient {
  readonly unit: UnitVersion;
  readonly sender: FormDefinition['sender'];
}

export async function makeTemplates(call: CommandCall): Promise<Outcome> {
  const { options, terminal } = call;
  const folder = await findWorkspace(options.text('workspace') ?? process.cwd());
  if (folder === undefined) return failWith([finding('cli/no-workspace', NOWHERE, {})], call);
  const { workspace, findings } = await openWorkspace(folder, options.text('registry'));
  if (workspace === undefined) return failWith(findings, call);
  const { config, registry } = workspace;
  const units = workspace.units ?? registry.units;
  const { tree, findings: treeFindings } = buildUnitTree(units, config.unit, config.referenceDate);
  if (tree === undefined) return failWith([...findings, ...treeFindings], call);

  const only = options.text('unit');
  const recipients = recipientsOf(tree, workspace).filter(
    ({ unit }) => only === undefined || unit.code === only,
  );
  if (recipients.length === 0) {
    const date = formatDate(config.referenceDate);
    const about = { text: only ?? '', date, otherwise: '; đơn vị phải có trong units.csv' };
    return failWith([...findings, finding('cli/unit-not-found', NOWHERE, about)], call);
  }
  const known = await knownBefore(folder, workspace, options.text('registry'));
  const own = options.text('form');
  if (own !== undefined) {
    const prepared = {
      folder,
      workspace,
      tree,
      known,
      units: recipients,
      findings: [...findings, ...treeFindings],
    };
    return makeOwnTemplates(call, own, prepared);
  }
  const progress = await startProgress(terminal, options, 'Đang lập biểu mẫu', recipients.length);
  const contact = tree.byCode.get(tree.root)?.contact;
  const files = new Map<string, Uint8Array>();
  for (const recipient of recipients) {
    const areas = recipient.sender === 'commune' ? known.areasOf(recipient.unit.code) : [];
    const made = {
      ...templateOptions(recipient, workspace, options.flag('short')),
      ...(areas.length === 0 ? {} : { areas }),
      ...defined({ contact }),
    };
    for (const [name, bytes] of await formsOf(made, options.flag('csv'))) files.set(name, bytes);
    progress.step();
  }
  progress.stop();
  return publishTemplates(call, folder, files, [...findings, ...treeFindings, ...known.findings]);
}

/** The form of the office's own, filled in for each commune. */
async function makeOwnTemplates(
  call: CommandCall,
  form: string,
  { folder, workspace, tree, known, units, findings }: OwnPrepared,
): Promise<Outcome> {
  const { options } = call;
  for (const flag of ['short', 'csv'])
    if (options.flag(flag))
      return failWith(
        [finding('cli/conflicting-options', NOWHERE, { one: '--form', other: `--${flag}` })],
        call,
      );
  const { set, targets, config } = workspace;
  const read = await openForm(form, { folder, set, period: config.period, summaries: false });
  if (read.opened === undefined) return failWith([...findings, ...read.findings], call);
  const communes = units.flatMap(({ unit, sender }) => (sender === 'commune' ? [unit] : []));
  const made = ownTemplates(read.opened, communes, { tree, targets, ...known });
  const all = [...findings, ...known.findings, ...made.findings];
  if (made.findings.some(isError)) return failWith(all, call);
  return publishTemplates(call, folder, made.files, all);
}

interface OwnPrepared {
  readonly folder: string;
  readonly workspace: Workspace;
  readonly tree: UnitTree;
  readonly known: Awaited<ReturnType<typeof knownBefore>>;
  readonly units: readonly Recipient[];
  readonly findings: readonly Finding[];
}

async function publishTemplates(
  call: CommandCall,
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  before: readonly Finding[],
): Promise<Outcome> {
  const { options, terminal } = call;
  const target = resolve(options.text('out') ?? join(folder, WORKSPACE_FILES.out, DEFAULT_FOLDER));
  const written = await publishInPeriod(folder, target, () => Promise.resolve({ files }));
  const all: readonly Finding[] = [...before, ...written];
  if (written.some(isError)) return failWith(all, call);
  const shown = pathFromHere(target);
  const text = [
    `Đã ghi ${files.size} tệp vào “${shownPath(shown)}”.`,
    nextSteps(
      [
        {
          text: `${files.size === 1 ? 'gửi tệp cho đơn vị' : 'gửi mỗi đơn vị một tệp'}; nhận lại thì chép vào ${WORKSPACE_FILES.submissions}, xem ai đã gửi`,
          run: 'status',
        },
      ],
      terminal.columns,
    ),
  ].join('\n');
  return answerWith(
    call,
    { text, json: { schema: 'tdkvh/written@1', folder: shown, files: [...files.keys()] } },
    all,
  );
}

/** The workbook of one sender, and the same forms as CSV where asked for. */
async function formsOf(made: TemplateOptions, asCsv: boolean): Promise<ReadonlyMap<string, Uint8Array>> {
  const name = templateFileName(made.unit, made.senderForms, made.period);
  const files = new Map([[name, await writeTemplate(made)]]);
  const stem = name.replace(/\.xlsx$/u, '');
  if (asCsv) for (const [csvName, bytes] of writeCsvForms(made)) files.set(`csv/${stem}-${csvName}`, bytes);
  return files;
}

/** The areas that each commune reported before; what is wrong with the earlier files is said, the forms are made all the same. */
async function knownBefore(folder: string, workspace: Workspace, option?: string) {
  const { config, set, crosswalk } = workspace;
  const place = registryFolder(folder, option, config.registry);
  const { previous, registryMap = [] } = await readEarlier(folder, earlierRecords(set), place);
  const latest = latestBefore(previous?.documents ?? [], config.period);
  const steps = stepsSince(crosswalk.length > 0 ? crosswalk : registryMap, latest);
  const history = areaHistory(workspace.areas);
  const today = config.referenceDate;
  return {
    areasOf: (code: string): readonly KnownArea[] => knownAreas(code, latest, steps, { history, today }),
    isSameArea: (code: string, name: string): boolean =>
      latest !== undefined &&
      history.before(code, { name }, latest.referenceDate, today)?.every(({ changed }) => !changed) === true,
    lastYearOf: (code: string) => lastYearOf(code, previous?.documents ?? [], config.period, steps),
    findings: previous?.findings ?? [],
  };
}

/**
 * Communes fill their forms; the compiling unit and those between fill the upper one; agencies work beside the root. Who
 * is asked nothing in the period gets no file.
 */
function recipientsOf(tree: UnitTree, { set, config }: Workspace): readonly Recipient[] {
  const senders = new Set(
    set.forms.flatMap((form) =>
      askedFields(form, fieldsOfForm(set, form.id), config.period.kind).length > 0 ? [form.sender] : [],
    ),
  );
  const unitsOf = (codes: Iterable<string>): readonly UnitVersion[] =>
    [...codes].flatMap((code) => tree.byCode.get(code) ?? []);
  const upper = [...tree.byCode.keys()].filter((code) => !tree.due.has(code));
  return [
    ...unitsOf(tree.leaves).map((unit) => ({ unit, sender: 'commune' }) as const),
    ...(senders.has('upper') ? unitsOf(upper).map((unit) => ({ unit, sender: 'upper' }) as const) : []),
    ...(senders.has('agency')
      ? unitsOf([tree.root]).map((unit) => ({ unit, sender: 'agency' }) as const)
      : []),
  ];
}

function templateOptions({ unit, sender }: Recipient, workspace: Workspace, short: boolean): TemplateOptions {
  const { config, set } = workspace;
  const { commune, agency, exceptions } = config.deadlines;
  const deadline = sender === 'agency' ? agency : (exceptions[unit.code] ?? commune);
  const { agency: office, date } = config.report;
  return {
    set: set.own?.base ?? set,
    unit,
    ancestors: ancestorsOf(unit, workspace),
    period: config.period,
    senderForms: sender,
    short,
    ...defined({ office, deadline, date }),
  };
}

/** District and province of a unit, nearest first; the registry knows those above the office's own list. */
function ancestorsOf(unit: UnitVersion, { units = [], registry, config }: Workspace): readonly UnitVersion[] {
  const current = unitsAt([...units, ...registry.units], config.referenceDate);
  const found: UnitVersion[] = [];
  for (let code = unit.parentCode; code !== undefined; code = found.at(-1)?.parentCode) {
    const above = current.find((candidate) => candidate.code === code);
    if (above === undefined || found.includes(above)) break;
    found.push(above);
  }
  return found;
}
