/** The teller of a results document: its frame and the wording together. */
import type { ResultsDocument } from '../model.js';
import { buildFrame } from './frame.js';
import type { ReportWording } from './report-wording.js';
import { makeTeller, type Teller } from './teller.js';

export type { Teller } from './teller.js';

export const tellerOf = (results: ResultsDocument, { outline, say }: ReportWording): Teller =>
  makeTeller(buildFrame(results, { decimals: results.decimals, titles: outline.titles }), say);
