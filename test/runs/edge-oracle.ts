/**
 * What the figures of made communes are, worked out once more from what each of them says: own arithmetic in BigInt, nothing
 * of the program. `accepted`: errors that were accepted, as `unit rule`.
 */
import {
  OWN_PLACES,
  SECOND_PLACES,
  type Cell,
  type Field,
  type MadeCommune,
  type SecondField,
} from './made-edges.js';

/** `na`: it does not apply; `none`: it applies and is not known. */
export type Known =
  | { readonly kind: 'none' | 'na' }
  | { readonly kind: 'value'; readonly n: bigint; readonly d?: bigint; readonly pending?: bigint };

type Value = { readonly kind: 'value'; readonly n: bigint };
type Figure = { readonly kind: 'none' } | { readonly kind: 'na' } | Value;
type Summed =
  | { readonly kind: 'partly'; readonly known: bigint }
  | { readonly kind: 'absent' }
  | { readonly kind: 'na' }
  | Value;

const NONE = { kind: 'none' } as const;
const NA = { kind: 'na' } as const;
const value = (n: bigint) => ({ kind: 'value', n }) as const;

function summed(cells: readonly Cell[]): Summed {
  if (cells.length === 0) return { kind: 'absent' };
  const numbers = cells.filter((cell) => typeof cell === 'number');
  const blanks = cells.filter((cell) => cell === '').length;
  const known = numbers.reduce((sum, cell) => sum + BigInt(cell), 0n);
  if (blanks > 0) return numbers.length > 0 ? { kind: 'partly', known } : { kind: 'absent' };
  return numbers.length === 0 ? NA : value(known);
}

/** One commune's figures by indicator. */
export class Oracle {
  private readonly commune: MadeCommune | undefined;
  private readonly accepted: ReadonlySet<string>;

  constructor(commune: MadeCommune | undefined, accepted: ReadonlySet<string>) {
    this.commune = commune;
    this.accepted = accepted;
  }

  private stands(rule: string): boolean {
    return !this.accepted.has(`${this.commune?.code ?? ''} ${rule}`);
  }

  private get sent() {
    return this.commune === undefined || this.commune.rival ? undefined : this.commune.rows;
  }

  /** Rows that can be used: no area twice, as many as declared. */
  private get rows() {
    const rows = this.sent;
    if (rows === undefined) return undefined;
    const twice = new Set(rows.map(({ name }) => name)).size < rows.length;
    const declared = this.commune?.declared;
    if (twice && this.stands('unique-areas')) return undefined;
    if (declared !== undefined && declared !== rows.length && this.stands('areas-declared')) return undefined;
    return rows;
  }

  private lineOf(line: string): Summed {
    const cell = this.commune?.own?.[line];
    return cell === undefined ? { kind: 'absent' } : summed([cell]);
  }

  own(line: string): Figure {
    const found = this.lineOf(line);
    return found.kind === 'value' || found.kind === 'na' ? found : NONE;
  }

  field(field: Field): Figure {
    const inRows = summed((this.rows ?? []).map(({ cells }) => cells[field]));
    const over =
      this.sent?.some(({ cells }) => Number(cells.familiesTitled) > Number(cells.households)) === true;
    const touched = field === 'familiesTitled' || field === 'households';
    if (touched && over && this.stands('titled-within-households')) return NONE;
    const line = field in SECOND_PLACES ? SECOND_PLACES[field as SecondField] : undefined;
    const own = line === undefined ? ({ kind: 'absent' } as const) : this.lineOf(line);
    const all = summed((this.sent ?? []).map(({ cells }) => cells[field]));
    if (all.kind === 'value' && own.kind === 'value' && all.n !== own.n) return NONE;
    // The known rows alone pass what is said of the whole unit.
    if (all.kind === 'partly' && own.kind === 'value' && all.known > own.n) return NONE;
    if (inRows.kind === 'value') return inRows;
    if (own.kind === 'value') return own;
    if (inRows.kind === 'partly') return NONE;
    return inRows.kind === 'na' || own.kind === 'na' ? NA : NONE;
  }

