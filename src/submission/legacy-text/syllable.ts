/** Whether a word is built like a Vietnamese syllable: initial, rime and tone. Wrongly decoded text nearly never is. */
const INITIALS = [
  ...['ngh', 'ch', 'gh', 'gi', 'kh', 'ng', 'nh', 'ph', 'qu', 'th', 'tr'],
  ...['b', 'c', 'd', 'đ', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'x', ''],
];

/** Rimes by their first letter, without tone; all that Vietnamese spelling uses, a few rare ones included. */
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
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const ACUTE_OR_DOT = /[\u0301\u0323]/u;
/** Syllables closed by these carry the acute or the dot below. */
const STOP = /(?:c|ch|p|t)$/u;

/** True for one syllable, whatever its case and tone placement. */
export function isSyllable(word: string): boolean {
  const marked = word.normalize('NFD').toLowerCase();
  const tones = marked.match(TONE) ?? [];
  if (tones.length > 1) return false;
  const plain = marked.replace(TONE, '').normalize('NFC');
  return INITIALS.some((initial) => {
    if (!plain.startsWith(initial)) return false;
    const rime = plain.slice(initial.length);
    return RIMES.has(rime) && (!STOP.test(rime) || ACUTE_OR_DOT.test(marked));
  });
}
