/** Runs the program in a process of its own and tells, with exit code 4, when that was ended from below. */
'use strict';

const { spawn } = require('node:child_process');
const { join } = require('node:path');

const args = process.argv.slice(2);
/** Node's last words begin with the reason. */
const KEPT = 64 * 1024;
/** What ends a process without its own doing: abort, traps and faults of memory; SIGKILL comes from a system without memory. */
const FROM_BELOW = ['SIGABRT', 'SIGTRAP', 'SIGILL', 'SIGSEGV', 'SIGBUS', 'SIGKILL'];
/**
 * The program alone fills most of this: old things are not searched for garbage before. What is not filled is not taken
 * from the machine; above, run.js says by how much the heap may grow. Of Node 20 alone: a Node that does not know the
 * option would not start.
 */
const ROOM = process.versions.v8.startsWith('11.') ? ['--initial-old-space-size=64'] : [];
const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'];

let child;
try {
  child = spawn(process.execPath, [...ROOM, ...process.execArgv, join(__dirname, 'run.js'), ...args], {
    env: { ...process.env, TDKVH_WATCHED: '1' },
    stdio: ['inherit', 'inherit', 'pipe', 2, 'ipc'],
  });
} catch {
  child = undefined;
}
if (child === undefined) require('./run.js');
else watch(child);

function watch(running) {
  let said = Buffer.alloc(0);
  running.stderr.on('data', (bytes) => {
    said = Buffer.concat([said, bytes]).subarray(0, KEPT);
  });
  for (const signal of PASSED_ON) process.on(signal, () => running.kill(signal));
  running.once('error', () => {
    // No process could be started: then without watch.
    if (running.pid === undefined) require('./run.js');
  });
  running.once('close', (code, signal) => {
    if (running.pid === undefined) return;
    // Windows has no signals: there such an end is a number that no program gives.
    if (signal === null ? code > 128 || code < 0 : FROM_BELOW.includes(signal)) {
      tellEnd(said.toString(), signal ?? `mã ${code}`);
      return;
    }
    // A full disk refuses even nothing; what Node itself remarked is no result.
    process.stderr.on('error', () => undefined);
    if (said.length > 0) process.stderr.write(said);
    if (signal === null) {
      process.exitCode = code;
      return;
    }
    for (const one of PASSED_ON) process.removeAllListeners(one);
    process.kill(process.pid, signal);
  });
}

/** The program itself says it, in its words and for machines that asked for JSON. */
function tellEnd(said, how) {
  const { tellEnded } = require('../dist/program/main.cjs');
  tellEnded(args, { how, said }).then(
    (exitCode) => {
      process.exitCode = exitCode;
    },
    () => {
      process.exitCode = 4;
    },
  );
}
