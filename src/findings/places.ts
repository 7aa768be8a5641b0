/** Places of findings that are about no cell: a file of the office as a whole. */

export const IN_CONFIGURATION = { file: 'tdkvh.yaml' } as const;
export const IN_UNITS = { file: 'units.csv' } as const;
export const IN_CROSSWALK = { file: 'crosswalk.csv' } as const;
