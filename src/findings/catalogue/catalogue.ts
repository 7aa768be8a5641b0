/** The catalogue: every code with its number and its Vietnamese sentences, in one object. */
import { AREA_FINDINGS } from './area-findings.js';
import { ASKED_FINDINGS } from './asked-findings.js';
import { FILE_FINDINGS } from './file-findings.js';
import { LAYOUT_FINDINGS } from './layout-findings.js';
import { CELL_FINDINGS } from './cell-findings.js';
import { RULE_FINDINGS } from './rule-findings.js';
import { UNIT_FINDINGS } from './unit-findings.js';
import { CONFIGURATION_FINDINGS } from './configuration-findings.js';
import { OUTPUT_FINDINGS } from './output-findings.js';
import { SEALING_FINDINGS } from './sealing-findings.js';
import { OWN_FORM_FILLING_FINDINGS } from './own-form-filling-findings.js';
import { OWN_FORM_FINDINGS } from './own-form-findings.js';
import { TRACING_FINDINGS } from './tracing-findings.js';
import { VERIFICATION_FINDINGS } from './verification-findings.js';

export const CATALOGUE = {
  ...FILE_FINDINGS,
  ...LAYOUT_FINDINGS,
  ...CELL_FINDINGS,
  ...ASKED_FINDINGS,
  ...AREA_FINDINGS,
  ...RULE_FINDINGS,
  ...UNIT_FINDINGS,
  ...CONFIGURATION_FINDINGS,
  ...OUTPUT_FINDINGS,
  ...VERIFICATION_FINDINGS,
  ...TRACING_FINDINGS,
  ...SEALING_FINDINGS,
  ...OWN_FORM_FINDINGS,
  ...OWN_FORM_FILLING_FINDINGS,
} as const;

export type FindingCode = keyof typeof CATALOGUE;
