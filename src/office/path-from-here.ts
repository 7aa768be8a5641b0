/** How the program names a file in findings, outputs and JSON: from the current folder, with `/` on every system. */
import { relative, resolve, sep } from 'node:path';

/** `out/bao-cao.docx`; “.” for the current folder itself. */
export const pathFromHere = (path: string): string =>
  relative(process.cwd(), resolve(path)).split(sep).join('/') || '.';
