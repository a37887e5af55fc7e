import type { Result } from "#base/Result.ts";
import type { SharedId, SpaceId } from "./identifiers.ts";
import type { SharedProposal } from "./SharedProposal.ts";
import type { SpaceFailure } from "./SpaceFailure.ts";
import type { SpaceFileFailure } from "./SpaceFiles.ts";

/** Carrying one shared proposal out of its space and into another. */
export interface ProposalFiles {
  /** One shared proposal for somebody outside, sealed with twelve fresh words to be told another way. */
  readonly exportProposal: (
    proposal: SharedId,
  ) => Promise<
    Result<{ readonly file: Uint8Array; readonly words: readonly string[] }, SpaceFailure>
  >;
  /** The proposal in a sealed file as its team had it, to be looked at: nothing of it is kept. */
  readonly readProposal: (
    file: Uint8Array,
    words: string,
  ) => Promise<Result<SharedProposal, SpaceFileFailure>>;
  /** The proposal in a sealed file, as a copy in the space `into`; its `source` is null, as of none that was shared. */
  readonly importProposal: (
    file: Uint8Array,
    words: string,
    into: SpaceId,
  ) => Promise<Result<SharedId, SpaceFileFailure>>;
}
