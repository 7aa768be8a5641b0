/**
 * For processes of a few whole runs: code is optimised later than Node does by itself, since optimising what soon ends
 * takes a third of their computing (seen: 12.4 s for two runs of the district, 8.1 s so). Of Node 20 alone: a Node that
 * does not know the option would not start.
 */
export const OPTIMISED_LATER: readonly string[] = process.versions.v8.startsWith('11.')
  ? ['--interrupt-budget=500000']
  : [];
