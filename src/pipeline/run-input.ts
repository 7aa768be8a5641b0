/** What a run takes: configuration, criteria set, lists and files, all admitted or readable one by one. */
import type { EarlierMaterial } from '../comparison/earlier-periods.js';
import type {
  Acceptance,
  CriteriaSet,
  CrosswalkStep,
  Receipt,
  Registry,
  SourceFile,
  Target,
  UnitVersion,
  WorkspaceConfig,
} from '../model.js';

export interface RunInput {
  /** Admitted, or derived from options and files when there is no workspace. */
  readonly config: WorkspaceConfig;
  readonly hasWorkspace: boolean;
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
  /** Maps of the registry, admitted. */
  readonly registryMap?: readonly CrosswalkStep[];
  /** In listing order. */
  readonly sources: AsyncIterable<SourceFile>;
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  readonly final: boolean;
  readonly toolVersion: string;
  readonly onProgress?: (done: number) => void;
}
