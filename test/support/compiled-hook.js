/** Preload of the workers: every finding that the compiled program makes passes through test/support/hear-compiled.ts. */
import { register } from 'node:module';

/** Runs in the thread of the hooks; plain text, so that it needs no file of its own. */
const HOOK = `export async function load(url, context, next) {
  const loaded = await next(url, context);
  if (!url.endsWith('/dist/findings/finding.js')) return loaded;
  const code = String(loaded.source).replace('export function finding(', 'function make(');
  return {
    ...loaded,
    // Processes that a test starts have nobody who listens.
    source: code + '\\nexport const finding = (...given) => { const made = make(...given); return globalThis.tdkvhHeard?.(made, given[2]) ?? made; };',
  };
}`;

register(`data:text/javascript,${encodeURIComponent(HOOK)}`);
