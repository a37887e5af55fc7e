import { expect, test } from "vitest";
import { newId } from "#base/newId.ts";
import type { Entry } from "#core/entry/Entry.ts";
import { createReplica } from "#replica/createReplica.ts";
import type { OpenedVault } from "#vault/createVault.ts";
import type { Judge } from "#vault/spaces/receiveRecords.ts";
import { madeUpEntry } from "../../madeUp/madeUpEntry.ts";
import { seededRandom } from "../replica/seededRandom.ts";
import { openDevice, today, value } from "./openTestJournal.ts";

const random = seededRandom(77);
const replica = createReplica(random);
const newEntry = () => madeUpEntry(newId(random), "The key was not in its place.", today);

/** Anything may be here but what is tagged so. */
const judge: Judge = {
  mayStand: async ({ record }) => record.kind !== "entry" || !record.tags.includes("forged"),
  isStepwise: () => false,
  isNewer: () => false,
  shown: async ({ record }) => record,
};

const receive = async (
  { carrying }: OpenedVault,
  received: Parameters<OpenedVault["carrying"]["receive"]>[0],
) => value(await carrying.receive(received, judge, async () => ({ put: [], drop: [] })));

const entryIn = async ({ vault }: OpenedVault, id: Entry["id"]) => {
  const found = await vault.open(id);
  return found.ok ? found.value.record : null;
};

/** An entry, and each later state of it as what it adds to the one before. */
function written(tags: readonly (readonly string[])[]) {
  const entry = newEntry();
  const updates = [replica.begin(entry)];
  let state = updates[0] ?? new Uint8Array();
  for (const each of tags) {
    const next = value(replica.revise(state, { ...entry, tags: each }));
    const { update } = replica.difference(next, replica.learn(null, [state]));
    if (update !== null) updates.push(update);
    state = next;
  }
  return { entry, updates: updates.map((bytes) => ({ bytes })) };
}

test("what builds on something that has not come is kept back, and neither it nor the record is lost", async () => {
  const here = (await openDevice()).tab();
  const { entry, updates } = written([["first"], ["first", "second"]]);
  const [begun, first, second] = updates;
  if (!begun || !first || !second) throw new Error("three updates");
  const { id } = entry;
  expect(await receive(here, [{ id, updates: [begun] }])).toMatchObject([
    { id, outcomes: ["kept"] },
  ]);
  expect(await receive(here, [{ id, updates: [second] }])).toMatchObject([
    { id, outcomes: ["incomplete"] },
  ]);
  expect(await entryIn(here, id)).toEqual(entry);
  // In whatever order, once everything is there.
  expect(await receive(here, [{ id, updates: [second, first] }])).toMatchObject([
    { id, outcomes: ["kept", "kept"] },
  ]);
  expect(await entryIn(here, id)).toEqual({ ...entry, tags: ["first", "second"] });
});

test("an update that waits for others cannot ride in on one that may stand", async () => {
  const here = (await openDevice()).tab();
  const { entry, updates } = written([["first"], ["first", "forged"]]);
  const [begun, first, forged] = updates;
  if (!begun || !first || !forged) throw new Error("three updates");
  const { id } = entry;
  await receive(here, [{ id, updates: [begun] }]);
  await receive(here, [{ id, updates: [forged] }]);
  expect(await receive(here, [{ id, updates: [forged, first] }])).toMatchObject([
    { id, outcomes: ["incomplete", "kept"] },
  ]);
  expect(await receive(here, [{ id, updates: [forged] }])).toMatchObject([
    { id, outcomes: ["refused"] },
  ]);
  expect(await entryIn(here, id)).toEqual({ ...entry, tags: ["first"] });
});

test("of many records that come together each is judged by itself, and all are kept at once", async () => {
  const device = await openDevice();
  let commits = 0;
  const here = device.tab((memory) => ({
    ...memory,
    commit: (...given) => {
      commits += 1;
      return memory.commit(...given);
    },
  }));
  const good = Array.from({ length: 40 }, () => written([["read"]]));
  const forged = written([["forged"]]);
  const notOne = newEntry();
  const outcomes = await receive(here, [
    ...good.map(({ entry, updates }) => ({ id: entry.id, updates })),
    { id: forged.entry.id, updates: forged.updates },
    { id: notOne.id, updates: [{ bytes: Uint8Array.of(255, 1, 2) }] },
  ]);
  expect(outcomes.map((one) => one.outcomes.join())).toEqual([
    ...good.map(() => "kept,kept"),
    "kept,refused",
    "refused",
  ]);
  expect(commits).toBe(1);
  for (const { entry } of good) {
    expect(await entryIn(here, entry.id)).toEqual({ ...entry, tags: ["read"] });
  }
  expect(await entryIn(here, forged.entry.id)).toEqual(forged.entry);
  expect(await entryIn(here, notOne.id)).toBe(null);
});

test("what is there already changes nothing and is not written again", async () => {
  const device = await openDevice();
  const here = device.tab();
  const { entry, updates } = written([["read"]]);
  await receive(here, [{ id: entry.id, updates }]);
  const stored = device.memory.documents.get(entry.id);
  expect(await receive(here, [{ id: entry.id, updates }])).toMatchObject([
    { id: entry.id, outcomes: ["kept", "kept"] },
  ]);
  expect(device.memory.documents.get(entry.id)).toBe(stored);
});

test("a record that another tab wrote meanwhile is worked out again from what is there", async () => {
  const device = await openDevice();
  const other = device.tab();
  const { entry, updates } = written([["read"]]);
  await receive(other, [{ id: entry.id, updates: updates.slice(0, 1) }]);
  let isRaced = false;
  const here = device.tab((memory) => ({
    ...memory,
    commit: async (...given) => {
      if (!isRaced) {
        isRaced = true;
        const there = value(await other.vault.open(entry.id));
        const next = { ...entry, feeling: "went-well" as const };
        value(await other.vault.save([{ basis: there.basis, next }]));
      }
      return memory.commit(...given);
    },
  }));
  await receive(here, [{ id: entry.id, updates: updates.slice(1) }]);
  expect(await entryIn(here, entry.id)).toEqual({
    ...entry,
    feeling: "went-well" as const,
    tags: ["read"],
  });
});

test("a device that refuses to read its rows says so, and nothing is kept", async () => {
  const device = await openDevice();
  const here = device.tab((memory) => ({
    ...memory,
    documents: async () => ({ ok: false, error: { type: "StorageRefused", name: "Test" } }),
  }));
  const { entry, updates } = written([]);
  const received = await here.carrying.receive([{ id: entry.id, updates }], judge, async () => ({
    put: [],
    drop: [],
  }));
  expect(received).toEqual({ ok: false, error: { type: "StorageRefused", name: "Test" } });
  expect(device.memory.documents.size).toBe(0);
});