  /** Areas with an answer, of all areas, and those without a decision. */
  areas(kind?: string): Known {
    const { rows } = this;
    if (rows === undefined || rows.length === 0) return NONE;
    if (kind !== undefined && rows.some((row) => row.kind === '')) return NONE;
    const kept = kind === undefined ? rows : rows.filter((row) => row.kind === kind);
    // A blank answer is asked for: the column cannot be used at all.
    if (rows.some(({ title }) => title === '')) return NONE;
    const count = (title: string): bigint => BigInt(kept.filter((row) => row.title === title).length);
    return { ...value(count('đạt')), d: BigInt(kept.length), pending: count('chưa có quyết định') };
  }

  withHouse(): Known {
    const { rows } = this;
    const sum = this.field('cultureHouses');
    if (rows === undefined || sum.kind !== 'value') return sum;
    return {
      ...value(BigInt(rows.filter(({ cells }) => Number(cells.cultureHouses) > 0).length)),
      d: BigInt(rows.length),
    };
  }

  centre(): Known {
    const found = this.own(OWN_PLACES.communeCentre);
    return found.kind === 'value' ? { ...value(found.n > 0n ? 1n : 0n), d: 1n } : found;
  }
}

/** A rate has both sides; what does not apply on either has none, unless a count stands without its base. */
export function rate(n: Figure, d: Figure): Known {
  if (n.kind === 'value' && d.kind === 'value') return { ...n, d: d.n };
  if (n.kind === 'na' || d.kind === 'na') return n.kind === 'value' && n.n > 0n ? NONE : NA;
  return NONE;
}

/** Every indicator that is checked. */
export function figuresOf(
  commune: MadeCommune | undefined,
  accepted: ReadonlySet<string>,
): Readonly<Record<string, Known>> {
  const it = new Oracle(commune, accepted);
  const fields: readonly Field[] = [
    'households',
    'population',
    'familiesTitled',
    'cultureHouses',
    ...(Object.keys(SECOND_PLACES) as readonly SecondField[]),
  ];
  const lines = Object.entries(OWN_PLACES).map(([id, line]): [string, Known] => [id, it.own(line)]);
  return {
    ...Object.fromEntries(fields.map((field): [string, Known] => [field, it.field(field)])),
    ...Object.fromEntries(lines),
    familyTitleRate: rate(it.field('familiesTitled'), it.field('households')),
    exerciserRate: rate(it.field('regularExercisers'), it.field('population')),
    sportsFamilyRate: rate(it.field('sportsFamilies'), it.field('households')),
    civilisedWeddingRate: rate(it.field('weddingsCivilised'), it.field('weddings')),
    civilisedFuneralRate: rate(it.field('funeralsCivilised'), it.field('funerals')),
    cremationRate: rate(it.field('cremations'), it.field('funerals')),
    festivalsByRulesRate: rate(it.own(OWN_PLACES.festivalsByRules), it.own(OWN_PLACES.festivals)),
    areaTitleRate: it.areas(),
    areaTitleRateThon: it.areas('thôn'),
    areaTitleRateToDanPho: it.areas('tổ dân phố'),
    areasWithCultureHouseRate: it.withHouse(),
    communeCentreRate: it.centre(),
  };
}

/** A measure as results.json has to hold it, from the communes under a unit. */
export function measureOf(known: readonly (readonly [code: string, figure: Known])[]) {
  const values = known.flatMap(([, one]) => (one.kind === 'value' ? [one] : []));
  const codes = (kind: Known['kind']): readonly string[] =>
    known.flatMap(([code, one]) => (one.kind === kind ? [code] : []));
  const sum = (side: 'n' | 'd' | 'pending'): number =>
    Number(values.reduce((all, one) => all + (one[side] ?? 0n), 0n));
  return {
    n: sum('n'),
    d: sum('d'),
    pending: sum('pending'),
    reported: values.length,
    expected: known.length - codes('na').length,
    missing: codes('none').toSorted(),
    notApplicable: codes('na').toSorted(),
  };
}
