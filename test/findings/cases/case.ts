/** The smallest input that gives a finding: for each code one case, whose findings hold exactly that code. */
import type { Finding } from '../../../src/model.js';

export type Cases = Readonly<Record<string, () => readonly Finding[] | Promise<readonly Finding[]>>>;
