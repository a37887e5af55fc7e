import * as v from "valibot";
import type { Instant } from "#base/Clock.ts";
import type { Result } from "#base/Result.ts";
import type { JournalId } from "#core/identifiers.ts";

/** What a journal is known by on this device: never a person's name. Symbols are lucide icon names. */
export const coverSymbols = [
  "feather",
  "coffee",
  "sailboat",
  "leaf",
  "key-round",
  "bird",
  "moon-star",
  "mountain",
  "shell",
  "flower-2",
  "umbrella",
  "compass",
] as const;
export const coverColours = ["teal", "amber", "lavender", "green", "rose", "slate"] as const;
export const coverSchema = v.object({
  symbol: v.picklist(coverSymbols),
  colour: v.picklist(coverColours),
});
export type Cover = Readonly<v.InferOutput<typeof coverSchema>>;

/** A journal whose cover is shown on "Choose your journal". */
export interface ShownJournal {
  readonly id: JournalId;
  readonly cover: Cover;
}

/** What a person decides when starting a journal; `hiddenName` null shows the cover to everyone. */
export interface NewJournal {
  readonly cover: Cover;
  readonly hiddenName: string | null;
  readonly passphrase: string;
  /** Twelve BIP39 words from `recoveryWords`, already checked by the person. */
  readonly recoveryWords: readonly string[];
}

/** A way to unlock that a person can type. */
export type Unlocking =
  | { readonly type: "passphrase"; readonly passphrase: string }
  | { readonly type: "recovery"; readonly words: readonly string[] };

export type UnlockFailure =
  | { readonly type: "WrongKey"; readonly triesLeft: number }
  /** The words cannot be a recovery code: not twelve, some not in the list, or a mistyped one. `unknown` are positions from 0. */
  | { readonly type: "NotARecoveryCode"; readonly unknown: readonly number[] }
  /** Too many wrong tries (domain.md section 5): nothing is tried before `until`. */
  | { readonly type: "Wait"; readonly until: Instant }
  | { readonly type: "NoSuchJournal" }
  /** The key slots of this journal cannot be read: made by a newer version, weakened, or damaged. */
  | { readonly type: "SlotsUnreadable"; readonly reason: "newer" | "weak" | "damaged" }
  | StorageFailure;

/** What storage may refuse. The person's words are still on screen when one of these comes back. */
export type StorageFailure =
  | { readonly type: "StorageFull" }
  /** A newer version of the app has the data open or has upgraded it: reload. */
  | { readonly type: "NewerVersion" }
  /** The browser refused: private mode, a policy, or a fault of its own. `name` is the DOMException's. */
  | { readonly type: "StorageRefused"; readonly name: string };

/** Another journal on this device is hidden under this name: by it, only one of them could be found. */
export interface NameTaken {
  readonly type: "NameTaken";
}

/** The locked app: which journals there are and how one is opened. Implemented in the vault worker. */
export interface Door {
  readonly journals: () => Promise<Result<readonly ShownJournal[], StorageFailure>>;
  /** The id of the hidden journal with this name. Slow on purpose. */
  readonly findHidden: (
    name: string,
  ) => Promise<Result<JournalId, { readonly type: "NoSuchJournal" } | StorageFailure>>;
  /** Twelve fresh words; nothing is stored until `begin`. */
  readonly recoveryWords: () => Promise<readonly string[]>;
  /** Makes the journal, durable in one transaction, and opens it. */
  readonly begin: (journal: NewJournal) => Promise<Result<JournalId, NameTaken | StorageFailure>>;
  readonly unlock: (id: JournalId, how: Unlocking) => Promise<Result<JournalId, UnlockFailure>>;
}
