import { expect, test, vi } from "vitest";
import { createBackupFormat } from "#app/workers/vault/createBackupFormat.ts";
import { createKeyRing } from "#app/workers/vault/createKeyRing.ts";
import { type Instant, instant } from "#base/Clock.ts";
import { ok } from "#base/Result.ts";
import type { JournalId } from "#core/identifiers.ts";
import type { NewJournal } from "#core/journal/Door.ts";
import type { CoverStore } from "#vault/CoverStore.ts";
import { createDoor } from "#vault/createDoor.ts";
import { createKeeping } from "#vault/createKeeping.ts";
import type { Unlocked } from "#vault/DoorParts.ts";
import { dataVersion } from "#vault/dataVersion.ts";
import type { KeyHolders } from "#vault/KeyHolders.ts";
import { noCovers, openMemoryCovers } from "../../contract/storage/memoryCovers.ts";
import { forgetHashes } from "../rememberedHashes.ts";
import { seededRandom } from "../replica/seededRandom.ts";
import { onlyTab } from "./onlyTab.ts";
import { today, value } from "./openTestJournal.ts";

const passphrase = "teal kettle morning";
const minute = 60_000;

/** A device whose door leads to `opened`, with real keys. `covers` may stand before the memory. */
function device(
  around: (covers: CoverStore) => CoverStore = (covers) => covers,
  holders: KeyHolders = onlyTab.holders,
) {
  const random = seededRandom(5);
  const memory = noCovers();
  const covers = around(openMemoryCovers(memory));
  const keys = createKeyRing(random);
  const opened: Unlocked[] = [];
  let now: Instant = today;
  const clock = { now: () => now };
  const parts = { covers, keys, clock, random, holders, backups: createBackupFormat() };
  const door = createDoor({
    ...parts,
    prepare: () => undefined,
    open: async (unlocked) => {
      opened.push(unlocked);
      return ok({
        record: async () => ok(null),
        draft: async () => ok(null),
        finish: async () => ok(null),
      });
    },
  });
  return {
    door,
    memory,
    opened,
    set: (moment: number) => {
      now = instant(moment);
    },
    /** The opened journal's way to change how it is locked. */
    keeping: () => {
      const last = opened.at(-1);
      if (last === undefined) throw new Error("no journal is open");
      const closed = { close: () => undefined };
      // Keeping touches nothing of a journal's rows but to close them.
      return createKeeping(
        { ...parts, id: last.id, sealer: last.sealer, rows: closed },
        last.inside,
      );
    },
    begin: async (over: Partial<NewJournal> = {}) => {
      const recoveryWords = await door.recoveryWords();
      const id = value(
        await door.begin({
          cover: { symbol: "shell", colour: "rose" },
          hiddenName: null,
          passphrase,
          recoveryWords,
          ...over,
        }),
      );
      return { id, recoveryWords };
    },
  };
}
const typed = (text: string) => ({ type: "passphrase", passphrase: text }) as const;
const recovery = (words: readonly string[]) => ({ type: "recovery", words }) as const;

test("a journal opens by its passphrase and by its recovery words, with the same key", async () => {
  const { door, begin, opened } = device();
  const { id, recoveryWords } = await begin();
  value(await door.unlock(id, typed(passphrase)));
  value(await door.unlock(id, recovery(recoveryWords)));
  const [first, ...others] = opened.map(({ sealer }) => sealer);
  const sealed = await first?.seal("draft", "d", Uint8Array.of(4, 2));
  for (const other of others) {
    expect(await other.open("draft", "d", sealed ?? new Uint8Array())).toEqual({
      ok: true,
      value: Uint8Array.of(4, 2),
    });
  }
  expect(await door.unlock("none" as JournalId, typed(passphrase))).toMatchObject({
    error: { type: "NoSuchJournal" },
  });
});

test("a hidden journal is not listed, shows nothing of its cover, and is found by its name only", async () => {
  const { door, begin, memory } = device();
  const shown = await begin();
  const hidden = await begin({ hiddenName: "Evening  Kettle" });
  expect(value(await door.journals()).map(({ id }) => id)).toEqual([shown.id]);
  expect(JSON.stringify(memory.rows.get(hidden.id)?.shown)).not.toMatch(/shell|rose|kettle/i);
  expect(await door.findHidden("evening kettle")).toEqual({ ok: true, value: hidden.id });
  expect(await door.findHidden("morning kettle")).toMatchObject({
    error: { type: "NoSuchJournal" },
  });
});

