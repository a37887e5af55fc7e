import type { Result } from "#base/Result.ts";
import type { SharedId, SpaceId } from "./identifiers.ts";
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
  /** The proposal in a sealed file, as a copy in the space `into`. */
  readonly importProposal: (
    file: Uint8Array,
    words: string,
    into: SpaceId,
  ) => Promise<Result<SharedId, SpaceFileFailure>>;
}
