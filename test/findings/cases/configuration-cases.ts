/** VH7xx: faults of tdkvh.yaml that no other test names. */
import { readYaml } from '../../../src/readers/yaml-document.js';
import { admitConfiguration } from '../../../src/workspace/configuration.js';
import type { Cases } from './case.js';

const GOOD = 'schema: tdkvh/workspace@1\nperiod: "2024"\nunit: "256"\nlevel: district\ncriteria: nd86-2023\n';
const admitted = (text: string) => admitConfiguration(readYaml(text, 'tdkvh.yaml')).findings;

export const CONFIGURATION_CASES: Cases = {
  'configuration/group-expected': () => admitted(`${GOOD}deadlines: sớm\n`),
  'configuration/not-a-unit-code': () => admitted(GOOD.replace('"256"', '"25x"')),
};
