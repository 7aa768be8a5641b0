/**
 * The merger of 1 July 2025 on the real lists: 10,035 invented commune results are restated to the 3,321 communes
 * of today and checked against sums that this file makes by itself from the bare CSV files. Needs a build.
 *
 *   node test/checks/merger.js [--data DIR] [--dist DIR]
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const BEFORE = '2025-06-30';
const AFTER = '2025-12-31';
const EXPECTED = { before: 10_035, after: 3321, same: 138, sums: 2796, split: 126, splitCommunes: 387 };

/** @param {string} name @param {string} otherwise */
const option = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return resolve(at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise));
};
const data = option('--data', join(HERE, '../../../shared/data/units'));
const dist = option('--dist', join(HERE, '../../dist'));

let failures = 0;
/** @param {boolean} holds @param {string} what */
const check = (holds, what) => {
  if (!holds) failures += 1;
  console.log(`${holds ? 'đạt      ' : 'KHÔNG ĐẠT'}  ${what}`);
};
/** @param {number} value */
const vn = (value) => String(value).replace(/\B(?=(\d{3})+(?!\d))/gu, '.');

/** @param {string} name @returns {Record<string, string>[]} */
function csv(name) {
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

/** Sums of the raw files: old communes by today's commune, and the groups that share a divided one. */
function truth() {
  const codes = new Set(csv('units-pre-2025-07.csv').map(({ code }) => code));
  const rows = csv('map-2025-07.csv').filter(
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
  return { sources, blocks: [...blocks.values()] };
}

async function main() {
  /** @param {string} path */
  const load = (path) => import(pathToFileURL(join(dist, path)).href);
  const { readRegistry, readRegistryMap } = await load('readers/registry.js');
  const { admitCrosswalk } = await load('workspace/crosswalk.js');
  const { buildCrosswalk } = await load('units/crosswalk.js');
  const { unitsAt } = await load('units/unit-dates.js');
  const { buildUnitTree } = await load('units/unit-tree.js');
  const { previousPeriods } = await load('comparison/previous-period.js');
  const { restate } = await load('comparison/restate.js');
  const { groundOfTree } = await load('comparison/unit-ground.js');

  const { registry } = await readRegistry(data);
  const { maps } = await readRegistryMap(data);
  const map = maps.flatMap((table) => admitCrosswalk(table).values);
  const crosswalk = buildCrosswalk({ steps: [], map, lists: [registry.units] });
  console.log(`Danh mục: ${vn(registry.units.length)} dòng; bảng chuyển đổi: ${vn(map.length)} dòng.`);
  check(crosswalk.sound, `bảng chuyển đổi không có lỗi (${crosswalk.findings.length} lỗi)`);

  // One invented result per old province; the five island districts without communes report themselves.
  const random = generator(20250701);
  /** @type {Map<string, { n: number, d: number }>} */
  const figures = new Map();
  const documents = unitsAt(registry.units, BEFORE)
    .filter((unit) => unit.level === 'province')
    .map((province) =>
      documentOf(buildUnitTree(registry.units, province.code, BEFORE).tree, figures, random),
    );
  const communes = [...figures.keys()].filter((code) => code.length === 5).length;
  check(communes === EXPECTED.before, `${vn(communes)} xã cũ có số liệu`);

  const provinces = csv('map-2025-07.csv').filter(({ new_code }) => new_code.length === 2);
  const { sources, blocks } = truth();
  const seen = {
    same: 0,
    sums: 0,
    splitBlocks: 0,
    splitCommunes: 0,
    wrong: 0,
    summedSplits: 0,
    joined: 0,
    after: 0,
  };
  const totals = { n: 0, d: 0 };
  const national = [...figures.values()].reduce((sum, { n, d }) => ({ n: sum.n + n, d: sum.d + d }), {
    n: 0,
    d: 0,
  });
  let conserved = 0;
  let reused = 0;
  const targets = unitsAt(registry.units, AFTER).filter((unit) => unit.level === 'province');
  for (const province of targets) {
    const tree = buildUnitTree(registry.units, province.code, AFTER).tree;
    const old = provinces
      .filter(({ new_code }) => new_code === province.code)
      .map(({ old_code }) => old_code);
    const own = documents.filter(({ results }) => old.includes(results.unit));
    const { periods } = previousPeriods(own, [], crosswalk.units, { id: '2025', year: 2025, kind: 'year' });
    const today = groundOfTree(tree, 'province', AFTER);
    const restated = restate(periods[0], crosswalk, today, [RATE], { listed: registry.units });
    const total = restated.units.get(province.code)?.rate;
    const want = sumOf(
      own.flatMap(({ results }) => results.units.filter(({ leaf }) => leaf)).map(({ code }) => code),
      figures,
    );
    if (total?.n === want.n && total?.d === want.d && total.reported === total.expected) conserved += 1;
    totals.n += total?.n ?? 0;
    totals.d += total?.d ?? 0;
    seen.splitBlocks += restated.blockTotals.size;
    for (const code of tree.leaves) {
      seen.after += 1;
      const figure = restated.units.get(code)?.rate;
      const block = restated.blocks.ofNew.get(code);
      const wanted = sources.get(code) ?? [];
      if (figures.has(code)) reused += 1;
      if (block.kind === 'split') {
        seen.splitCommunes += 1;
        if (figure.kind !== 'notComparable' || figure.n !== undefined) seen.summedSplits += 1;
        continue;
      }
      seen[block.kind === 'same' ? 'same' : 'sums'] += 1;
      const sum = sumOf(wanted, figures);
      if (figure.n !== sum.n || figure.d !== sum.d) seen.wrong += 1;
      const joined = block.old
        .map((unit) => unit.code)
        .sort()
        .join();
      if (joined !== [...wanted].sort().join()) seen.joined += 1;
    }
  }
  const exact = seen.same + seen.sums;
  check(seen.after === EXPECTED.after, `${vn(seen.after)} xã, phường, đặc khu mới`);
  check(
    conserved === targets.length,
    `${conserved}/${targets.length} tỉnh: tử số và mẫu số bằng đúng tổng các xã cũ`,
  );
  check(
    totals.n === national.n && totals.d === national.d,
    `cả nước: ${vn(totals.n)}/${vn(totals.d)} hộ, bằng đúng tổng ban đầu`,
  );
  check(
    seen.same === EXPECTED.same && seen.sums === EXPECTED.sums && seen.wrong === 0,
    `${vn(exact)} đơn vị mới là tổng đúng của đơn vị cũ (${seen.same} giữ nguyên + ${vn(seen.sums)} nhập), ${seen.wrong} sai`,
  );
  check(
    seen.splitBlocks === EXPECTED.split &&
      seen.splitBlocks === blocks.filter((codes) => codes.length > 1).length &&
      seen.splitCommunes === EXPECTED.splitCommunes &&
      seen.summedSplits === 0,
    `${seen.splitBlocks} nhóm có đơn vị bị chia (${seen.splitCommunes} đơn vị mới): được đánh dấu, ${seen.summedSplits} bị cộng lặng lẽ`,
  );
  check(
    seen.joined === 0,
    `${vn(reused)} mã dùng lại: không mã nào được nối mà không có dòng của bảng chuyển đổi`,
  );
  traps({
    registry,
    map,
    documents,
    figures,
    buildCrosswalk,
    buildUnitTree,
    previousPeriods,
    restate,
    groundOfTree,
  });
  console.log(
    failures === 0
      ? `Đạt: số liệu của ${vn(communes)} xã cũ được quy đổi về ${vn(seen.after)} đơn vị hiện nay, không mất và không thừa một hộ nào.`
      : `Không đạt: ${failures} điểm kiểm tra sai, xem các dòng KHÔNG ĐẠT ở trên.`,
  );
  process.exitCode = failures === 0 ? 0 : 1;
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
  };
  return { path: `previous/${tree.root}.results.json`, results };
}

/** What must not happen: a code joined to itself without a map, and a map with a missing line believed. */
function traps(tools) {
  const {
    registry,
    map,
    documents,
    figures,
    buildCrosswalk,
    buildUnitTree,
    previousPeriods,
    restate,
    groundOfTree,
  } = tools;
  const haNoi = documents.filter(({ results }) => results.unit === '01');
  const today = groundOfTree(buildUnitTree(registry.units, '01', AFTER).tree, 'province', AFTER);
  const run = (steps) => {
    const crosswalk = buildCrosswalk({ steps: [], map: steps, lists: [registry.units] });
    const { periods } = previousPeriods(haNoi, [], crosswalk.units, { id: '2025', year: 2025, kind: 'year' });
    return restate(periods[0], crosswalk, today, [RATE], { listed: registry.units });
  };
  const withMap = run(map);
  const hoangMai = withMap.units.get('00331')?.rate;
  check(
    figures.has('00331') && hoangMai?.n !== figures.get('00331')?.n,
    'mã 00331: số của phường Thịnh Liệt cũ không được gán cho phường Hoàng Mai mới',
  );
  const any = (restated) => [...restated.units.values()].some((one) => one.rate?.n !== undefined);
  check(!any(run([])), 'không có bảng chuyển đổi: không đơn vị nào được nối chỉ vì trùng mã');
  const short = map.filter(({ oldCode }) => oldCode !== '00331');
  const restated = run(short);
  check(
    !any(restated) &&
      restated.findings.some(({ code, unit }) => code === 'crosswalk/unit-lost' && unit === '00331'),
    'bảng chuyển đổi thiếu một xã: nêu đúng xã thiếu và không quy đổi gì',
  );
}

if (!existsSync(join(data, 'map-2025-07.csv')))
  console.log(`BỎ QUA: không có danh mục thật ở ${data}, nên không kiểm tra được việc sáp nhập.`);
else if (!existsSync(join(dist, 'units/crosswalk.js')))
  console.log('BỎ QUA: chưa biên dịch; chạy npm run build trước.');
else await main();
