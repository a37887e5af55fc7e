import { expect, test } from "vitest";
import { createKeyRing } from "#app/workers/vault/createKeyRing.ts";
import { ok } from "#base/Result.ts";
import type { JournalId } from "#core/identifiers.ts";
import { readHead } from "#crypto/SealedHeader.ts";
import type { CoverStore } from "#vault/CoverStore.ts";
import { type RowClass, rowClasses } from "#vault/PlacedRow.ts";
import type { RowStore } from "#vault/RowStore.ts";
import type { SealedKind, Sealer } from "#vault/Sealer.ts";
import { openMemoryRows } from "../../contract/storage/memoryRows.ts";
import { seededRandom } from "../replica/seededRandom.ts";
import {
  ageFile,
  backUp,
  everything,
  openTestApp,
  passphrase,
  type TestApp,
} from "./openTestApp.ts";
import { draftOf, textOf, value } from "./openTestJournal.ts";

const kinds: Readonly<Record<RowClass, SealedKind>> = {
  documents: "document",
  views: "view",
  versions: "version",
  drafts: "draft",
  derived: "derived",
  spaceRows: "space",
};
const proof = { type: "passphrase", passphrase } as const;
const unlockByDevice = async ({ door }: TestApp, id: JournalId) =>
  value(await door.unlock(id, { type: "device" }));

/** Everything sealed that a device keeps of a journal, with what it is bound to. */
async function sealedRows({ stores, covers }: TestApp, id: JournalId) {
  const memory = stores.get(id);
  const cover = covers.rows.get(id);
  if (!memory || !cover) throw new Error("no such journal");
  const rows = openMemoryRows(memory);
  const found: { kind: SealedKind; id: string; sealed: Uint8Array }[] = [
    { kind: "cover", id, sealed: cover.inside },
    { kind: "backup", id, sealed: cover.backup },
  ];
  for (const of of rowClasses)
    for (const row of value(await rows.placed(of, null, 10_000)).rows)
      if (row.sealed.length > 0) found.push({ kind: kinds[of], id: row.id, sealed: row.sealed });
  return found;
}

/** How many of them stand under each key, by epoch. */
async function countByEpoch(app: TestApp, id: JournalId): Promise<Record<number, number>> {
  const counts: Record<number, number> = {};
  for (const { sealed } of await sealedRows(app, id)) {
    const { epoch } = value(readHead(sealed));
    counts[epoch] = (counts[epoch] ?? 0) + 1;
  }
  return counts;
}

async function opensHowMany(sealer: Sealer, app: TestApp, id: JournalId): Promise<number> {
  let opens = 0;
  for (const row of await sealedRows(app, id))
    if ((await sealer.open(row.kind, row.id, row.sealed)).ok) opens += 1;
  return opens;
}

/** A journal with rows of every class, unlocked; `older` is its first key. */
async function written(app: TestApp) {
  const { id, words } = await app.begin();
  const slots = app.covers.rows.get(id)?.slots;
  const older = value(await createKeyRing(seededRandom(3)).unlock(id, slots, proof));
  const vault = app.vault();
  value(await vault.addWay(proof, { type: "device" }));
  for (let at = 0; at < 40; at += 1) value(await vault.keepDraft(draftOf(`Entry ${at}.`)));
  const { entry } = value(await vault.keepDraft(draftOf("First words.")));
  const { basis } = value(await vault.open(entry.id));
  const again = { entry: entry.id, basis };
  value(await vault.keepDraft(draftOf("Second words.", { of: again })));
  value(await vault.saveDraft(draftOf("Not kept yet.")));
  const { source, carrying } = app.opened();
  const segments = [0, 1].map((number) => ({ number, bytes: Uint8Array.of(number, 9) }));
  await source.storeIndex("search", 5, segments, 2);
  const row = { space: "s", part: "heads", key: "k", stamp: 1 };
  const sealed = await carrying.sealer.seal("space", "s/heads/k", Uint8Array.of(7));
  const unsent = { ...row, part: "unsent", sealed: new Uint8Array() };
  value(await carrying.rows.writeSpace({ put: [{ ...row, sealed }, unsent], drop: [] }));
  return { id, words, older, all: await everything(app.vault()) };
}

const sealAnew = async (app: TestApp) => {
  const words = await app.door.recoveryWords();
  value(await app.vault().sealAnew(passphrase, words, []));
  return words;
};

