/** A record whose values are made when asked for: to whoever reads it, a record like any other. */
import { expect, it } from 'vitest';
import { lazyRecord } from '../../../src/values/lazy-record.js';

it('reads like a record, and makes a value only when it is asked for', () => {
  const made: string[] = [];
  const keys = ['10', '02', 'x'];
  const record = lazyRecord(
    () => keys,
    (key) => {
      if (!keys.includes(key)) return undefined;
      made.push(key);
      return { key };
    },
  );
  expect(Object.keys(record)).toEqual(keys);
  expect(made).toEqual([]);
  const value = record['02'];
  expect(record['02']).toBe(value);
  expect(record['nobody']).toBeUndefined();
  expect('x' in record).toBe(true);
  expect('y' in record).toBe(false);
  expect({ ...record }).toEqual({ '10': { key: '10' }, '02': { key: '02' }, x: { key: 'x' } });
  expect(Object.values(record)).toEqual([{ key: '10' }, { key: '02' }, { key: 'x' }]);
  expect(JSON.stringify(record)).toBe('{"10":{"key":"10"},"02":{"key":"02"},"x":{"key":"x"}}');
});

it('keeps the latest values only', () => {
  const made: string[] = [];
  const record = lazyRecord(
    () => ['a', 'b', 'c'],
    (key) => {
      made.push(key);
      return { key };
    },
    2,
  );
  for (const key of ['a', 'b', 'a', 'c', 'b', 'a']) expect(record[key]).toEqual({ key });
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});
