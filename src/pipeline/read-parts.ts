/** The reading part of a run: every file becomes parts (unit, period, form); the used ones become submissions. */
import type { CriteriaSet, FigureTable, Finding, FormId, Part, UnitSubmission } from '../model.js';
import { documentSender } from '../submission/sender/settlement.js';
import { knownText } from '../submission/legacy-text/known-text.js';
import { repairText } from '../submission/legacy-text/repair-text.js';
import type { Adopted, LowerDocument } from '../submission/lower/lower-document.js';
import { chooseDocuments, chooseSources } from '../submission/lower/choose-sources.js';
import { recogniseFile } from '../submission/recognise.js';
import { partCompactor } from '../submission/tables/compact-part.js';
import { agencyOf, chooseAmongRivals } from '../submission/rivals.js';
import { unitScope } from '../submission/sender/unit-scope.js';
import { adoptLower } from './lower-documents.js';
import { withOwnListOf } from '../criteria/own-list.js';
import type { Run, RunInput } from './run-input.js';
import { filesFolded, folded, type FoldedFindings } from '../findings/fold.js';
import { append } from '../values/of-many.js';

export interface ReadFile {
  readonly path: string;
  readonly sha256: string;
  readonly parts: readonly Part[];
}

export interface ReadFiles {
  /** The set of the run, with what results of lower levels hold beyond it. */
  readonly set: CriteriaSet;
  readonly files: readonly ReadFile[];
  /** Of all files, in their final states. */
  readonly parts: readonly Part[];
  /** Results of lower levels found among the files. */
  readonly lower: readonly LowerDocument[];
  /** What reading the figures that count brought to light. */
  readonly inParts: readonly Finding[];
  /** Everything that is to be said about the files, `inParts` included. */
  readonly findings: readonly Finding[];
}

/** Files become parts; of parts that speak of the same thing it is decided which one counts. */
export async function readFiles(run: Run): Promise<ReadFiles> {
  const { input, nameOf } = run;
  const read = await readParts(run);
  const sources = chooseSources(read.parts, read.set, nameOf);
  const { parts, findings } = chooseAmongRivals(sources.parts, read.set, nameOf);
  // What was wrong in a part that another one replaced no longer matters.
  const inParts = parts.flatMap((part) =>
    part.state === 'superseded' || part.state === 'duplicate' ? [] : (part.findings ?? []),
  );
  return {
    set: read.set,
    files: filesOf(read.files, parts, input.listing.skipped),
    parts,
    lower: read.lower,
    inParts,
    findings: [...read.findings, ...sources.findings, ...findings, ...inParts],
  };
}

interface ReadParts {
  readonly set: CriteriaSet;
  readonly files: readonly ReadFile[];
  readonly parts: readonly Part[];
  readonly lower: readonly LowerDocument[];
  readonly findings: readonly Finding[];
}

/** Opens and recognises file after file, so that one file's cells are in memory at a time. */
async function readParts({ input, tree, indicators }: Run): Promise<ReadParts> {
  const { config, set } = input;
  const known = [...input.registry.units, ...(input.units ?? [])];
  const context = {
    set,
    scope: unitScope(
      tree,
      known,
      config.referenceDate,
      [...(input.crosswalkSteps ?? []), ...(input.registryMap ?? [])],
      config.period,
    ),
    period: config.period,
    settlements: config.submissions,
  };
  const files: ReadFile[] = [];
  const gathered = new FileFindings(input.accepted);
  const lower: Adopted[] = [];
  const lowerContext = {
    ...context,
    known,
    referenceDate: config.referenceDate,
    criteriaSha256: input.criteriaSha256,
  };
  const compact = partCompactor();
  let whole = set;
  const words = knownText(set, [...context.scope.everywhere.values(), ...tree.byCode.values()]);
  for await (const opened of input.opened) {
    const { path, sha256 } = opened;
    const repaired = opened.file === undefined ? undefined : repairText(opened.file, words);
    const said = [...opened.findings, ...(repaired?.findings ?? [])];
    if (opened.results !== undefined) {
      gathered.add(said);
      const document = { path, sha256, results: opened.results };
      whole = withOwnListOf(whole, opened.results);
      const adopted = adoptLower(document, { ...lowerContext, set: whole }, indicators, whole);
      lower.push({ ...adopted, parts: adopted.parts.map(compact), units: [] });
      files.push({ path, sha256, parts: [] });
    } else if (repaired?.file === undefined) {
      const state = opened.state ?? 'rejected';
      const sender =
        opened.document === true
          ? documentSender(input.config.submissions, input.received, path, sha256)
          : {};
      const part = { file: path, sha256, sheet: '', submissionNo: 1, state, ...sender };
      gathered.addOf([part], said);
      files.push({ path, sha256, parts: [part] });
    } else {
      const recognition = recogniseFile(repaired.file, context);
      gathered.addOf(recognition.parts, [...said, ...recognition.findings]);
      files.push({
        path,
        sha256,
        parts: recognition.parts.map((part) => compact(gathered.bounded(part))),
      });
    }
    input.onProgress?.(files.length);
  }
  return { ...withChosen(files, gathered.all(), lower), set: whole };
}

