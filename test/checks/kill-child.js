/** A run that check:kill disturbs: publishes one set and ends, or set after set until it is killed. */
import { join } from 'node:path';
import { programIn } from './program.js';
import { contentOf, setOf, SINGLE } from './kill-files.js';

const [dist, directory, version, mode, scale] = process.argv.slice(2);
const { publishSet, writeFileSafely } = await programIn(dist)('writers/output-set.js');
const publish = (number) => publishSet(directory, setOf(number, Number(scale ?? 1)));
process.send?.('ready');
if (mode === 'once') {
  // With a partner: when both are ready.
  if (process.send !== undefined) await new Promise((go) => process.once('message', go));
  const findings = await publish(Number(version));
  console.log(JSON.stringify(findings.map(({ code }) => code)));
  process.disconnect?.();
} else {
  for (let number = Number(version); ; number += 1) {
    if (mode === 'single') await writeFileSafely(join(directory, SINGLE), contentOf(SINGLE, number));
    else await publish(number);
  }
}
