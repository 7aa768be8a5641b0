/** What a criteria set holds on no official text yet (`confirmed: false`), for a person to check; `criteria show` lists it. */
import type { CriteriaSet, TitleDefinition } from '../model.js';

/** A fact of the set that no official text has confirmed yet. */
export interface UnconfirmedFact {
  readonly list: 'fields' | 'indicators' | 'rules' | 'titles';
  readonly id: string;
  readonly text: string;
  readonly basis: string;
}

/** Everything marked `confirmed: false`, for a person to check against the official texts. */
export function unconfirmedFacts(set: CriteriaSet): readonly UnconfirmedFact[] {
  const labelled = (list: UnconfirmedFact['list'], entries: readonly LabelledFact[]): UnconfirmedFact[] =>
    entries.flatMap(({ id, label, basis, confirmed }) =>
      confirmed ? [] : [{ list, id, text: label, basis }],
    );
  return [
    ...labelled('fields', set.fields),
    ...labelled('indicators', set.indicators),
    ...labelled('rules', set.rules),
    ...set.titles.flatMap(unconfirmedInTitle),
  ];
}

interface LabelledFact {
  readonly id: string;
  readonly label: string;
  readonly basis: string;
  readonly confirmed: boolean;
}

function unconfirmedInTitle(title: TitleDefinition): readonly UnconfirmedFact[] {
  const fact = (id: string, text: string, basis: string): UnconfirmedFact => ({
    list: 'titles',
    id: `${title.id} › ${id}`,
    text,
    basis,
  });
  const dated = (key: 'labels' | 'decidedBy') =>
    title[key].flatMap(({ text, basis, confirmed }) => (confirmed ? [] : [fact(key, text, basis)]));
  return [
    ...(title.confirmed ? [] : [fact('basis', title.labels[0]?.text ?? title.id, title.basis)]),
    ...dated('labels'),
    ...dated('decidedBy'),
    ...[...title.exclusions, ...(title.procedure ?? [])].flatMap(({ text, basis, confirmed }) =>
      confirmed ? [] : [fact('exclusions', text, basis)],
    ),
    ...title.standards.flatMap((standard) => [
      ...(standard.confirmed ? [] : [fact(standard.id, standard.name, title.basis)]),
      ...standard.criteria.flatMap(({ id, text, confirmed }) =>
        confirmed ? [] : [fact(id, text, title.basis)],
      ),
    ]),
  ];
}
