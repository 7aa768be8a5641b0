/** The bundled criteria set and a commune to write templates for. */
import { readFileSync } from 'node:fs';
import { admitCriteriaSet } from '../../../src/criteria/admit-criteria-set.js';
import type { CriteriaSet } from '../../../src/model.js';
import { readYaml } from '../../../src/readers/yaml-document.js';
import type { TemplateOptions } from '../../../src/writers/template/write-template.js';

const FILE = new URL('../../../templates/criteria/nd86-2023.yaml', import.meta.url);

function bundledSet(): CriteriaSet {
  const file = 'nd86-2023.yaml';
  const { value, locate } = readYaml(readFileSync(FILE, 'utf8'), file);
  const { set, findings } = admitCriteriaSet([{ value, locate, file }]);
  if (set === undefined) throw new Error(findings.map(({ message }) => message).join('\n'));
  return set;
}

export const SET = bundledSet();

export const COMMUNE: TemplateOptions = {
  set: SET,
  unit: { code: '09187', name: 'An Bình', type: 'xã', level: 'commune', areaClass: 'difficult' },
  ancestors: [
    { code: '256', name: 'Tân Phú', type: 'huyện', level: 'district' },
    { code: '75', name: 'Đồng Nai', type: 'tỉnh', level: 'province' },
  ],
  period: { id: '2024', year: 2024, kind: 'year' },
  senderForms: 'commune',
  date: '2024-10-01',
};
