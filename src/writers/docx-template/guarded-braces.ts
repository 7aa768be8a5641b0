/** Braces that came with the data must not be taken for tags of the template: they are parted while it is filled. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A character for private use, between two braces. */
const PARTING = '\uE000';

/** The same data with every `{{` in its texts parted. In JSON itself no two opening braces ever meet. */
export const guarded = <Data>(data: Data): Data =>
  JSON.parse(JSON.stringify(data).replace(/\{(?=\{)/gu, `{${PARTING}`)) as Data;

/** The braces together again. */
export function unguarded(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, content] of Object.entries(parts)) {
    if (!/^word\/.*\.xml$/u.test(name)) continue;
    const xml = strFromU8(content);
    if (xml.includes(PARTING)) parts[name] = strToU8(xml.replaceAll(`{${PARTING}`, '{'));
  }
  return zipSync(parts, { level: 1 });
}