/** Kills a tab at one of the calls that it makes, before or after it took effect, and counts them. */
function killer() {
  let [made, at] = [0, 0];
  const reached = new Set<string>();
  const moment = (name: string) => {
    made += 1;
    if (made !== at) return;
    reached.add(name);
    throw new Error("killed");
  };
  const dying =
    <Of extends readonly unknown[], T>(name: string, call: (...of: Of) => Promise<T>) =>
    async (...of: Of): Promise<T> => {
      moment(`before ${name}`);
      const answer = await call(...of);
      moment(`after ${name}`);
      return answer;
    };
  return {
    rows: (rows: RowStore): RowStore => ({
      ...rows,
      placed: dying("placed", rows.placed),
      renew: dying("renew", rows.renew),
      count: dying("count", rows.count),
    }),
    covers: (covers: CoverStore): CoverStore => ({
      ...covers,
      find: dying("find", covers.find),
      change: (id, change) => {
        const kind = { drops: false };
        const seeing: typeof change = (row) => {
          const next = change(row);
          kind.drops = JSON.stringify(row.slots) !== JSON.stringify(next.slots);
          return next;
        };
        moment("before change");
        return covers.change(id, seeing).then((answer) => {
          moment(kind.drops ? "after dropping the older key" : "after change");
          return answer;
        });
      },
    }),
    /** What a tab may be killed at so far. */
    reached,
    /** Seals anew, killed at this call; how many calls there were. */
    during: async (app: TestApp, call: number) => {
      [made, at] = [0, call];
      await app
        .opened()
        .background()
        .catch((fault: Error) => expect(fault.message).toBe("killed"));
      at = 0;
      return made;
    },
  };
}

test("[K5] killed before and after each call it makes to rows and covers, the drop of the older key among them, everything reads as before, and in the end nothing stands under the older key", async () => {
  const kill = killer();
  const app = openTestApp(1, kill.rows, kill.covers);
  const { id, older, all } = await written(app);
  const before = await countByEpoch(app, id);
  // Control: the same counts see the older key where it is.
  expect(Object.keys(before)).toEqual(["1"]);
  const total = before[1] ?? 0;
  expect(await opensHowMany(older, app, id)).toBe(total);
  await sealAnew(app);
  const [rows, cover] = [app.stores.get(id), app.covers.rows.get(id)];
  if (!rows || !cover) throw new Error("no such journal");
  const unfinished = structuredClone(rows);

  const expectFinished = async () => {
    expect(await everything(app.vault())).toEqual(all);
    expect(value(await app.vault().sealingAnew())).toEqual({ type: "Done" });
    expect(await countByEpoch(app, id)).toEqual({ 2: total });
    expect(await opensHowMany(older, app, id)).toBe(0);
    expect(JSON.stringify(app.covers.rows.get(id)?.slots)).not.toContain("older key");
    expect(app.covers.rows.get(id)?.data).toBe(2);
  };
  const goBack = () => {
    Object.assign(rows, structuredClone(unfinished));
    app.covers.rows.set(id, cover);
    return unlockByDevice(app, id);
  };
  await unlockByDevice(app, id);
  const calls = await kill.during(app, 0);
  await expectFinished();
  expect(calls).toBeGreaterThan(50);
  for (let call = 1; call <= calls; call += 1) {
    await goBack();
    expect(await kill.during(app, call)).toBe(call);
    expect(await everything(app.vault())).toEqual(all);
    // Killed once more on the way, at another call each time, and then left alone.
    await unlockByDevice(app, id);
    await kill.during(app, (call * 7) % calls);
    expect(await everything(app.vault())).toEqual(all);
    await unlockByDevice(app, id);
    await kill.during(app, 0);
    await expectFinished();
  }
  const names = ["placed", "renew", "count", "find"];
  expect([...kill.reached].sort()).toEqual(
    [
      ...names.flatMap((name) => [`before ${name}`, `after ${name}`]),
      "before change",
      "after change",
      "after dropping the older key",
    ].sort(),
  );
});

test("[K5] the passphrase, the new recovery code and the device open the new key; the old code opens nothing", async () => {
  const app = openTestApp(2);
  const { id, words } = await written(app);
  const slots = app.covers.rows.get(id)?.slots;
  const fresh = await sealAnew(app);
  expect(app.covers.rows.get(id)?.slots).not.toEqual(slots);
  expect(await app.door.unlock(id, { type: "recovery", words })).toMatchObject({
    error: { type: "WrongKey" },
  });
  for (const how of [proof, { type: "recovery", words: fresh }, { type: "device" }] as const) {
    value(await app.door.unlock(id, how));
    expect(value(await app.vault().drafts())).toHaveLength(1);
  }
  await app.opened().background();
  value(await app.door.unlock(id, { type: "recovery", words: fresh }));
  expect(value(await app.vault().drafts())).toHaveLength(1);
});

