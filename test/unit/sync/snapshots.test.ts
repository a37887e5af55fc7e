import { describe, expect, it } from "vitest";
import { removeMember, rotateKey } from "#sync/changeMembers.ts";
import { makeSnapshot, wholeRecords } from "#sync/makeSnapshot.ts";
import { packSpace, readSpaceFile } from "#sync/spaceFile.ts";
import { takeSpaceFile } from "#sync/takeSpaceFile.ts";
import { usualCompaction } from "#sync/tendSnapshots.ts";
import { idBytes } from "#wire/idText.ts";
import { confirmationSigned } from "#wire/snapshotConfirmation.ts";
import { forgeSnapshot, type SnapshotForgery } from "../../simulation/forgeSnapshot.ts";
import type { SimDevice } from "../../simulation/SimDevice.ts";
import { draftOf, value } from "../vault/openTestJournal.ts";
import { day, expectWords, team, told, write } from "./simulatedTeam.ts";

/** A device's signed word for a snapshot, named by its manifest's hash, whatever is in it. */
function confirmationOf(device: SimDevice, manifest: string): Promise<Uint8Array> {
  const { state, sign } = device.space();
  const hash = value(idBytes(manifest, 32));
  return sign(confirmationSigned(state.space, hash, state.device.keys.signing));
}

/** More rows than make a snapshot worth while, with Dan away since before, holding words unsent. */
async function longAbsence(lost: RegExp | null) {
  const there = await team(["Ann", "Ben", "Cleo", "Dan"]);
  const [ann, ben, cleo, dan] = there.devices as [SimDevice, SimDevice, SimDevice, SimDevice];
  there.lose(lost);
  const [one, other] = [there.record(), there.record()];
  const words = { [one]: await write(ann, one, 0, 5), [other]: await write(dan, other, 0, 5) };
  await there.exchange(ann, dan, ben, cleo, ann, dan);
  words[one]?.push(...(await write(dan, one, 1_000, 1_004)));
  await dan.write(other, "unmade", "proposal");
  words[other]?.push("unmade");
  words[one]?.push(...(await write(ann, one, 5, 265)));
  await there.exchange(ann, ben, cleo);
  await there.pass(day);
  words[other]?.push(...(await write(ben, other, 5, 265)));
  await there.exchange(ben, ann, cleo);
  await rotateKey(ann.space(), true);
  await there.exchange(ann, ben, cleo, ann, ben, cleo);
  await there.pass(31 * day);
  await there.exchange(ann, ben, cleo);
  await there.pass(10 * day);
  return { ...there, ann, ben, cleo, dan, words };
}

