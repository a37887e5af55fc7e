import { err, ok } from "#base/Result.ts";
import type { CoverRow, CoverStore } from "#vault/CoverStore.ts";

/** What a memory store of covers keeps; several stores opened on one of these are several tabs. */
export interface MemoryCovers {
  readonly rows: Map<string, CoverRow>;
  salt: Uint8Array | null;
}

/** Nothing kept yet. */
export const noCovers = (): MemoryCovers => ({ rows: new Map(), salt: null });

/** The vault's `CoverStore` in memory, for tests without a browser; it passes the same contract as the real one. */
export const openMemoryCovers = (memory: MemoryCovers): CoverStore => ({
  list: async () => ok([...memory.rows.values()]),
  find: async (id) => ok(memory.rows.get(id) ?? null),
  reserve: async () => ok(null),
  add: async (row) => {
    if (isTaken(memory, row)) return err({ type: "NameTaken" });
    memory.rows.set(row.id, row);
    return ok(null);
  },
  show: async (id, shown, inside) => {
    const row = memory.rows.get(id);
    if (row === undefined) return ok(null);
    if (isTaken(memory, { id, shown })) return err({ type: "NameTaken" });
    const next = { ...row, shown, inside };
    memory.rows.set(id, next);
    return ok(next);
  },
  change: async (id, change) => {
    const row = memory.rows.get(id);
    if (row === undefined) return ok(null);
    const next = change(row);
    memory.rows.set(id, next);
    return ok(next);
  },
  nameSalt: async (fresh) => {
    memory.salt ??= fresh();
    return ok(memory.salt);
  },
  erase: async (id) => {
    memory.rows.delete(id);
    return ok(null);
  },
});

const isTaken = ({ rows }: MemoryCovers, { id, shown }: Pick<CoverRow, "id" | "shown">): boolean =>
  shown.type === "hidden" &&
  [...rows.values()].some(
    (row) => row.id !== id && row.shown.type === "hidden" && row.shown.tag === shown.tag,
  );
