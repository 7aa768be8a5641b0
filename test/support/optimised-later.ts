/**
 * For processes of a few whole runs or of many small tests: code is optimised later than Node does by itself, since
 * optimising what soon ends takes a third of their computing. Seen with two runs of the district's example: 12.9 and
 * 11.8 s of computing without, 8.5 and 8.2 s with a budget of 300,000, 7.8 and 8.4 s with 1,000,000; what stands here
 * lies between. Half of the tests in memory: 115 and 119 s without, 92 and 98 s with it. Of Node 20 alone: a Node that
 * does not know the option would not start.
 */
export const OPTIMISED_LATER: readonly string[] = process.versions.v8.startsWith('11.')
  ? ['--interrupt-budget=500000']
  : [];
