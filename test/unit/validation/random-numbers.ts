/** Numbers that look random and are the same in every run. */
export interface RandomNumbers {
  /** 0 to `most`, both included. */
  readonly upTo: (most: number) => number;
  readonly of: <One>(many: readonly One[]) => One;
}

export function randomNumbers(seed: number): RandomNumbers {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const upTo = (most: number): number => Math.floor(next() * (most + 1));
  return {
    upTo,
    of: (many) => {
      const one = many[upTo(many.length - 1)];
      if (one === undefined) throw new Error('nothing to choose from');
      return one;
    },
  };
}
