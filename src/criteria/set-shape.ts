/** The files of one set, each against the shape of its kind, before anything is merged. */
import type { z } from 'zod';
import { faultsIn } from '../admission/admit.js';
import type { Fault } from '../admission/faults.js';
import { namedPath } from '../admission/source.js';
import { finding } from '../findings/finding.js';
import type { Finding } from '../model.js';
import { isKeys, listOf, type ChainFile } from './chain-file.js';
import { CRITERIA_SCHEMA, documentSchema, includedSchema, LISTS } from './document-schema.js';
import { includedFaults, withoutMainKeys } from './included-files.js';
import { schemaFault } from './schema-faults.js';

export interface SetShape {
  readonly findings: readonly Finding[];
  /** Entries of the set, or what many of them share, stand where they cannot be found. */
  readonly losesEntries: boolean;
}

export function shapeOf(main: ChainFile): SetShape {
  const files = [
    isSet(main) ? shapeOfFile(main, documentSchema, main.value) : notASet(main),
    ...(main.included ?? []).map((file) => shapeOfFile(file, includedSchema, withoutMainKeys(file.value))),
  ];
  return {
    findings: [...files.flatMap(({ findings }) => findings), ...includedFaults(main)],
    losesEntries: files.some(({ losesEntries }) => losesEntries),
  };
}

const isSet = ({ value }: ChainFile): boolean => isKeys(value) && value['schema'] === CRITERIA_SCHEMA;

/** Only that is told of it. */
function notASet(file: ChainFile): SetShape {
  const at = file.locate(isKeys(file.value) ? ['schema'] : []);
  return {
    findings: [finding('criteria/not-a-set', at, { schema: CRITERIA_SCHEMA })],
    losesEntries: shapeOfFile(file, documentSchema, file.value).losesEntries,
  };
}

/** A file of comments only says nothing, which is no fault by itself. */
function shapeOfFile(file: ChainFile, schema: z.ZodType, value: unknown): SetShape {
  const source = {
    value: value ?? {},
    locate: (path: readonly (string | number)[]) => file.locate(path),
    name: (path: readonly (string | number)[]) => namedPath(value, path) || CRITERIA_SCHEMA,
  };
  const faults = faultsIn(schema, source);
  return {
    findings: faults.map((fault) => schemaFault(fault, source)),
    losesEntries: faults.some(isLoss),
  };
}

function isLoss({ kind, path, actual }: Fault): boolean {
  const [key] = path;
  if (key === undefined) return true;
  return kind === 'unknownKey' && path.length === 1
    ? isKeys(actual) || listOf(actual).length > 0
    : key === 'defaults' || LISTS.some((list) => list === key);
}

/** A file that a set names and in which nothing stands has lost what stood there: rules go without a word otherwise. */
export const emptyFiles = ({ included = [] }: ChainFile): readonly Finding[] =>
  included.flatMap((file) =>
    saysNothing(file.value)
      ? [
          finding('criteria/wrong-value', file.locate([]), {
            place: 'nội dung của tệp',
            actual: '',
            expected: LISTS.join(', '),
            remark:
              ' Tệp không có mục nào: chép lại nội dung, hoặc bỏ tên tệp khỏi includes nếu đã cố ý để trống.',
          }),
        ]
      : [],
  );

/** No value, or the keys of a set with nothing in them; what is misspelled or no list is told by its name. */
const saysNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (isKeys(value) &&
    Object.entries(value).every(([key, content]) => key in includedSchema.shape && isEmpty(content)));

const isEmpty = (content: unknown): boolean =>
  Array.isArray(content) ? content.length === 0 : isKeys(content) && Object.keys(content).length === 0;
