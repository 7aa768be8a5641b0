#!/usr/bin/env node
/**
 * Starts the program. What does something runs in a process of its own: when memory is full, Node or the system ends the
 * process at once, and somebody has to say so. Help, version and the completion of a shell start without that cost.
 */
'use strict';

// Next steps are printed as they run from here; the watcher's child has another script.
process.env.TDKVH_SCRIPT = process.argv[1] ?? '';

const args = process.argv.slice(2);
const AT_ONCE = ['--help', '-h', '--version', '-V', 'completion'];
// Alone in a terminal it asks what to do, and does it.
const works = args.length === 0 ? process.stdin.isTTY : !args.some((one) => AT_ONCE.includes(one));

require(works ? './watched.js' : './run.js');
