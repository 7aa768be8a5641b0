/** Findings that only a whole command can make: each by the smallest workspace that yields it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resultsJson } from '../../src/writers/json.js';
import { tdkvh } from '../support/program.js';
import { sampleResults } from '../support/sample-results.js';

const YAML = `schema: tdkvh/workspace@1
period: "2024"
unit: "258"
level: district
referenceDate: 2024-12-31
criteria: nd86-2023
`;

const UNITS = 'code,name,type,level,parent_code\n258,Thử nghiệm,huyện,district,\n';

let folder = '';
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

/** Everything the command printed as JSON. */
async function printedBy(...args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await tdkvh(...args, '--json');
  return stdout + stderr;
}
const inWorkspace = (command: string): Promise<string> => printedBy(command, '--workspace', folder);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tdkvh-commands-'));
  put('tdkvh.yaml', YAML);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('commands', () => {
  it('cli/no-submissions: the folder of submissions is not there', async () => {
    expect(await inWorkspace('validate')).toContain('cli/no-submissions');
  });

  it.skipIf(process.platform === 'win32').each([
    ['a file', 'cli/no-submissions', (path: string) => writeFileSync(path, 'x')],
    ['a pipe', 'cli/no-submissions', (path: string) => execFileSync('mkfifo', [path])],
    ['a link to a share that is away', 'cli/machine', (path: string) => symlinkSync('/khong/co', path)],
  ])('%s in the place of submissions leaves the outputs of the last run: %s', async (_, code, make) => {
    make(join(folder, 'submissions'));
    put('out/bao-cao.docx', 'báo cáo cũ');
    for (const command of ['aggregate', 'validate', 'status'])
      expect(await inWorkspace(command), command).toContain(code);
    expect(readdirSync(join(folder, 'out'))).toEqual(['bao-cao.docx']);
  });

  it('cli/results-unreadable: results.json is not what the program writes', async () => {
    put('out/results.json', '{');
    expect(await inWorkspace('report')).toContain('cli/results-unreadable');
  });

  it('cli/template-fault: a template of the office that does not close', async () => {
    put('templates/comparison.hbs', '## comparison.unit\n{{#if a}}\n');
    expect(await inWorkspace('doctor')).toContain('cli/template-fault');
  });

  it('cli/template-fault: a template without the name of any sentence, which would change nothing', async () => {
    put('templates/cau-rieng.hbs', 'Kính gửi quý cơ quan.\n');
    const printed = await inWorkspace('doctor');
    expect(printed).toContain('cli/template-fault');
    expect(printed).toContain('templates/cau-rieng.hbs');
  });

  it('doctor/template-unused and doctor/no-unit-list', async () => {
    put('templates/ghi-chu.txt', 'x');
    const printed = await inWorkspace('doctor');
    expect(printed).toContain('doctor/template-unused');
    expect(printed).toContain('doctor/no-unit-list');
  });

  it('cli/unit-ambiguous: several units of one name', async () => {
    const printed = await printedBy('init', join(folder, 'x'), '--period', '2024', '--unit', 'Châu Thành');
    expect(printed).toContain('cli/unit-ambiguous');
  });

  it('report/unknown-heading: a heading of narrative.md that the report has no place for', async () => {
    put('submissions/a.csv', 'unit_code,period,areaName,households\n09193,2024,Thôn Đông,100\n');
    put('narrative.md', '# Chuyện riêng\n\nNội dung.\n');
    expect(await inWorkspace('aggregate')).toContain('report/unknown-heading');
  });

  it('cli/not-complete, cli/refused: who is missing is named, with what was sent instead', async () => {
    put('units.csv', `${UNITS}22909,An Bình,xã,commune,258\n22912,An Thịnh,xã,commune,258\n`);
    put('submissions/van-ban.pdf', '%PDF-1.4\n');
    put('received.csv', 'file,unit_code,date\nsubmissions/van-ban.pdf,22909,2024-12-01\n');
    put('narrative.md', '# Đánh giá chung\n');
    const asked = await printedBy('aggregate', '--require-complete', '--workspace', folder);
    expect(asked).toContain('cli/not-complete');
    expect(asked).toContain('1 đơn vị mới gửi văn bản, chưa gửi biểu số liệu: Xã An Bình');
    expect(asked).toContain('1 đơn vị chưa gửi: Xã An Thịnh');
    expect(await printedBy('aggregate', '--final', '--workspace', folder)).toContain('cli/refused');
  });

  it('cli/narrative-empty: the final report lacks what only people know', async () => {
    put('submissions/a.csv', 'unit_code,period,areaName,households\n09193,2024,Thôn Đông,100\n');
    put('narrative.md', '');
    const printed = await printedBy('aggregate', '--final', '--workspace', folder);
    expect(printed).toContain('cli/narrative-empty');
  });

  it('cli/unknown-criteria stands at its line of tdkvh.yaml', async () => {
    put('tdkvh.yaml', YAML.replace('nd86-2023', 'nd86'));
    const printed = await inWorkspace('validate');
    expect(printed).toContain('cli/unknown-criteria');
    expect(printed).toContain('dòng 6, cột 1');
    for (const command of ['validate', 'status', 'aggregate', 'criteria check', 'criteria show']) {
      const { stdout, stderr } = await tdkvh(...command.split(' '), '--workspace', folder);
      expect(stdout + stderr, command).toMatch(/tdkvh\.yaml\n[^]*VH967\n +dòng 6, cột 1 /u);
    }
  });

  it('criteria/removed-in-use stands at the line that removes', async () => {
    put('tdkvh.yaml', YAML.replace('nd86-2023', 'tinh.yaml'));
    put(
      'tinh.yaml',
      'schema: tdkvh/criteria@1\nid: tinh\nextends: nd86-2023\nremove: { fields: [fundsSpentSocial] }\n',
    );
    const printed = await inWorkspace('validate');
    expect(printed.match(/"criteria\/[a-z-]+"/gu)).toEqual(['"criteria/removed-in-use"']);
    expect(printed).toContain('dòng 4,');
  });

  it('file/yaml-quote: a quote left open is told once, however much of the file it swallows', async () => {
    put('tdkvh.yaml', YAML.replace('"258"', '"258'));
    expect((await inWorkspace('validate')).match(/"file\/yaml-[a-z-]+"/gu)).toEqual(['"file/yaml-quote"']);
  });

  it('cli/no-results: nothing was added up yet', async () => {
    expect(await inWorkspace('report')).toContain('cli/no-results');
  });

  it('cli/workspace-exists: init does not write over a period', async () => {
    const printed = await printedBy('init', folder, '--period', '2024', '--unit', '258');
    expect(printed).toContain('cli/workspace-exists');
  });

  it('cli/configuration-missing: init without a period, where nobody can be asked', async () => {
    expect(await printedBy('init', join(folder, 'x'))).toContain('cli/configuration-missing');
  });

  it('cli/unknown-code: explain says the nearest', async () => {
    expect(await printedBy('explain', 'VH3O1')).toContain('cli/unknown-code');
  });

  it('previous/none: nothing to compare with', async () => {
    put('out/results.json', new TextDecoder().decode(resultsJson(sampleResults())));
    expect(await inWorkspace('compare')).toContain('previous/none');
  });

  it.each(['tdkvh.yaml', 'narrative.md', 'templates/signatures.yaml'])(
    'file/not-utf8: %s in another encoding is read by nobody',
    async (path) => {
      put('units.csv', UNITS);
      put(path, '');
      const said = path === 'tdkvh.yaml' ? `${YAML}report: { signer: Nguy\xeAn }\n` : 'a: Nguy\xeAn\n';
      writeFileSync(join(folder, path), Buffer.from(said, 'latin1'));
      const { code, stdout, stderr } = await tdkvh('aggregate', '--json', '--workspace', folder);
      expect(stdout + stderr).toContain('file/not-utf8');
      expect(code).toBe(2);
      expect(readdirSync(folder)).not.toContain('out');
    },
  );

  it('criteria/include-missing, criteria/included-twice, criteria/main-key-in-part: a set in several files', async () => {
    const set = (includes: string): string =>
      `schema: tdkvh/criteria@1\nid: tinh\nextends: nd86-2023\nincludes: [${includes}]\n`;
    put('tdkvh.yaml', YAML.replace('nd86-2023', 'bo/tinh.yaml'));
    put('bo/phan.yaml', 'label: Tên khác\n');
    for (const [includes, code] of [
      ['phan.yaml, phna.yaml', 'criteria/include-missing'],
      ['phan.yaml, phan.yaml', 'criteria/included-twice'],
      ['phan.yaml', 'criteria/main-key-in-part'],
    ] as const) {
      put('bo/tinh.yaml', set(includes));
      expect(await inWorkspace('validate')).toContain(code);
    }
  });

  it('areas/nothing-to-compare and areas/draft-exists: a draft of areas.csv', async () => {
    put('units.csv', UNITS);
    mkdirSync(join(folder, 'submissions'));
    const propose = (): Promise<string> => printedBy('areas', 'propose', '--workspace', folder);
    expect(await propose()).toContain('areas/nothing-to-compare');
    put(
      'previous/2023.results.json',
      new TextDecoder().decode(
        resultsJson(sampleResults({ period: { id: '2023', year: 2023, kind: 'year' } })),
      ),
    );
    put('areas-nhap.csv', 'x');
    expect(await propose()).toContain('areas/draft-exists');
    rmSync(join(folder, 'areas-nhap.csv'));
    expect(await propose()).toContain('tdkvh/areas-draft@1');
  });
});
