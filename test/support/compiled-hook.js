/**
 * Preload of the workers: every finding that the compiled program makes passes through test/support/hear-compiled.ts, and
 * a test may count calls of what a run is to do once.
 */
import { register } from 'node:module';

/** Runs in the thread of the hooks; plain text, so that it needs no file of its own. Processes that a test starts have nobody who listens. */
const HOOK = `
const WRAPPED = new Map([
  ['/dist/findings/finding.js', ['finding', '{ const made = called(...given); return globalThis.tdkvhHeard?.(made, globalThis.tdkvhNames?.() === true ? given[2] : undefined) ?? made; }']],
  ...[['/dist/reports/frame.js', 'buildFrame'], ['/dist/readers/read-source.js', 'readSource']].map(([file, name]) => [
    file, [name, '{ globalThis.tdkvhCalled?.("' + name + '", given[0]); return called(...given); }'],
  ]),
]);
export async function load(url, context, next) {
  const loaded = await next(url, context);
  const [, wrapped] = [...WRAPPED].find(([file]) => url.endsWith(file)) ?? [];
  if (wrapped === undefined) return loaded;
  const [name, body] = wrapped;
  const code = String(loaded.source);
  const changed = code.replace('export function ' + name + '(', 'function called(');
  if (changed === code) throw new Error(url + ' declares no function ' + name);
  return { ...loaded, source: changed + '\\nexport const ' + name + ' = (...given) => ' + body + ';' };
}`;

register(`data:text/javascript,${encodeURIComponent(HOOK)}`);
