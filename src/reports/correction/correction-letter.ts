/** The letter of correction (công văn đính chính): headline figures by name, the others in its annex, and why. */
import type { CorrectionReason, Corrections, Report, Table } from '../../model.js';
import { issuerWords, list, officialLetter, paragraph } from '../deadline/official-letter.js';
import type { ReportWording } from '../wording/report-wording.js';
import type { Prose } from '../prose/prose.js';
import { reasonWords, reportWords } from './correction-words.js';

/** Reasons that a letter names one by one. */
const MOST_REASONS = 12;

export function correctionLetter(
  prose: Prose,
  sealed: Prose,
  wording: ReportWording,
  { figures }: Corrections,
  table: Table,
): Report {
  const { say, frame } = prose;
  const report = reportWords(prose, sealed);
  const issuer = issuerWords(prose, wording);
  const headlines = figures.filter(({ leads }) => leads);
  const others = figures.filter(({ leads }) => !leads);
  const units = new Set(others.map(({ unit }) => unit)).size;
  const to = sealed.frame.results.report.to;
  return officialLetter(prose, wording, {
    about: say('correction.about', { report }),
    title: say('correction.letterTitle', {}),
    to: to.length > 0 ? to : [say('correction.recipient', { report })],
    blocks: [
      paragraph(
        say('correction.opening', {
          report,
          issuer,
          published: sealed.frame.results.report.number !== undefined,
        }),
      ),
      headlines.length === 0
        ? paragraph(say('correction.noHeadline', {}))
        : list(
            ended(
              headlines.map(({ label, published, revised }) =>
                say('correction.item', { label, published, revised }),
              ),
            ),
          ),
      ...(others.length === 0
        ? []
        : [
            paragraph(
              say('correction.others', {
                headlines: headlines.length > 0,
                count: frame.count(others.length),
                units: frame.count(units),
              }),
            ),
          ]),
      paragraph(say('correction.causes', {})),
      list(
        ended(
          causes(
            prose,
            figures.flatMap(({ reasons }) => reasons),
          ),
        ),
      ),
      paragraph(say('correction.closing', { report })),
    ],
    annex: { table, reference: say('correction.annexReference', { issuer }) },
  });
}

/** Each once, the same cell behind several figures once. */
function causes(prose: Prose, reasons: readonly CorrectionReason[]): readonly string[] {
  const lines = [...new Set(reasons.map((reason) => reasonWords(prose, reason)))];
  const rest = lines.length - MOST_REASONS;
  return [
    ...lines.slice(0, MOST_REASONS),
    ...(rest > 0 ? [prose.say('correction.reason.others', { count: prose.frame.count(rest) })] : []),
  ];
}

const ended = (lines: readonly string[]): readonly string[] =>
  lines.map((line, index) => `${line}${index === lines.length - 1 ? '.' : ';'}`);
