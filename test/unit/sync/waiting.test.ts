import { describe, expect, it } from "vitest";
import { removeMember } from "#sync/changeMembers.ts";
import { makeRows } from "#sync/makeRows.ts";
import { pushFrame } from "#sync/pushRows.ts";
import { takeRows } from "#sync/takeRows.ts";
import { usualCompaction } from "#sync/tendSnapshots.ts";
import { readWaiting } from "#sync/waitingRows.ts";
import { forgeSnapshot } from "../../simulation/forgeSnapshot.ts";
import type { SimDevice } from "../../simulation/SimDevice.ts";
import { draftOf, value } from "../vault/openTestJournal.ts";
import { day, expectWords, team, told, write } from "./simulatedTeam.ts";

/** Three who have the same: a proposal of Ann's that she will withdraw, and a record of Cleo's. */
async function together() {
  const there = await team(["Ann", "Ben", "Cleo"]);
  const [ann, ben, cleo] = there.devices as [SimDevice, SimDevice, SimDevice];
  const [withdrawn, record] = [there.record(), there.record()];
  await write(ann, withdrawn, 0, 3);
  await write(cleo, record, 0, 3);
  await there.exchange(ann, cleo, ben, ann, cleo);
  const bodies = there.pushed().map(({ body }) => body);
  return { ...there, ann, ben, cleo, withdrawn, record, bodies };
}

/** What this device made last says that it follows a row which nobody ever sees. */
function breakChain(device: SimDevice): void {
  const space = device.space();
  space.heads = {
    ...space.heads,
    own: { ...space.heads.own, hash: new Uint8Array(32).fill(7) },
  };
}

const waiting = (device: SimDevice) => device.space().held.size;
const bodiesHeld = (device: SimDevice) => [...device.space().held.values()];
const placed = (row: { uid: Uint8Array; body: Uint8Array }, at: number) => ({
  ...row,
  seq: at + 1,
});

describe("a row whose predecessor does not come [U4, N1]", () => {
  it("keeps nobody from snapshots, waits in them, and is said again by a device that learns of it", async () => {
    const { ann, ben, cleo, withdrawn, record, bodies, ...there } = await together();
    breakChain(cleo);
    await cleo.write(record, "unfollowed", "proposal");
    await there.exchange(cleo, ann, ben);
    expect([waiting(ann), waiting(ben)]).toEqual([1, 1]);
    expect(there.found(bodies)).toBe(bodies.length);
    await ann.withdraw(withdrawn);
    await there.exchange(ann, ben);
    expect(there.count(/confirm\?/)).toBe(1);
    expect(there.found(bodies)).toBe(0);
    const newcomer = await there.newcomer();
    await expectWords([ann, ben, newcomer], { [record]: ["w0", "w1", "w2"] });
    expect(waiting(newcomer)).toBe(1);
    for (const device of [ann, ben]) await there.exchange(device, device, device);
    expect([...told(ann), ...told(ben)]).toEqual(["Withheld", "Withheld"]);
    // Cleo's device finds its row waiting in the snapshot, and says all it has once more.
    await there.pass(day);
    await there.exchange(cleo, cleo, ann, ben, newcomer, cleo);
    const all = [ann, ben, cleo, newcomer];
    expect(all.map(waiting)).toEqual([0, 0, 0, 0]);
    await expectWords(all, { [record]: ["w0", "w1", "w2", "unfollowed"] });
    expect(told(cleo)).toEqual([]);
    await there.pass(31 * day);
    await there.exchange(...all, ...all);
    for (const device of all) expect(told(device)).not.toContain("BadSnapshot");
  });

  it("is followed by everybody once that has come, also by who began with a snapshot", async () => {
    const { ann, ben, cleo, withdrawn, record, ...there } = await together();
    await cleo.write(record, "before", "proposal");
    await makeRows(cleo.space());
    await cleo.write(record, "after", "proposal");
    await makeRows(cleo.space());
    const [, later] = cleo.space().outbox;
    if (later === undefined) throw new Error("nothing to send");
    const { id, requests } = cleo.space();
    await requests?.exchange("POST", `/spaces/${id}/rows`, pushFrame(1, [later]));
    await there.exchange(ann, ben);
    await ann.withdraw(withdrawn);
    await there.exchange(ann, ben);
    expect(there.count(/confirm\?/)).toBe(1);
    const newcomer = await there.newcomer();
    expect([ann, ben, newcomer].map(waiting)).toEqual([1, 1, 1]);
    await there.exchange(cleo, ann, ben, newcomer);
    const all = [ann, ben, cleo, newcomer];
    expect(all.map(waiting)).toEqual([0, 0, 0, 0]);
    await expectWords(all, { [record]: ["w0", "w1", "w2", "before", "after"] });
    // Who waited for long was told; nobody was told anything else.
    expect(all.map(told)).toEqual([["Withheld"], ["Withheld"], [], []]);
  });

  it("does not keep the last row of who was removed from being said, and goes with that [M6]", async () => {
    const { ann, ben, cleo, record, ...there } = await together();
    const { counter, hash } = cleo.space().heads.own;
    breakChain(cleo);
    await cleo.write(record, "unfollowed", "proposal");
    await there.exchange(cleo, ann, ben);
    await removeMember(ann.space(), cleo.space().state.device.keys.signing);
    const last = () => ann.space().membership?.former.get(cleo.space().me)?.lastRow;
    // Not at once: it might be on its way still.
    expect(last()).toBeUndefined();
    await there.exchange(ann, ann, ann, ben);
    expect(last()).toEqual({ counter, hash });
    await there.exchange(ann, ben);
    expect([waiting(ann), waiting(ben)]).toEqual([0, 0]);
    expect(told(ann)).toEqual(["Withheld", "SetAside"]);
    await expectWords([ann, ben, await there.newcomer()], { [record]: ["w0", "w1", "w2"] });
  });

  it("gives the rows of nobody else a shorter time to come, however long it has waited [M6]", async () => {
    const there = await team(["Ann", "Cleo", "Dee"]);
    const [ann, cleo, dee] = there.devices as [SimDevice, SimDevice, SimDevice];
    const record = there.record();
    for (const device of [dee, cleo]) {
      await write(device, record, 0, 1);
      await there.exchange(dee, cleo, ann);
      breakChain(device);
      await device.write(record, "unfollowed", "proposal");
    }
    await there.exchange(dee, ann, ann, ann, ann);
    expect(told(ann)).toEqual(["Withheld"]);
    await there.exchange(cleo);
    await removeMember(ann.space(), cleo.space().state.device.keys.signing);
    const last = () => ann.space().membership?.former.get(cleo.space().me)?.lastRow;
    // Removing looked once already.
    await there.exchange(ann);
    expect(last()).toBeUndefined();
    await there.exchange(ann);
    expect(last()?.counter).toBe(1);
  });
});

