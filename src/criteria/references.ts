/** What indicators and rules name: fields, the answers they expect of them, and forms. One walk per kind of rule. */
import type { FieldCondition, IndicatorDefinition, RuleDefinition, RuleExample, Term } from '../model.js';
import type { CriteriaPath } from './chain-file.js';

export interface Reference {
  readonly to: 'field' | 'form';
  readonly id: string;
  /** From the top of the entry. */
  readonly path: CriteriaPath;
  /** What the field must be able to give. */
  readonly wants: 'number' | 'answers' | 'anything';
  readonly answers?: readonly string[];
}

const anything = (id: string, ...path: CriteriaPath): Reference => ({
  to: 'field',
  id,
  path,
  wants: 'anything',
});
const number = (id: string, ...path: CriteriaPath): Reference => ({ to: 'field', id, path, wants: 'number' });
const form = (id: string, ...path: CriteriaPath): Reference => ({ to: 'form', id, path, wants: 'anything' });
const answers = (id: string, given: readonly string[], ...path: CriteriaPath): Reference => ({
  to: 'field',
  id,
  path,
  wants: 'answers',
  answers: given,
});
const each = (
  ids: readonly string[],
  make: (id: string, ...path: CriteriaPath) => Reference,
  ...path: CriteriaPath
): Reference[] => ids.map((id, index) => make(id, ...path, index));

export function indicatorReferences(indicator: IndicatorDefinition): readonly Reference[] {
  return [
    ...termReferences(indicator.numerator, 'numerator'),
    ...(indicator.denominator === undefined ? [] : termReferences(indicator.denominator, 'denominator')),
    ...(indicator.pending === undefined ? [] : termReferences(indicator.pending, 'pending')),
  ];
}

function termReferences(term: Term, at: string): readonly Reference[] {
  if ('units' in term) {
    switch (term.units) {
      case 'all':
        return [];
      case 'positive':
        return [number(term.field, at, 'field')];
      case 'in':
        return [answers(term.field, term.in, at, 'field')];
      case 'withRows':
        return [form(term.form, at, 'form')];
    }
  }
  const filter = term.where === undefined ? [] : [answers(term.where.field, term.where.in, at, 'where')];
  if ('rows' in term) return [form(term.rows, at, 'rows'), ...filter];
  if ('count' in term) return [answers(term.count, term.in, at, 'count'), ...filter];
  if ('positive' in term) return [number(term.positive, at, 'positive'), ...filter];
  return typeof term.sum === 'string'
    ? [number(term.sum, at, 'sum'), ...filter]
    : [...each(term.sum, number, at, 'sum'), ...filter];
}

/** Everything a rule names, its examples and exclusions included. */
export function ruleReferences(rule: RuleDefinition): readonly Reference[] {
  const excludes = typeof rule.excludes === 'object' ? each(rule.excludes, anything, 'excludes') : [];
  return [
    ...subjectsOf(rule),
    ...excludes,
    ...exampleReferences(rule.examples.pass, 'pass'),
    ...exampleReferences(rule.examples.fail, 'fail'),
  ];
}

/** The fields and forms the rule itself compares, in the order of its keys. */
export function subjectsOf(rule: RuleDefinition): readonly Reference[] {
  switch (rule.kind) {
    case 'required':
    case 'unique':
    case 'together':
    case 'exclusive':
    case 'repeated':
    case 'asOfMismatch':
      return [
        ...each(rule.fields, anything, 'fields'),
        ...(rule.kind === 'unique' && rule.askWhenBlank !== undefined
          ? [anything(rule.askWhenBlank, 'askWhenBlank')]
          : []),
      ];
    case 'wholeNumber':
      return each(rule.fields, number, 'fields');
    case 'change':
      return [number(rule.field, 'field')];
    case 'choice':
      return [answers(rule.field, rule.allowed, 'field')];
    case 'partOfWhole':
      return [...each(rule.parts, number, 'parts'), number(rule.whole, 'whole')];
    case 'sumOf':
    case 'digits':
      return [
        ...(rule.total === 'totalRow' ? [] : [number(rule.total, 'total')]),
        ...(rule.of === 'rows' ? [] : each(rule.of, number, 'of')),
        form(rule.form, 'form'),
      ];
    case 'implies':
      return [condition(rule.if, 'if'), condition(rule.then, 'then')];
    case 'eligibility':
      return [condition(rule.given, 'given'), condition(rule.needs, 'needs')];
    case 'standardsMet':
      return [condition(rule.given, 'given'), form(rule.form, 'form')];
    case 'rateReported':
      return [number(rule.typed, 'typed'), ...rateOf(rule)];
    case 'wrongBase':
      return [number(rule.typed, 'typed'), ...rateOf(rule), ...each(rule.otherBases, number, 'otherBases')];
    case 'rateLimits':
    case 'outlier':
    case 'allFull':
      return rateOf(rule);
    case 'copiedFigure':
      return [number(rule.field, 'field'), ...each(rule.others, number, 'others')];
    case 'range':
    case 'magnitude':
      return [number(rule.field, 'field'), ...(rule.per === undefined ? [] : [number(rule.per, 'per')])];
    case 'consecutiveYears':
      return [number(rule.field, 'field'), answers(rule.title, [...rule.held, ...rule.lost], 'title')];
    case 'consecutiveCount':
      return [number(rule.part, 'part'), number(rule.whole, 'whole')];
    case 'quota':
      return [number(rule.part, 'part'), number(rule.eligible, 'eligible')];
    default:
      return rule satisfies never;
  }
}

const rateOf = (rule: { readonly numerator: string; readonly denominator: string }): Reference[] => [
  number(rule.numerator, 'numerator'),
  number(rule.denominator, 'denominator'),
];

function condition(given: FieldCondition, at: string): Reference {
  if (given.in !== undefined) return answers(given.field, given.in, at, 'field');
  return given.moreThan === undefined ? anything(given.field, at, 'field') : number(given.field, at, 'field');
}

function exampleReferences(example: RuleExample, name: string): readonly Reference[] {
  const keys = (figures: Readonly<Record<string, unknown>> | undefined, ...path: CriteriaPath) =>
    Object.keys(figures ?? {}).map((id) => anything(id, 'examples', name, ...path, id));
  return [
    ...(example.rows ?? []).flatMap((row, index) => keys(row, 'rows', index)),
    ...keys(example.own, 'own'),
    ...keys(example.totals, 'totals'),
    ...(example.peers ?? []).flatMap((peer, index) => keys(peer, 'peers', index)),
    ...keys(example.previous, 'previous'),
    ...(example.previousRows ?? []).flatMap((row, index) => keys(row, 'previousRows', index)),
  ];
}
