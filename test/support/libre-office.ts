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

/** Opens each of the bytes as `from` and saves it as `to` (an extension): one start, with a profile of its own. */
export function convertAll(files: readonly Uint8Array[], from: string, to: string): readonly Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'tdkvh-soffice-'));
  try {
    const inputs = files.map((bytes, index) => {
      const input = join(folder, `in-${String(index)}.${from}`);
      writeFileSync(input, bytes);
      return input;
    });
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const target = join(folder, 'out');
    execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', target, ...inputs], {
      stdio: 'ignore',
      timeout: 600_000,
    });
    return inputs.map((_, index) => new Uint8Array(readFileSync(join(target, `in-${String(index)}.${to}`))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
