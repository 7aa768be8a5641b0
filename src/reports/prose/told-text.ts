/** What a unit wrote in a field of words, without the marks of figures. */
import type { OwnRecord } from '../../model.js';
import { unmarked } from './figure-marks.js';

export const textOf = (own: OwnRecord | undefined): string =>
  own?.state === 'value' && typeof own.value === 'string' ? unmarked(own.value).trim() : '';