describe("snapshots take the place of rows [N1, N2]", () => {
  it("after 31 days: no body is left, a newcomer has every word, and who was away six weeks loses none", async () => {
    const { ann, ben, cleo, dan, words, ...there } = await longAbsence(null);
    const early = there.pushed().slice(0, 200);
    expect(await there.floor(ann)).toBeGreaterThan(500);
    expect(there.found(early.map(({ body }) => body))).toBe(0);
    expect(there.found(early.map(({ uid }) => uid))).toBe(200);

    const newcomer = await there.newcomer();
    expect(newcomer.space().heads.coveredThrough).toBeGreaterThan(500);
    await there.exchange(dan, ann, ben, cleo, newcomer, dan);
    await expectWords([ann, ben, cleo, dan, newcomer], words);
    // And what he writes from now on follows for everybody.
    const later = there.record();
    await write(dan, later, 0, 3);
    await there.exchange(dan, ann, ben, cleo, newcomer);
    await expectWords([ann, ben, cleo, dan, newcomer], { ...words, [later]: ["w0", "w1", "w2"] });
    for (const device of [ann, ben, cleo, dan, newcomer]) expect(told(device)).toEqual([]);
  });

  it("but while no second device confirms one, every row stays", async () => {
    const { dan, ...there } = await longAbsence(/confirm/);
    const early = there.pushed().slice(0, 200);
    expect(there.found(early.map(({ body }) => body))).toBe(200);
    await there.exchange(dan);
    expect(dan.space().floor).toBe(0);
  });

  it("are made and confirmed by the only device of a space itself", async () => {
    const there = await team(["Ann"], { rows: 20, milliseconds: 0 });
    const [ann] = there.devices as [SimDevice];
    const record = there.record();
    await write(ann, record, 0, 30);
    await there.exchange(ann);
    await there.pass(31 * day);
    expect(await there.floor(ann)).toBe(30);
  });

  it("are made by one of two that try at once, and by another where the first one dies at it", async () => {
    const there = await team(["Ann", "Ben", "Cleo"], { rows: 20, milliseconds: 0 });
    const [ann, ben, cleo] = there.devices as [SimDevice, SimDevice, SimDevice];
    const record = there.record();
    await write(ann, record, 0, 30);
    there.lose(/PUT .*snapshots$/, ann);
    await there.exchange(ann);
    expect(there.count(/PUT .*segments/)).toBe(1);
    await there.exchange(ben);
    // Ann holds the lease: nobody else makes one, until it ends.
    expect(there.count(/PUT .*snapshots$/)).toBe(0);
    await there.pass(6 * 60_000);
    await Promise.all([ben.exchange(), cleo.exchange()]);
    expect(there.count(/PUT .*snapshots$/)).toBe(1);
    there.lose(null, ann);
    await there.exchange(ann, ben, cleo);
    await there.pass(31 * day);
    expect(await there.floor(ann)).toBe(30);
    expect(there.found(there.pushed().map(({ body }) => body))).toBe(0);
  });

  it("are confirmed though rows were pushed, and their maker was removed, meanwhile", async () => {
    const there = await team(["Ann", "Ben", "Cleo"], { rows: 20, milliseconds: 0 });
    const [ann, ben, cleo] = there.devices as [SimDevice, SimDevice, SimDevice];
    const record = there.record();
    await write(ann, record, 0, 2);
    await there.exchange(ann, ben, cleo);
    const words = await write(cleo, record, 0, 30);
    await there.exchange(cleo, ann);
    words.push(...(await write(ben, record, 100, 110)));
    there.lose(/snapshots/, ben);
    await there.exchange(ben);
    there.lose(null, ben);
    const removed = await removeMember(ann.space(), cleo.space().state.device.keys.signing);
    expect(removed.ok).toBe(true);
    await there.exchange(ann, ben, ann, ben);
    await there.pass(31 * day);
    expect(await there.floor(ann)).toBeGreaterThanOrEqual(30);
    await expectWords([ann, ben, await there.newcomer()], { [record]: words });
    expect([...told(ann), ...told(ben)]).toEqual([]);
  });

  it("are made again after the server was put back from before them", async () => {
    const there = await team(["Ann", "Ben"], { rows: 20, milliseconds: 0 });
    const [ann, ben] = there.devices as [SimDevice, SimDevice];
    const record = there.record();
    const words = await write(ann, record, 0, 30);
    await there.exchange(ann, ben);
    await there.server.backUp();
    words.push(...(await write(ben, record, 100, 130)));
    await there.exchange(ben, ann, ben);
    await there.pass(31 * day);
    expect(await there.floor(ann)).toBeGreaterThan(0);
    await there.server.restore();
    await there.exchange(ann, ben, ann, ben, ann);
    await expectWords([ann, ben, await there.newcomer()], { [record]: words });
    expect([...told(ann), ...told(ben)]).toEqual(["Restored", "Restored"]);
  });

  it("are not made while a record does not open here: it would be missing", async () => {
    const there = await team(["Ann", "Ben"], { rows: 20, milliseconds: 0 });
    const [ann, ben] = there.devices as [SimDevice, SimDevice];
    const [record, spoilt] = [there.record(), there.record()];
    there.lose(/lease/);
    await write(ann, spoilt, 0, 10);
    await write(ann, record, 10, 40);
    await there.exchange(ann);
    there.lose(null);
    ann.spoil(spoilt);
    expect(await makeSnapshot(ann.space())).toEqual({ ok: true, value: "unreadable" });
    expect(there.count(/PUT .*s(egments|napshots)/)).toBe(0);
    await there.pass(6 * 60_000);
    await there.exchange(ben);
    expect(there.count(/PUT .*snapshots$/)).toBe(1);
  });
});

