import type { Result } from "#base/Result.ts";
import type { SharedId, SpaceId } from "./identifiers.ts";
import type { SharedProposal } from "./SharedProposal.ts";
import type { SpaceFailure } from "./SpaceFailure.ts";
import type { SpaceFileFailure } from "./SpaceFiles.ts";

/** What a sealed file holds, opened to be looked at. */
export interface OpenedProposal {
  /** As it was saved. */
  readonly proposal: SharedProposal;
  /** What stands of it in teams of this journal: itself, and copies that were brought in, whoever did. */
  readonly here: readonly SharedProposal[];
}

/** Carrying one shared proposal out of its space and into another. */
export interface ProposalFiles {
  /** This wording of a shared proposal for somebody outside, sealed with twelve fresh words to be told another way. */
  readonly exportProposal: (
    proposal: SharedProposal,
  ) => Promise<
    Result<{ readonly file: Uint8Array; readonly words: readonly string[] }, SpaceFailure>
  >;
  /** The proposal in a sealed file, to be looked at: nothing of it is kept. */
  readonly readProposal: (
    file: Uint8Array,
    words: string,
  ) => Promise<Result<OpenedProposal, SpaceFileFailure>>;
  /** This wording of a proposal that came in a file, as a copy in the space `into`; its `source` is null, as of none that was shared. */
  readonly importProposal: (
    proposal: SharedProposal,
    into: SpaceId,
  ) => Promise<Result<SharedId, SpaceFileFailure>>;
}
