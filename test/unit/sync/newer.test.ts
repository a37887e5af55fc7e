import { join } from "node:path";
import Database from "libsql";
import { describe, expect, it } from "vitest";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import type { SharedId } from "#core/space/identifiers.ts";
import { createReplica } from "#replica/createReplica.ts";
import { toJsonBytes } from "#sync/bytesJson.ts";
import { packSegment } from "#sync/makeSnapshot.ts";
import { readSegment } from "#sync/openSnapshot.ts";
import type { ReceivedUpdates, SpaceStore } from "#sync/ports/SpaceStore.ts";
import { pushFrame } from "#sync/pushRows.ts";
import { deflate, inflate } from "#sync/RowPayload.ts";
import { openRow } from "#sync/readRows.ts";
import { headsRow } from "#sync/SpaceContext.ts";
import { readingLevel } from "#sync/SpaceState.ts";
import { usualCompaction } from "#sync/tendSnapshots.ts";
import { idBytes } from "#wire/idText.ts";
import { encodeUnsignedRow, joinRow, rowSigned } from "#wire/RowEnvelope.ts";
import { confirmationSigned } from "#wire/snapshotConfirmation.ts";
import { forgeSnapshot } from "../../simulation/forgeSnapshot.ts";
import type { SimDevice } from "../../simulation/SimDevice.ts";
import { seededRandom } from "../replica/seededRandom.ts";
import { draftOf, value } from "../vault/openTestJournal.ts";
import { day, expectWords, team, told, write } from "./simulatedTeam.ts";

const replica = createReplica(seededRandom(5));

/** A proof that the first level refuses: it knew 68 bytes and no others. */
const isLater = ({ bytes }: { readonly bytes: Uint8Array }): boolean =>
  [...replica.proofs(bytes).values()].some(({ length }) => length !== 68);

/** Takes in as the app of the first level did: what carries a later proof is refused, and gone. */
const olderStore = (store: SpaceStore): SpaceStore => ({
  ...store,
  receive: (space, received, isMember, alongside) => {
    const read = received.map(
      ({ id, updates }): ReceivedUpdates => ({
        id,
        updates: updates.filter((one) => !isLater(one)),
      }),
    );
    return store.receive(space, read, isMember, (outcomes) =>
      alongside(
        outcomes.map((each, at) => {
          const left = [...each.outcomes];
          const all = received[at]?.updates ?? [];
          return {
            ...each,
            outcomes: all.map((one) => (isLater(one) ? "refused" : (left.shift() ?? "refused"))),
          };
        }),
      ),
    );
  },
});

/** From now on until it is updated, this device runs the app of the first level. */
function runOlder(device: SimDevice): void {
  const space = device.space();
  Object.assign(space, { tools: { ...space.tools, store: olderStore(space.tools.store) } });
}

/** The app of the first level ends, having kept what it knew of; the next one opens that. */
async function update(device: SimDevice): Promise<void> {
  const space = device.space();
  const { level: _, newerSince: __, ...kept } = space.heads;
  const bytes = toJsonBytes(kept);
  await space.tools.store.write({ put: [{ ...headsRow(space, space.heads), bytes }], drop: [] });
  await device.kill();
  expect(device.space().heads.level).toBe(1);
}

/** Ben's app is of the first level when Ann begins a proposal with a later proof, and writes on. */
async function refusedByOlder() {
  const there = await team(["Ann", "Ben", "Cleo"]);
  const [ann, ben, cleo] = there.devices as [SimDevice, SimDevice, SimDevice];
  const [begun, other] = [there.record(), there.record()];
  await there.exchange(ann, ben, cleo);
  runOlder(ben);
  await write(ann, begun, 0, 2);
  await there.exchange(ann, ben);
  await write(ann, begun, 2, 4);
  await there.exchange(ann, cleo, ben);
  expect(await ben.text(begun)).toBeNull();
  expect(told(ben)).toEqual(["SetAside"]);
  expect(ben.space().apart.size).toBe(1);
  return { ...there, ann, ben, cleo, begun, other };
}
const words = ["w0", "w1", "w2", "w3"];
const reads = /^GET .*rows\?.*after=0$/;

