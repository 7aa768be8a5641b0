/** In the place of an indicator: the units themselves, and what is counted over the whole report. */
export const UNITS = 'units';

/** So many units with targets missed are named in the overall judgement, those with most of them first. */
export const MOST_BELOW = 10;
