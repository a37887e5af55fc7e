import { err, ok, type Result } from "#base/Result.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import { isShared } from "#core/record/JournalRecord.ts";
import type { NotKept, SpaceRow, SpaceStore } from "#sync/ports/SpaceStore.ts";
import type { Carrying } from "#vault/spaces/createCarrying.ts";

const notKept = (cause: unknown) => err({ type: "NotKept", cause } as const);

/** The id that a sealed row is bound to: no row can stand in for another. */
const rowId = ({ space, part, key }: Pick<SpaceRow, "space" | "part" | "key">): string =>
  `${space}/${part}/${key}`;

const spaceIn = (record: JournalRecord) => ("space" in record ? record.space : null);

/** The kind of a record and the space it lives in never change. */
const isSameThing = (before: JournalRecord, after: JournalRecord): boolean =>
  before.kind === after.kind && spaceIn(before) === spaceIn(after);

/**
 * May a record be in this space? A person's own records travel only between their own devices, a
 * team's only in that team; a member's name comes only from that member. `by` empty: from a snapshot,
 * whose maker had looked. What stands under an id already stays what it is and where it is: nobody
 * in a team can make a journal's own record one of theirs.
 */
export function mayStandIn(space: string, kind: "own" | "team") {
  return (record: JournalRecord, by: string, before: JournalRecord | null): boolean => {
    if (before !== null && !isSameThing(before, record)) return false;
    if (kind === "own" && !("space" in record)) return true;
    if (!isShared(record) || record.space !== space) return false;
    // Among one's own devices only what they are called is a record of the space itself.
    if (kind === "own" && record.kind !== "space-facts" && record.kind !== "member-name")
      return false;
    return record.kind !== "member-name" || by === "" || record.id === by;
  };
}

/** Sync's `SpaceStore` over an open journal: rows sealed with its key, records by its vault. */
export function createSpaceStore(
  carrying: Carrying,
  kindOf: (space: string) => "own" | "team",
  takeVoices: SpaceStore["takeVoices"],
): SpaceStore {
  const { rows, sealer } = carrying;
  const seal = async (row: SpaceRow) => ({
    space: row.space,
    part: row.part,
    key: row.key,
    stamp: row.stamp,
    sealed: await sealer.seal("space", rowId(row), row.bytes),
  });

  return {
    takeVoices,
    rows: async (space, part, limit) => {
      const stored = await rows.spaceRows(space, part, limit);
      if (!stored.ok) return notKept(stored.error);
      const opened = await Promise.all(
        stored.value.map(async ({ sealed, ...row }): Promise<Result<SpaceRow, NotKept>> => {
          const bytes = await sealer.open("space", rowId(row), sealed);
          return bytes.ok ? ok({ ...row, bytes: bytes.value }) : notKept(bytes.error);
        }),
      );
      // What does not open is left out: it is fetched again, or made again from the records.
      return ok(opened.flatMap((row) => (row.ok ? [row.value] : [])));
    },
    write: async ({ put, drop }) => {
      const written = await rows.writeSpace({ put: await Promise.all(put.map(seal)), drop });
      return written.ok ? written : notKept(written.error);
    },
    forget: async (space) => {
      const forgotten = await rows.forgetSpace(space);
      return forgotten.ok ? forgotten : notKept(forgotten.error);
    },
    unsent: async (space, limit) => {
      const stored = await rows.spaceRows(space, "unsent", limit);
      if (!stored.ok) return notKept(stored.error);
      return ok(stored.value.map(({ key, stamp }) => ({ id: key, stamp })));
    },
    markAll: async (space) => {
      const marked = await carrying.markAll(space);
      return marked.ok ? marked : notKept(marked.error);
    },
    difference: async (space, id, known) => {
      const said = await carrying.difference(space, id, known);
      if (said.ok) return said;
      // A record that does not open here cannot be sent; it is set aside and told elsewhere.
      return said.error.type === "Unreadable" || said.error.type === "NotFound"
        ? ok(null)
        : notKept(said.error);
    },
    learn: carrying.learn,
    receive: async (space, received, alongside) => {
      const mayStand = mayStandIn(space, kindOf(space));
      const kept = await carrying.receive(received, mayStand, async (outcomes) => {
        const { put, drop } = alongside(outcomes);
        return { put: await Promise.all(put.map(seal)), drop };
      });
      return kept.ok ? kept : notKept(kept.error);
    },
  };
}
