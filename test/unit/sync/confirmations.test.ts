import { join } from "node:path";
import Database from "libsql";
import { describe, expect, it } from "vitest";
import { err } from "#base/Result.ts";
import { removeMember } from "#sync/changeMembers.ts";
import type { Refusal } from "#wire/Refusal.ts";
import { forgeSnapshot } from "../../simulation/forgeSnapshot.ts";
import type { SimDevice } from "../../simulation/SimDevice.ts";
import { day, expectWords, team, told, write } from "./simulatedTeam.ts";

const often = { rows: 20, milliseconds: 0 };

/** Changes what stands in the server's database, as only its owner can. */
function inDatabase({ server }: Awaited<ReturnType<typeof team>>, statements: string): void {
  const database = new Database(join(server.directory, "mailbox.db"));
  database.exec(statements);
  database.close();
}

/** What signatures there were is gone, and the server says still that it was confirmed. */
const omitted = "delete from confirmations";
/** As a server of an older version left it: two devices had said so, and nobody had signed it. */
const byWord = `${omitted}; update snapshots set confirmed = 2 where confirmed = 1`;

/** From now on a device's confirmations are refused so, until what is given is called. */
function refuseConfirming(device: SimDevice, refusal: Refusal): () => void {
  const space = device.space();
  const { requests } = space;
  if (requests === null) throw new Error("no server");
  const send: typeof requests.send = async (method, path, body) =>
    path.includes("/confirm?")
      ? err({ type: "Refused", refusal })
      : requests.send(method, path, body);
  Object.assign(space, { requests: { ...requests, send } });
  return () => Object.assign(space, { requests });
}

/** Ann made a snapshot which Ben confirmed; Cleo, who saw all the rows, has not looked. */
async function confirmed() {
  const there = await team(["Ann", "Ben", "Cleo"], often);
  const [ann, ben, cleo] = there.devices as [SimDevice, SimDevice, SimDevice];
  there.lose(/snapshots/, cleo);
  const [one, other] = [there.record(), there.record()];
  const words = { [one]: await write(ann, one, 0, 15), [other]: await write(ben, other, 0, 15) };
  await there.exchange(ben, ann, ben, cleo);
  expect(there.count(/confirm\?/)).toBe(1);
  return { ...there, ann, ben, cleo, words };
}

describe("a snapshot is begun with where enough devices signed for it [N2]", () => {
  it("and those who did may be removed afterwards", async () => {
    const there = await team(["Ann", "Ben", "Cleo"], often);
    const [ann, ben, cleo] = there.devices as [SimDevice, SimDevice, SimDevice];
    there.lose(/snapshots/, ann);
    const record = there.record();
    const words = await write(ann, record, 0, 30);
    there.lose(/lease/, ben);
    await there.exchange(ann, cleo, ben);
    await there.pass(day);
    await forgeSnapshot(cleo, {});
    there.lose(null, ben);
    await there.exchange(ben);
    await there.pass(31 * day);
    expect(await there.floor(ann)).toBe(30);
    for (const device of [ben, cleo]) {
      const removed = await removeMember(ann.space(), device.space().state.device.keys.signing);
      expect(removed.ok).toBe(true);
    }
    const newcomer = await there.newcomer();
    await expectWords([ann, newcomer], { [record]: words });
    expect(told(newcomer)).toEqual([]);
  });

  it("by the only device there was, also by those who come later", async () => {
    const there = await team(["Ann"], often);
    const [ann] = there.devices as [SimDevice];
    const record = there.record();
    const words = await write(ann, record, 0, 30);
    await there.exchange(ann);
    await there.pass(31 * day);
    expect(await there.floor(ann)).toBe(30);
    const first = await there.newcomer(901);
    const second = await there.newcomer(902);
    await expectWords([ann, first, second], { [record]: words });
    expect([...told(first), ...told(second)]).toEqual([]);
  });

  it("and judged no more often than once an hour by whom the server does not let sign", async () => {
    const hour = 3_600_000;
    const there = await team(["Ann", "Ben"], { rows: 20, milliseconds: hour });
    const [ann, ben] = there.devices as [SimDevice, SimDevice];
    await write(ann, there.record(), 0, 30);
    // As a server of an older version answers what it does not know.
    const takeAgain = refuseConfirming(ben, { type: "NotFound" });
    await there.exchange(ann, ben);
    const judged = () => there.count(/GET .*segments/);
    expect(judged()).toBe(1);
    await there.exchange(ben, ben);
    expect(judged()).toBe(1);
    takeAgain();
    await there.pass(hour);
    await there.exchange(ben);
    expect([judged(), there.count(/confirm\?/)]).toEqual([2, 1]);
    expect(told(ben)).toEqual([]);
  });

  it("and judged again as soon as the server said where it was only asked too often", async () => {
    const hour = 3_600_000;
    const there = await team(["Ann", "Ben"], { rows: 20, milliseconds: hour });
    const [ann, ben] = there.devices as [SimDevice, SimDevice];
    await write(ann, there.record(), 0, 30);
    const takeAgain = refuseConfirming(ben, { type: "TooMany", after: 20 });
    await there.exchange(ann, ben);
    const judged = () => there.count(/GET .*segments/);
    expect(judged()).toBe(1);
    takeAgain();
    await there.pass(19_000);
    await there.exchange(ben);
    expect([judged(), there.count(/confirm\?/)]).toEqual([1, 0]);
    await there.pass(1_000);
    await there.exchange(ben);
    expect([judged(), there.count(/confirm\?/)]).toEqual([2, 1]);
  });

  it("and made again where nobody is left who could confirm it", async () => {
    const there = await team(["Ann", "Ben"], often);
    const [ann, ben] = there.devices as [SimDevice, SimDevice];
    there.lose(/snapshots/, ben);
    const [one, other] = [there.record(), there.record()];
    const words = { [one]: await write(ann, one, 0, 15), [other]: await write(ben, other, 0, 15) };
    await there.exchange(ben, ann);
    expect(there.count(/PUT .*snapshots$/)).toBe(1);
    const removed = await removeMember(ann.space(), ben.space().state.device.keys.signing);
    expect(removed.ok).toBe(true);
    await there.pass(day);
    await there.exchange(ann);
    expect(there.count(/PUT .*snapshots$/)).toBe(2);
    await there.pass(31 * day);
    expect(await there.floor(ann)).toBeGreaterThanOrEqual(30);
    await expectWords([ann, await there.newcomer()], words);
  });

  it("and not where the server only says that they did: then rows are read, and it is told", async () => {
    const { ann, words, ...there } = await confirmed();
    const honest = await there.newcomer(901);
    expect(told(honest)).toEqual([]);
    inDatabase(there, omitted);
    const newcomer = await there.newcomer(902);
    expect(told(newcomer)).toEqual(["BadSnapshot"]);
    await expectWords([ann, honest, newcomer], words);
  });

  it("and nothing at all is read where the rows went for it", async () => {
    const { ann, ...there } = await confirmed();
    await there.pass(31 * day);
    expect(await there.floor(ann)).toBe(30);
    inDatabase(there, omitted);
    await expect(there.newcomer()).rejects.toThrow("NotConfirmedYet");
  });
});