describe("an update that came live and waits for another, when a snapshot is begun with [V4, N2]", () => {
  it.each(["in it", "after it"] as const)(
    "is neither lost nor left waiting, where that other stands %s",
    async (where) => {
      const there = await team(["Ann", "Ben", "Cleo", "Dee", "Eve"]);
      const all = there.devices as [SimDevice, SimDevice, SimDevice, SimDevice, SimDevice];
      const [ann, ben, cleo, dee, eve] = all;
      const [withdrawn, record] = [there.record(), there.record()];
      await write(dee, withdrawn, 0, 3);
      await write(ann, record, 0, 1);
      await there.exchange(dee, ann, ...all);
      await ann.write(record, "w1", "proposal");
      const hear = async (device: SimDevice, from: SimDevice) => {
        await makeRows(from.space());
        const live = from.space().outbox.map(({ uid, body }) => ({ uid, body, seq: 0 }));
        expect(live).toHaveLength(1);
        value(await takeRows(device.space(), live, null));
      };
      await hear(cleo, ann);
      if (where === "in it") await there.exchange(ann);
      await cleo.write(record, "w2", "proposal");
      await hear(ben, cleo);
      expect(ben.space().apart.size).toBe(1);
      await there.exchange(eve);
      await dee.withdraw(withdrawn);
      await there.exchange(dee, eve);
      expect(await there.floor(dee)).toBeGreaterThan(ben.space().heads.cursor);
      const held = there.count(/GET .*segments/);
      await there.exchange(ben);
      expect(there.count(/GET .*segments/)).toBeGreaterThan(held);
      await ben.kill();
      expect(ben.space().apart.size).toBe(where === "in it" ? 0 : 1);
      expect((await ben.text(record))?.includes("w2")).toBe(where === "in it");
      await there.exchange(ann, cleo, ben, ...all);
      expect(all.map((device) => device.space().apart.size)).toEqual([0, 0, 0, 0, 0]);
      await expectWords(all, { [record]: ["w0", "w1", "w2"] });
      expect(all.flatMap(told)).toEqual([]);
    },
  );
});