test("a second journal is not begun or hidden under a name that leads to another", async () => {
  const { door, begin, keeping } = device();
  const first = await begin({ hiddenName: "evening kettle" });
  const second = await door.begin({
    cover: { symbol: "shell", colour: "rose" },
    hiddenName: "Evening Kettle",
    passphrase,
    recoveryWords: await door.recoveryWords(),
  });
  expect(second).toEqual({ ok: false, error: { type: "NameTaken" } });
  await begin({ hiddenName: "morning kettle" });
  const cover = { symbol: "bird", colour: "slate" } as const;
  expect(await keeping().setCover(cover, "evening kettle")).toMatchObject({
    error: { type: "NameTaken" },
  });
  value(await keeping().setCover(cover, "morning  kettle"));
  expect(await door.findHidden("evening kettle")).toEqual({ ok: true, value: first.id });
});

test("a journal that another tab erases while it is being opened does not open", async () => {
  const erased: string[] = [];
  const meanwhile = { do: () => {} };
  const { door, begin, memory } = device(
    (covers) => ({
      ...covers,
      erase: (id) => {
        erased.push(id);
        return covers.erase(id);
      },
    }),
    {
      ...onlyTab.holders,
      hold: async () => {
        meanwhile.do();
        return () => undefined;
      },
    },
  );
  const { id } = await begin();
  meanwhile.do = () => memory.rows.delete(id);
  expect(await door.unlock(id, typed(passphrase))).toEqual({
    ok: false,
    error: { type: "NoSuchJournal" },
  });
  expect(erased).toEqual([id]);
});

test("wrong tries are counted down, then cost waiting, and the right one forgives them", async () => {
  const { door, begin, set } = device();
  const { id } = await begin();
  for (let left = 9; left >= 1; left -= 1) {
    expect(await door.unlock(id, typed("wrong"))).toEqual({
      ok: false,
      error: { type: "WrongKey", triesLeft: left },
    });
  }
  const wait = { ok: false, error: { type: "Wait", until: today + minute } };
  expect(await door.unlock(id, typed("wrong"))).toEqual(wait);
  expect(await door.unlock(id, typed(passphrase))).toEqual(wait);
  set(today + minute);
  value(await door.unlock(id, typed(passphrase)));
  expect(await door.unlock(id, typed("wrong"))).toMatchObject({ error: { triesLeft: 9 } });
});

test("a mistyped recovery code costs no try", async () => {
  const { door, begin, memory } = device();
  const { id, recoveryWords } = await begin();
  const mistyped = recoveryWords.with(3, "kettel");
  expect(await door.unlock(id, recovery(mistyped))).toEqual({
    ok: false,
    error: { type: "NotARecoveryCode", unknown: [3], count: 12 },
  });
  expect(memory.rows.get(id)?.tries.wrong).toBe(0);
  const other = await door.recoveryWords();
  expect(await door.unlock(id, recovery(other))).toMatchObject({ error: { type: "WrongKey" } });
});

test("a mistyped recovery code in one tab undoes no wrong try of another", async () => {
  const { door, begin, memory } = device();
  const { id, recoveryWords } = await begin();
  const mistyped = door.unlock(id, recovery(recoveryWords.with(3, "kettel")));
  const wrong = door.unlock(id, typed("wrong"));
  expect(await mistyped).toMatchObject({ error: { type: "NotARecoveryCode" } });
  expect(await wrong).toMatchObject({ error: { type: "WrongKey" } });
  expect(memory.rows.get(id)?.tries.wrong).toBe(1);
});

