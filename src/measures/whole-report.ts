/** In the place of an indicator: the units themselves, and what is counted over the whole report. */
export const UNITS = 'units';
