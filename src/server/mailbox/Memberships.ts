import { foldMembership } from "#wire/appendMembership.ts";
import { idText } from "#wire/idText.ts";
import type { Membership } from "#wire/Membership.ts";
import { nodeCrypto } from "./nodeCrypto.ts";
import type { MailboxStore } from "./store/MailboxStore.ts";
import type { SpaceLevel } from "./store/MembershipStore.ts";

/** Who belongs to which space, as this node last folded it. */
export interface Memberships {
  /** What is known without asking the database; may be behind. */
  readonly known: (space: Uint8Array) => Membership | null;
  /** The membership at a level just read. */
  readonly at: (space: Uint8Array, level: SpaceLevel) => Promise<Membership>;
  /** Puts in what an entry just appended made of it. */
  readonly keep: (membership: Membership) => void;
  readonly forget: (space: Uint8Array) => void;
}

const mostSpaces = 20_000;

/** Folds membership logs out of the store, each once; keeps what was used last. */
export function memberships(store: MailboxStore): Memberships {
  const folded = new Map<string, Membership>();

  function keep(membership: Membership): void {
    const key = idText(membership.space);
    folded.delete(key);
    folded.set(key, membership);
    const [oldest] = folded.keys();
    if (folded.size > mostSpaces && oldest !== undefined) folded.delete(oldest);
  }

  return {
    known: (space) => folded.get(idText(space)) ?? null,
    keep,
    forget: (space) => {
      folded.delete(idText(space));
    },
    at: async (space, level) => {
      let membership = folded.get(idText(space)) ?? null;
      // A database put back from a backup may have fewer entries than were folded.
      if (membership && membership.number > level.membership) membership = null;
      while ((membership?.number ?? 0) < level.membership) {
        const entries = await store.entriesAfter(space, membership?.number ?? 0);
        const result = await foldMembership(membership, entries, nodeCrypto);
        if (!result.ok || !result.value || entries.length === 0) {
          throw new Error("a membership log in the database does not fold");
        }
        membership = result.value;
      }
      if (!membership) throw new Error("a space without membership entries");
      keep(membership);
      return membership;
    },
  };
}
