/** LibreOffice as a second opinion; tests that need it are skipped visibly where it is not installed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether `soffice` can be run here. */
export function hasLibreOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}

/** Opens the bytes as `from` and saves them as `to` (an extension), with a profile of its own. */
export function convert(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'tdkvh-soffice-'));
  try {
    const input = join(folder, `in.${from}`);
    writeFileSync(input, bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const target = join(folder, 'out');
    execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', target, input], {
      stdio: 'ignore',
      timeout: 180_000,
    });
    return new Uint8Array(readFileSync(join(target, `in.${to}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
