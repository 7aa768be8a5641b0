#!/usr/bin/env node
/** Loads the bundled program and runs it; a program that cannot be loaded is exit code 4. */
'use strict';

// Office PCs have little memory: garbage is collected when the heap has grown by a fifth, not when it has doubled.
require('node:v8').setFlagsFromString('--heap-growing-percent=20');

function start() {
  const { run } = require('../dist/program/main.cjs');
  return run(process.argv.slice(2));
}

new Promise((resolve) => {
  resolve(start());
}).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error) => {
    process.stderr.write(
      `Không khởi động được chương trình: ${error instanceof Error ? error.message : error}\n`,
    );
    process.stderr.write('→ Cài lại chương trình; trong bản mã nguồn thì chạy: npm ci\n');
    process.exitCode = 4;
  },
);
