#!/usr/bin/env node
/** Loads the built program and runs it; a program that cannot be loaded is exit code 4. */
try {
  const { run } = await import('../dist/cli/main.js');
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(
    `Không khởi động được chương trình: ${error instanceof Error ? error.message : error}\n`,
  );
  process.stderr.write('→ Cài lại chương trình; trong bản mã nguồn thì chạy: npm ci\n');
  process.exitCode = 4;
}
