/** What the tests take of the list of writing commands. */
import type { CommandDeclaration } from '../../src/cli/command.js';

export function unlisted(commands: readonly CommandDeclaration[]): string[];
