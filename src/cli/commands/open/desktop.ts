/** The program of a desktop that opens a file with whatever the person uses for it. */
import { spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join, win32 } from 'node:path';

export interface Opener {
  readonly program: string;
  /** Its argument as it stands on the command line: Explorer reads a comma outside of quotes as a second path. */
  readonly quoted: boolean;
}

interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Undefined where no desktop is known. */
export async function openerOf({ platform, env }: Machine): Promise<Opener | undefined> {
  // By its whole path: Windows would take a program of its name in the folder of the period before it.
  if (platform === 'win32')
    return { program: win32.join(env['SystemRoot'] ?? 'C:\\Windows', 'explorer.exe'), quoted: true };
  if (platform === 'darwin') return { program: 'open', quoted: false };
  if ((env['DISPLAY'] ?? '') === '' && (env['WAYLAND_DISPLAY'] ?? '') === '') return undefined;
  for (const folder of (env['PATH'] ?? '').split(delimiter)) {
    const program = join(folder, 'xdg-open');
    const there =
      folder !== '' &&
      (await access(program, constants.X_OK).then(
        () => true,
        () => false,
      ));
    if (there) return { program, quoted: false };
  }
  return undefined;
}

/** An opener that finds no program for a file says so at once; one that is still there by then shows it. */
const PATIENCE_MS = 2000;

/**
 * Starts it and does not wait for what it opens; false when it could not be started or ended at once with a fault.
 * Explorer ends with 1 also when it has opened the file: of it nothing is known.
 */
export function openOnDesktop(
  { program, quoted }: Opener,
  file: string,
  patience = PATIENCE_MS,
): Promise<boolean> {
  return new Promise((resolve) => {
    // A name on Windows holds no quote; elsewhere an absolute path is never an option.
    const child = spawn(program, [quoted ? `"${file}"` : file], {
      detached: true,
      stdio: 'ignore',
      windowsVerbatimArguments: quoted,
    });
    const waiting = setTimeout(() => {
      child.unref();
      resolve(true);
    }, patience);
    const end = (opened: boolean): void => {
      clearTimeout(waiting);
      resolve(opened);
    };
    child.once('error', () => {
      end(false);
    });
    if (quoted)
      child.once('spawn', () => {
        child.unref();
        end(true);
      });
    else
      child.once('exit', (code) => {
        end(code === 0);
      });
  });
}
