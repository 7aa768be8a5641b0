/** Asynchronous work that fills sentences of the office: a broken template is a finding, not a fault of the program. */
import { finding } from '../findings/finding.js';
import type { Finding } from '../model.js';
import { WordingFault } from '../reports/wording/wording-fault.js';
import { WORKSPACE_FILES } from '../office/workspace-files.js';

/** The result, or the finding about the template. */
export async function catchingWording<Result>(
  step: () => Promise<Result>,
): Promise<{ readonly result: Result } | { readonly fault: Finding }> {
  try {
    return { result: await step() };
  } catch (error) {
    if (!(error instanceof WordingFault)) throw error;
    const { place, reason } = error;
    return {
      fault: finding('cli/template-fault', { file: WORKSPACE_FILES.templates }, { path: place, reason }),
    };
  }
}
