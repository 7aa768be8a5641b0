/** A record whose values are made when asked for: to whoever reads it, a record like any other. */
import { expect, it } from 'vitest';
import { lazyRecord } from '../../../src/values/lazy-record.js';

it('reads like a record, and makes a value only when it is asked for', () => {
  const made: string[] = [];
  const record = lazyRecord(['10', '02', 'x'], (key) => {
    made.push(key);
    return { key };
  });
  expect(Object.keys(record)).toEqual(['10', '02', 'x']);
  expect(made).toEqual([]);
  expect(record['02']).toBe(record['02']);
  expect(made).toEqual(['02']);
  expect(record['nobody']).toBeUndefined();
  expect({ ...record }).toEqual({ '10': { key: '10' }, '02': { key: '02' }, x: { key: 'x' } });
  expect(JSON.stringify(record)).toBe('{"10":{"key":"10"},"02":{"key":"02"},"x":{"key":"x"}}');
});
