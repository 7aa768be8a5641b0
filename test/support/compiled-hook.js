/**
 * Preload of the workers: every finding that the compiled program makes passes through test/support/note-compiled.ts, and
 * a test may put something in the place of a few functions (test/support/instead.ts).
 */
import { register } from 'node:module';

/** Runs in the thread of the hooks; plain text, so that it needs no file of its own. Processes that a test starts have nobody who listens. */
const HOOK = `
const INSTEAD = '{ const other = globalThis.tdkvhInstead?.NAME; return other === undefined ? called(...given) : other(called, ...given); }';
const WRAPPED = [
  ['/dist/findings/finding.js', 'finding',
    '{ const made = called(...given); return globalThis.tdkvhNoted?.(made, globalThis.tdkvhNames?.() === true ? given[2] : undefined) ?? made; }'],
  ['/dist/reports/prose/frame.js', 'buildFrame', INSTEAD],
  ['/dist/readers/read-source.js', 'readSource', INSTEAD],
  ['/dist/aggregation/roll-up.js', 'rollUp', INSTEAD],
  ['/dist/writers/output-set.js', 'changeFileSafely', INSTEAD],
];
export async function load(url, context, next) {
  const loaded = await next(url, context);
  const [, name, body] = WRAPPED.find(([file]) => url.endsWith(file)) ?? [];
  if (name === undefined) return loaded;
  const code = String(loaded.source);
  const changed = code.replace(new RegExp('export (async )?function ' + name + '\\\\('), '$1function called(');
  if (changed === code) throw new Error(url + ' declares no function ' + name);
  return { ...loaded, source: changed + '\\nexport const ' + name + ' = (...given) => ' + body.replace('NAME', name) + ';' };
}`;

register(`data:text/javascript,${encodeURIComponent(HOOK)}`);
