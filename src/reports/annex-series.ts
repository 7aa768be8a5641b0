/** The annexes of a report in one series, numbered in the order in which the text points to them; charts among them. */
import type { Annex } from '../model.js';
import { roman } from './prose/roman.js';
import { CHARTS } from './wording/outline.js';
import type { Prose } from './prose/prose.js';
import { lowerFirst } from '../values/vietnamese-text.js';

/** What may be pointed to: an annex of annexes.yaml by its id, or the charts. */
interface Member {
  readonly id: string;
  /** Of annexes.yaml; none for the charts. */
  readonly declared?: string;
  readonly title: string;
}

/** Numbers are given as the text asks for them. */
export class AnnexSeries {
  readonly #members: readonly Member[];
  readonly #numbers = new Map<string, string>();

  constructor(members: readonly Member[]) {
    this.#members = members;
  }

  /** The number of the annex with that id or declared number; undefined when it is not printed. */
  numberOf(wanted: string): string | undefined {
    const member = this.#members.find(({ id, declared }) => id === wanted || declared === wanted);
    if (member === undefined) return undefined;
    const number = this.#numbers.get(member.id) ?? roman(this.#numbers.size + 1);
    this.#numbers.set(member.id, number);
    return number;
  }

  /** Those among the ids that are printed and that nothing has pointed to yet. */
  untold(ids: readonly string[]): readonly string[] {
    return ids.filter((id) => !this.#numbers.has(id) && this.#members.some((one) => one.id === id));
  }

  /** Members of those ids that the text has not pointed to, numbered now. */
  rest(
    isAsked: (id: string) => boolean,
  ): readonly { readonly id: string; readonly title: string; readonly number: string }[] {
    return this.#members
      .filter(({ id }) => !this.#numbers.has(id) && isAsked(id))
      .flatMap(({ id, title }) => {
        const number = this.numberOf(id);
        return number === undefined ? [] : [{ id, title, number }];
      });
  }

  /** Ids in the order of their numbers. */
  get order(): readonly string[] {
    return [...this.#numbers.keys()];
  }
}

export function seriesOf(prose: Prose, annexes: readonly Annex[], charts: boolean): AnnexSeries {
  return new AnnexSeries([
    ...annexes.map(({ number, table: { id, title } }) => ({
      id,
      declared: number,
      title: lowerFirst(title),
    })),
    ...(charts ? [{ id: CHARTS, title: lowerFirst(prose.say('charts.title', {})) }] : []),
  ]);
}

/** The annexes with the numbers the text gave them, in that order; notes that name the list of units follow. */
export function renumbered(prose: Prose, annexes: readonly Annex[], series: AnnexSeries): readonly Annex[] {
  const list = prose.listAnnex();
  const printed = annexes.some((annex) => annex.number === list);
  const number = list === undefined || !printed ? undefined : series.numberOf(list);
  const said = list === undefined ? '' : prose.say('reason.list', { annex: list });
  const reference = number === undefined ? '' : prose.say('reason.list', { annex: number });
  const byId = new Map(annexes.map((annex) => [annex.table.id, annex]));
  return series.order.flatMap((id): readonly Annex[] => {
    const annex = byId.get(id);
    if (annex === undefined) return [];
    const { table } = annex;
    const notes = said === '' ? table.notes : table.notes.map((note) => note.replace(said, reference));
    return [{ number: series.numberOf(id) ?? annex.number, table: { ...table, notes } }];
  });
}
