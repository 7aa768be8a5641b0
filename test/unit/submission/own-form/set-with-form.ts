/** The set of the tests with an office's own form, read from YAML and admitted as a run does it. */
import { withOwnForms } from '../../../../src/criteria/own-forms.js';
import type { CriteriaSet } from '../../../../src/model.js';
import { readYaml } from '../../../../src/readers/yaml-document.js';
import { SET } from '../made-files.js';

/** What admission says of the form, with the set where it is admitted; faults of the YAML itself come first. */
export function joined(yaml: string): ReturnType<typeof withOwnForms> {
  const { value, findings, locate } = readYaml(yaml, 'forms/mau.yaml');
  const own = withOwnForms(SET, [{ value, file: 'forms/mau.yaml', locate: (path) => locate(path) }]);
  return { ...own, findings: [...findings, ...own.findings] };
}

/** The set; raises with what is said of a form that is not admitted. */
export function setWithForm(yaml: string): CriteriaSet {
  const { set, findings } = joined(yaml);
  if (set === undefined) throw new Error(findings.map(({ message }) => message).join('; '));
  return set;
}
