/** Remarks that nearly every unit gets are told once, with a count and one example; what must be mended never is. */
import type { FindingBlock } from '../../findings/causes.js';
import { countOf } from '../../findings/fold.js';
import type { Finding } from '../../model.js';
import { groupBy } from '../../values/groups.js';
import { safeText } from '../../values/safe-text.js';
import { adviceLines, chalkOf, colouredWord, sentenceOf, wordOf } from './finding-words.js';
import type { ReporterOptions } from './reporter-options.js';
import { hanging } from './wrap-text.js';

/** Fewer units are named one by one. */
const FEWEST_UNITS = 4;

interface Repeated {
  readonly blocks: readonly FindingBlock[];
  readonly units: number;
}

/** The remarks that repeat, and all that does not. */
export function splitRepeated(blocks: readonly FindingBlock[]): {
  readonly repeated: readonly Repeated[];
  readonly others: readonly FindingBlock[];
} {
  const units = unitsOf(blocks);
  const groups = groupBy(blocks, ({ head, following }) =>
    head.severity !== 'error' &&
    head.accepted === undefined &&
    head.unit !== undefined &&
    following.length === 0
      ? [head.number, head.rule ?? '', wordOf(head), head.form ?? ''].join('\u001f')
      : undefined,
  );
  const repeated = [...groups.values()]
    .map((members) => ({ blocks: members, units: unitsOf(members) }))
    .filter(({ units: some }) => some >= FEWEST_UNITS && 2 * some >= units);
  const covered = new Set(repeated.flatMap(({ blocks: members }) => members));
  return { repeated, others: blocks.filter((block) => !covered.has(block)) };
}

const unitsOf = (blocks: readonly FindingBlock[]): number =>
  new Set(blocks.flatMap(({ head: { unit } }) => (unit === undefined ? [] : [unit]))).size;

/** "Lưu ý  VH313  44 đơn vị, 223 chỗ; ví dụ Xã An Bình, Biểu 01 G10: …" with the advice where it is the same everywhere. */
export function repeatedLines(repeated: readonly Repeated[], options: ReporterOptions): readonly string[] {
  if (repeated.length === 0) return [];
  const { columns, colour, unitName } = options;
  return [
    chalkOf(colour).bold('Nhiều đơn vị cùng có'),
    ...repeated.flatMap(({ blocks, units }) => {
      const heads = blocks.map(({ head }) => head);
      const [first] = heads;
      if (first === undefined) return [];
      const word = wordOf(first);
      const unit = unitName?.(first.unit ?? '') ?? first.unit ?? '';
      const place = [unit, placeIn(first)].filter((part) => part !== '');
      const said = sentenceOf(first);
      // A sentence that begins with the unit names the example itself.
      const example = place.length === 1 && said.startsWith(unit) ? '' : `${safeText(place.join(', '))}: `;
      const places = countOf(heads);
      const counted = `${units} đơn vị${places === units ? '' : `, ${places} chỗ`}; ví dụ ${example}`;
      const line = hanging(`  ${word}  ${first.number}  `, counted + said, columns);
      const isOneAdvice = heads.every(({ hint }) => hint === first.hint);
      return [
        line.replace(word, () => colouredWord(first, colour, word)),
        ...(isOneAdvice ? adviceLines(first, '    ', columns) : []).map((text) => chalkOf(colour).dim(text)),
      ];
    }),
  ];
}

const placeIn = ({ at }: Finding): string =>
  [at.sheet, at.cell].filter((part) => part !== undefined).join(' ');
