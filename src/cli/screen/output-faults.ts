/** What could not be printed: a full disk behind `>`, a lost terminal. It is found here, and told at the end of a run. */

type Name = 'stdout' | 'stderr';
const FAULTS = new Map<Name, string>();
/** Streams that are listened to; there is one set of them in a process. */
const watched = new WeakSet<NodeJS.WriteStream>();

/** From here on a stream that cannot be written ends nothing by itself. */
export function watchOutput(): void {
  FAULTS.clear();
  for (const name of ['stdout', 'stderr'] as const) {
    const stream = process[name];
    if (watched.has(stream)) continue;
    watched.add(stream);
    stream.on('error', (error: Error & { readonly code?: string }) => {
      // `tdkvh … | head` closes the pipe early: that is the reader's right, not a fault.
      if (error.code !== 'EPIPE' && !FAULTS.has(name)) FAULTS.set(name, error.code ?? error.message);
    });
  }
}

/** What could not be printed, once everything was tried: the stream and the system's code. */
export async function outputFaults(): Promise<readonly { readonly stream: Name; readonly errno: string }[]> {
  for (const name of ['stdout', 'stderr'] as const) await emptied(process[name]);
  return [...FAULTS].map(([stream, errno]) => ({ stream, errno }));
}

/** Pipes are written in the background; errors of files are told on the next turn. */
async function emptied(stream: NodeJS.WriteStream): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  if (stream.writableLength === 0 || stream.destroyed || stream.errored !== null) return;
  await new Promise<void>((resolve) => {
    for (const event of ['drain', 'error', 'close'])
      stream.once(event, () => {
        resolve();
      });
  });
}