describe("a snapshot that was confirmed under an older version, by word", () => {
  it("is confirmed again by its devices, signed, when they look; whoever comes before waits", async () => {
    const { ann, ben, cleo, words, ...there } = await confirmed();
    await there.pass(31 * day);
    expect(await there.floor(ann)).toBe(30);
    inDatabase(there, byWord);
    await expect(there.newcomer(901)).rejects.toThrow("NotConfirmedYet");
    // Ben found it whole before: he says so again without being asked.
    await there.exchange(ben);
    expect(there.count(/confirm\?/)).toBe(2);
    expect(there.count(/PUT .*snapshots$/)).toBe(1);
    const newcomer = await there.newcomer(902);
    await expectWords([ann, ben, cleo, newcomer], words);
    for (const device of [ann, ben, cleo, newcomer]) expect(told(device)).toEqual([]);
  });
});

describe("a snapshot that cannot be judged whole", () => {
  /** A withdrawn proposal makes one due: Ann makes it, and nobody has looked yet. */
  async function unjudged() {
    const there = await team(["Ann", "Ben", "Cleo"]);
    const [ann, ben, cleo] = there.devices as [SimDevice, SimDevice, SimDevice];
    const [record, other] = [there.record(), there.record()];
    const words = { [other]: await write(ann, other, 0, 3) };
    await write(ann, record, 0, 3);
    await there.exchange(ann, ben, cleo);
    await ann.withdraw(record);
    await there.exchange(ann);
    expect(there.count(/PUT .*snapshots$/)).toBe(1);
    return { ...there, ann, ben, cleo, other, words };
  }

  it("because a record does not open here is left to others, and looked at again later", async () => {
    const { ann, ben, cleo, other, words, ...there } = await unjudged();
    ben.spoil(other);
    await there.exchange(ben, ben);
    expect(there.count(/confirm\?/)).toBe(0);
    // It was fetched once: what it costs is not spent with every exchange.
    const fetched = there.count(/GET .*segments/);
    expect(fetched).toBeGreaterThan(0);
    await there.exchange(ben);
    expect(there.count(/GET .*segments/)).toBe(fetched);
    await there.pass(4_000_000);
    await there.exchange(ben);
    expect(there.count(/GET .*segments/)).toBe(2 * fetched);
    expect(told(ben)).toEqual([]);
    await there.exchange(cleo);
    expect(there.count(/confirm\?/)).toBe(1);
    await expectWords([ann, cleo, await there.newcomer()], words);
  });

  it("and cannot be replaced yet is not judged anew with every exchange", async () => {
    const there = await team(["Ann", "Ben", "Cleo"], { rows: 20, milliseconds: 3_600_000 });
    const [ann, ben, cleo] = there.devices as [SimDevice, SimDevice, SimDevice];
    const record = there.record();
    const words = { [record]: await write(ann, record, 0, 30) };
    await there.exchange(ann, ben, cleo);
    expect(there.count(/PUT .*snapshots$/)).toBe(1);
    await forgeSnapshot(cleo, { items: () => [] });
    // Opened again, Ann's device looks; it made one less than an hour ago.
    await ann.kill();
    await there.exchange(ann);
    expect(told(ann)).toEqual(["BadSnapshot"]);
    const fetched = there.count(/GET .*segments/);
    await there.exchange(ann, ann);
    expect(there.count(/GET .*segments/)).toBe(fetched);
    await there.pass(3_600_000);
    await there.exchange(ann);
    expect(there.count(/PUT .*snapshots$/)).toBe(3);
    await there.exchange(ben);
    await expectWords([ann, ben, cleo, await there.newcomer()], words);
  });

  it("because the server lost a piece of it is told, and another made", async () => {
    const { ann, ben, cleo, words, ...there } = await unjudged();
    inDatabase(there, "delete from segments");
    // Ann's lease has ended.
    await there.pass(360_000);
    await there.exchange(ben);
    expect(told(ben)).toEqual(["BadSnapshot"]);
    expect(there.count(/PUT .*snapshots$/)).toBe(2);
    await there.exchange(cleo);
    expect([...told(ann), ...told(cleo)]).toEqual([]);
    expect(there.count(/confirm\?/)).toBe(1);
    await expectWords([ann, ben, cleo, await there.newcomer()], words);
  });
});
