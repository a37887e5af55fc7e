import { afterEach, describe, expect, it } from "vitest";
import { err, ok } from "#base/Result.ts";
import { changeMembers, removeMember, rotateKey } from "#sync/changeMembers.ts";
import { decodeFrames } from "#wire/decodeFrames.ts";
import { encodeFrames } from "#wire/encodeFrames.ts";
import { gatherFleet, letIn } from "../../simulation/gatherFleet.ts";
import { makeSimDevice, type SimDevice } from "../../simulation/SimDevice.ts";
import { type SimServer, startSimServer } from "../../simulation/SimServer.ts";
import { seededRandom } from "../replica/seededRandom.ts";

const servers: SimServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.end();
});
const time = 1_795_358_451_000;

/** An answer that shows no membership entry beyond that number. */
function cutShort<Answer extends { readonly status: number; readonly body: Uint8Array }>(
  path: string,
  answer: Answer,
  upTo: number,
): Answer {
  const after = Number(/members\?after=(\d+)/.exec(path)?.[1] ?? Number.NaN);
  const frames = Number.isNaN(after) ? null : decodeFrames(answer.body);
  if (!frames?.ok || upTo === Number.POSITIVE_INFINITY) return answer;
  const cut = frames.value.map((frame) =>
    frame.type === "members"
      ? { ...frame, entries: frame.entries.slice(0, Math.max(0, upTo - after)) }
      : frame,
  );
  return { ...answer, body: encodeFrames(...cut) };
}

/** Ash and Dee are facilitators, Bo and Mal members; all are level. */
async function ward() {
  const server = startSimServer(() => time);
  servers.push(server);
  const lost: { requests: RegExp | null; answers: RegExp | null } = {
    requests: null,
    answers: null,
  };
  /** Membership entries that were sent, whether they arrived or not; and from which on none are shown. */
  const entries: Uint8Array[] = [];
  const shown = { upTo: Number.POSITIVE_INFINITY };
  const send: typeof server.transport.send = async (order) => {
    const frames = order.path.endsWith("/members") ? decodeFrames(order.body) : null;
    for (const frame of frames?.ok ? frames.value : []) {
      if (frame.type === "members") entries.push(...frame.entries);
    }
    if (lost.requests?.test(`${order.method} ${order.path}`)) return err({ type: "Unreachable" });
    const told = await server.transport.send(order);
    const answered = told.ok ? ok(cutShort(order.path, told.value, shown.upTo)) : told;
    const isLost = lost.answers?.test(`${order.method} ${order.path}`) === true;
    return isLost ? err({ type: "Unreachable" }) : answered;
  };
  const transport = { ...server.transport, send };
  const device = (seed: number) =>
    makeSimDevice(`device ${seed}`, seededRandom(seed), () => time, transport);
  const [ash, dee, bo, mal] = [
    await device(80),
    await device(91),
    await device(82),
    await device(83),
  ];
  await gatherFleet([ash, dee, bo, mal], server);
  await bo.write("first", "early", "remark");
  await level(bo, ash, dee, mal, bo);
  return { server, lost, shown, entries, device, ash, dee, bo, mal };
}
const level = async (...of: readonly SimDevice[]) => {
  for (const each of of) expect(await each.exchange()).toEqual({ ok: true, value: null });
};
const keyOf = (device: SimDevice) => device.space().state.device.keys.signing;
const isMember = (at: SimDevice, device: SimDevice) =>
  at.space().membership?.members.has(device.space().me);
const roleOf = (at: SimDevice, device: SimDevice) =>
  at.space().membership?.members.get(device.space().me)?.role;
const done = { ok: true, value: null };
const told = (device: SimDevice) => device.space().heads.told.map(({ what }) => what.type);

