/** Every rule of the bundled criteria sets does what its own two examples say. */
import { describe, expect, it } from 'vitest';
import { bundledCriteria, loadCriteria } from '../../../src/office/load-criteria.js';
import { checkRuleExamples, runRuleExamples } from '../../../src/validation/rule-examples.js';

describe.each(await bundledCriteria())('%s', (id) => {
  it('proves every rule by its examples', async () => {
    const { set, findings } = await loadCriteria(id, '.');
    if (set === undefined) throw new Error(findings.map(({ message }) => message).join('\n'));
    expect(checkRuleExamples(set).map(({ message }) => message)).toEqual([]);
    expect(runRuleExamples(set)).toHaveLength(set.rules.length * 2);
    expect(set.rules.length).toBeGreaterThan(0);
  });
});