test("[K5] a passkey stays where its secret is given and is left out where it is not", async () => {
  const app = openTestApp(3);
  const { id } = await written(app);
  const made = (fill: number) => ({
    type: "passkey" as const,
    credential: `AAA${fill}`,
    salt: "A".repeat(43),
    secret: new Uint8Array(32).fill(fill),
  });
  value(await app.vault().addWay(proof, made(1)));
  value(await app.vault().addWay(proof, made(2)));
  const passkeys = value(await app.door.ways(id)).passkeys;
  const kept = passkeys.find(({ credential }) => credential === "AAA1");
  if (!kept) throw new Error("the passkey was not added");
  const secret = new Uint8Array(32).fill(1);
  const words = await app.door.recoveryWords();
  value(
    await app.vault().sealAnew(passphrase, words, [{ type: "passkey", slot: kept.slot, secret }]),
  );
  expect(secret.every((byte) => byte === 0)).toBe(true);
  const ways = value(await app.door.ways(id));
  expect(ways.passkeys.map(({ credential }) => credential)).toEqual(["AAA1"]);
  const slot = ways.passkeys[0]?.slot ?? "";
  const again = { type: "passkey", slot, secret: new Uint8Array(32).fill(1) } as const;
  value(await app.door.unlock(id, again));
  expect(value(await app.vault().drafts())).toHaveLength(1);
});

test("a wrong passphrase changes nothing and counts as a try; a second new key waits for the first", async () => {
  const app = openTestApp(4);
  const { id } = await written(app);
  const row = app.covers.rows.get(id);
  const words = await app.door.recoveryWords();
  expect(await app.vault().sealAnew("not mine at all", words, [])).toMatchObject({
    error: { type: "WrongKey", triesLeft: 9 },
  });
  expect(app.covers.rows.get(id)?.slots).toEqual(row?.slots);
  await sealAnew(app);
  await unlockByDevice(app, id);
  // Also while the first is pending: no passphrase but the right one undoes wrong tries.
  for (const triesLeft of [9, 8])
    expect(await app.vault().sealAnew("not mine at all", words, [])).toMatchObject({
      error: { type: "WrongKey", triesLeft },
    });
  expect(await app.vault().sealAnew(passphrase, words, [])).toEqual({
    ok: false,
    error: { type: "StillSealing" },
  });
  await app.opened().background();
  value(await app.vault().sealAnew(passphrase, words, []));
});

test("backups made before open with the old code only; new ones with the new, and none counts as made yet", async () => {
  const app = openTestApp(5);
  const { id, words } = await written(app);
  const before = await backUp(app.vault());
  const fresh = await sealAnew(app);
  await unlockByDevice(app, id);
  await app.opened().background();
  const state = value(await app.vault().backupState());
  expect(state.lastAt).toBe(null);
  expect(state.recipient).not.toBe(null);
  const after = await backUp(app.vault());
  const reads = async (file: Uint8Array<ArrayBuffer>, code: readonly string[]) =>
    (await app.door.readBackup(ageFile(file), code)).ok;
  expect(await reads(before, words)).toBe(true);
  expect(await reads(before, fresh)).toBe(false);
  expect(await reads(after, fresh)).toBe(true);
  expect(await reads(after, words)).toBe(false);
});

test("[K5] while a row cannot be read the older key stays, and the next unlock finishes", async () => {
  const fault = { isThere: true };
  const app = openTestApp(9, (rows) => ({
    ...rows,
    placed: async (of, after, limit) => {
      const page = await rows.placed(of, after, limit);
      if (!page.ok || of !== "documents" || !fault.isThere) return page;
      return ok({ ...page.value, rows: page.value.rows.slice(1), unread: 1 });
    },
  }));
  const { id, all } = await written(app);
  await sealAnew(app);
  await unlockByDevice(app, id);
  await app.opened().background();
  expect(value(await app.vault().sealingAnew()).type).toBe("Stopped");
  expect(Object.keys(await countByEpoch(app, id))).toHaveLength(2);
  expect(await everything(app.vault())).toEqual(all);
  fault.isThere = false;
  await unlockByDevice(app, id);
  await app.opened().background();
  expect(value(await app.vault().sealingAnew())).toEqual({ type: "Done" });
  expect(Object.keys(await countByEpoch(app, id))).toHaveLength(1);
  expect(await everything(app.vault())).toEqual(all);
});

