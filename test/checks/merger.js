/**
 * The merger of 1 July 2025 on the real lists: 10,035 invented commune results are restated to the 3,321 communes
 * of today and checked against sums that this file makes by itself from the bare CSV files. Needs a build.
 *
 *   node test/checks/merger.js [--data DIR] [--dist DIR]
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DIST, isCalled, option, programIn } from './program.js';

export const UNITS = fileURLToPath(new URL('../../../shared/data/units', import.meta.url));
const BEFORE = '2025-06-30';
const AFTER = '2025-12-31';
const PERIOD = { id: '2025', year: 2025, kind: 'year' };
const EXPECTED = { before: 10_035, after: 3321, same: 138, sums: 2796, split: 126, splitCommunes: 387 };

/** @param {number} value */
const vn = (value) => String(value).replace(/\B(?=(\d{3})+(?!\d))/gu, '.');

/** @param {string} data @param {string} name @returns {Record<string, string>[]} */
function csv(data, name) {
  const [header = '', ...lines] = readFileSync(join(data, name), 'utf8').trimEnd().split('\n');
  const columns = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

/** Reproducible numbers (a linear congruential generator). @param {number} seed */
function generator(seed) {
  let state = BigInt(seed);
  return (/** @type {number} */ below) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number((state >> 33n) % BigInt(below));
  };
}

/** Sums of the raw files: old communes by today's commune, and the groups that share a divided one. @param {string} data */
function truth(data) {
  const codes = new Set(csv(data, 'units-pre-2025-07.csv').map(({ code }) => code));
  const rows = csv(data, 'map-2025-07.csv').filter(
    (row) => row.new_code.length === 5 && row.people !== 'none' && codes.has(row.old_code),
  );
  const group = new Map();
  /** @param {string} key @returns {string} */
  const top = (key) => {
    const next = group.get(key) ?? key;
    return next === key ? key : top(next);
  };
  /** @type {Map<string, string[]>} */
  const sources = new Map();
  for (const row of rows) {
    sources.set(row.new_code, [...(sources.get(row.new_code) ?? []), row.old_code]);
    group.set(top(`old ${row.old_code}`), top(`new ${row.new_code}`));
  }
  /** @type {Map<string, string[]>} */
  const blocks = new Map();
  for (const code of sources.keys())
    blocks.set(top(`new ${code}`), [...(blocks.get(top(`new ${code}`)) ?? []), code]);
  return { sources, blocks: [...blocks.values()].filter((group) => group.length > 1) };
}

/** The modules that are tried, by what they give. @param {(path: string) => Promise<any>} load */
async function toolsOf(load) {
  const modules = await Promise.all(
    [
      'readers/registry.js',
      'workspace/crosswalk.js',
      'units/ground/crosswalk.js',
      'units/unit-dates.js',
      'units/unit-tree.js',
      'comparison/previous-period.js',
      'comparison/restate.js',
      'comparison/unit-ground.js',
    ].map(load),
  );
  return Object.assign({}, ...modules);
}

/**
 * Restates the invented results of every old commune to the ground of today.
 *
 * @param {{
 *   load: (path: string) => Promise<any>,
 *   check: (holds: boolean, what: string) => void,
 *   say?: (line: string) => void,
 *   data?: string,
 *   provinces?: readonly string[],
 * }} options `provinces`: codes of today's provinces; otherwise all, with the numbers of the whole country.
 */
export async function checkMerger({ load, check, say = () => undefined, data = UNITS, provinces }) {
  const tools = await toolsOf(load);
  const { registry } = await tools.readRegistry(data);
  const { maps } = await tools.readRegistryMap(data);
  const map = maps.flatMap((table) => tools.admitCrosswalk(table).values);
  const crosswalk = tools.buildCrosswalk({ steps: [], map, lists: [registry.units] });
  say(`Danh mục: ${vn(registry.units.length)} dòng; bảng chuyển đổi: ${vn(map.length)} dòng.`);
  check(crosswalk.sound, `bảng chuyển đổi không có lỗi (${crosswalk.findings.length} lỗi)`);

  // One invented result per old province; the five island districts without communes report themselves.
  const random = generator(20250701);
  /** @type {Map<string, { n: number, d: number }>} */
  const figures = new Map();
  const documents = tools
    .unitsAt(registry.units, BEFORE)
    .filter((unit) => unit.level === 'province')
    .map((province) =>
      documentOf(tools.buildUnitTree(registry.units, province.code, BEFORE).tree, figures, random),
    );
  const communes = [...figures.keys()].filter((code) => code.length === 5).length;
  check(communes === EXPECTED.before, `${vn(communes)} xã cũ có số liệu`);

  const country = { ...tools, registry, map, crosswalk, documents, figures, truth: truth(data) };
  const targets = tools
    .unitsAt(registry.units, AFTER)
    .filter(({ level, code }) => level === 'province' && (provinces?.includes(code) ?? true));
  const handed = csv(data, 'map-2025-07.csv').filter(({ new_code }) => new_code.length === 2);
  const seen = { provinces: 0, conserved: 0, n: 0, d: 0, communes: 0, same: 0, sums: 0, wrong: 0 };
  Object.assign(seen, { splitBlocks: 0, splitCommunes: 0, summedSplits: 0, joined: 0, reused: 0 });
  for (const { code } of targets) {
    const old = handed.filter(({ new_code }) => new_code === code).map(({ old_code }) => old_code);
    restateProvince(country, code, old, seen);
  }
  judge(seen, check);
  if (provinces === undefined) judgeWhole(seen, country, check);
  traps(country, check);
  say(
    `Đã quy đổi số liệu của ${vn(communes)} xã cũ về ${vn(seen.communes)} đơn vị hiện nay của ${targets.length} tỉnh.`,
  );
}