describe("an update of what was removed here for good", () => {
  it("keeps neither device from snapshots", async () => {
    const there = await team(["tablet", "phone"], usualCompaction, "own");
    const [tablet, phone] = there.devices as [SimDevice, SimDevice];
    const { id } = value(await tablet.vault().keepDraft(draftOf("Binned soon."))).entry;
    await there.exchange(tablet, phone);
    const bodies = there.pushed().map(({ body }) => body);
    const { basis, record } = value(await tablet.vault().open(id));
    if (record.kind !== "entry") throw new Error("no entry");
    value(await tablet.vault().save([{ basis, next: { ...record, deletedAt: record.createdAt } }]));
    await there.exchange(tablet);
    value(await tablet.vault().purge([id]));
    const other = value(await phone.vault().open(id));
    if (other.record.kind !== "entry") throw new Error("no entry");
    const edited = { ...other.record, what: "Edited meanwhile." };
    value(await phone.vault().save([{ basis: other.basis, next: edited }]));
    await there.exchange(phone, tablet);
    expect(tablet.space().apart.size).toBe(1);
    await there.pass(day);
    await there.exchange(tablet, phone, tablet, phone);
    expect(there.count(/confirm\?/)).toBeGreaterThan(0);
    expect(there.found(bodies)).toBe(0);
    expect([...told(tablet), ...told(phone)]).toEqual([]);
  });
});

describe("a device whose row is shown as waiting in vain [N4]", () => {
  const hour = 3_600_000;

  /** Cleo's newest row, in a snapshot by Ben that knows of none before it. */
  async function cutOff() {
    const there = await team(["Ann", "Ben", "Cleo"]);
    const [ann, ben, cleo] = there.devices as [SimDevice, SimDevice, SimDevice];
    const record = there.record();
    const say = async (from: number) => {
      await write(cleo, record, from, from + 3);
      await there.exchange(cleo, ann, ben);
      const row = there.pushed().at(-1);
      if (row === undefined) throw new Error("nothing was sent");
      return { ...row, counter: cleo.space().heads.own.counter };
    };
    const show = async ({ uid, body, counter }: Awaited<ReturnType<typeof say>>) => {
      const { me, state } = cleo.space();
      const device = state.device.keys.signing;
      const id = `held/${me}/${String(counter).padStart(12, "0")}`;
      await forgeSnapshot(ben, {
        waiting: () => [{ id, state: new Uint8Array([...uid, ...body]) }],
        manifest: ({ heads, ...rest }) => ({
          ...rest,
          heads: heads.filter((head) => Buffer.compare(head.device, device) !== 0),
        }),
      });
      // Opened again, it looks.
      await cleo.kill();
      await there.exchange(cleo);
      return cleo.space().heads.own.floor;
    };
    return { ...there, cleo, say, show };
  }

  it("says everything again, at most once an hour", async () => {
    const { cleo, say, show, ...there } = await cutOff();
    const first = await show(await say(0));
    expect(first).toBeGreaterThan(1);
    expect(await show(await say(3))).toBe(first);
    await there.pass(hour);
    expect(await show(await say(6))).toBeGreaterThan(first);
    expect(told(cleo)).toEqual([]);
  });

  it("and never for a row from before it last did: that is told", async () => {
    const { cleo, say, show, ...there } = await cutOff();
    const old = await say(0);
    const first = await show(old);
    expect(first).toBeGreaterThan(1);
    await say(3);
    await there.pass(2 * hour);
    expect(await show(old)).toBe(first);
    expect(told(cleo)).toEqual(["BadSnapshot"]);
  });
});

describe("what waits", () => {
  it("is the same of two rows under one number, whichever came first, and that is told", async () => {
    const { ann, ben, cleo, record } = await together();
    const { heads } = cleo.space();
    const bodies: { counter: number; uid: Uint8Array; body: Uint8Array }[] = [];
    for (const word of ["one", "other"]) {
      cleo.space().heads = heads;
      breakChain(cleo);
      await cleo.write(record, word, "proposal");
      await makeRows(cleo.space());
      const row = cleo.space().outbox.at(-1);
      if (row === undefined) throw new Error("nothing to send");
      bodies.push(row);
    }
    const [one, other] = bodies.map(({ uid, body }) => ({ uid, body }));
    if (one === undefined || other === undefined) throw new Error("no two rows");
    value(await takeRows(ann.space(), [one, other].map(placed), null));
    value(await takeRows(ben.space(), [other, one].map(placed), null));
    expect(waiting(ann)).toBe(1);
    expect(bodiesHeld(ann)).toEqual(bodiesHeld(ben));
    expect([ann, ben].map(told)).toEqual([["Equivocated"], ["Equivocated"]]);
  });

  it("is refused where pieces are not in their order, from the first", () => {
    const piece = (at: number) => ({
      id: `piece/${"d".repeat(43)}/record/${String(at).padStart(4, "0")}`,
      state: new Uint8Array([at]),
    });
    expect(readWaiting("space", [0, 1, 2].map(piece))).toHaveLength(3);
    for (const order of [[1], [0, 2], [1, 0], [0, 1, 3]]) {
      expect(readWaiting("space", order.map(piece))).toBeNull();
    }
  });
});