describe("a space that an older app read [V9]", () => {
  it("is read again once by the app that follows: what was refused appears, and nothing is sent or told", async () => {
    const { ann, ben, cleo, begun, ...there } = await refusedByOlder();
    await update(ben);
    const [pushes, before] = [there.pushed().length, there.count(reads)];
    await there.exchange(ben);
    await expectWords([ann, ben, cleo], { [begun]: words });
    expect([ben.space().heads.level, there.count(reads) - before]).toEqual([readingLevel, 1]);
    expect(ben.space().apart.size).toBe(0);
    await ben.kill();
    await there.exchange(ben, ann, cleo);
    expect([there.count(reads) - before, there.pushed().length]).toEqual([1, pushes]);
    // Told while it was older; nobody was told anything since.
    expect([ann, ben, cleo].map(told)).toEqual([[], ["SetAside"], []]);
    await ben.write(begun, "onwards", "proposal");
    await there.exchange(ben, ann, cleo);
    await expectWords([ann, ben, cleo], { [begun]: [...words, "onwards"] });
  });

  it("is read again from the start where the tab was killed in the middle", async () => {
    const { ann, ben, cleo, begun, ...there } = await refusedByOlder();
    await update(ben);
    there.lose(reads, ben);
    await there.exchange(ben);
    expect([await ben.text(begun), ben.space().heads.level]).toEqual([null, 1]);
    await ben.kill();
    there.lose(null, ben);
    await there.exchange(ben);
    await expectWords([ann, ben, cleo], { [begun]: words });
    expect(told(ben)).toEqual(["SetAside"]);
  });

  it("is read from a snapshot where its rows are gone", async () => {
    const { ann, ben, cleo, begun, other, ...there } = await refusedByOlder();
    await write(ann, other, 0, 2);
    await there.exchange(ann, cleo);
    await ann.withdraw(other);
    await there.exchange(ann, cleo);
    expect(await there.floor(ann)).toBeGreaterThan(0);
    await update(ben);
    await there.exchange(ben, ann, cleo, ben);
    await expectWords([ann, ben, cleo], { [begun]: words });
    expect(ben.space().heads.level).toBe(readingLevel);
    expect([ann, ben, cleo].flatMap(told)).toEqual(["SetAside"]);
  });

  it("does not bring back what was removed for good here", async () => {
    const there = await team(["tablet", "phone"], usualCompaction, "own");
    const [tablet, phone] = there.devices as [SimDevice, SimDevice];
    const { id } = value(await tablet.vault().keepDraft(draftOf("Binned soon."))).entry;
    const { basis, record } = value(await tablet.vault().open(id));
    if (record.kind !== "entry") throw new Error("no entry");
    await there.exchange(tablet, phone);
    const binned = { ...record, deletedAt: record.createdAt };
    value(await tablet.vault().save([{ basis, next: binned }]));
    await there.exchange(tablet, phone);
    value(await tablet.vault().purge([id]));
    await there.exchange(tablet);
    await update(tablet);
    const before = there.count(reads);
    await there.exchange(tablet);
    expect(there.count(reads) - before).toBe(1);
    expect((await tablet.vault().open(id)).ok).toBe(false);
    expect((await phone.vault().open(id)).ok).toBe(true);
  });

  it("takes up a member's rows after one that the older app could not read", async () => {
    const there = await team(["Ann", "Ben"]);
    const [ann, ben] = there.devices as [SimDevice, SimDevice];
    const record = there.record();
    await write(ann, record, 0, 2);
    await there.exchange(ann, ben);
    const before = ben.space().heads;
    await write(ann, record, 2, 4);
    await there.exchange(ann, ben);
    const { heads } = ben.space();
    // As if its next row had been of another version: it was passed over, and those after it wait.
    ben.space().heads = { ...heads, others: before.others, logged: before.logged, level: 1 };
    await there.exchange(ben);
    expect(ben.space().heads.others).toEqual(heads.others);
    expect(ben.space().heads.logged).toEqual(heads.logged);
    await write(ann, record, 4, 5);
    await there.exchange(ann, ben);
    await expectWords([ann, ben], { [record]: [...words, "w4"] });
    expect(told(ben)).toEqual([]);
  });
});

/** A member's row as a later app might write it: only what is sealed is of another version. */
async function pushLater(device: SimDevice): Promise<Uint8Array> {
  const space = device.space();
  const { signing } = space.state.device.keys;
  const { counter, hash } = space.heads.own;
  const epoch = space.membership?.epoch ?? 0;
  const uid = device.tools().random.bytes(16);
  const payload = await deflate(new Uint8Array([2, 1, 2, 3]));
  const sealed = await space.keys
    .get(epoch)
    ?.sealer.seal("row", signing, [uid, counter + 1], payload);
  if (sealed === undefined) throw new Error("no key");
  const unsigned = encodeUnsignedRow({
    space: space.state.space,
    epoch,
    device: signing,
    counter: counter + 1,
    previous: hash,
    seen: [],
    sealed,
  });
  const body = joinRow(unsigned, await space.sign(rowSigned(unsigned, uid)));
  const path = `/spaces/${space.id}/rows`;
  value(
    (await space.requests?.exchange("POST", path, pushFrame(1, [{ counter, uid, body }]))) ?? {
      ok: false,
      error: null,
    },
  );
  return body;
}

