/** What package.json of the installed program says: its version, and the Node it needs. */
import { readFileSync } from 'node:fs';

interface Package {
  readonly version: string;
  readonly engines: { readonly node: string };
}

const readPackage = (): Package =>
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Package;

/** Version of the program. */
export const toolVersion = (): string => readPackage().version;

/** The range of Node versions, `>=20.19`. */
export const neededNode = (): string => readPackage().engines.node;
