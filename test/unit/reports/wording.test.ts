/** Wording: sections, overriding, and what templates may not do. */
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { WordingFault } from '../../../src/reports/wording/wording-fault.js';
import { compileWording } from '../../../src/reports/wording/wording.js';

const file = (text: string) => ({ 'a.hbs': text });

describe('compileWording', () => {
  it('fills a section and folds its line breaks', () => {
    const say = compileWording(file('remark\n## greet\nXin chào\n  {{name}}.\n'));
    expect(say('greet', { name: 'bà Lan' })).toBe('Xin chào bà Lan.');
  });

  it('lets a later file replace single sections', () => {
    const say = compileWording({ a: '## x\nmột\n## y\nhai', b: '## x\nba' });
    expect([say('x', {}), say('y', {})]).toEqual(['ba', 'hai']);
  });

  it('does not escape: blocks are plain text', () => {
    expect(compileWording(file('## x\n{{v}}'))('x', { v: '“A & B” <c>' })).toBe('“A & B” <c>');
  });

  it.each([
    ['a value that is not given', '{{v}}', {}],
    ['a condition that is not given', '{{#if v}}a{{/if}}', {}],
    ['a path into nothing', '{{a.b}}', { a: 'text' }],
    ['inherited properties', '{{constructor}}', {}],
    ['inherited properties deeper', '{{a.constructor}}', { a: {} }],
    ['prototypes', '{{__proto__}}', {}],
  ])('names the fault: %s', (_, text, data) => {
    expect(() => compileWording(file(`## x\n${text}`))('x', data)).toThrow(WordingFault);
  });

  it.each([
    '{{> other}}',
    '{{#each a}}b{{/each}}',
    '{{#with a}}b{{/with}}',
    '{{lookup a "b"}}',
    '{{log "x"}}',
    '{{#*inline "p"}}x{{/inline}}',
    '{{../a}}',
    '{{@root.a}}',
    '{{#if (lookup a "b")}}x{{/if}}',
  ])('refuses %s when compiling', (text) => {
    expect(() => compileWording(file(`## x\n${text}`))).toThrow(WordingFault);
  });

  it('names broken templates and unknown or doubled sections', () => {
    expect(() => compileWording(file('## x\n{{#if a}}b'))).toThrow(/a\.hbs › x/u);
    expect(() => compileWording(file('## x\na\n## x\nb'))).toThrow(WordingFault);
    expect(() => compileWording({})('x', {})).toThrow(WordingFault);
  });

  it.each([
    'a {{v}} b',
    '{{#if v}}có {{v}}{{else}}không{{/if}}',
    '{{#unless v}}không{{/unless}}.',
    '{{#unless v}}không{{else}}có{{/unless}}',
    '{{#if a.b}}{{a.b}}{{else if v}}{{#unless a.c}}c{{/unless}}{{v}}{{else}}x{{/if}}',
    'một {{~ v ~}} hai{{! lời dặn }}\n{{#if v}}\n  ba\n{{/if}}\nbốn',
    '\\{{v}} {{a.c}}',
  ])('fills as handlebars does: %s', (text) => {
    const values = ['', 'x', 0, 1, false, true, [], ['a', 'b'], null, undefined, Number.NaN];
    for (const v of values)
      for (const b of values) {
        const data = { v, a: { b, c: v } };
        const whole = Handlebars.compile(text, { strict: true, noEscape: true })(data);
        expect(compileWording(file(`## x\n${text}`))('x', data)).toBe(whole.replace(/\s+/gu, ' ').trim());
      }
  });

  it('keeps text of data as text: braces in a value are not wording', () => {
    expect(compileWording(file('## x\n{{v}}'))('x', { v: '{{constructor}} {{> p}}' })).toBe(
      '{{constructor}} {{> p}}',
    );
  });
});
