/** The letter around the text: agency, number, place and date, signature, Nơi nhận (Decree 30/2020/NĐ-CP, Appendix I). */
import { formatDateInWords } from '../values/number-format.js';
import type { LetterHead, ReportSettings, SignatureBlock } from '../model.js';
import type { Frame } from './prose/frame.js';
import type { PresetSignature, Signatures } from './wording/signature-presets.js';
import type { SentenceData } from './wording/wording.js';
import { defined } from '../values/defined.js';
import { upperFirst } from '../values/vietnamese-text.js';

/** A name that nobody has given; to be filled in by hand. */
const UNNAMED = '…………………';
/** Room for a number or a day written by hand. */
const BLANK_NUMBER = '     ';
const BLANK_DAY = '    ';

export interface Letter {
  readonly head: LetterHead;
  readonly signature: SignatureBlock;
  readonly recipients: readonly string[];
  /** For the reference of annexes: "05/BC-BCĐ", "ngày 10 tháng 12 năm 2024", "Ban Chỉ đạo". */
  readonly reference: { readonly number: string; readonly date: string; readonly issuer: string };
}

export function writeLetter(frame: Frame, signatures: Signatures): Letter {
  const { report, period } = frame.results;
  const type = frame.root?.type ?? '';
  const words: SentenceData = {
    ...frame.words,
    party: signatures.party[type] ?? 'cấp ủy',
    levelUpper: type.toLocaleUpperCase('vi'),
    addressed: report.to.length > 0,
  };
  const preset = typeof report.signature === 'string' ? signatures.presets[report.signature] : undefined;
  const agency = report.agency ?? preset?.agency(words) ?? UNNAMED;
  const symbol = (preset?.symbol ?? 'BC-…').replace('…', abbreviation(agency));
  const numberAndSymbol = numberText(report, symbol);
  const dateInWords =
    report.date === undefined
      ? `ngày${BLANK_DAY}tháng${BLANK_DAY}năm ${String(period.year)}`
      : formatDateInWords(report.date);
  return {
    head: {
      ...defined({ superior: report.superior }),
      agency,
      number: `Số: ${numberAndSymbol}`,
      placeAndDate: `${report.place ?? '…………'}, ${dateInWords}`,
    },
    signature: { ...signatureLines(report, preset, words), name: report.signer ?? UNNAMED },
    recipients:
      report.recipients.length > 0
        ? report.recipients
        : (preset?.recipients.map((phrase) => phrase(words)).filter((line) => line !== '') ?? []),
    // In a sentence what is still unknown is dotted, not left open.
    reference: {
      number: numberAndSymbol.replace(BLANK_NUMBER, '…'),
      date: dateInWords.replaceAll(BLANK_DAY, ' … '),
      issuer: issuerText(agency, preset, words),
    },
  };
}

const LINKING_WORDS: ReadonlySet<string> = new Set(['VÀ', 'CỦA']);

/** "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH" → "SVHTTDL"; of a name still to be written nothing is known. */
function abbreviation(agency: string): string {
  const words = agency.toLocaleUpperCase('vi').match(/\p{L}+/gu) ?? [];
  if (words.length < 2 || agency.includes('…')) return '…';
  return words
    .filter((word) => !LINKING_WORDS.has(word))
    .map((word) => word.charAt(0))
    .join('');
}

/** A number below ten gets a zero; a configured number with its symbol, or the symbol alone ("/BC-VHTT"), stands as it is. */
function numberText(report: ReportSettings, symbol: string): string {
  if (report.number === undefined) return `${BLANK_NUMBER}/${symbol}`;
  if (report.number.trim().startsWith('/')) return `${BLANK_NUMBER}${report.number.trim()}`;
  const number = report.number.trim().replace(/^(\d)(?=$|\/)/u, '0$1');
  return number.includes('/') ? number : `${number}/${symbol}`;
}

function signatureLines(
  report: ReportSettings,
  preset: PresetSignature | undefined,
  words: SentenceData,
): Omit<SignatureBlock, 'name'> {
  const own = defined({ governmentPost: report.governmentPost });
  if (typeof report.signature !== 'string') return { ...report.signature, ...own };
  const governmentPost = own.governmentPost ?? preset?.governmentPost?.(words);
  return {
    post: preset?.post ?? UNNAMED,
    ...defined({ authority: preset?.authority, onBehalf: preset?.onBehalf }),
    ...defined({ governmentPost }),
  };
}

/** Names in capitals belong to the head; inside a sentence the preset's words stand instead, or the name in small letters. */
function issuerText(agency: string, preset: PresetSignature | undefined, words: SentenceData): string {
  const allCapitals = agency === agency.toLocaleUpperCase('vi');
  if (!allCapitals || preset === undefined) return agency;
  return preset.issuer?.(words) ?? inSentence(agency);
}

/** "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH" → "Sở Văn hóa, Thể thao và Du lịch": the kind of agency, then each field, in capitals. */
function inSentence(agency: string): string {
  const words = agency.toLocaleLowerCase('vi').split(' ');
  return words
    .map((word, index) => {
      const before = words[index - 1];
      const starts = index < 2 || before === 'và' || before === '-' || before?.endsWith(',') === true;
      return starts && word !== 'và' ? upperFirst(word) : word;
    })
    .join(' ');
}
