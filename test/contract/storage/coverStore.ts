import { expect, test } from "vitest";
import { instant } from "#base/Clock.ts";
import type { JournalId } from "#core/identifiers.ts";
import type { CoverRow, CoverStore } from "#vault/CoverStore.ts";

const value = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
};
export const coverRow = (id: string, over: Partial<CoverRow> = {}): CoverRow => ({
  id: id as JournalId,
  data: 1,
  shown: { type: "cover", cover: { symbol: "coffee", colour: "amber" } },
  slots: { version: 1, slots: [{ any: "thing" }] },
  tries: { wrong: 0, waitSince: null },
  inside: Uint8Array.of(1, 2, 3),
  backup: Uint8Array.of(4, 5),
  ...over,
});

/** What every `CoverStore` promises. `fresh` gives ways to open one and the same empty store. */
export function coverStoreContract(fresh: () => Promise<() => CoverStore>): void {
  test("covers are there as added, also for whoever opens the store next", async () => {
    const open = await fresh();
    const hidden = coverRow("b", { shown: { type: "hidden", tag: "tag" } });
    value(await open().add(coverRow("a")));
    value(await open().add(hidden));
    expect(value(await open().list())).toEqual([coverRow("a"), hidden]);
    expect(value(await open().find(hidden.id))).toEqual(hidden);
    expect(value(await open().find("c" as JournalId))).toBe(null);
  });

  test("a change is made to what is stored now, whoever stored it", async () => {
    const open = await fresh();
    const { id } = coverRow("a");
    value(await open().add(coverRow("a")));
    const count = (row: CoverRow): CoverRow => ({
      ...row,
      tries: { wrong: row.tries.wrong + 1, waitSince: instant(5) },
    });
    const tabs = [open(), open()];
    await Promise.all(Array.from({ length: 10 }, (_, at) => tabs[at % 2]?.change(id, count)));
    expect(value(await open().find(id))?.tries).toEqual({ wrong: 10, waitSince: 5 });
    expect(value(await open().change("c" as JournalId, count))).toBe(null);
    expect(value(await open().change(id, (row) => row))?.tries.wrong).toBe(10);
  });

  test("two journals are never hidden under one name, whichever tabs they are made in", async () => {
    const open = await fresh();
    const hidden = (tag: string) => ({ type: "hidden", tag }) as const;
    const taken = { ok: false, error: { type: "NameTaken" } };
    const both = await Promise.all([
      open().add(coverRow("a", { shown: hidden("one") })),
      open().add(coverRow("b", { shown: hidden("one") })),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual(taken);
    value(await open().add(coverRow("c", { shown: hidden("other") })));
    const { id, inside } = coverRow("c");
    expect(await open().show(id, hidden("one"), inside)).toEqual(taken);
    expect(value(await open().find(id))?.shown).toEqual(hidden("other"));
    expect(value(await open().show(id, hidden("other"), Uint8Array.of(9)))).toEqual(
      coverRow("c", { shown: hidden("other"), inside: Uint8Array.of(9) }),
    );
    expect(value(await open().show("d" as JournalId, hidden("third"), inside))).toBe(null);
  });

  test("the salt for hidden names is made once for the device", async () => {
    const open = await fresh();
    expect(value(await open().nameSalt(() => Uint8Array.of(7)))).toEqual(Uint8Array.of(7));
    expect(value(await open().nameSalt(() => Uint8Array.of(8)))).toEqual(Uint8Array.of(7));
  });

  test("an erased journal is gone and the others are not", async () => {
    const open = await fresh();
    value(await open().add(coverRow("a")));
    value(await open().add(coverRow("b")));
    value(await open().erase("a" as JournalId));
    expect(value(await open().list()).map(({ id }) => id)).toEqual(["b"]);
  });
}
