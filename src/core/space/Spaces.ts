import type { Belonging } from "./Belonging.ts";
import type { Founding } from "./Founding.ts";
import type { Inviting } from "./Inviting.ts";
import type { SpaceId } from "./identifiers.ts";
import type { Joining } from "./Joining.ts";
import type { JoiningByFile } from "./JoiningByFile.ts";
import type { Presences } from "./Presences.ts";
import type { ProposalFiles } from "./ProposalFiles.ts";
import type { Space } from "./Space.ts";
import type { SpaceFiles } from "./SpaceFiles.ts";
import type { VoiceBoxes } from "./VoiceBoxes.ts";

/**
 * The spaces of an open journal, in the vault worker. Records of a space are read with
 * `Reader.shared` and written with `Vault.save`, as any others. Every method that returns success has
 * kept on this device what it did; what the server must agree to first (members, roles) has been
 * agreed.
 */
export interface Spaces
  extends Founding,
    Inviting,
    Joining,
    Belonging,
    VoiceBoxes,
    Presences,
    SpaceFiles,
    JoiningByFile,
    ProposalFiles {
  readonly list: () => Promise<readonly Space[]>;
  /** All that are kept on this device, also one that gives way to a new copy, or cannot be read just now. */
  readonly kept: () => Promise<readonly SpaceId[]>;
  /** Calls back whenever `list`, `invitations` or `presence` would answer differently. Returns a way to stop. */
  readonly subscribe: (listener: () => void) => Promise<() => void>;
  /**
   * Says whether the page is in sight. While one is, whatever waits for the server is tried often, and at
   * once when it comes into sight.
   */
  readonly inSight: (isInSight: boolean) => Promise<void>;
  /** Tries now whatever waits for the server. */
  readonly tryNow: () => Promise<void>;
}
