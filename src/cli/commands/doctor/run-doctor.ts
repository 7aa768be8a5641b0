/** The body of `tdkvh doctor`: looks at the machine, the program and the period, changes nothing, says what to do. */
import { join, resolve } from 'node:path';
import { finding, NOWHERE } from '../../../findings/finding.js';
import { failWith } from '../../screen/answer.js';
import type { CommandCall, Outcome } from '../../command.js';
import { PACKAGE_FOLDER } from '../../../office/package-files.js';
import { neededNode } from '../../../office/tool-version.js';
import {
  exists,
  findWorkspace,
  OUT_WITHOUT_WORKSPACE,
  WORKSPACE_FILES,
} from '../../../office/workspace-files.js';
import { stateOf, type Check } from './check.js';
import { doctorText } from './doctor-text.js';
import { walkFolder } from './folder-walk.js';
import { checkCopiedFiles } from './copied-files.js';
import { checkFonts } from './fonts.js';
import { checkDisk, checkNode, checkWritable } from './machine.js';
import { checkNames, checkPathLengths } from './names.js';
import { checkOpenFiles, checkLeftovers } from './open-files.js';
import { checkPeriod, checkProgram } from './office-files.js';
import { defined } from '../../../values/defined.js';
import { safeJson } from '../../../values/safe-text.js';

export async function runDoctor(call: CommandCall): Promise<Outcome> {
  const { options, terminal } = call;
  const wanted = options.text('workspace');
  const folder = await findWorkspace(wanted ?? process.cwd());
  if (wanted !== undefined && folder === undefined) {
    const there = await exists(resolve(wanted));
    const found = there
      ? finding('cli/no-workspace', NOWHERE, {})
      : finding('cli/not-found', NOWHERE, { path: wanted });
    return failWith([found], call);
  }
  const checks = await examine(folder, options.text('registry'));
  const findings = checks.flatMap((check) => check.findings);
  if (options.flag('json')) {
    terminal.out(safeJson(JSON.stringify(document(checks, folder !== undefined), null, 2)));
  } else {
    const text = doctorText(checks, {
      columns: terminal.columns,
      colour: terminal.colour.out,
      quiet: options.flag('quiet'),
      ...defined({ folder }),
    });
    terminal.out(text);
  }
  // The findings stand in the lines; they are not told a second time.
  return { findings };
}

async function examine(folder: string | undefined, registry: string | undefined): Promise<readonly Check[]> {
  const machine = [
    checkNode(process.versions.node, neededNode()),
    await checkFonts(),
    await checkDisk(folder ?? process.cwd()),
  ];
  const program = [...(await checkCopiedFiles(PACKAGE_FOLDER)), ...(await checkProgram(registry))];
  if (folder === undefined) {
    const place = join(process.cwd(), OUT_WITHOUT_WORKSPACE);
    return [...machine, await checkWritable(place, OUT_WITHOUT_WORKSPACE), ...program];
  }
  // Before anything is tried, so that our own attempt is not among what is found.
  const walk = await walkFolder(folder);
  return [
    ...machine,
    await checkWritable(join(folder, WORKSPACE_FILES.out), WORKSPACE_FILES.out),
    ...program,
    ...(await checkPeriod(folder, registry)),
    checkPathLengths(folder, walk),
    checkNames(walk),
    checkOpenFiles(walk),
    await checkLeftovers(folder, walk),
  ];
}

/** `tdkvh/doctor@1`. */
const document = (checks: readonly Check[], inPeriod: boolean) => ({
  schema: 'tdkvh/doctor@1',
  inPeriod,
  checks: checks.map((check) => ({ ...check, state: stateOf(check) })),
});
