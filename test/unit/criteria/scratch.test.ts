import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { readYaml } from '../../../src/readers/yaml-document.js';
import { admitCriteriaSet } from '../../../src/criteria/admit-criteria-set.js';
import { criteriaJsonSchema } from '../../../src/criteria/criteria-json-schema.js';
import { runRuleExamples } from '../../../src/validation/rule-examples.js';
import { z } from 'zod';
it('x', () => {
  const file = (name: string) => { const t = performance.now(); const d = readYaml(readFileSync(`/work/main/templates/criteria/${name}.yaml`, 'utf8'), name); console.log('yaml', performance.now() - t, d.findings); return { ...d, file: name }; };
  const [a, b] = [file('nd86-2023'), file('nd122-2018')];
  for (const chain of [[a], [a, b]]) {
    const t = performance.now();
    const r = admitCriteriaSet(chain);
    console.log('admit', performance.now() - t);
    for (const f of r.findings) console.log(f.number, f.at.file, f.at.cell, f.message);
    if (!r.set) continue;
    for (const run of runRuleExamples(r.set)) if (run.got !== run.expected) console.log(run.rule, run.example, run.expected, run.got, run.codes);
  }
  const schema = criteriaJsonSchema() as Record<string, unknown>;
  console.log(z.fromJSONSchema(schema['else'] as never).safeParse(a.value).error?.issues.slice(0, 3), JSON.stringify(z.fromJSONSchema(schema['then'] as never).safeParse(b.value).error?.issues)?.slice(0, 1500), JSON.stringify(schema).length);
});
