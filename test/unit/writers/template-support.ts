/** The bundled criteria set and a commune to write templates for. */
import type { TemplateOptions } from '../../../src/writers/template/write-template.js';
import { bundledSet } from '../criteria/sample-files.js';

export const SET = bundledSet('nd86-2023');

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
