/** The table of commands, in the order of the help. A command is one file and one line here. */
import type { CommandDeclaration } from './command.js';
import { ACCEPT } from './commands/accept.js';
import { AGGREGATE } from './commands/aggregate.js';
import { COMPARE } from './commands/compare.js';
import { CRITERIA } from './commands/criteria.js';
import { DOCTOR } from './commands/doctor.js';
import { EXPLAIN } from './commands/explain.js';
import { INIT } from './commands/init.js';
import { REPORT } from './commands/report.js';
import { RETURN } from './commands/return.js';
import { STATUS } from './commands/status.js';
import { TEMPLATE } from './commands/template.js';
import { UNITS } from './commands/units.js';
import { VALIDATE } from './commands/validate.js';

export const COMMANDS: readonly CommandDeclaration[] = [
  INIT,
  TEMPLATE,
  VALIDATE,
  AGGREGATE,
  STATUS,
  RETURN,
  ACCEPT,
  REPORT,
  COMPARE,
  CRITERIA,
  UNITS,
  EXPLAIN,
  DOCTOR,
];