/** Of the results of lower levels those that count stand for their files. */
function withChosen(
  files: readonly ReadFile[],
  before: readonly Finding[],
  lower: readonly Adopted[],
): Omit<ReadParts, 'set'> {
  const chosen = new Map(chooseDocuments(lower).map((one) => [one.document.path, one]));
  const whole = files.map((file) => ({ ...file, parts: chosen.get(file.path)?.parts ?? file.parts }));
  const parts = whole.flatMap((file) => file.parts);
  const counting = new Set(parts.flatMap(({ unit, state }) => (state === 'used' ? [unit] : [])));
  // Why a unit has no figures below; what it has sent here itself is another matter.
  const reasons = [...chosen.values()].flatMap(({ withoutForms }) =>
    withoutForms.filter(({ unit }) => !counting.has(unit)),
  );
  return {
    parts,
    findings: [...before, ...[...chosen.values()].flatMap((one) => one.findings), ...reasons],
    files: whole,
    lower: [...chosen.values()].map(({ document }) => document),
  };
}

/** What is said of the files; long repeats are counted, save what somebody has accepted by its id. */
class FileFindings {
  readonly #findings: Finding[] = [];
  readonly #ids: ReadonlySet<string>;
  readonly #nobodys: FoldedFindings;
  #count = 0;

  constructor(accepted: RunInput['accepted']) {
    this.#ids = new Set(accepted.map(({ id }) => id));
    this.#nobodys = filesFolded(this.#keep);
  }

  readonly #keep = (one: Finding): boolean => one.accepted !== undefined || this.#ids.has(one.id);

  add(made: readonly Finding[]): void {
    append(this.#findings, this.#bound(made));
  }

  /** Of a file with these parts: files that stand for nobody may be many, and alike. */
  addOf(parts: readonly Part[], made: readonly Finding[]): void {
    if (parts.some(({ unit }) => unit !== undefined)) this.add(made);
    else for (const one of this.#bound(made)) this.#nobodys.add(one);
  }

  bounded(part: Part): Part {
    return part.findings === undefined ? part : { ...part, findings: this.#bound(part.findings) };
  }

  all(): readonly Finding[] {
    return [...this.#findings, ...this.#nobodys.all()];
  }

  #bound(made: readonly Finding[]): readonly Finding[] {
    const list = folded(made, this.#keep, this.#count);
    this.#count += list.length;
    return list;
  }
}

/** The used parts of each unit together; member agencies keep a table each. */
export function submissionsOf(
  parts: readonly Part[],
  set: CriteriaSet,
  period: string,
): readonly UnitSubmission[] {
  const units = new Map<string, Map<FormId, FigureTable>>();
  for (const part of parts) {
    if (
      part.state !== 'used' ||
      part.unit === undefined ||
      part.table === undefined ||
      part.form === undefined
    )
      continue;
    const tables = units.get(part.unit) ?? new Map<FormId, FigureTable>();
    const agency = agencyOf(part, set);
    tables.set(agency === '' ? part.form : `${part.form}/${agency}`, part.table);
    units.set(part.unit, tables);
  }
  return [...units].map(([unit, tables]) => ({ unit, period, tables }));
}

/** The files as they were met, with the final states of their parts; what was passed over comes last. */
function filesOf(
  files: readonly ReadFile[],
  chosen: readonly Part[],
  skipped: RunInput['listing']['skipped'],
): readonly ReadFile[] {
  let next = 0;
  const read = files.map((file) => {
    const parts = chosen.slice(next, next + file.parts.length);
    next += file.parts.length;
    return { ...file, parts };
  });
  const passed = skipped.map(({ path }) => ({
    path,
    sha256: '',
    parts: [{ file: path, sha256: '', sheet: '', submissionNo: 1, state: 'skipped' as const }],
  }));
  return [...read, ...passed];
}
