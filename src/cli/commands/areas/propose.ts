/** The body of `tdkvh areas propose`. */
import { dirname, join, resolve } from 'node:path';
import { finding, isError, NOWHERE } from '../../../findings/finding.js';
import type { CrosswalkStep, ResultsDocument } from '../../../model.js';
import { latestBefore, listedAreas, listedThen, stepsSince } from '../../../office/known-areas.js';
import { pathFromHere } from '../../../office/path-from-here.js';
import { prepareRun } from '../../../office/prepare-run.js';
import { completeRun } from '../../../office/run-pipeline.js';
import { exists, WORKSPACE_FILES } from '../../../office/workspace-files.js';
import { proposeMerged, type ProposedStep } from '../../../units/areas/propose-areas.js';
import { listed } from '../../../submission/listed.js';
import { unitFullName } from '../../../units/names/unit-name.js';
import { csvBytes } from '../../../writers/csv.js';
import { putRight, writeFileSafely } from '../../../writers/output-set.js';
import { areaHistory } from '../../../units/areas/area-history.js';
import { defined } from '../../../values/defined.js';
import type { CommandCall, Outcome } from '../../command.js';
import { answerWith, failWith } from '../../screen/answer.js';
import { shownPath } from '../../screen/shown-path.js';

const DRAFT = 'areas-nhap.csv';
const COLUMNS = ['unit_code', 'old_name', 'new_name', 'date', 'share', 'decision', 'old_former_unit'];

interface DraftLine extends ProposedStep {
  readonly unit: string;
}

export async function proposeDraft(call: CommandCall): Promise<Outcome> {
  const { options } = call;
  const { run, findings } = await prepareRun(
    [],
    defined({ workspace: options.text('workspace'), registry: options.text('registry') }),
  );
  if (run?.folder === undefined)
    return failWith(run === undefined ? findings : [finding('cli/no-workspace', NOWHERE, {})], call);
  const { results } = await completeRun(run, false);
  const before = latestBefore(run.facts.previous?.documents ?? [], run.facts.config.period);
  if (results === undefined || before === undefined)
    return failWith([finding('areas/nothing-to-compare', { file: WORKSPACE_FILES.previous }, {})], call);
  const target = resolve(options.text('out') ?? join(run.folder, DRAFT));
  const shown = pathFromHere(target);
  // A draft that a killed run has finished stands here, and what lies beside it would stay.
  await putRight(dirname(target));
  if (await exists(target))
    return failWith([finding('areas/draft-exists', { file: shown }, { file: shown })], call);
  // What the office has written already is not proposed again.
  const history = areaHistory(run.facts.areaSteps ?? []);
  const { crosswalkSteps = [], registryMap = [] } = run.facts;
  const steps = stepsSince(crosswalkSteps.length > 0 ? crosswalkSteps : registryMap, before);
  const lines = draftOf(before, results, steps, (unit) =>
    history.hasSteps(unit, before.referenceDate, results.referenceDate),
  );
  const text = lines.map((line) => {
    const { unit, oldName, newName, share, oldFormerUnit = '' } = line;
    return [unit, oldName, newName, '', share, toCheck(line), oldFormerUnit];
  });
  const written = await writeFileSafely(target, csvBytes(COLUMNS, text));
  if (written.some(isError)) return failWith([...findings, ...written], call);
  return answerWith(
    call,
    {
      text: summaryOf(lines, results, shownPath(shown)),
      json: {
        schema: 'tdkvh/areas-draft@1',
        file: shown,
        against: before.period.id,
        steps: lines.map((line) => ({ ...line, doubtful: line.basis !== 'name' })),
      },
    },
    [...findings, ...written],
  );
}

const WHY = {
  name: '',
  households: 'cần kiểm tra: chỉ suy từ số hộ',
  order: 'cần kiểm tra: số hộ hai năm không khớp hoặc không có',
};

/** Stands where the decision is to be written: nobody has seen it yet. */
function toCheck({ basis, share, alsoInto = [] }: ProposedStep): string {
  if (alsoInto.length > 0) return `${WHY.households}, cũng khớp nếu về ${listed(alsoInto, 'nơi', NAMED)}`;
  return share === 'whole' || basis === 'order' ? WHY[basis] : `${WHY[basis]}, cả phần chia`;
}
const NAMED = 3;

/** Communes whose lists of areas differ, in the order of the tree. */
function draftOf(
  before: ResultsDocument,
  results: ResultsDocument,
  steps: readonly CrosswalkStep[],
  isListed: (unit: string) => boolean,
): readonly DraftLine[] {
  return results.units
    .filter(({ leaf, code }) => leaf && !isListed(code))
    .flatMap(({ code }) => {
      const now = listedAreas(code, results);
      const then = listedThen(code, before, steps).filter(({ areas }) => areas.length > 0);
      if (then.length === 0 || now.length === 0) return [];
      return proposeMerged(then, now).map((step) => ({ unit: code, ...step }));
    });
}

function summaryOf(lines: readonly DraftLine[], { units }: ResultsDocument, file: string): string {
  const names = new Map(units.map((unit) => [unit.code, unitFullName(unit)]));
  const codes = [...new Set(lines.map(({ unit }) => unit))];
  const doubtful = lines.filter(({ basis }) => basis !== 'name').length;
  return [
    `Đã ghi bản nháp “${file}”: ${String(lines.length)} dòng của ${String(codes.length)} đơn vị, ${String(doubtful)} dòng cần kiểm tra.`,
    ...codes
      .slice(0, 20)
      .map(
        (code) =>
          `  ${names.get(code) ?? code}: ${String(lines.filter(({ unit }) => unit === code).length)} dòng`,
      ),
    'Tiếp theo: điền cột date, sửa theo nghị quyết sắp xếp, rồi lưu thành areas.csv.',
  ].join('\n');
}
