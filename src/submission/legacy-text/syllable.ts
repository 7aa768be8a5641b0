/** Whether a word is built like a Vietnamese syllable: initial, rime, tone and its place. Misread text nearly never is. */
import { largest } from '../../values/of-many.js';

const INITIALS = [
  ...['ngh', 'ch', 'gh', 'gi', 'kh', 'ng', 'nh', 'ph', 'qu', 'th', 'tr'],
  ...['b', 'c', 'd', 'đ', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'q', 'r', 's', 't', 'v', 'x', ''],
];

/** Rimes without tone; all that Vietnamese spelling uses, a few rare ones included. */
const RIMES = new Set(
  [
    'a ac ach ai am an ang anh ao ap at au ay',
    'ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây',
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu',
    'i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu',
    'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet',
    'oc oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt',
    'u ua uân uâng uât uây uc uê uêch uên uênh uêt uêu ui um un ung uơ up ut',
    'uôc uôi uôm uôn uông uôt uy uya uych uyên uyêt uyn uynh uyp uyt uyu',
    'ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu',
    'y yêm yên yêng yêt yêu',
  ]
    .join(' ')
    .split(' '),
);
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u;
const ACUTE_OR_DOT = /[\u0301\u0323]/u;
/** Syllables closed by these carry the acute or the dot below. */
const STOP = /(?:c|ch|p|t)$/u;
/** Names from other languages of the country: Đắk, Búk. */
const FINAL_K = /k$/u;

/** True for one syllable, whatever its case. */
export function isSyllable(word: string): boolean {
  const letters = Array.from(word.normalize('NFC').toLowerCase(), (letter) => letter.normalize('NFD'));
  const toned = letters.flatMap((letter, at) => (TONE.test(letter) ? [at] : []));
  if (toned.length > 1) return false;
  const plain = letters
    .map((letter) => letter.replace(TONE, '').normalize('NFC'))
    .join('')
    .replace(FINAL_K, 'c');
  const [tone] = toned;
  const open = tone === undefined || !ACUTE_OR_DOT.test(letters[tone] ?? '');
  return INITIALS.some((initial) => {
    if (!plain.startsWith(initial)) return false;
    const rime = plain.slice(initial.length);
    if (!RIMES.has(rime) || (open && STOP.test(rime))) return false;
    // Between q and the vowel stands one u; `quo` and `quu` are no beginnings.
    if (initial === 'qu' && /^[ou]/u.test(rime)) return false;
    return tone === undefined || tonePlaces(rime).includes(tone - initial.length);
  });
}

/** Where a tone may be written, both schools of oa, oe, uy included. */
function tonePlaces(rime: string): readonly number[] {
  const vowels = /^[aăâeêioôơuưy]+/u.exec(rime)?.[0] ?? '';
  const horned = largest(Array.from('ăâêôơư', (vowel) => vowels.lastIndexOf(vowel)));
  if (horned >= 0) return [horned];
  if (vowels.length === 3) return [1];
  if (/^(?:oa|oe|uy)/u.test(vowels)) return [0, 1];
  return vowels.length === 2 && vowels.length < rime.length ? [1] : [0];
}
