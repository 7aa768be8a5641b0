#!/usr/bin/env node
/**
 * Starts the program. What reads submissions runs in a process of its own: when the heap is full, Node ends the process
 * at once, and somebody has to say so. Everything else starts without that cost.
 */
'use strict';

/** Commands that read what others have sent; a test holds the list against the table of commands. */
const READING = [
  ...['validate', 'kiem-tra', 'aggregate', 'tong-hop', 'status', 'tien-do', 'return', 'de-nghi-sua'],
  ...[
    'accept',
    'xac-nhan',
    'report',
    'bao-cao',
    'compare',
    'so-sanh',
    'verify',
    'doi-chieu',
    'trace',
    'truy-nguon',
    'impact',
    'areas',
    'thon-to',
    'anh-huong',
    'publish',
    'chot-so',
    'reproduce',
    'lap-lai',
    'correct',
    'dinh-chinh',
    'template',
    'bieu-mau',
  ],
];

// Next steps are printed as they run from here; the watcher's child has another script.
process.env.TDKVH_SCRIPT = process.argv[1] ?? '';

const args = process.argv.slice(2);
const asksForHelp = args.includes('--help') || args.includes('-h');
// Alone in a terminal it asks what to do, and does it.
const reads =
  args.length === 0 ? process.stdin.isTTY : !asksForHelp && args.some((one) => READING.includes(one));

require(reads ? './watched.js' : './run.js');
