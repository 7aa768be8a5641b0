/** The goals of speed and memory, each a ratio of two jobs of one run or a size; what `bench/run.js` prints. */

/**
 * @typedef {{ user: number, cpu: number, wall: number, megabytes: number, made: Record<string, number> }} Used
 * @typedef {{ id: string, text: string, goal: number, unit: '×' | 'MB', value: number | undefined }} Goal
 * @typedef {(job: string) => Used | undefined} Median
 */

/** @param {number | undefined} one @param {number | undefined} other */
const divided = (one, other) =>
  one === undefined || other === undefined || other === 0 ? undefined : one / other;

/** A run without what every start costs, by file. @param {Median} median @param {number} count @param {number} least */
function perFile(median, count, least) {
  const [large, small] = [
    median(`aggregate ${String(count)}`)?.cpu,
    median(`aggregate ${String(least)}`)?.cpu,
  ];
  return large === undefined || small === undefined ? undefined : (large - small) / (count - least);
}

/**
 * Every goal that these jobs speak of. Ratios are of computing time: on a machine that others use, too, the clock tells
 * who was waiting. @param {Median} median @param {{ middle: number, country?: number, old?: number }} sizes @returns {Goal[]}
 */
export function goalsOf(median, { middle, country, old }) {
  const cpu = (/** @type {string} */ job) => median(job)?.cpu;
  const memory = (/** @type {string} */ job) => median(job)?.megabytes;
  const e150 = cpu('exceljs loads 150');
  const bare = cpu('node -e 0');
  /** @type {(id: string, text: string, goal: number, value: number | undefined) => Goal} */
  const ratio = (id, text, goal, value) => ({ id, text, goal, unit: '×', value });
  /** @type {(id: string, text: string, goal: number, value: number | undefined) => Goal} */
  const size = (id, text, goal, value) => ({ id, text, goal, unit: 'MB', value });
  const all = `aggregate ${String(middle)}`;
  const largest = `aggregate ${String(country)}`;
  const oldest = `aggregate ${String(old)}`;
  const base = perFile(median, middle, 14);
  const phases = median('read and judge')?.made;
  return [
    ratio('P1', `reading ${String(middle)} / inflating them`, 3, divided(cpu('read'), cpu('inflate'))),
    ratio('P1', 'exceljs / reading (at least)', 10, divided(cpu('exceljs'), cpu('read'))),
    ratio('P1', 'SheetJS / reading (for comparison)', 0, divided(cpu('SheetJS'), cpu('read'))),
    ratio('P1', 'openpyxl / reading (for comparison)', 0, divided(cpu('openpyxl'), cpu('read'))),
    ratio('P2', `${all} / E150 (0.7 wished)`, 1.5, divided(cpu(all), e150)),
    size('P2', `memory of ${all}`, 250, memory(all)),
    ratio('P3', `${largest} / E150 (2.5 wished)`, 6, divided(cpu(largest), e150)),
    size('P3', `memory of ${largest}`, 400, memory(largest)),
    ratio(
      'P3',
      `${oldest} by file / ${largest} by file`,
      1.2,
      divided(perFile(median, old ?? 0, 14), perFile(median, country ?? 0, 14)),
    ),
    size('P3', `memory of ${oldest}`, 600, memory(oldest)),
    ratio('P4', 'a district of 14 / node -e 0', 15, divided(cpu('aggregate 14'), bare)),
    ratio('P5', '--help / node -e 0', 1.5, divided(cpu('--help'), bare)),
    ratio('P5', '--version / node -e 0', 1.5, divided(cpu('--version'), bare)),
    size('P6', 'memory of a detail sheet of 90,000 × 26', 300, memory('detail sheet')),
    ratio('P6', 'report with an annex of 600 rows / node -e 0', 30, divided(cpu('Word annex'), bare)),
    ratio('P7', 'judging / reading, all rules', 1, divided(phases?.judging, phases?.reading)),
    ratio('P8', `by file, 35 / ${String(middle)}`, 1.2, divided(perFile(median, 35, 14), base)),
    ratio(
      'P8',
      `by file, ${String(country)} / ${String(middle)}`,
      1.2,
      divided(perFile(median, country ?? 0, 14), base),
    ),
    ratio(
      'P8',
      `${String(middle)} files full of faults / as many good ones`,
      1.2,
      divided(cpu('aggregate faults'), cpu(all)),
    ),
  ].filter(({ value }) => value !== undefined);
}

/** Whether a goal holds; undefined for what is only compared. @param {Goal} goal */
export const holds = ({ goal, value, text }) =>
  goal === 0 || value === undefined ? undefined : text.includes('at least') ? value >= goal : value <= goal;
