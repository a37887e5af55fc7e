import { Dexie, type Table } from "dexie";
import * as v from "valibot";
import { err, ok, type Result } from "#base/Result.ts";
import { idSchema, type JournalId } from "#core/identifiers.ts";
import { instantSchema } from "#core/instantSchema.ts";
import { coverSchema } from "#core/journal/Cover.ts";
import type { NameTaken, StorageFailure } from "#core/journal/Door.ts";
import { createMakingLocks } from "./createMakingLocks.ts";
import { createDatabase, type Tables } from "./Database.ts";
import { journalDatabaseName } from "./journalDatabaseName.ts";

const tables: Tables = [{ covers: "id", device: "name", erasing: "id" }];

const bytes = v.custom<Uint8Array>((stored) => stored instanceof Uint8Array);
const noTries = { wrong: 0, waitSince: null };
const coverRowSchema = v.object({
  id: idSchema<JournalId>(),
  data: v.pipe(v.number(), v.safeInteger()),
  shown: v.variant("type", [
    v.object({ type: v.literal("cover"), cover: coverSchema }),
    v.object({ type: v.literal("hidden"), tag: v.string() }),
  ]),
  slots: v.unknown(),
  tries: v.fallback(
    v.object({
      wrong: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
      waitSince: v.nullable(instantSchema),
    }),
    noTries,
  ),
  inside: v.fallback(bytes, new Uint8Array()),
  backup: v.fallback(bytes, new Uint8Array()),
});

/** What stands in the clear of one journal: how it is shown, its ways to unlock, its wrong tries. */
export type CoverRow = Readonly<v.InferOutput<typeof coverRowSchema>>;

/** A journal whose rows have to go: it is erased, or was never finished by the tab that was making it. */
interface ErasingRow {
  readonly id: string;
  readonly making?: boolean;
}

const saltSchema = v.object({ name: v.literal("names"), salt: bytes });

const isSameName = (one: CoverRow["shown"], other: CoverRow["shown"]) =>
  one.type === "hidden" && other.type === "hidden" && one.tag === other.tag;

/**
 * The covers of all journals on this device, in the database `headroom-covers`. A row that cannot be
 * read is passed over: the journals beside it still open.
 */
export function openCovers() {
  const { db, open, attempt } = createDatabase("headroom-covers", tables);
  const covers: Table<unknown, string> = db.table("covers");
  const device: Table<unknown, string> = db.table("device");
  const erasing: Table<ErasingRow, string> = db.table("erasing");
  const making = createMakingLocks();

  const read = (stored: unknown): CoverRow | null => {
    const parsed = v.safeParse(coverRowSchema, stored);
    return parsed.success ? parsed.output : null;
  };
  let opening: ReturnType<typeof open> | null = null;
  const once = async <T>(work: () => PromiseLike<T>): Promise<Result<T, StorageFailure>> => {
    opening ??= open();
    const opened = await opening;
    if (opened.ok) return attempt(work);
    // A refusal may have passed by the next time somebody asks.
    opening = null;
    return opened;
  };
  /** Does something in one transaction, unless another journal is hidden under the same name. */
  const unlessTaken = async <T>(
    { id, shown }: Pick<CoverRow, "id" | "shown">,
    work: () => Promise<T>,
  ): Promise<Result<T, NameTaken | StorageFailure>> => {
    const done = await once(() =>
      db.transaction("rw", covers, erasing, async () => {
        const others = (await covers.toArray()).map(read).filter((row) => row?.id !== id);
        const isTaken = others.some((row) => row !== null && isSameName(row.shown, shown));
        return isTaken ? null : { value: await work() };
      }),
    );
    if (!done.ok) return done;
    return done.value === null ? err({ type: "NameTaken" }) : ok(done.value.value);
  };
  const finishErasing = async (id: string): Promise<Result<null, StorageFailure>> => {
    const done = await once(async () => {
      await Dexie.delete(journalDatabaseName(id));
      await erasing.delete(id);
    });
    return done.ok ? ok(null) : done;
  };

  return {
    list: async () => {
      const half = await once(() => erasing.toArray());
      if (half.ok)
        for (const { id, making: isMaking } of half.value)
          if (!isMaking || !(await making.isHeld(id))) await finishErasing(id);
      return once(async () => (await covers.toArray()).map(read).filter((row) => row !== null));
    },
    find: (id: JournalId) => once(async () => read(await covers.get(id))),
    reserve: async (id: JournalId): Promise<Result<null, StorageFailure>> => {
      await making.hold(id);
      const marked = await once(() => erasing.put({ id, making: true }));
      if (!marked.ok) making.release(id);
      return marked.ok ? ok(null) : marked;
    },
    add: async (row: CoverRow) => {
      const added = await unlessTaken(row, async () => {
        await Promise.all([covers.add(row), erasing.delete(row.id)]);
        return null;
      });
      if (added.ok) making.release(row.id);
      return added;
    },
    show: (id: JournalId, shown: CoverRow["shown"], inside: Uint8Array) =>
      unlessTaken({ id, shown }, async () => {
        const row = read(await covers.get(id));
        const next = row && { ...row, shown, inside };
        if (next !== null) await covers.put(next);
        return next;
      }),
    change: (id: JournalId, change: (row: CoverRow) => CoverRow) =>
      once(() =>
        db.transaction("rw", covers, async () => {
          const row = read(await covers.get(id));
          const next = row && change(row);
          if (next !== null && next !== row) await covers.put(next);
          return next;
        }),
      ),
    nameSalt: (fresh: () => Uint8Array) =>
      once(() =>
        db.transaction("rw", device, async () => {
          const stored = v.safeParse(saltSchema, await device.get("names"));
          if (stored.success) return stored.output.salt;
          const salt = fresh();
          await device.put({ name: "names", salt });
          return salt;
        }),
      ),
    erase: async (id: JournalId): Promise<Result<null, StorageFailure>> => {
      const marked = await once(() =>
        db.transaction("rw", covers, erasing, async () => {
          await covers.delete(id);
          await erasing.put({ id });
        }),
      );
      making.release(id);
      return marked.ok ? finishErasing(id) : marked;
    },
    close: () => db.close({ disableAutoOpen: true }),
  };
}
