/**
 * For processes of a few whole runs or of many small tests: code is optimised later than Node does by itself, since
 * optimising what soon ends takes a third of their computing. Seen with two runs of the district's example: 12.9 and
 * 11.8 s of computing without, 8.5 and 8.2 s with a budget of 300,000, 7.8 and 8.4 s with 1,000,000. With a quarter of
 * the tests: 105 and 108 s with 500,000, 93 and 100 s with what stands here. Of Node 20 alone: a Node that does not know
 * the option would not start.
 */
export const OPTIMISED_LATER: readonly string[] = process.versions.v8.startsWith('11.')
  ? ['--interrupt-budget=2000000']
  : [];