describe("words that were taken back leave the server [N2]", () => {
  async function withdrawn(lost: RegExp | null) {
    const there = await team(["Ann", "Ben", "Cleo"]);
    const [ann, ben, cleo] = there.devices as [SimDevice, SimDevice, SimDevice];
    const [record, other] = [there.record(), there.record()];
    await write(ann, record, 0, 12);
    await write(ben, other, 0, 3);
    await there.exchange(ann, ben, cleo, ann);
    await ben.write(record, "between", "proposal");
    await there.exchange(ben, ann, cleo);
    const bodies = there.pushed().map(({ body }) => body);
    expect(bodies.length).toBe(16);
    // The control: this is where they are looked for, and they are found.
    expect(there.found(bodies)).toBe(16);
    there.lose(lost);
    await ann.withdraw(record);
    await there.exchange(ann, ben, cleo);
    return { ...there, ann, ben, cleo, record, other, bodies };
  }

  it("as soon as a second device has found the snapshot whole, from database and write-ahead log", async () => {
    const { ann, ben, cleo, record, other, bodies, ...there } = await withdrawn(null);
    expect(there.found(bodies)).toBe(0);
    const newcomer = await there.newcomer();
    expect(await newcomer.text(record)).toBe("");
    await expectWords([ann, ben, cleo, newcomer], { [other]: ["w0", "w1", "w2"] });
  });

  it("and not before: a server that gets no confirmation keeps them", async () => {
    const { ann, ben, bodies, ...there } = await withdrawn(/confirm/);
    expect(there.found(bodies)).toBe(16);
    there.lose(null);
    await there.exchange(ann, ben);
    expect(there.found(bodies)).toBe(0);
  });

  it("also what one of a person's own devices removed from its bin; what lies in the other's stays there", async () => {
    const there = await team(["tablet", "phone"], usualCompaction, "own");
    const [tablet, phone] = there.devices as [SimDevice, SimDevice];
    const keep = async (text: string) => value(await tablet.vault().keepDraft(draftOf(text))).entry;
    const entry = await keep("Binned soon.");
    await there.exchange(tablet, phone);
    const bodies = there.pushed().map(({ body }) => body);
    expect(there.found(bodies)).toBe(bodies.length);
    const { basis, record } = value(await tablet.vault().open(entry.id));
    if (record.kind !== "entry") throw new Error("no entry");
    const next = { ...record, deletedAt: record.createdAt };
    value(await tablet.vault().save([{ basis, next }]));
    await keep("Kept.");
    await there.exchange(tablet, phone);
    value(await tablet.vault().purge([entry.id]));
    await there.pass(day);
    await there.exchange(tablet, phone);
    expect(there.found(bodies)).toBe(0);
    expect([...told(tablet), ...told(phone)]).toEqual([]);
    // Put back from the phone's bin, it is said whole again.
    const binned = value(await phone.vault().open(entry.id));
    if (binned.record.kind !== "entry") throw new Error("no entry");
    const back = { ...binned.record, deletedAt: null };
    value(await phone.vault().save([{ basis: binned.basis, next: back }]));
    await there.exchange(phone, tablet);
    expect(await tablet.content()).toBe(await phone.content());
    expect(await (await there.newcomer()).content()).toBe(await phone.content());
  });

  it("once, not again with every exchange", async () => {
    const { ann, ben, cleo, ...there } = await withdrawn(null);
    await there.exchange(ann, ben, cleo, ann, ben, cleo);
    expect(there.count(/PUT .*snapshots$/)).toBe(1);
    expect(there.count(/confirm\?/)).toBe(1);
  });
});

