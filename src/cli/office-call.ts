/** How a command calls the office: its options as plain values, and progress shown while files are read. */
import { prepareRun, type Preparation, type PreparedRun } from '../office/prepare-run.js';
import { completeRun, type CompletedRun } from '../office/run-pipeline.js';
import { defined } from '../values/defined.js';
import type { CommandCall } from './command.js';
import { demandMemory } from './memory.js';
import { printForPeriod } from './screen/as-called.js';
import { startProgress } from './screen/progress.js';
import { findWorkspace } from '../office/workspace-files.js';

/** The run that the arguments and shared options of a command ask for. */
export async function prepareCall({
  args,
  options,
}: Pick<CommandCall, 'args' | 'options'>): Promise<Preparation> {
  const prepared = await prepareRun(
    args,
    defined({
      workspace: options.text('workspace'),
      registry: options.text('registry'),
      out: options.text('out'),
      period: options.text('period'),
      unit: options.text('unit'),
      criteria: options.text('criteria'),
    }),
  );
  printForPeriod(prepared.folder, await findWorkspace(process.cwd()));
  return prepared;
}

/** Reads, checks and adds up, with a spinner where there is a terminal; `final`: as with --final. */
export async function completeCall(
  run: PreparedRun,
  { terminal, options }: Pick<CommandCall, 'terminal' | 'options'>,
  final = options.flag('final'),
): Promise<CompletedRun> {
  const progress = await startProgress(terminal, options, 'Đang đọc và kiểm tra', run.listing.files.length);
  const step = (): void => {
    progress.step();
    demandMemory();
  };
  return completeRun(run, final, step).finally(progress.stop);
}
