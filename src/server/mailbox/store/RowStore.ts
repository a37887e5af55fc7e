import type { LoggedRow, RowPlace, SentRow } from "#wire/Frame.ts";
import type { SpaceLevel } from "./MembershipStore.ts";

/** A push for one space. `membership` is the number under which its rows were checked. */
export interface Push {
  readonly space: Uint8Array;
  readonly membership: number;
  readonly rows: readonly SentRow[];
}

export type PushOutcome =
  /** The membership log went on meanwhile: check again. */
  | { readonly type: "moved" }
  | { readonly type: "none" }
  | {
      readonly type: "kept";
      readonly level: SpaceLevel;
      /** The places of all rows that stand in the log now, new and repeated [V2]. */
      readonly places: readonly RowPlace[];
      /** The new ones among them, whole, in the log's order. */
      readonly fresh: readonly LoggedRow[];
      readonly otherBody: readonly Uint8Array[];
      readonly overQuota: readonly Uint8Array[];
    };

/** A row that stands in the log, without its body. */
export interface KnownRow extends RowPlace {
  /** SHA-256 of the body. */
  readonly hash: Uint8Array;
}

/** The log of rows: places from 1 without holes, each given in the order of commits [V1]. */
export interface RowStore {
  /** Resolves after the commit reached the disk [V2]. Many pushes may share a transaction. */
  readonly push: (push: Push) => Promise<PushOutcome>;
  readonly knownRow: (space: Uint8Array, uid: Uint8Array) => Promise<KnownRow | null>;
  /** Rows after a place, in order: as many as fit in `mostBytes`, one at least. */
  readonly rowsAfter: (
    space: Uint8Array,
    after: number,
    mostBytes: number,
  ) => Promise<readonly LoggedRow[]>;
}