test("a device without the memory for a passphrase says how much it takes, and nothing is counted or begun", async () => {
  const { door, begin, memory } = device();
  const { id } = await begin();
  forgetHashes();
  const tooLittle = { ok: false, error: { type: "TooLittleMemory", mebibytes: 64 } };
  const asOnASmallDevice = vi
    .spyOn(WebAssembly, "instantiate")
    .mockRejectedValue(new RangeError("WebAssembly.instantiate(): Out of memory"));
  try {
    expect(await door.unlock(id, typed(passphrase))).toEqual(tooLittle);
    expect(memory.rows.get(id)?.tries.wrong).toBe(0);
    expect(await door.findHidden("evening kettle")).toEqual(tooLittle);
    const recoveryWords = await door.recoveryWords();
    const cover = { symbol: "shell", colour: "rose" } as const;
    expect(await door.begin({ cover, hiddenName: null, passphrase, recoveryWords })).toEqual(
      tooLittle,
    );
    expect([...memory.rows.keys()]).toEqual([id]);
  } finally {
    asOnASmallDevice.mockRestore();
  }
  value(await door.unlock(id, typed(passphrase)));
});

test("a full disk stops the counting, not the owner", async () => {
  const full = async () => ({ ok: false, error: { type: "StorageFull" } }) as const;
  let isFull = false;
  const { door, begin } = device((covers) => ({
    ...covers,
    change: (...of) => (isFull ? full() : covers.change(...of)),
  }));
  const { id } = await begin();
  isFull = true;
  expect(await door.unlock(id, typed(passphrase))).toEqual({ ok: true, value: id });
});

test("data of a newer version are not opened", async () => {
  const { door, begin, memory } = device();
  const { id } = await begin();
  const row = memory.rows.get(id);
  if (row) memory.rows.set(id, { ...row, data: dataVersion + 1 });
  expect(await door.unlock(id, typed(passphrase))).toMatchObject({
    error: { type: "NewerVersion" },
  });
});

test("slots of a newer version, weakened or damaged are told apart from a wrong passphrase", async () => {
  const { door, begin, memory } = device();
  const { id } = await begin();
  const row = memory.rows.get(id);
  for (const [slots, reason] of [
    [{ version: 2, slots: [] }, "newer"],
    ["nonsense", "damaged"],
  ] as const) {
    if (row) memory.rows.set(id, { ...row, slots });
    expect(await door.unlock(id, typed(passphrase))).toEqual({
      ok: false,
      error: { type: "SlotsUnreadable", reason },
    });
  }
});

test("a changed passphrase opens and the old one does not; the recovery words stay", async () => {
  const { door, begin, keeping } = device();
  const { id, recoveryWords } = await begin();
  expect(await keeping().changePassphrase(typed("wrong"), "next words")).toMatchObject({
    error: { type: "WrongKey", triesLeft: 9 },
  });
  value(await keeping().changePassphrase(typed(passphrase), "next words"));
  expect(await door.unlock(id, typed(passphrase))).toMatchObject({ ok: false });
  value(await door.unlock(id, typed("next words")));
  value(await keeping().changePassphrase(recovery(recoveryWords), "third words"));
  value(await door.unlock(id, typed("third words")));
  value(await door.unlock(id, recovery(recoveryWords)));
});

test("replaced recovery words open and the old ones do not; the passphrase stays", async () => {
  const { door, begin, keeping } = device();
  const { id, recoveryWords } = await begin();
  const next = await door.recoveryWords();
  value(await keeping().replaceRecoveryWords(typed(passphrase), next));
  value(await door.unlock(id, recovery(next)));
  value(await door.unlock(id, typed(passphrase)));
  expect(await door.unlock(id, recovery(recoveryWords))).toMatchObject({ ok: false });
});

test("a cover can be changed, hidden and shown again", async () => {
  const { door, begin, keeping } = device();
  const { id } = await begin();
  const kept = keeping();
  value(await kept.setCover({ symbol: "bird", colour: "slate" }, "a name"));
  expect(await kept.cover()).toEqual({ cover: { symbol: "bird", colour: "slate" }, hidden: true });
  expect(value(await door.journals())).toEqual([]);
  expect(await door.findHidden("a name")).toEqual({ ok: true, value: id });
  value(await door.unlock(id, typed(passphrase)));
  const again = keeping();
  expect(await again.cover()).toEqual({ cover: { symbol: "bird", colour: "slate" }, hidden: true });
  value(await again.setCover({ symbol: "leaf", colour: "green" }, null));
  expect(value(await door.journals())).toEqual([
    { id, cover: { symbol: "leaf", colour: "green" } },
  ]);
});

