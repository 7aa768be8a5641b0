/** Bundles of `publish` among submissions: they hold every file of a period again, and are none themselves. */
import { finding } from '../findings/finding.js';
import type { Finding } from '../model.js';
import { SEALED_PLACES } from '../model/sealing.js';

/** Beside it stand the members. */
export const MANIFEST = SEALED_PLACES.manifest;
/** A manifest names every member with its hash: that of the whole country stays far below. */
export const MOST_MANIFEST = 16 * 1024 * 1024;

/**
 * Says of which period the bundle at `file` is; undefined where the manifest beside its files is none of ours. Loosely
 * read: a bundle of another version of the program, or a spoilt one, holds no submissions either.
 */
export function sealedNotice(manifest: Uint8Array, file: string): Finding | undefined {
  const text = new TextDecoder('utf-8').decode(manifest);
  if (!/"schema"\s*:\s*"tdkvh\/sealed@/u.test(text)) return undefined;
  const period = /"period"\s*:\s*\{[^{}]*?"id"\s*:\s*"([\w-]{1,20})"/u.exec(text)?.[1];
  return finding('file/sealed-bundle', { file }, { period: period === undefined ? '' : ` của kỳ ${period}` });
}
