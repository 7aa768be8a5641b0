/** What each column of appendices I to V must show, written down here by its printed headers. */
import type { Expectation } from './expectation.js';

/** Several indicators: the first that a unit has a figure of. */
export type Shown =
  | { readonly side: 'n' | 'd'; readonly indicators: readonly string[]; readonly pairOf?: string }
  | { readonly side: 'rate'; readonly indicator: string };

const n = (indicator: string): Shown => ({ side: 'n', indicators: [indicator] });
const d = (...indicators: readonly string[]): Shown => ({ side: 'd', indicators });
const rate = (indicator: string): Shown => ({ side: 'rate', indicator });
/** One of the two columns that a rate is made of. */
const pair = (pairOf: string, shown: Shown): Shown => (shown.side === 'rate' ? shown : { ...shown, pairOf });

/** Appendix → "group › header" → figure. */
export const ANNEX_COLUMNS: Readonly<Record<string, Readonly<Record<string, Shown>>>> = {
  'PL I Danh hiệu': {
    'Gia đình văn hóa › Tổng số hộ': pair('familyTitleRate', n('households')),
    'Gia đình văn hóa › Số hộ đăng ký': n('familiesRegistered'),
    'Gia đình văn hóa › Số hộ được tặng danh hiệu': pair('familyTitleRate', n('familiesTitled')),
    'Gia đình văn hóa › Tỷ lệ (%)': rate('familyTitleRate'),
    'Thôn, tổ dân phố văn hóa › Tổng số': pair('areaTitleRate', d('areaTitleRate')),
    'Thôn, tổ dân phố văn hóa › Được tặng danh hiệu': pair('areaTitleRate', n('areaTitle:awarded')),
    'Thôn, tổ dân phố văn hóa › Chưa có quyết định': n('areaTitle:pending'),
    'Thôn, tổ dân phố văn hóa › Tỷ lệ (%)': rate('areaTitleRate'),
    'Cơ quan, đơn vị, doanh nghiệp › Tổng số': pair('agencyTitleRate', n('agencies')),
    'Cơ quan, đơn vị, doanh nghiệp › Đạt chuẩn văn hóa': pair('agencyTitleRate', n('agenciesTitled')),
    'Cơ quan, đơn vị, doanh nghiệp › Tỷ lệ (%)': rate('agencyTitleRate'),
    'Danh hiệu của cấp xã › Được đề nghị': n('communesProposed'),
    'Danh hiệu của cấp xã › Được tặng': n('communesAwarded'),
  },
  'PL II Thiết chế': {
    'Cấp xã › Trung tâm Văn hóa - Thể thao': n('communeCentre'),
    'Cấp xã › Trong đó đạt chuẩn': n('communeCentreStandard'),
    'Cấp xã › Thư viện': n('libraries'),
    'Cấp xã › Công trình thể thao': n('sportsFacilities'),
    'Thôn, tổ dân phố › Tổng số': pair(
      'areasWithCultureHouseRate',
      d('areasWithCultureHouseRate', 'sportsGroundRate'),
    ),
    'Thôn, tổ dân phố › Có nhà văn hóa': pair('areasWithCultureHouseRate', n('areasWithCultureHouseRate')),
    'Thôn, tổ dân phố › Tỷ lệ (%)': rate('areasWithCultureHouseRate'),
    'Nhà văn hóa › Tổng số': pair('cultureHouseStandardRate', n('cultureHouses')),
    'Nhà văn hóa › Đạt chuẩn': pair('cultureHouseStandardRate', n('cultureHousesStandard')),
    'Nhà văn hóa › Tỷ lệ (%)': rate('cultureHouseStandardRate'),
    'Khu thể thao thôn › Thôn, tổ dân phố có': pair('sportsGroundRate', n('sportsGroundRate')),
    'Khu thể thao thôn › Tỷ lệ (%)': rate('sportsGroundRate'),
  },
  'PL III Văn nghệ, thể thao': {
    'Câu lạc bộ, đội › Văn nghệ': n('artClubsTotal'),
    'Câu lạc bộ, đội › Thể thao': n('sportsClubsTotal'),
    'Hoạt động › Buổi liên hoan, hội diễn': n('performances'),
    'Hoạt động › Giải thể thao': n('sportsEvents'),
    'Hoạt động › Giải thưởng cấp trên': n('prizesHigher'),
    'Tập luyện thường xuyên › Số nhân khẩu': pair('exerciserRate', n('population')),
    'Tập luyện thường xuyên › Số người tập': pair('exerciserRate', n('regularExercisers')),
    'Tập luyện thường xuyên › Tỷ lệ (%)': rate('exerciserRate'),
    'Gia đình thể thao › Tổng số hộ': pair('sportsFamilyRate', n('households')),
    'Gia đình thể thao › Gia đình thể thao': pair('sportsFamilyRate', n('sportsFamilies')),
    'Gia đình thể thao › Tỷ lệ (%)': rate('sportsFamilyRate'),
  },
  'PL IV Nếp sống văn minh': {
    'Đám cưới › Tổng số': pair('civilisedWeddingRate', n('weddings')),
    'Đám cưới › Theo nếp sống văn minh': pair('civilisedWeddingRate', n('weddingsCivilised')),
    'Đám cưới › Tỷ lệ (%)': rate('civilisedWeddingRate'),
    'Đám tang › Tổng số': pair('civilisedFuneralRate', n('funerals')),
    'Đám tang › Theo nếp sống văn minh': pair('civilisedFuneralRate', n('funeralsCivilised')),
    'Đám tang › Tỷ lệ (%)': rate('civilisedFuneralRate'),
    'Đám tang › Hỏa táng': n('cremations'),
    'Lễ hội › Tổng số': n('festivals'),
    'Lễ hội › Đúng quy định': n('festivalsByRules'),
    'Hương ước, quy ước › Số thôn, tổ dân phố': pair('conventionRate', d('conventionRate')),
    'Hương ước, quy ước › Được công nhận': pair('conventionRate', n('conventionRate')),
    'Hương ước, quy ước › Tỷ lệ (%)': rate('conventionRate'),
  },
  'PL V Chỉ đạo, kinh phí': {
    'Chỉ đạo › Văn bản': n('documentsIssued'),
    'Chỉ đạo › Cuộc họp Ban Chỉ đạo': n('committeeMeetings'),
    'Chỉ đạo › Lớp tập huấn': n('trainingClasses'),
    'Chỉ đạo › Lượt người tập huấn': n('traineesTotal'),
    'Chỉ đạo › Cuộc kiểm tra, phúc tra': n('inspections'),
    'Tuyên truyền › Tin, bài': n('newsItems'),
    'Tuyên truyền › Buổi phát thanh': n('broadcasts'),
    'Tuyên truyền › Áp phích, pa nô (tấm)': n('posters'),
    'Tuyên truyền › Băng rôn, khẩu hiệu (chiếc)': n('banners'),
    'Kinh phí (triệu đồng) › Kế hoạch': n('fundsPlannedTotal'),
    'Kinh phí (triệu đồng) › Thực hiện': n('fundsTotal'),
    'Kinh phí (triệu đồng) › Từ ngân sách': n('fundsBudgetTotal'),
  },
};

