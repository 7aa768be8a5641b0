/** How much of a long list is wanted: `--max N`, `--all`, or neither. */
import { badValue } from '../../findings/bad-value.js';
import { finding, NOWHERE } from '../../findings/finding.js';
import type { Finding } from '../../model.js';
import type { CommandOptions } from '../command.js';

/** Findings of one file to show; without end for `--all`, undefined where nothing was said. */
export function listLength(options: CommandOptions): {
  readonly max?: number;
  readonly findings: readonly Finding[];
} {
  const text = options.text('max');
  const isAll = options.flag('all');
  if (text === undefined) return isAll ? { max: Infinity, findings: [] } : { findings: [] };
  if (isAll) {
    const both = { one: '--max', other: '--all' };
    return { findings: [finding('cli/conflicting-options', NOWHERE, both)] };
  }
  if (/^[1-9]\d{0,8}$/u.test(text.trim())) return { max: Number(text), findings: [] };
  return {
    findings: [badValue({ option: '--max', text, allowed: '1, 2, 3 …' })],
  };
}