describe("a snapshot that would mislead who begins with it is not confirmed, and told [N2]", () => {
  const forgeries: Record<string, (record: string) => SnapshotForgery> = {
    "leaves a record out": (record) => ({
      items: (items) => items.filter(({ id }) => id !== record),
    }),
    "holds an older state of a record": () => ({ items: (items) => items }),
    "says other words under the same numbers": (record) => ({
      items: (items) =>
        items.map((item) => (item.id === record ? { ...item, state: reworded(item.state) } : item)),
    }),
    "holds what is no state": (record) => ({
      items: (items) =>
        items.map((item) => (item.id === record ? { ...item, state: new Uint8Array(9) } : item)),
    }),
    "says that rows were seen that were not": () => ({
      manifest: ({ heads, ...rest }) => ({
        ...rest,
        heads: heads.map((head) => ({ ...head, counter: head.counter + 9 })),
      }),
    }),
    "gives another hash for the last row of a device": () => ({
      manifest: ({ heads, ...rest }) => ({
        ...rest,
        heads: heads.map((head) => ({ ...head, hash: new Uint8Array(32).fill(9) })),
      }),
    }),
    "forgets a device": () => ({
      manifest: ({ heads, ...rest }) => ({ ...rest, heads: heads.slice(1) }),
    }),
  };
  it.each(Object.entries(forgeries))("one that %s", async (name, forgery) => {
    const there = await team(["Ann", "Ben", "Cleo"]);
    const [ann, ben, cleo] = there.devices as [SimDevice, SimDevice, SimDevice];
    const [record, other] = [there.record(), there.record()];
    await write(ann, record, 0, 3);
    await write(ben, other, 0, 3);
    await there.exchange(ann, ben, cleo);
    const older = await wholeOf(cleo);
    await ann.write(record, "later", "proposal");
    await there.exchange(ann, cleo, ben);
    const forged = name.includes("older") ? { items: () => older } : forgery(record);
    await forgeSnapshot(cleo, { ...forged });
    await there.pass(day);
    await there.exchange(ben);
    expect(there.count(/confirm\?/)).toBe(0);
    expect(told(ben)).toEqual(["BadSnapshot"]);
    // Ben made a true one in its place, which Ann confirms; so the false one is gone.
    await there.exchange(ann);
    expect(told(ann)).toEqual([]);
    expect(there.count(/confirm\?/)).toBe(1);
    const newcomer = await there.newcomer();
    await expectWords([ann, ben, newcomer], { [record]: ["w0", "w1", "w2", "later"] });
  });

  it("but one that only lacks what came by file is replaced, and nothing told", async () => {
    const there = await team(["Ann", "Ben", "Cleo"]);
    const [ann, ben, cleo] = there.devices as [SimDevice, SimDevice, SimDevice];
    const record = there.record();
    await write(ann, record, 0, 3);
    await there.exchange(ann, ben, cleo);
    await cleo.write(record, "carried", "proposal");
    const packed = value(await packSpace(cleo.space()));
    const file = value(readSpaceFile(packed.subarray(9)));
    value(await takeSpaceFile(ann.space(), file));
    expect(await ann.text(record)).toBe("w0 w1 w2 carried");
    await forgeSnapshot(ben, {});
    await there.pass(day);
    await there.exchange(ann, ben);
    expect([...told(ann), ...told(ben)]).toEqual([]);
    await expectWords([ann, ben, await there.newcomer()], { [record]: ["w0", "w1", "carried"] });
    expect(there.count(/confirm\?/)).toBe(1);
    await there.exchange(cleo, ann, ben);
    expect([...told(ann), ...told(ben), ...told(cleo)]).toEqual([]);
  });

  it("and where two changed apps confirmed it, a third device puts a whole one in its place", async () => {
    const there = await team(["Ann", "Ben", "Cleo"]);
    const [ann, ben, cleo] = there.devices as [SimDevice, SimDevice, SimDevice];
    const [record, other] = [there.record(), there.record()];
    await write(ann, record, 0, 3);
    await write(ben, other, 0, 3);
    await there.exchange(ann, ben, cleo, ann);
    const forged = await forgeSnapshot(cleo, {
      items: (items) => items.filter(({ id }) => id !== record),
    });
    const { id, requests } = ben.space();
    const path = `/spaces/${id}/snapshots/confirm?manifest=${forged}`;
    await requests?.send("POST", path, await confirmationOf(ben, forged));
    await there.pass(day);
    // Whoever joins now is misled: this is what two who work together can do.
    expect(await (await there.newcomer(901)).text(record)).toBe(null);
    await there.exchange(ann, ben);
    expect(told(ann)).toEqual(["BadSnapshot"]);
    const newcomer = await there.newcomer(902);
    await expectWords([ann, ben, newcomer], { [record]: ["w0", "w1", "w2"] });
  });

  it("the same, unchanged, is confirmed (control)", async () => {
    const there = await team(["Ann", "Ben", "Cleo"]);
    const [ann, ben, cleo] = there.devices as [SimDevice, SimDevice, SimDevice];
    await write(ann, there.record(), 0, 3);
    await there.exchange(ann, ben, cleo);
    await forgeSnapshot(cleo, {});
    await there.pass(day);
    await there.exchange(ben);
    expect(told(ben)).toEqual([]);
    expect(there.count(/confirm\?/)).toBe(1);
  });
});

/** A state in which "later" says something else, in as many letters. */
function reworded(state: Uint8Array): Uint8Array {
  const text = Buffer.from(state).toString("latin1");
  if (!text.includes("later")) throw new Error("the words are not there to be changed");
  return new Uint8Array(Buffer.from(text.replaceAll("later", "never"), "latin1"));
}

async function wholeOf(device: SimDevice) {
  const whole = await wholeRecords(device.space());
  return whole.ok ? whole.value.items : [];
}
