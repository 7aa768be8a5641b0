/** The table of commands, in the order of the help. A command is one file and one line here. */
import type { CommandDeclaration } from './command.js';
import { ACCEPT } from './commands/accept/accept.js';
import { AGGREGATE } from './commands/aggregate/aggregate.js';
import { AREAS } from './commands/areas/areas.js';
import { COMPARE } from './commands/compare/compare.js';
import { CORRECT } from './commands/correct/correct.js';
import { completion } from './commands/completion/completion.js';
import { CRITERIA } from './commands/criteria/criteria.js';
import { DOCTOR } from './commands/doctor/doctor.js';
import { EXPLAIN } from './commands/explain/explain.js';
import { IMPACT } from './commands/impact/impact.js';
import { INIT } from './commands/init/init.js';
import { OPEN } from './commands/open/open.js';
import { PUBLISH } from './commands/publish/publish.js';
import { REPORT } from './commands/report/report.js';
import { REPRODUCE } from './commands/reproduce/reproduce.js';
import { RETURN } from './commands/return/return.js';
import { STATUS } from './commands/status/status.js';
import { TEMPLATE } from './commands/template/template.js';
import { TRACE } from './commands/trace/trace.js';
import { UNITS } from './commands/units/units.js';
import { VALIDATE } from './commands/validate/validate.js';
import { VERIFY } from './commands/verify/verify.js';

const LISTED: readonly CommandDeclaration[] = [
  INIT,
  TEMPLATE,
  VALIDATE,
  AGGREGATE,
  STATUS,
  RETURN,
  ACCEPT,
  REPORT,
  OPEN,
  COMPARE,
  VERIFY,
  TRACE,
  IMPACT,
  PUBLISH,
  REPRODUCE,
  CORRECT,
  CRITERIA,
  UNITS,
  AREAS,
  EXPLAIN,
  DOCTOR,
];

export const COMMANDS: readonly CommandDeclaration[] = [...LISTED, completion(LISTED)];

/** Each command as it is typed: `criteria adopt`. */
export const commandNames = (): readonly string[] =>
  COMMANDS.flatMap(({ name, run, subcommands = [] }) => [
    ...(run === undefined ? [] : [name]),
    ...subcommands.map((below) => `${name} ${below.name}`),
  ]);
