/** templates/criteria/README.md says what the schemas say; `npm run golden` writes it anew. */
import { expect, it } from 'vitest';
import { admit, bundledFile, criteriaFile } from './sample-files.js';
import { criteriaReadme, PROVINCE } from './criteria-readme.js';

const files = (['nd86-2023', 'nd122-2018'] as const).flatMap((id) => {
  const { value, included = [] } = bundledFile(id);
  return [value, ...included.map((file) => file.value)];
});

it('the README of the criteria sets is up to date', async () => {
  await expect(criteriaReadme(files)).toMatchFileSnapshot('../../../templates/criteria/README.md');
});

it('explains every key and shows an example of it', () => {
  const rows = criteriaReadme(files)
    .split('\n')
    .filter((line) => /^\| `/u.test(line))
    .map((line) => line.split(/(?<!\\)\|/u).map((part) => part.trim()));
  expect(rows.filter((row) => row[4] === '' || row[5] === '').map((row) => row[1])).toEqual([]);
});

it('shows a set of a province that is admitted as it stands', () => {
  const { set, findings } = admit([bundledFile('nd86-2023'), criteriaFile(PROVINCE, 'tinh-a.yaml')]);
  expect(findings.map(({ message }) => message)).toEqual([]);
  expect(set?.fields.map(({ id }) => id)).toContain('greenHouses');
});
