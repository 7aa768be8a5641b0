/** Files that options name to be written, looked at before the command begins: their endings, and what stands there. */
import { extname, resolve } from 'node:path';
import { finding, NOWHERE } from '../findings/finding.js';
import type { Finding } from '../model.js';
import { keptFile } from '../office/kept-files.js';
import { pathFromHere } from '../office/path-from-here.js';
import { findWorkspace } from '../office/workspace-files.js';
import type { CommandDeclaration, CommandOptions, OptionDeclaration } from './command.js';
import { longFlag, optionName } from './option-name.js';
import { defined } from '../values/defined.js';

/** Why the command does not begin; nothing where its files may be written. */
export async function guardOutputs(
  { options: declared = [], makesAgain }: CommandDeclaration,
  { args, options }: { readonly args: readonly string[]; readonly options: CommandOptions },
): Promise<readonly Finding[]> {
  const textOf = ({ flags }: OptionDeclaration): string => options.text(optionName(flags)) ?? '';
  const named = declared.filter((one) => textOf(one) !== '');
  const writing = named.filter(({ writes }) => writes !== undefined);
  const workspace = await findWorkspace(options.text('workspace') ?? process.cwd());
  const read = [...args.filter((one) => one !== ''), ...named.filter(isRead).map(textOf)];
  const findings: Finding[] = [];
  for (const one of writing) {
    const text = textOf(one);
    const option = longFlag(one.flags);
    const endings = one.writes?.(options) ?? [];
    if (!endings.includes(extname(text).toLowerCase())) {
      const allowed = endings.join(', ');
      findings.push(
        finding('cli/wrong-ending', NOWHERE, { path: pathFromHere(resolve(text)), option, allowed }),
      );
      continue;
    }
    const kept = await keptFile(text, { workspace, read, ...defined({ own: makesAgain }) });
    if (kept === undefined) continue;
    const path = pathFromHere(resolve(text));
    findings.push(finding('cli/kept-file', NOWHERE, { path, what: kept, option }));
  }
  return findings;
}

/** An existing file or folder that the command is to read. */
const isRead = ({ flags, writes }: OptionDeclaration): boolean =>
  writes === undefined && /<(?:tệp|mẫu|kết quả)>/u.test(flags);
