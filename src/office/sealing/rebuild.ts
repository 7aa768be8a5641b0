/** A run from the members of a bundle, laid out in a folder of its own: publishing and reproducing are the same run. */
import { join } from 'node:path';
import { isError } from '../../findings/finding.js';
import type { Finding, ResultsDocument } from '../../model.js';
import { SEALED_PLACES } from '../../model/sealing.js';
import { proseOf, type Prose } from '../../reports/prose/prose.js';
import { emptyNarrativeSections } from '../../reports/report.js';
import { defined } from '../../values/defined.js';
import { joined } from '../../writers/byte-pieces.js';
import type { OutputFile } from '../../writers/output-set.js';
import { loadWording } from '../load-wording.js';
import { findOfficeTemplate } from '../office-template.js';
import { dayOfOutputs, deadlineWork } from '../outputs/deadline-work.js';
import { makeOutputs } from '../outputs/make-outputs.js';
import { prepareRun, type PreparedRun } from '../prepare-run.js';
import { readNarrative } from '../read-narrative.js';
import type { CompletedRun } from '../run-pipeline.js';
import { cannotCarry } from './gather-members.js';
import { isInside } from '../path-inside.js';

export interface RebuildChoices {
  /** Folder of the period below the inputs. */
  readonly folder: string;
  readonly final: boolean;
  /** Reads, checks and adds up. */
  readonly complete: (run: PreparedRun) => Promise<CompletedRun>;
}

export interface Rebuilt {
  readonly results: ResultsDocument;
  readonly unitName: CompletedRun['unitName'];
  /** By name, each made when asked for. */
  readonly outputs: ReadonlyMap<string, OutputFile>;
  readonly prose: Prose;
  /** Names of the parts of the report that the office has not written. */
  readonly unwritten: readonly string[];
}

/** `root` holds the members at their paths. */
export async function rebuild(
  root: string,
  { folder, final, complete }: RebuildChoices,
): Promise<{ readonly rebuilt?: Rebuilt; readonly findings: readonly Finding[] }> {
  const workspace = join(root, SEALED_PLACES.inputs, folder);
  const prepared = await prepareRun([], {
    workspace,
    registry: join(root, SEALED_PLACES.registry),
    library: join(root, SEALED_PLACES.criteria),
  });
  const wanted = await loadWording(workspace);
  const office = await findOfficeTemplate(workspace, undefined);
  const narrated = await readNarrative(workspace);
  const before = [...prepared.findings, ...wanted.findings, ...office.findings, ...narrated.findings];
  const { run } = prepared;
  if (run === undefined || wanted.wording === undefined || before.some(isError)) return { findings: before };
  const stray = (run.definitions?.criteria ?? []).filter((path) => !isInside(root, path));
  if (stray.length > 0) return { findings: stray.map(outsideOf) };
  const { results, unitName, findings } = await complete(run);
  if (results === undefined) return { findings: [...before, ...findings] };
  const prose = proseOf(results, wanted.wording);
  const { narrative } = narrated;
  const made = await makeOutputs(prose, {
    set: run.facts.set,
    deadline: deadlineWork(run, results, dayOfOutputs(run.facts)),
    asDraft: !final,
    ...defined({ narrative, template: office.template }),
  });
  const said = [...before, ...findings, ...made.findings];
  if (made.files === undefined) return { findings: said };
  return {
    rebuilt: {
      results,
      unitName,
      outputs: made.files,
      prose,
      unwritten: emptyNarrativeSections(prose, narrative),
    },
    findings: said,
  };
}

/** An absolute path of the machine that sealed would be read here and nowhere else. */
const outsideOf = (path: string): Finding =>
  cannotCarry(
    path,
    'là tệp của bộ tiêu chí được ghi bằng đường dẫn đầy đủ',
    'ghi đường dẫn của bộ tiêu chí theo thư mục của kỳ báo cáo, ví dụ ../chung/bo-tieu-chi.yaml, rồi chạy lại',
  );

/** The bytes of an output. */
export async function contentOf(output: OutputFile): Promise<Uint8Array> {
  const content = typeof output === 'function' ? await output() : output;
  return content instanceof Uint8Array ? content : joined(content);
}
