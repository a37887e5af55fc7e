import { err, ok, type Result } from "#base/Result.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import { isCarried } from "#core/record/JournalRecord.ts";
import type { SpaceCrypto } from "#sync/ports/SpaceCrypto.ts";
import type { NotKept, SpaceRow, SpaceRowName, SpaceStore } from "#sync/ports/SpaceStore.ts";
import type { Carrying } from "#vault/spaces/createCarrying.ts";
import type { Judge } from "#vault/spaces/receiveRecords.ts";
import { createAuthorship } from "./createAuthorship.ts";

const notKept = (cause: unknown) => err({ type: "NotKept", cause } as const);

/** The id that a sealed row is bound to: no row can stand in for another. */
const rowId = ({ space, part, key }: Pick<SpaceRow, "space" | "part" | "key">): string =>
  `${space}/${part}/${key}`;

const spaceIn = (record: JournalRecord) => ("space" in record ? record.space : null);

/** The kind of a record and the space it lives in never change, nor does what a voice says. */
const isSameThing = (before: JournalRecord, after: JournalRecord): boolean =>
  before.kind === after.kind && spaceIn(before) === spaceIn(after) && isSameVoice(before, after);

const isSameVoice = (before: JournalRecord, after: JournalRecord): boolean =>
  before.kind !== "voice" ||
  after.kind !== "voice" ||
  (["text", "name", "from", "box"] as const).every((field) => before[field] === after[field]);

/**
 * May a record be in this space? A person's own records travel only between their own devices, a
 * team's only in that team. What stands under an id already stays what it is and where it is: nobody
 * in a team can make a journal's own record one of theirs. Who wrote it is asked of `Authorship`.
 */
export function mayStandIn(space: string, kind: "own" | "team") {
  return (record: JournalRecord, before: JournalRecord | null): boolean => {
    if (before !== null && !isSameThing(before, record)) return false;
    if (kind === "own" && !("space" in record)) return true;
    if (!isCarried(record) || record.space !== space) return false;
    // Among one's own devices only what they are called is a record of the space itself.
    return kind === "team" || record.kind === "space-facts" || record.kind === "member-name";
  };
}

/** Sync's `SpaceStore` over an open journal: rows sealed with its key, records by its vault. */
export function createSpaceStore(
  carrying: Carrying,
  kindOf: (space: string) => "own" | "team",
  others: Pick<SpaceStore, "welcome" | "takeVoices" | "voicePage" | "answerBox">,
  crypto: Pick<SpaceCrypto, "verify" | "sha256">,
): SpaceStore {
  const { rows, sealer } = carrying;
  const seal = async (row: SpaceRow) => ({
    space: row.space,
    part: row.part,
    key: row.key,
    stamp: row.stamp,
    sealed: await sealer.seal("space", rowId(row), row.bytes),
  });

  const judgeOf = (space: string, isMember: (device: string) => boolean): Judge => {
    const { stands, shown, isStepwise, isNewer } = createAuthorship(crypto, isMember);
    const isAtHome = mayStandIn(space, kindOf(space));
    return {
      mayStand: async (now, before) =>
        isAtHome(now.record, before?.record ?? null) && stands(now, before),
      isStepwise,
      isNewer,
      shown,
    };
  };

  /** What others know stands in rows of which one does not open, and each may change what others say: all of it is said again. */
  const sayAgain = async (space: string, known: readonly SpaceRowName[]) => {
    // The marks first: ended in between, it is done anew.
    const marked = await carrying.markAll(space);
    if (!marked.ok) return notKept(marked.error);
    const drop = known.map(({ part, key }) => ({ space, part, key }));
    const dropped = await rows.writeSpace({ put: [], drop });
    return dropped.ok ? dropped : notKept(dropped.error);
  };

  const store: SpaceStore = {
    ...others,
    rows: async (space, part) => {
      const stored = await rows.spaceRows(space, part);
      if (!stored.ok) return notKept(stored.error);
      const opened = await Promise.all(
        stored.value.map(async ({ sealed, ...row }): Promise<Result<SpaceRow, NotKept>> => {
          const bytes = await sealer.open("space", rowId(row), sealed);
          return bytes.ok ? ok({ ...row, bytes: bytes.value }) : notKept(bytes.error);
        }),
      );
      if (part === "known" && opened.some((row) => !row.ok)) {
        const forgotten = await sayAgain(space, stored.value);
        return forgotten.ok ? ok([]) : forgotten;
      }
      // What else does not open is left out: it is fetched again.
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
    difference: async (space, id, known, prover, wrote) => {
      const { prove, shown } = createAuthorship(crypto, () => true);
      const said = await carrying.difference(space, id, known, async (now) => {
        const missing = await prove(now, prover, wrote);
        const proofs = new Map([...now.proofs, ...missing]);
        return { missing, shown: missing.size > 0 ? await shown({ ...now, proofs }) : now.record };
      });
      if (said.ok) return ok(said.value ? { type: "said", ...said.value } : { type: "nothing" });
      if (said.error.type === "NotFound") return ok({ type: "gone" });
      // A record that does not open here cannot be sent; it is set aside and told elsewhere.
      return said.error.type === "Unreadable" ? ok({ type: "unreadable" }) : notKept(said.error);
    },
    learn: carrying.learn,
    receive: async (space, received, isMember, alongside) => {
      const judge = judgeOf(space, isMember);
      const kept = await carrying.receive(received, judge, async (outcomes) => {
        const { put, drop } = alongside(outcomes);
        return { put: await Promise.all(put.map(seal)), drop };
      });
      return kept.ok ? kept : notKept(kept.error);
    },
    rehearse: (space) => {
      const { receive, compare, saysAll } = carrying.rehearse(space);
      return {
        store: {
          ...store,
          write: async () => ok(null),
          receive: async (_space, received, isMember, alongside) => {
            const kept = await receive(received, judgeOf(space, isMember), async (outcomes) => {
              alongside(outcomes);
              return { put: [], drop: [] };
            });
            return kept.ok ? kept : notKept(kept.error);
          },
        },
        compare: async (ids) => {
          const compared = await compare(ids);
          return compared.ok ? compared : notKept(compared.error);
        },
        saysAll: async (where, updates) => {
          const said = await saysAll(where, updates);
          return said.ok ? said : notKept(said.error);
        },
      };
    },
  };
  return store;
}
