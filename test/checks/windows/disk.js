/** A disk of its own, small or for reading only, where this machine lets one be made. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/**
 * @param {string} disk a folder that is not there
 * @param {string} size
 * @param {(readOnly: () => void) => void | Promise<void>} act
 * @returns {Promise<boolean>} false where this user may not mount
 */
export async function onDisk(disk, size, act) {
  mkdirSync(disk);
  const mount = (/** @type {string[]} */ ...args) => spawnSync('mount', args, { encoding: 'utf8' });
  if (mount('-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk).status !== 0) return false;
  try {
    await act(() => mount('-o', 'remount,ro', disk));
  } finally {
    spawnSync('umount', ['--lazy', disk]);
  }
  return true;
}