/** One province of today, made of the old ones; what is seen is counted. */
function restateProvince(country, code, old, seen) {
  const { registry, documents, crosswalk, figures, truth } = country;
  const tree = country.buildUnitTree(registry.units, code, AFTER).tree;
  const own = documents.filter(({ results }) => old.includes(results.unit));
  const { periods } = country.previousPeriods(own, [], crosswalk.units, PERIOD);
  const today = country.groundOfTree(tree, 'province', AFTER);
  const restated = country.restate(periods[0], crosswalk, today, [RATE], { listed: registry.units });
  const total = restated.units.get(code)?.rate;
  const want = sumOf(
    own.flatMap(({ results }) => results.units.filter(({ leaf }) => leaf)).map((unit) => unit.code),
    figures,
  );
  seen.provinces += 1;
  if (total?.n === want.n && total?.d === want.d && total.reported === total.expected) seen.conserved += 1;
  seen.n += total?.n ?? 0;
  seen.d += total?.d ?? 0;
  seen.splitBlocks += restated.blockTotals.size;
  for (const leaf of tree.leaves) {
    seen.communes += 1;
    const figure = restated.units.get(leaf)?.rate;
    const block = restated.blocks.ofNew.get(leaf);
    const wanted = truth.sources.get(leaf) ?? [];
    if (figures.has(leaf)) seen.reused += 1;
    if (block.kind === 'split') {
      seen.splitCommunes += 1;
      if (figure.kind !== 'notComparable' || figure.n !== undefined) seen.summedSplits += 1;
      continue;
    }
    seen[block.kind === 'same' ? 'same' : 'sums'] += 1;
    const sum = sumOf(wanted, figures);
    if (figure.n !== sum.n || figure.d !== sum.d) seen.wrong += 1;
    const joined = block.old.map((unit) => unit.code).sort();
    if (joined.join() !== [...wanted].sort().join()) seen.joined += 1;
  }
}

/** What must hold of any provinces. */
function judge(seen, check) {
  check(seen.provinces > 0 && seen.communes > 0, `${vn(seen.communes)} xã, phường, đặc khu mới`);
  check(
    seen.conserved === seen.provinces,
    `${seen.conserved}/${seen.provinces} tỉnh: tử số và mẫu số bằng đúng tổng các xã cũ`,
  );
  check(
    seen.wrong === 0,
    `${vn(seen.same + seen.sums)} đơn vị mới là tổng đúng của đơn vị cũ (${seen.same} giữ nguyên + ${vn(seen.sums)} nhập), ${seen.wrong} sai`,
  );
  check(
    seen.summedSplits === 0,
    `${seen.splitBlocks} nhóm có đơn vị bị chia (${seen.splitCommunes} đơn vị mới): được đánh dấu, ${seen.summedSplits} bị cộng lặng lẽ`,
  );
  check(
    seen.joined === 0,
    `${vn(seen.reused)} mã dùng lại: không mã nào được nối mà không có dòng của bảng chuyển đổi`,
  );
}

