import type { InvitationStore } from "./InvitationStore.ts";
import type { MembershipStore } from "./MembershipStore.ts";
import type { OnceStore } from "./OnceStore.ts";
import type { RowStore } from "./RowStore.ts";
import type { SegmentStore } from "./SegmentStore.ts";
import type { SnapshotStore } from "./SnapshotStore.ts";
import type { VoiceStore } from "./VoiceStore.ts";

/** Told when a space moved on at another node; may be lost, doubled or late [V6]. */
export type HintListener = (space: Uint8Array) => void;

/**
 * Where the mailbox keeps what it carries. Two implementations, one contract
 * (`test/contract/mailboxStore.ts`). Every promise of a write resolves after its commit is on disk.
 * All throw what their database throws when it is away or its disk is full; nothing is kept then.
 */
export interface MailboxStore
  extends RowStore,
    MembershipStore,
    InvitationStore,
    SegmentStore,
    SnapshotStore,
    VoiceStore,
    OnceStore {
  /** Whether nonces are still known after this process ends: then others may vouch for them. */
  readonly remembersNonces: boolean;
  readonly onHint: (listener: HintListener) => void;
  /** Tells other nodes, soon, together with others. */
  readonly hint: (space: Uint8Array) => void;
  /** Lets go of what is past its time: bodies that snapshots cover, voices that two devices read (those for all: after a year), invitations, nonces, tickets. */
  readonly sweep: (now: number, coveredBefore: number) => Promise<void>;
  /** Resolves if the database answers. */
  readonly ping: () => Promise<void>;
  /** Finishes what is under way and lets go of the database. */
  readonly close: () => Promise<void>;
}