test("what is written while the rows are sealed anew stays, and no more than 32 rows are in hand at once", async () => {
  const meanwhile = { do: async () => {} };
  let most = 0;
  const app = openTestApp(6, (rows) => ({
    ...rows,
    placed: async (...of) => {
      const page = await rows.placed(...of);
      if (page.ok) most = Math.max(most, page.value.rows.length);
      // Between the reading of these rows and their replacement.
      await meanwhile.do();
      return page;
    },
  }));
  const { id } = await written(app);
  await sealAnew(app);
  await unlockByDevice(app, id);
  const draft = draftOf("A draft, changed meanwhile.");
  const { entry } = value(await app.vault().keepDraft(draftOf("Words before.")));
  let times = 0;
  meanwhile.do = async () => {
    times += 1;
    value(await app.vault().saveDraft({ ...draft, tags: [`t${times}`] }));
    const { basis } = value(await app.vault().open(entry.id));
    const of = { entry: entry.id, basis };
    value(await app.vault().keepDraft(draftOf(`Words ${times}.`, { of })));
  };
  await app.opened().background();
  meanwhile.do = async () => {};
  expect(times).toBeGreaterThan(5);
  expect(most).toBe(32);
  expect(textOf(value(await app.vault().open(entry.id)).record)).toBe(`Words ${times}.`);
  const drafts = value(await app.vault().drafts());
  expect(drafts.find((one) => one.id === draft.id)?.tags).toEqual([`t${times}`]);
  expect(Object.keys(await countByEpoch(app, id))).toEqual(["2"]);
});

test("a full disk stops it and is told; it goes on after the next unlock", async () => {
  let isFull = true;
  const app = openTestApp(7, (rows) => ({
    ...rows,
    renew: async (...of) =>
      isFull ? { ok: false, error: { type: "StorageFull" } } : rows.renew(...of),
  }));
  const { id, all } = await written(app);
  await sealAnew(app);
  await unlockByDevice(app, id);
  await app.opened().background();
  expect(value(await app.vault().sealingAnew())).toEqual({
    type: "Stopped",
    failure: { type: "StorageFull" },
  });
  expect(await everything(app.vault())).toEqual(all);
  isFull = false;
  await unlockByDevice(app, id);
  await app.opened().background();
  expect(Object.keys(await countByEpoch(app, id))).toEqual(["2"]);
});

test("a damaged row stays as it is and does not keep the older key from going", async () => {
  const app = openTestApp(8);
  const { id } = await written(app);
  const memory = app.stores.get(id);
  const [first] = memory?.documents.values() ?? [];
  if (!memory || !first) throw new Error("nothing was written");
  const broken = Uint8Array.from(first.sealed);
  broken[80] = (broken[80] ?? 0) ^ 1;
  memory.documents.set(first.id, { ...first, sealed: broken });
  await sealAnew(app);
  await unlockByDevice(app, id);
  await app.opened().background();
  expect(value(await app.vault().sealingAnew())).toEqual({ type: "Done" });
  expect(memory.documents.get(first.id)?.sealed).toEqual(broken);
  // Its view says the same words still.
  value(await app.vault().open(first.id as never));
});

test("[L2] where the older key's slot is damaged, what stands under the newer key opens, it is told, nothing is let go of unasked, and a new key ends it", async () => {
  const app = openTestApp(9);
  const { id } = await written(app);
  await sealAnew(app);
  await unlockByDevice(app, id);
  value(await app.vault().saveDraft(draftOf("Under the newer key.")));
  const row = app.covers.rows.get(id);
  if (!row) throw new Error("no such journal");
  const stored = row.slots as { slots: { kind: string; salt: string }[] };
  const slots = stored.slots.map((slot) =>
    slot.kind === "older key" ? { ...slot, salt: "A".repeat(43) } : slot,
  );
  app.covers.rows.set(id, { ...row, slots: { ...stored, slots } });
  const before = await countByEpoch(app, id);
  // Control: this tab read the slot while it was whole, and can still finish.
  expect(value(await app.vault().sealingAnew()).type).toBe("Elsewhere");
  await unlockByDevice(app, id);
  await app.opened().background();
  expect(value(await app.vault().drafts())).toHaveLength(1);
  expect((await countByEpoch(app, id))[1]).toBe(before[1]);
  expect(JSON.stringify(app.covers.rows.get(id)?.slots)).toContain("older key");
  expect(value(await app.vault().sealingAnew())).toEqual({ type: "OlderKeyLost" });

  const words = await app.door.recoveryWords();
  expect(await app.vault().sealAnew("not mine at all", words, [])).toMatchObject({
    error: { type: "WrongKey", triesLeft: 9 },
  });
  expect(value(await app.vault().sealingAnew())).toEqual({ type: "OlderKeyLost" });
  value(await app.vault().sealAnew(passphrase, words, []));
  value(await app.door.unlock(id, { type: "recovery", words }));
  await app.opened().background();
  expect(value(await app.vault().sealingAnew())).toEqual({ type: "Done" });
  expect(value(await app.vault().drafts())).toHaveLength(1);
  // What the lost key sealed is there as it was, but for what a new code writes anew; all that opens is under the newest.
  const [lost = 0, newer = 0] = [before[1], before[2]];
  expect(await countByEpoch(app, id)).toEqual({ 1: lost - 1, 3: newer + 1 });
});
