import { afterEach, describe, expect, it } from "vitest";
import { removeMember, rotateKey } from "#sync/changeMembers.ts";
import { gatherFleet, letIn } from "../../simulation/gatherFleet.ts";
import { makeSimDevice, type SimDevice } from "../../simulation/SimDevice.ts";
import { type SimServer, startSimServer } from "../../simulation/SimServer.ts";
import { seededRandom } from "../replica/seededRandom.ts";

const servers: SimServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.end();
  time = start;
});

const start = 1_795_358_451_000;
let time = start;
/** What was lost may be given back for a week before anything is said unasked. */
const passWeek = () => {
  time += 8 * 24 * 60 * 60 * 1000;
};

async function ward() {
  const server = startSimServer(() => time);
  servers.push(server);
  const device = (seed: number) =>
    makeSimDevice(`device ${seed}`, seededRandom(seed), () => time, server.transport);
  const [ash, bo, mal] = [await device(81), await device(82), await device(83)];
  await gatherFleet([ash, bo, mal], server);
  return { server, device, ash, bo, mal };
}
const level = async (...of: readonly SimDevice[]) => {
  for (const each of of) expect(await each.exchange()).toEqual({ ok: true, value: null });
};
const lastRowOf = (of: SimDevice, member: SimDevice) =>
  of.space().membership?.former.get(member.space().me)?.lastRow;

describe("the last row of somebody who is a member no more [M6]", () => {
  it("is said once the facilitator has all that the server took: nothing acknowledged before is lost", async () => {
    const { server, device, ash, bo, mal } = await ward();
    await bo.write("first", "early", "remark");
    await level(bo, ash, mal);
    // Acknowledged, and not yet seen by the facilitator who removes its writer.
    await bo.write("second", "just-before", "remark");
    await level(bo);
    const { counter, hash } = bo.space().heads.own;
    await removeMember(ash.space(), bo.space().state.device.keys.signing);
    expect(lastRowOf(ash, bo)).toBeUndefined();
    await level(ash);
    expect(lastRowOf(ash, bo)).toEqual({ counter, hash });
    const late = await device(84);
    await letIn(ash, late, server);
    await level(mal, late);
    for (const reader of [ash, mal, late]) {
      expect(await reader.text("second")).toBe("just-before");
      expect(reader.space().heads.told).toEqual([]);
      expect(lastRowOf(reader, bo)).toEqual({ counter, hash });
    }
    // Said once: another look appends nothing.
    const entries = ash.space().state.log.length;
    await level(ash, mal, ash);
    expect(ash.space().state.log).toHaveLength(entries);
  });

  it("ends the chain of a colleague who had more from a log that the server lost since: it is told, and all have the same words", async () => {
    const { server, ash, bo, mal } = await ward();
    await bo.write("first", "early", "remark");
    await level(bo, ash, mal);
    await server.backUp();
    await bo.write("second", "lost-by-the-server", "remark");
    await level(bo, mal);
    await server.restore();
    await removeMember(ash.space(), bo.space().state.device.keys.signing);
    await level(ash, mal);
    expect(lastRowOf(ash, bo)).toBeUndefined();
    passWeek();
    // A colleague saw more of them: after three looks in vain it will not come.
    await level(ash, ash, ash, mal, ash, mal);
    const lastRow = lastRowOf(mal, bo);
    expect(lastRow?.counter).toBeLessThan(bo.space().heads.own.counter);
    expect(mal.space().heads.others[bo.space().me]?.counter).toBe(lastRow?.counter);
    expect(mal.space().heads.told.map(({ what }) => what.type)).toEqual(["Restored", "BeyondLast"]);
    for (const reader of [ash, mal]) {
      expect(await reader.text("second")).toBe("lost-by-the-server");
    }
  });

  it("leaves nobody with other words where a restored server took rows from who was removed before it was told so again", async () => {
    const { server, ash, bo, mal } = await ward();
    await bo.write("first", "early", "remark");
    await level(bo, ash, mal);
    await server.backUp();
    await removeMember(ash.space(), bo.space().state.device.keys.signing);
    await level(ash);
    await server.restore();
    await bo.write("second", "after-removal", "remark");
    // Nobody has given the server its members back yet.
    await level(bo, mal, ash, mal, ash);
    expect(lastRowOf(mal, bo)).toEqual(lastRowOf(ash, bo));
    expect(await ash.text("second")).toBe(await mal.text("second"));
    expect(await ash.content()).toBe(await mal.content());
  });

  it("said to a server that forgot it gives way to what another facilitator wrote on: all follow one log again", async () => {
    const { server, device, ash, bo, mal } = await ward();
    const dee = await device(91);
    await letIn(ash, dee, server);
    await level(ash, bo, mal, dee);
    await removeMember(ash.space(), mal.space().state.device.keys.signing);
    await server.backUp();
    // The second facilitator says it, and the server forgets that.
    await level(dee, bo);
    expect(lastRowOf(bo, mal)).toBeDefined();
    await server.restore();
    expect(await rotateKey(ash.space(), true)).toEqual({ ok: true, value: null });
    await level(dee, bo, ash);
    passWeek();
    await level(ash, dee, bo, ash);
    for (const each of [dee, bo]) {
      expect(each.space().state.log).toEqual(ash.space().state.log);
      expect(lastRowOf(each, mal)).toBeDefined();
    }
  });

  it("gives way also where the other facilitator writes on while this device looks", async () => {
    const { server, ash, bo, mal } = await ward();
    let meanwhile: (() => Promise<unknown>) | null = null;
    const send: typeof server.transport.send = async (order) => {
      const answered = await server.transport.send(order);
      const act = order.path.includes("/members?after=") ? meanwhile : null;
      if (act !== null) meanwhile = null;
      await act?.();
      return answered;
    };
    const dee = await makeSimDevice("device 91", seededRandom(91), () => time, {
      ...server.transport,
      send,
    });
    await letIn(ash, dee, server);
    await level(ash, bo, mal, dee);
    await removeMember(ash.space(), mal.space().state.device.keys.signing);
    await server.backUp();
    await level(dee);
    expect(lastRowOf(dee, mal)).toBeDefined();
    await server.restore();
    meanwhile = () => rotateKey(ash.space(), true);
    await level(dee, ash, bo, dee);
    expect(meanwhile).toBeNull();
    for (const each of [dee, bo]) expect(each.space().state.log).toEqual(ash.space().state.log);
  });

  it("of somebody who never wrote is none", async () => {
    const { ash, bo, mal } = await ward();
    await removeMember(ash.space(), mal.space().state.device.keys.signing);
    await level(ash, bo);
    expect(lastRowOf(bo, mal)).toEqual({ counter: 0, hash: new Uint8Array(32) });
    expect(bo.space().heads.told).toEqual([]);
  });
});
