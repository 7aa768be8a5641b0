/** Defined names by which a form that was sent out says whose it is: a text each, whatever happens to rows and columns. */
import { OWN_NAME } from '../model/raw.js';

/** The part behind the beginning that is ours; undefined for names of others. Excel keeps the case, other programs may not. */
export const ownNameOf = (name = ''): string | undefined =>
  name.toLowerCase().startsWith(OWN_NAME) ? name.slice(OWN_NAME.length).toLowerCase() : undefined;

/** The text of a constant, `"26119"`; undefined for references and formulas. */
export function constantText(expression: string): string | undefined {
  const quoted = /^=?"((?:[^"]|"")*)"$/u.exec(expression.trim().replace(/^of:/u, ''))?.[1];
  return quoted?.replaceAll('""', '"');
}
