/** Who is not in a figure, by reason, named or counted: "xã A và xã B chưa gửi báo cáo". */
import type { MeasureRecord, UnitRecord } from '../../model.js';
import type { Frame } from './frame.js';
import { listed } from './vietnamese-list.js';
import type { Prose } from './prose.js';
import type { Say } from '../wording/wording.js';
import { unitName } from '../../units/names/unit-name.js';

/** Up to this many units are named; more are counted and listed in the annex on submissions. */
export const NAMED_AT_MOST = 5;
/** Units that share one remark: up to this many are named, more are counted. */
export const TIED_NAMED_AT_MOST = 3;

const REASONS = ['notSent', 'documentOnly', 'undecided', 'notApplicable', 'incomplete'] as const;
type Reason = (typeof REASONS)[number];

/** Units outside a figure, by reason. Codes the list of units does not know are kept as they are. */
export type Absent = ReadonlyMap<Reason, readonly string[]>;

/** The units outside a measure; `indicator` tells why a unit that sent something is not in it. */
export function absentFrom(frame: Frame, measure: MeasureRecord, indicator: string): Absent {
  const unreported = (code: string): boolean => {
    const own = frame.results.measures[code]?.[indicator];
    return own?.reported !== 1 && own?.state !== 'notApplicable';
  };
  const codes =
    measure.missing ??
    (measure.reported < measure.expected
      ? frame.leaves.map((leaf) => leaf.code).filter((code) => unreported(code))
      : []);
  return byReason(codes, (code) =>
    reasonOf(frame.unitByCode.get(code), frame.results.measures[code]?.[indicator]),
  );
}

/** Units that sent nothing that could be read. */
export function silentUnits(frame: Frame): Absent {
  const silent = frame.leaves.filter((leaf) => leaf.status === 'missing' || leaf.status === 'documentOnly');
  return byReason(
    silent.map((leaf) => leaf.code),
    (code) => reasonOf(frame.unitByCode.get(code), undefined),
  );
}

function byReason(codes: readonly string[], reason: (code: string) => Reason): Absent {
  return new Map(
    REASONS.map((one) => [one, codes.filter((code) => reason(code) === one)] as const).filter(
      ([, units]) => units.length > 0,
    ),
  );
}

function reasonOf(unit: UnitRecord | undefined, measure: MeasureRecord | undefined): Reason {
  if (unit?.status === 'missing') return 'notSent';
  if (unit?.status === 'documentOnly') return 'documentOnly';
  if (measure?.state === 'pending') return 'undecided';
  if (measure?.state === 'notApplicable') return 'notApplicable';
  return 'incomplete';
}

export const absentCount = (absent: Absent): number =>
  [...absent.values()].reduce((sum, codes) => sum + codes.length, 0);

/** More absent units than a sentence can name. */
export const mustBeListed = (absent: Absent): boolean => absentCount(absent) > NAMED_AT_MOST;

/** "xã A và xã B chưa gửi báo cáo; số liệu của xã C chưa đủ …". Empty when nobody is named. */
export function reasonsText({ frame, say, listAnnex }: Prose, absent: Absent): string {
  // Asking for the number points to the annex: only where it is needed.
  const annex = mustBeListed(absent) ? listAnnex() : undefined;
  const counted = annex !== undefined;
  const parts = [...absent].map(([reason, codes]) =>
    say(`reason.${reason}`, { names: counted ? many(frame, say, codes.length) : namesOf(frame, codes) }),
  );
  const text = parts.join('; ');
  return counted ? `${text} ${say('reason.list', { annex })}` : text;
}

/** All absent units without their reasons. */
export function absentNames(frame: Frame, say: Say, absent: Absent): string {
  const codes = [...absent.values()].flat();
  return mustBeListed(absent) ? many(frame, say, codes.length) : namesOf(frame, codes);
}

const many = (frame: Frame, say: Say, count: number): string =>
  say('units.many', { count: frame.count(count) });

/** Units by name, more than `most` by their number. */
export const namesOrCount = (
  { frame, say }: { readonly frame: Frame; readonly say: Say },
  codes: readonly string[],
  most = TIED_NAMED_AT_MOST,
): string => (codes.length > most ? many(frame, say, codes.length) : namesOf(frame, codes));

/** "xã A và xã B"; in a province with districts "xã A, huyện C; xã B, huyện D". */
export const namesOf = (frame: Frame, codes: readonly string[]): string =>
  listed(codes.map((code) => fullName(frame, code)));

function fullName(frame: Frame, code: string): string {
  const unit = frame.unitByCode.get(code);
  if (unit === undefined) return code;
  const parent = unit.parent === undefined ? undefined : frame.unitByCode.get(unit.parent);
  return parent === undefined || parent.code === frame.results.unit
    ? unitName(unit)
    : `${unitName(unit)}, ${unitName(parent)}`;
}
