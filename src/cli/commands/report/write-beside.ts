/** One file made from results that lie beside it. */
import { finding } from '../../../findings/finding.js';
import type { Finding } from '../../../model.js';
import { pathFromHere } from '../../../office/path-from-here.js';
import { exists } from '../../../office/workspace-files.js';
import { readOfficeFile } from '../../../readers/office-file.js';
import { changeFileSafely } from '../../../writers/output-set.js';

/** Writes the file, unless its results have been replaced: one of old results beside new ones would be a mixed set. */
export const writeBeside = (
  path: string,
  basis: Uint8Array,
  target: string,
  bytes: Uint8Array,
): Promise<readonly Finding[]> =>
  changeFileSafely(target, async () => {
    const about = { file: pathFromHere(path) };
    if ((await exists(path)) && (await readOfficeFile(path, about.file, 'results')).equals(basis))
      return { bytes };
    return { refused: [finding('output/changed-meanwhile', about, about)] };
  });
