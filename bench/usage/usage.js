/** Loaded before a job of the bench: what its process used, as a line of the file named by BENCH_USAGE. */
'use strict';
const { appendFileSync } = require('node:fs');

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const used = { user: userCPUTime / 1e6, system: systemCPUTime / 1e6, megabytes: maxRSS / 1024 };
  appendFileSync(process.env.BENCH_USAGE, `${JSON.stringify(used)}\n`);
});