describe("two facilitators of whom one changes members on a server that forgot the other's change [M5]", () => {
  it("come to one log again: who was removed stays so, under a key that they do not have, and nothing is lost", async () => {
    const { server, ash, dee, bo, mal } = await ward();
    await server.backUp();
    expect(await removeMember(ash.space(), keyOf(mal))).toEqual(done);
    await level(ash, bo);
    await bo.write("second", "under-the-lost-key", "remark");
    await level(bo, ash);
    await server.restore();
    expect(await rotateKey(dee.space(), true)).toEqual(done);
    await level(dee);
    // A member cannot choose between the two; a facilitator who knows of the removal says it again.
    expect(await bo.exchange()).toEqual({ ok: false, error: { type: "Forked" } });
    expect(told(bo)).toEqual(["Parted"]);
    expect(isMember(bo, mal)).toBe(false);
    await level(ash, bo, dee, ash, bo, dee);
    for (const each of [ash, dee, bo]) {
      expect(each.space().state.log).toEqual(ash.space().state.log);
      expect(isMember(each, mal)).toBe(false);
      expect(await each.text("second")).toBe("under-the-lost-key");
      expect(told(each)).toEqual(["Restored"]);
    }
    await dee.write("third", "afterwards", "remark");
    await level(dee, bo);
    expect(await bo.text("third")).toBe("afterwards");
    expect((await mal.exchange()).ok).toBe(false);
    expect(mal.space().keys.has(ash.space().membership?.epoch ?? 0)).toBe(false);
  });

  it("keep who was let in meanwhile, and the roles that were given", async () => {
    const { server, device, ash, dee, bo, mal } = await ward();
    await server.backUp();
    const kit = await device(85);
    await letIn(ash, kit, server);
    await kit.write("kits", "from-the-newcomer", "remark");
    await level(kit);
    const role = { type: "role", device: keyOf(bo), role: "facilitator" } as const;
    expect(await changeMembers(ash.space(), async () => role)).toEqual(done);
    await level(ash);
    await server.restore();
    expect(await removeMember(dee.space(), keyOf(mal))).toEqual(done);
    await level(dee);
    await level(ash, kit, bo, dee, ash, kit, bo, dee);
    for (const each of [ash, dee, bo, kit]) {
      expect(each.space().state.log).toEqual(ash.space().state.log);
      expect(isMember(each, kit)).toBe(true);
      expect(isMember(each, mal)).toBe(false);
      expect(each.space().membership?.members.get(bo.space().me)?.role).toBe("facilitator");
      expect(await each.text("kits")).toBe("from-the-newcomer");
    }
  });

  it("hold to a removal whose answer was lost, and that only a member saw before the server forgot it", async () => {
    const { server, lost, ash, dee, bo, mal } = await ward();
    await server.backUp();
    lost.answers = /POST .*\/members$/;
    expect((await removeMember(ash.space(), keyOf(mal))).ok).toBe(false);
    lost.answers = null;
    await level(bo);
    expect([isMember(bo, mal), isMember(ash, mal)]).toEqual([false, true]);
    await server.restore();
    expect(await rotateKey(dee.space(), true)).toEqual(done);
    await level(dee, ash);
    expect(isMember(ash, mal)).toBe(false);
    await level(bo, dee);
    for (const each of [ash, dee, bo]) {
      expect(each.space().state.log).toEqual(ash.space().state.log);
      expect(told(each)).toEqual(["Restored"]);
    }
    expect(ash.space().state.pendingEntry).toHaveLength(0);
  });

  it("who was removed does not come back by changing members on the server that forgot it", async () => {
    const { server, ash, dee, bo } = await ward();
    await server.backUp();
    expect(await removeMember(ash.space(), keyOf(dee))).toEqual(done);
    await level(ash, bo);
    await server.restore();
    expect(await rotateKey(dee.space(), true)).toEqual(done);
    for (const each of [ash, bo]) {
      expect(await each.exchange()).toEqual({ ok: false, error: { type: "Forked" } });
      expect(told(each)).toContain("Forked");
      expect(isMember(each, dee)).toBe(false);
    }
  });

  it("nor who lost the role that it takes", async () => {
    const { server, ash, dee } = await ward();
    await server.backUp();
    const role = { type: "role", device: keyOf(dee), role: "member" } as const;
    expect(await changeMembers(ash.space(), async () => role)).toEqual(done);
    await server.restore();
    expect(await rotateKey(dee.space(), true)).toEqual(done);
    expect(await ash.exchange()).toEqual({ ok: false, error: { type: "Forked" } });
  });

  it("keep a role taken from somebody whom a third brings along, and who was only away for a while follows", async () => {
    const { server, device, ash, dee, bo } = await ward();
    const cy = await device(101);
    await letIn(ash, cy, server);
    await level(ash, dee, bo, cy);
    await server.backUp();
    const member = { type: "role", device: keyOf(dee), role: "member" } as const;
    expect(await changeMembers(ash.space(), async () => member)).toEqual(done);
    await level(bo, ash);
    await server.restore();
    expect(await rotateKey(cy.space(), true)).toEqual(done);
    await level(cy);
    // Whoever knew that Dee leads no more does not follow where she does.
    expect(await bo.exchange()).toEqual({ ok: false, error: { type: "Forked" } });
    expect(told(bo)).toEqual(["Parted"]);
    await level(ash);
    expect(roleOf(cy, dee)).toBe("facilitator");
    await level(cy, dee);
    for (const each of [ash, cy, dee]) expect(roleOf(each, dee)).toBe("member");
    // Given back, and used, before Bo looks again.
    const again = { ...member, role: "facilitator" } as const;
    expect(await changeMembers(ash.space(), async () => again)).toEqual(done);
    await level(dee);
    expect(await rotateKey(dee.space(), true)).toEqual(done);
    await level(bo, ash);
    for (const each of [ash, bo]) {
      expect(each.space().state.log).toEqual(dee.space().state.log);
      expect(roleOf(each, dee)).toBe("facilitator");
      expect(told(each)).toEqual(["Restored"]);
    }
  });

  it("are not parted by somebody removed who leaves on the server that forgot it, and write nothing under a key of theirs", async () => {
    const { server, ash, dee, bo, mal } = await ward();
    await server.backUp();
    expect(await removeMember(ash.space(), keyOf(mal))).toEqual(done);
    await level(ash, bo);
    await bo.write("second", "after-the-removal", "remark");
    await server.restore();
    const leaving = async () => ({ type: "leave" }) as const;
    expect(await changeMembers(mal.space(), leaving)).toEqual(done);
    // Bo cannot make another key, and what is sent under this one Mal could read.
    expect(await bo.exchange()).toEqual({ ok: false, error: { type: "Forked" } });
    expect(told(bo)).toEqual(["Parted"]);
    await level(ash, bo, dee, ash);
    for (const each of [ash, dee, bo]) {
      expect(each.space().state.log).toEqual(ash.space().state.log);
      expect(isMember(each, mal)).toBe(false);
      expect(await each.text("second")).toBe("after-the-removal");
      expect(told(each)).not.toContain("Forked");
    }
    expect(mal.space().keys.has(ash.space().membership?.epoch ?? 0)).toBe(false);
  });

  it("nor under the key of somebody whom that server never heard of", async () => {
    const { server, device, ash, dee, bo } = await ward();
    await server.backUp();
    const kit = await device(85);
    await letIn(ash, kit, server);
    expect(await removeMember(ash.space(), keyOf(kit))).toEqual(done);
    await level(ash, bo);
    await bo.write("second", "after-the-removal", "remark");
    await server.restore();
    const role = { type: "role", device: keyOf(bo), role: "member" } as const;
    expect(await changeMembers(dee.space(), async () => role)).toEqual(done);
    expect(await bo.exchange()).toEqual({ ok: false, error: { type: "Forked" } });
    await level(ash, bo, dee);
    expect(await dee.text("second")).toBe("after-the-removal");
    expect(bo.space().membership?.epoch).toBeGreaterThan(1);
    expect(bo.space().state.log).toEqual(ash.space().state.log);
  });

  it("and no device signs two entries to follow one history, whatever a server shows of it and loses [U5]", async () => {
    const { server, lost, shown, entries, ash, dee, bo, mal } = await ward();
    await server.backUp();
    expect(await removeMember(ash.space(), keyOf(mal))).toEqual(done);
    await level(ash, bo);
    await server.restore();
    expect(await rotateKey(dee.space(), true)).toEqual(done);
    expect(await rotateKey(dee.space(), true)).toEqual(done);
    const before = entries.length;
    lost.requests = /POST .*\/members$/;
    const ends = dee.space().state.log.length;
    for (const upTo of [ends - 1, ends, ends - 1, ends, ends - 1]) {
      shown.upTo = upTo;
      expect((await ash.exchange()).ok).toBe(false);
      await ash.kill();
    }
    const sent = entries.slice(before).map((entry) => Buffer.from(entry).toString("hex"));
    expect(sent.length).toBeGreaterThan(2);
    // One for each of the two histories shown.
    expect(new Set(sent).size).toBe(2);
    lost.requests = null;
    shown.upTo = Number.POSITIVE_INFINITY;
    await level(ash, dee, bo);
    expect(isMember(dee, mal)).toBe(false);
    expect(ash.space().state.carried).toEqual([]);
  });
});