/** The numbers of the whole country. */
function judgeWhole(seen, { figures, truth }, check) {
  const national = sumOf([...figures.keys()], figures);
  check(
    seen.n === national.n && seen.d === national.d,
    `cả nước: ${vn(seen.n)}/${vn(seen.d)} hộ, bằng đúng tổng ban đầu`,
  );
  check(seen.communes === EXPECTED.after, `đủ ${vn(EXPECTED.after)} đơn vị mới`);
  check(
    seen.same === EXPECTED.same && seen.sums === EXPECTED.sums,
    `${EXPECTED.same} đơn vị giữ nguyên, ${vn(EXPECTED.sums)} đơn vị nhập`,
  );
  check(
    seen.splitBlocks === EXPECTED.split &&
      seen.splitBlocks === truth.blocks.length &&
      seen.splitCommunes === EXPECTED.splitCommunes,
    `${EXPECTED.split} nhóm có đơn vị bị chia, ${EXPECTED.splitCommunes} đơn vị mới`,
  );
}

const RATE = {
  id: 'rate',
  label: 'Tỷ lệ',
  unit: 'hộ',
  kind: 'rate',
  scale: 0,
  headline: true,
  basis: '',
  confirmed: true,
};

/** @param {readonly string[]} codes @param {Map<string, { n: number, d: number }>} figures */
const sumOf = (codes, figures) =>
  codes.reduce(
    (sum, code) => ({ n: sum.n + (figures.get(code)?.n ?? 0), d: sum.d + (figures.get(code)?.d ?? 0) }),
    { n: 0, d: 0 },
  );

/** The parts of a results.json that a comparison reads, with invented figures. */
function documentOf(tree, figures, random) {
  const measures = Object.fromEntries(
    tree.leaves.map((code) => {
      const d = 100 + random(9000);
      const n = random(d + 1);
      figures.set(code, { n, d });
      return [code, { rate: { n, d, reported: 1, expected: 1 } }];
    }),
  );
  const units = [...tree.byCode.values()].map(({ code, name, type, level, parentCode }) => ({
    code,
    name,
    type,
    level,
    ...(tree.byCode.has(parentCode) ? { parent: parentCode } : {}),
    leaf: tree.leaves.includes(code),
  }));
  const results = {
    period: { id: '2024', year: 2024, kind: 'year' },
    referenceDate: BEFORE,
    unit: tree.root,
    level: 'province',
    criteria: { id: 'nd86-2023', label: '' },
    indicators: [RATE],
    units,
    measures,
    rows: {},
  };
  return { path: `previous/${tree.root}.results.json`, results };
}

/** What must not happen: a code joined to itself without a map, and a map with a missing line believed. */
function traps(country, check) {
  const { registry, map, documents, figures } = country;
  const haNoi = documents.filter(({ results }) => results.unit === '01');
  const tree = country.buildUnitTree(registry.units, '01', AFTER).tree;
  const today = country.groundOfTree(tree, 'province', AFTER);
  const run = (lines) => {
    const crosswalk = country.buildCrosswalk({ steps: [], map: lines, lists: [registry.units] });
    const { periods } = country.previousPeriods(haNoi, [], crosswalk.units, PERIOD);
    return country.restate(periods[0], crosswalk, today, [RATE], { listed: registry.units });
  };
  const hoangMai = run(map).units.get('00331')?.rate;
  check(
    figures.has('00331') && hoangMai?.n !== figures.get('00331')?.n,
    'mã 00331: số của phường Thịnh Liệt cũ không được gán cho phường Hoàng Mai mới',
  );
  const any = (restated) => [...restated.units.values()].some((one) => one.rate?.n !== undefined);
  check(!any(run([])), 'không có bảng chuyển đổi: không đơn vị nào được nối chỉ vì trùng mã');
  const restated = run(map.filter(({ oldCode }) => oldCode !== '00331'));
  check(
    !any(restated) &&
      restated.findings.some(({ code, unit }) => code === 'crosswalk/unit-lost' && unit === '00331'),
    'bảng chuyển đổi thiếu một xã: nêu đúng xã thiếu và không quy đổi gì',
  );
}

async function main() {
  const data = resolve(option('--data', UNITS));
  if (!existsSync(join(data, 'map-2025-07.csv'))) {
    console.log(`BỎ QUA: không có danh mục thật ở ${data}, nên không kiểm tra được việc sáp nhập.`);
    return;
  }
  let failures = 0;
  await checkMerger({
    load: programIn(DIST),
    data,
    say: console.log,
    check: (holds, what) => {
      if (!holds) failures += 1;
      console.log(`${holds ? 'đạt      ' : 'KHÔNG ĐẠT'}  ${what}`);
    },
  });
  console.log(
    failures === 0
      ? 'Đạt: không mất và không thừa một hộ nào.'
      : `Không đạt: ${failures} điểm kiểm tra sai, xem các dòng KHÔNG ĐẠT ở trên.`,
  );
  process.exitCode = failures === 0 ? 0 : 1;
}

if (isCalled(import.meta.url)) await main();
