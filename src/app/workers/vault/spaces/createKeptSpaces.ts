import type { Result } from "#base/Result.ts";
import { err } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import { fromJsonBytes } from "#sync/bytesJson.ts";
import type { NotKept, SpaceStore } from "#sync/ports/SpaceStore.ts";
import { type SpaceContext, stateRow } from "#sync/SpaceContext.ts";
import { type SpaceState, spaceStateSchema } from "#sync/SpaceState.ts";
import { storageFailureIn } from "./failures.ts";

/** Which spaces this journal is in, as this device keeps it. */
export interface KeptSpaces {
  readonly states: () => Promise<readonly SpaceState[]>;
  readonly keep: (
    space: Pick<SpaceContext, "id" | "state">,
  ) => Promise<Result<null, StorageFailure>>;
  /** Not in this space any more. */
  readonly drop: (id: string) => Promise<Result<null, StorageFailure>>;
  /** Drops what had been exchanged with a space, but for its records. */
  readonly forget: (id: string) => Promise<Result<null, StorageFailure>>;
}

/** Over the rows of an open journal. */
export function createKeptSpaces(store: SpaceStore): KeptSpaces {
  const kept = (outcome: Result<null, NotKept>): Result<null, StorageFailure> =>
    outcome.ok ? outcome : err(storageFailureIn(outcome.error));
  return {
    states: async () => {
      const rows = await store.rows("", "state");
      const read = (rows.ok ? rows.value : []).map(({ bytes }) =>
        fromJsonBytes(spaceStateSchema, bytes),
      );
      return read.filter((state) => state !== null);
    },
    keep: async (space) => kept(await store.write({ put: [stateRow(space)], drop: [] })),
    drop: async (id) =>
      kept(await store.write({ put: [], drop: [{ space: "", part: "state", key: id }] })),
    forget: async (id) => kept(await store.forget(id)),
  };
}