describe("what a later version wrote [U6]", () => {
  it("in a row is told as that, and halts nobody: not its author either", async () => {
    const there = await team(["Ann", "Ben", "Cleo"]);
    const [ann, ben, cleo] = there.devices as [SimDevice, SimDevice, SimDevice];
    const [record, withdrawn] = [there.record(), there.record()];
    await write(cleo, record, 0, 2);
    await write(ann, withdrawn, 0, 1);
    await there.exchange(ann, cleo, ben, ann);
    const body = await pushLater(cleo);
    await there.exchange(cleo);
    await write(cleo, record, 2, 4);
    await there.exchange(cleo, ann, ben);
    await ben.write(record, "ben", "proposal");
    await there.exchange(ben, ann, cleo, ben, ann, cleo, ben, ann, cleo);
    await expectWords([ann, ben, cleo], { [record]: [...words, "ben"] });
    expect([ann, ben, cleo].flatMap(told)).toEqual([
      "NewerVersion",
      "NewerVersion",
      "NewerVersion",
    ]);
    await ann.kill();
    expect(told(ann)).toEqual(["NewerVersion"]);
    // The log may be all that has it: it stays whole for a while.
    await ann.withdraw(withdrawn);
    await there.exchange(ann, ben, cleo);
    expect([there.count(/PUT .*snapshots$/), there.found([body])]).toEqual([0, 1]);
    await there.pass(31 * day);
    await there.exchange(ann, ben, cleo, ann);
    expect(there.count(/PUT .*snapshots$/)).toBe(1);
    // Of its envelope nothing can be said.
    const [, ...rest] = body;
    const later = new Uint8Array([2, ...rest]);
    expect(await openRow(ann.space(), { uid: new Uint8Array(16), body: later })).toBe("newer");
  });

  it("as a proof is told as that, and what others say goes on", async () => {
    const there = await team(["Ann", "Ben", "Cleo"]);
    const [ann, ben, cleo] = there.devices as [SimDevice, SimDevice, SimDevice];
    const [own, later] = [there.record(), there.record()];
    await write(ann, own, 0, 4);
    await there.exchange(ann, ben, cleo);
    const { record } = value(await ann.vault().open(own as SharedId));
    const said = replica.begin({ ...record, id: later } as JournalRecord);
    await cleo.cheat(later, replica.withProofs(said, new Map([["made", new Uint8Array(100)]])));
    await there.exchange(cleo);
    await cleo.write(own, "onwards", "proposal");
    await there.exchange(cleo, ann, ben);
    expect([await ann.text(later), await ben.text(later)]).toEqual([null, null]);
    expect([ann, ben].map(told)).toEqual([["NewerVersion"], ["NewerVersion"]]);
    for (const device of [ann, ben]) expect(await device.text(own)).toContain("onwards");
  });

  it("as a snapshot is judged later and never called wrong, and who begins with it is told why not", async () => {
    const there = await team(["Ann", "Ben", "Cleo"]);
    const [ann, ben, cleo] = there.devices as [SimDevice, SimDevice, SimDevice];
    const record = there.record();
    await write(ann, record, 0, 4);
    await there.exchange(ann, ben, cleo);
    const name = await forgeSnapshot(cleo, { pack: () => deflate(new Uint8Array([3, 0])) });
    await there.pass(2 * day);
    await there.exchange(ann, ben, ann, ben);
    expect([ann, ben].flatMap(told)).toEqual([]);
    expect([there.count(/confirm\?/), there.count(/PUT .*snapshots$/)]).toEqual([0, 1]);
    const hash = value(idBytes(name, 32));
    const { id, requests, state, sign } = ann.space();
    const word = await sign(confirmationSigned(state.space, hash, state.device.keys.signing));
    await requests?.send("POST", `/spaces/${id}/snapshots/confirm?manifest=${name}`, word);
    await expect(there.newcomer()).rejects.toThrow("NewerVersion");
  });

  it("as a manifest, too", async () => {
    const there = await team(["Ann", "Ben", "Cleo"]);
    const [ann, ben, cleo] = there.devices as [SimDevice, SimDevice, SimDevice];
    await write(ann, there.record(), 0, 4);
    await there.exchange(ann, ben, cleo);
    await forgeSnapshot(cleo, {});
    const database = new Database(join(there.server.directory, "mailbox.db"));
    database.exec("update snapshots set manifest = cast(x'02' || substr(manifest, 2) as blob)");
    database.close();
    await there.pass(2 * day);
    await there.exchange(ann, ben, ann, ben);
    expect([ann, ben].flatMap(told)).toEqual([]);
    expect([there.count(/confirm\?/), there.count(/PUT .*snapshots$/)]).toEqual([0, 1]);
    await expect(there.newcomer()).rejects.toThrow("NewerVersion");
  });

  it("in a segment is known by its version; what waits has one of its own, and the first may hold it, too", async () => {
    const record = { id: "record", state: new Uint8Array([1]) };
    const waits = { id: `apart/record/${"a".repeat(16)}`, state: new Uint8Array([2]) };
    const packed = [await packSegment([record]), await packSegment([record, waits])];
    const opened = await Promise.all(packed.map((bytes) => inflate(bytes)));
    expect(opened.map((bytes) => bytes?.[0])).toEqual([1, 2]);
    expect(value(await readSegment(packed[1] ?? new Uint8Array()))).toEqual([record, waits]);
    for (const version of [0, 1, 3]) {
      const [, ...rest] = opened[1] ?? [];
      const read = await readSegment(await deflate(new Uint8Array([version, ...rest])));
      if (version === 1) expect(value(read)).toEqual([record, waits]);
      else
        expect(read).toEqual({
          ok: false,
          error: { type: version === 0 ? "Malformed" : "NewerVersion" },
        });
    }
  });
});
