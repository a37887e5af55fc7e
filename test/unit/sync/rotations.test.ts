import { expect, it } from "vitest";
import { removeMember } from "#sync/changeMembers.ts";
import type { SimDevice } from "../../simulation/SimDevice.ts";
import { value } from "../vault/openTestJournal.ts";
import { day, expectWords, team, told, write } from "./simulatedTeam.ts";

const remove = (by: SimDevice, whom: SimDevice) =>
  removeMember(by.space(), whom.space().state.device.keys.signing);
const epochOf = (device: SimDevice) => device.space().membership?.epoch;

it("who was away for six weeks and three new keys has every word, and everybody has theirs", async () => {
  const there = await team(["Ann", "Ben", "Cleo", "Dan", "Eve", "Finn"], {
    rows: 20,
    milliseconds: 0,
  });
  const [ann, ben, finn, ...removed] = there.devices as [SimDevice, SimDevice, SimDevice];
  const [ours, theirs] = [there.record(), there.record()];
  const words = { [ours]: await write(ann, ours, 0, 3), [theirs]: await write(ben, theirs, 0, 3) };
  await there.exchange(...there.devices, ...there.devices);
  // Some of it is made into rows of the first key, some is not.
  words[ours]?.push(...(await write(ben, ours, 1_000, 1_003)));
  await ben.write(theirs, "unmade", "proposal");
  words[theirs]?.push("unmade");

  for (const [at, colleague] of removed.entries()) {
    const from = 100 * (at + 1);
    words[ours]?.push(...(await write(ann, ours, from, from + 25)));
    await there.exchange(ann, finn);
    value(await remove(ann, colleague));
    await there.exchange(ann, finn, ann, finn);
    await there.pass(14 * day);
    await there.exchange(ann, finn, ann, finn);
  }
  expect(epochOf(ann)).toBe(4);
  expect(epochOf(ben)).toBe(1);
  // What he missed first stands in a snapshot only.
  expect(await there.floor(ann)).toBeGreaterThan(ben.space().heads.cursor);

  await there.exchange(ben, ann, finn, ben);
  expect(epochOf(ben)).toBe(4);
  await expectWords([ann, ben, finn], words);
  for (const device of [ann, ben, finn]) expect(told(device)).toEqual([]);
});

it("of two facilitators who remove somebody at the same moment both do, one after the other; of the same person, one", async () => {
  const there = await team(["Ann", "Ben 1", "Cleo", "Dan", "Eve"]);
  const [ann, ben, cleo, dan, eve] = there.devices as [
    SimDevice,
    SimDevice,
    SimDevice,
    SimDevice,
    SimDevice,
  ];
  const record = there.record();
  const words = await write(ann, record, 0, 2);
  await there.exchange(ann, ben, ann, ben);
  const appended = () => there.count(/POST .*members$/);
  const before = appended();
  expect((await Promise.all([remove(ann, cleo), remove(ben, dan)])).every(({ ok }) => ok)).toBe(
    true,
  );
  // They met: one came too late, and signed another after the first.
  expect(appended() - before).toBe(3);
  await there.exchange(ann, ben);
  expect(epochOf(ann)).toBe(3);

  expect((await Promise.all([remove(ann, eve), remove(ben, eve)])).every(({ ok }) => ok)).toBe(
    true,
  );
  words.push(...(await write(ben, record, 10, 12)));
  await there.exchange(ann, ben, ann, ben);
  for (const device of [ann, ben]) {
    expect(epochOf(device)).toBe(4);
    expect([...(device.space().membership?.members.keys() ?? [])].sort()).toEqual(
      [ann.space().me, ben.space().me].sort(),
    );
    expect(told(device)).toEqual([]);
  }
  expect(ann.space().state.log).toEqual(ben.space().state.log);
  await expectWords([ann, ben], { [record]: words });
});