test("erasing takes the passphrase, and leaves nothing to open", async () => {
  const { door, begin, keeping, memory } = device();
  const { id } = await begin();
  expect(await keeping().eraseJournal(typed("wrong"))).toMatchObject({ ok: false });
  value(await keeping().eraseJournal(typed(passphrase)));
  expect(memory.rows.size).toBe(0);
  expect(await door.unlock(id, typed(passphrase))).toMatchObject({
    error: { type: "NoSuchJournal" },
  });
});

test("a passkey opens beside the passphrase, is added and removed against it only, and wrong ones count", async () => {
  const { door, begin, keeping, opened } = device();
  const { id } = await begin();
  const secret = () => new Uint8Array(32).fill(7);
  const way = { type: "passkey", credential: "Y3JlZA", salt: "A".repeat(43) } as const;
  expect(
    await keeping().addWay(typed("not mine at all"), { ...way, secret: secret() }),
  ).toMatchObject({ error: { type: "WrongKey" } });
  expect(value(await door.ways(id))).toEqual({ passkeys: [], device: null });
  value(await keeping().addWay(typed(passphrase), { ...way, secret: secret() }));
  const [passkey] = value(await door.ways(id)).passkeys;
  const slot = passkey?.slot ?? "";
  expect(passkey).toEqual({ slot, credential: way.credential, salt: way.salt });
  value(await door.unlock(id, { type: "passkey", slot, secret: secret() }));
  const [first, last] = [opened[0]?.sealer, opened.at(-1)?.sealer];
  const sealed = await first?.seal("draft", "d", Uint8Array.of(4, 2));
  expect(await last?.open("draft", "d", sealed ?? new Uint8Array())).toMatchObject({ ok: true });
  expect(
    await door.unlock(id, { type: "passkey", slot, secret: new Uint8Array(32) }),
  ).toMatchObject({ error: { type: "WrongKey", triesLeft: 9 } });
  value(await door.unlock(id, typed(passphrase)));
  expect(await keeping().removeWay(typed("not mine at all"), slot)).toMatchObject({ ok: false });
  value(await keeping().removeWay(typed(passphrase), slot));
  expect(value(await door.ways(id)).passkeys).toEqual([]);
  expect(await door.unlock(id, { type: "passkey", slot, secret: secret() })).toMatchObject({
    ok: false,
  });
  value(await door.unlock(id, typed(passphrase)));
});

test("the device itself opens only where its owner asked for it, and no journal once it is said to be shared", async () => {
  const { door, begin, keeping } = device();
  const first = await begin();
  expect(await door.unlock(first.id, { type: "device" })).toMatchObject({ ok: false });
  value(await keeping().addWay(typed(passphrase), { type: "device" }));
  const second = await begin();
  value(await keeping().addWay(recovery(second.recoveryWords), { type: "device" }));
  for (const { id } of [first, second]) {
    expect(value(await door.ways(id)).device).not.toBe(null);
    value(await door.unlock(id, { type: "device" }));
  }
  value(await door.forgetDevice());
  for (const { id, recoveryWords } of [first, second]) {
    expect(value(await door.ways(id)).device).toBe(null);
    expect(await door.unlock(id, { type: "device" })).toMatchObject({ ok: false });
    value(await door.unlock(id, recovery(recoveryWords)));
  }
  expect(await door.ways("none" as JournalId)).toMatchObject({ error: { type: "NoSuchJournal" } });
});

test("a key that another tab replaced while it was being found is found again", async () => {
  const held: number[] = [];
  const meanwhile = { do: async () => {} };
  const { door, begin, keeping, opened } = device(undefined, {
    ...onlyTab.holders,
    hold: async (_journal, epoch) => {
      const { do: work } = meanwhile;
      meanwhile.do = async () => {};
      await work();
      held.push(epoch);
      return () => void held.splice(held.indexOf(epoch), 1);
    },
  });
  const { id } = await begin();
  const fresh = await door.recoveryWords();
  const other = keeping();
  meanwhile.do = async () => {
    value(await other.sealAnew(passphrase, fresh, []));
  };
  value(await door.unlock(id, { type: "passphrase", passphrase }));
  expect(opened.at(-1)?.sealer.epoch).toBe(2);
  // One of the tab that made the journal, one of this; none of the key that was in vain.
  expect(held).toEqual([1, 2]);
});
