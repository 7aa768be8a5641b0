/** The order of test files: those that run the whole program or other programs first, the longest of them before all. */
import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** By how long they take, without their endings. What is not named comes after them, large files before small ones. */
const LONGEST = [
  'code',
  'injection',
  'kill',
  'golden',
  'deadline-commands',
  'sealing',
  'outputs',
  'hostile',
  'play',
  'docs',
  'start-up',
  'dist',
  'foreign',
  'trace',
  'meanwhile',
  'own-files',
  'verify-reports',
  'impact',
];

const place = ({ moduleId }: TestSpecification): number => {
  const at = LONGEST.indexOf(basename(moduleId).replace(/(?:\.mocked)?\.test\.ts$/u, ''));
  return at < 0 ? LONGEST.length : at;
};

/** A worker is kept while its next file is of the same project. */
const PROJECTS = ['whole', 'mocked', 'quick'];
const projectOf = ({ project }: TestSpecification): number => PROJECTS.indexOf(project.name);

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    return usual.toSorted((one, other) => projectOf(one) - projectOf(other) || place(one) - place(other));
  }
}
