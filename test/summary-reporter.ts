/** Prints the skips nobody declared and the one line that machines look for: "N passed, N failed, N skipped". */
import { relative } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { DECLARED_SKIPS } from './declared-skips.js';

const placeOf = (test: TestCase): string =>
  `${relative(process.cwd(), test.module.moduleId).replaceAll('\\', '/')} › ${test.fullName}`;

const isDeclared = (place: string): boolean => DECLARED_SKIPS.some(({ test }) => place.startsWith(test));

export default class SummaryReporter implements Reporter {
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
    process.on('exit', () => {
      for (const place of undeclared) process.stdout.write(`\nskipped, but not declared: ${place}`);
      process.stdout.write(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
    });
  }
}
