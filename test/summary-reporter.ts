/**
 * Prints what only the whole run can tell (skips nobody declared, findings nobody made) and the one line that machines
 * look for: "N passed, N failed, N skipped".
 */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node';
import { CATALOGUE } from '../src/findings/catalogue/catalogue.js';
import { DECLARED_SKIPS } from './declared-skips.js';
import { producedCodes } from './support/produced.js';

const placeOf = (test: TestCase): string =>
  `${relative(process.cwd(), test.module.moduleId).replaceAll('\\', '/')} › ${test.fullName}`;

const isDeclared = (place: string): boolean => DECLARED_SKIPS.some(({ test }) => place.startsWith(test));

/** Every test file ran, whole. */
function isWhole(modules: readonly TestModule[], vitest: Vitest | undefined): boolean {
  const ran = new Set(modules.map(({ moduleId }) => relative(import.meta.dirname, moduleId)));
  return (
    vitest?.getGlobalTestNamePattern() === undefined &&
    readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.test.ts'))
      .every((path) => ran.has(join(path)))
  );
}

/** Codes of the catalogue that no test made with a place and advice. */
function unmade(): readonly string[] {
  const made = producedCodes();
  return Object.entries(CATALOGUE)
    .filter(([code]) => !made.has(code))
    .map(([code, { number }]) => `${number} ${code}`);
}

export default class SummaryReporter implements Reporter {
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0 };
    const undeclared: string[] = [];
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const state = test.result().state;
        if (state === 'passed' || state === 'failed' || state === 'skipped') count[state] += 1;
        if (state === 'skipped' && !isDeclared(placeOf(test))) undeclared.push(placeOf(test));
      }
      if (module.errors().length > 0) count.failed += 1;
    }
    // Outside CI a skip is mostly a name filter of the person at work.
    if (process.env['CI'] === 'true' && undeclared.length > 0) {
      count.failed += undeclared.length;
      process.exitCode = 1;
    } else undeclared.length = 0;
    const silent = isWhole(modules, this.#vitest) ? unmade() : [];
    if (silent.length > 0) {
      count.failed += silent.length;
      process.exitCode = 1;
    }
    process.on('exit', () => {
      for (const code of silent) process.stdout.write(`\nno test makes this finding: ${code}`);
      for (const place of undeclared) process.stdout.write(`\nskipped, but not declared: ${place}`);
      process.stdout.write(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
    });
  }
}