/** A cell as it should be: a number in units of 10^-scale, a printed rate, or nothing known. */
export type DueCell =
  | { readonly kind: 'number'; readonly value: number; readonly scale: number }
  | { readonly kind: 'rate'; readonly rate: string }
  /** Given without the other side of its rate: in brackets, in no sum. */
  | { readonly kind: 'aside'; readonly value: number; readonly scale: number }
  | { readonly kind: 'unknown' };

const UNKNOWN: DueCell = { kind: 'unknown' };

/** The cell of one commune. */
export function communeCell(expectation: Expectation, shown: Shown, code: string): DueCell {
  if (shown.side === 'rate') {
    const printed = expectation.communes[shown.indicator]?.[code]?.[2];
    return printed === undefined || printed === null ? UNKNOWN : { kind: 'rate', rate: printed };
  }
  for (const indicator of shown.indicators) {
    const own = expectation.communes[indicator]?.[code];
    const value = own?.[shown.side === 'n' ? 0 : 1];
    const kind = isAside(expectation, shown.pairOf, code) ? 'aside' : 'number';
    if (value !== undefined) return { kind, value, scale: expectation.scales[indicator] ?? 0 };
  }
  return UNKNOWN;
}

/** The commune lacks the rate that others have. */
const isAside = (expectation: Expectation, rate: string | undefined, code: string): boolean =>
  rate !== undefined &&
  expectation.totals[expectation.unit]?.[rate]?.rate !== undefined &&
  (expectation.communes[rate]?.[code]?.[2] ?? null) === null;

/** The cell of several communes together; `totals` is what the truth says of them. */
export function totalCell(
  expectation: Expectation,
  shown: Shown,
  codes: readonly string[],
  totals: Expectation['totals'][string],
): DueCell {
  if (shown.side === 'rate') {
    const printed = totals[shown.indicator]?.rate;
    return printed === undefined ? UNKNOWN : { kind: 'rate', rate: printed };
  }
  const cells = codes.map((code) => communeCell(expectation, shown, code));
  const numbers = cells.flatMap((cell) => (cell.kind === 'number' ? [cell] : []));
  const [first] = numbers;
  if (first === undefined) return UNKNOWN;
  return { ...first, value: numbers.reduce((sum, { value }) => sum + value, 0) };
}
