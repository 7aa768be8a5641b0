/** A folder outside every period in which the members of a bundle are laid out; gone when the work is done, however it ends. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isAlive } from '../../writers/output/run-holder.js';

const PREFIX = 'tdkvh-chot-so-';

export async function inOwnFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  await removeLeft();
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${String(process.pid)}-`));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `path` is that of a member: relative, with `/`. */
export async function layOut(root: string, path: string, bytes: Uint8Array): Promise<void> {
  const target = join(root, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, bytes);
}

/** What a killed run left: copies of what communes sent do not stay on the machine. */
async function removeLeft(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  for (const name of names) {
    if (!name.startsWith(PREFIX)) continue;
    const owner = Number.parseInt(name.slice(PREFIX.length), 10);
    if (Number.isNaN(owner) || isAlive(owner)) continue;
    await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
}
