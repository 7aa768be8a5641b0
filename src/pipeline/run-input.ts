/** What a run takes: configuration, criteria set, lists and files, all admitted or readable one by one. */
import { indicatorsOf } from '../criteria/set-queries.js';
import { unitFullName } from '../units/names/unit-name.js';
import type { Listing } from '../readers/folder.js';
import type { OpenedFile } from '../readers/open-sources.js';
import type { EarlierMaterial } from '../comparison/earlier-periods.js';
import type {
  Acceptance,
  AreaStep,
  CriteriaSet,
  CrosswalkStep,
  IndicatorDefinition,
  Receipt,
  Registry,
  Target,
  UnitTree,
  UnitVersion,
  WorkspaceConfig,
} from '../model.js';

export interface RunInput {
  /** Admitted, or derived from options and files when there is no workspace. */
  readonly config: WorkspaceConfig;
  readonly set: CriteriaSet;
  readonly criteriaSha256: string;
  /** Bundled, or from --registry. */
  readonly registry: Registry;
  /** units.csv, admitted; wins over the registry. */
  readonly units?: readonly UnitVersion[];
  readonly targets: readonly Target[];
  readonly accepted: readonly Acceptance[];
  readonly received: readonly Receipt[];
  /** Results and figures of earlier periods; what was wrong with their files. */
  readonly previous?: EarlierMaterial;
  /** crosswalk.csv, admitted. */
  readonly crosswalkSteps?: readonly CrosswalkStep[];
  /** areas.csv, admitted. */
  readonly areaSteps?: readonly AreaStep[];
  /** Maps of the registry, admitted. */
  readonly registryMap?: readonly CrosswalkStep[];
  /** In listing order, one after the other; can be gone through once. */
  readonly opened: AsyncIterable<OpenedFile>;
  /** What was passed over in listing, and what is to be said about it. */
  readonly listing: Pick<Listing, 'skipped' | 'findings'>;
  readonly final: boolean;
  readonly toolVersion: string;
  readonly onProgress?: (done: number) => void;
}

/** A run as its steps share it. */
export interface Run {
  readonly input: RunInput;
  /** Who is due. */
  readonly tree: UnitTree;
  readonly indicators: readonly IndicatorDefinition[];
  /** "Xã An Bình"; of an unknown unit its code. */
  readonly nameOf: (code: string) => string;
}

export const runOf = (input: RunInput, tree: UnitTree): Run => ({
  input,
  tree,
  indicators: indicatorsOf(input.set),
  nameOf: (code) => {
    const unit = tree.byCode.get(code);
    return unit === undefined ? code : unitFullName(unit);
  },
});
