/**
 * Loads the bundled program and runs it; a program that cannot be loaded is exit code 4. Under watch (watched.js) what
 * the program says goes to the stream beyond stderr, where Node's own last words do not come.
 */
'use strict';

/** The descriptor watched.js gives the real stderr to. */
const ERRORS = 3;
if (process.env.TDKVH_WATCHED !== undefined && process.connected) {
  delete process.env.TDKVH_WATCHED;
  const stream = errorStream();
  Object.defineProperty(process, 'stderr', { configurable: true, enumerable: true, get: () => stream });
  // A watcher that was killed must not leave a run behind that nobody sees.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.channel.unref();
}

/** A terminal as it is; anything else is written at once, so that it stays in order with stdout. */
function errorStream() {
  const tty = require('node:tty');
  if (tty.isatty(ERRORS)) return new tty.WriteStream(ERRORS);
  const { writeSync } = require('node:fs');
  const { Writable } = require('node:stream');
  return new Writable({
    decodeStrings: true,
    write(bytes, _, done) {
      for (let at = 0; at < bytes.length;) {
        try {
          at += writeSync(ERRORS, bytes, at);
        } catch (error) {
          if (error.code !== 'EAGAIN') return done(error);
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
        }
      }
      return done();
    },
  });
}

const { setFlagsFromString } = require('node:v8');
// Office PCs have little memory: garbage is collected when the heap has grown by a fifth, not when it has doubled.
setFlagsFromString('--heap-growing-percent=20');
// A run is short and its code wide: what V8 optimises early it optimises for nothing (a district took two fifths more).
setFlagsFromString('--interrupt-budget=600000');

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
    // Node's own words for it name its stack.
    const missing = error?.code === 'MODULE_NOT_FOUND' ? 'thiếu tệp của chương trình' : undefined;
    process.stderr.write(
      `Không khởi động được chương trình: ${missing ?? (error instanceof Error ? error.message : error)}.\n`,
    );
    process.stderr.write('→ Cài lại chương trình; trong bản mã nguồn thì chạy: npm ci\n');
    process.exitCode = 4;
  },
);
