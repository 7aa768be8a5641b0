/** Every rule of the bundled criteria sets does what its own two examples say. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { admitCriteriaSet } from '../../../src/criteria/admit-criteria-set.js';
import type { ChainFile } from '../../../src/criteria/chain-file.js';
import type { CriteriaSet } from '../../../src/model.js';
import { readYaml } from '../../../src/readers/yaml-document.js';
import { checkRuleExamples, runRuleExamples } from '../../../src/validation/rule-examples.js';

const FOLDER = 'templates/criteria';

/** The file and those it extends, base first. */
function chainOf(file: string): readonly ChainFile[] {
  const { value, locate } = readYaml(readFileSync(`${FOLDER}/${file}`, 'utf8'), file);
  const base = /^extends: *(\S+)/mu.exec(readFileSync(`${FOLDER}/${file}`, 'utf8'))?.[1];
  return [...(base === undefined ? [] : chainOf(`${base}.yaml`)), { value, locate, file }];
}

function load(file: string): CriteriaSet {
  const { set, findings } = admitCriteriaSet(chainOf(file));
  if (set === undefined) throw new Error(findings.map(({ message }) => message).join('\n'));
  return set;
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

describe.each(files)('%s', (file) => {
  it('proves every rule by its examples', () => {
    const set = load(file);
    expect(checkRuleExamples(set).map(({ message }) => message)).toEqual([]);
    expect(runRuleExamples(set)).toHaveLength(set.rules.length * 2);
    expect(set.rules.length).toBeGreaterThan(0);
  });
});
