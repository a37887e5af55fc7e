import { afterEach, describe, expect, it } from "vitest";
import { err, ok } from "#base/Result.ts";
import { agreeOnMembers } from "#sync/agreeOnMembers.ts";
import { changeMembers, changeRole, removeMember, rotateKey } from "#sync/changeMembers.ts";
import { rotation } from "#sync/rotation.ts";
import { decodeFrames } from "#wire/decodeFrames.ts";
import { encodeFrames } from "#wire/encodeFrames.ts";
import type { Membership } from "#wire/Membership.ts";
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
/** Removes a device, or takes the role that it leads by. */
const take = (loss: "removal" | "role", by: SimDevice, from: SimDevice) =>
  loss === "removal"
    ? removeMember(by.space(), keyOf(from))
    : changeRole(by.space(), keyOf(from), "member");
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

  it("who was removed, or lost the role that it takes, changes nothing on the server that forgot it", async () => {
    for (const loss of ["removal", "role"] as const) {
      const { server, ash, dee, bo, mal } = await ward();
      await server.backUp();
      expect(await take(loss, ash, dee)).toEqual(done);
      await level(ash, bo);
      await server.restore();
      expect(await changeRole(dee.space(), keyOf(mal), "facilitator")).toEqual(done);
      for (const each of [ash, bo]) {
        expect(await each.exchange()).toEqual({ ok: false, error: { type: "Forked" } });
        expect(told(each)).toContain("Forked");
        expect(roleOf(each, dee)).toBe(loss === "removal" ? undefined : "member");
        expect(roleOf(each, mal)).toBe("member");
      }
    }
  });

  it("nor does who was given a role there by them, and had lost it", async () => {
    const { server, ash, dee, bo, mal } = await ward();
    await server.backUp();
    expect(await changeRole(ash.space(), keyOf(mal), "facilitator")).toEqual(done);
    await level(dee);
    expect(await changeRole(ash.space(), keyOf(mal), "member")).toEqual(done);
    expect(await changeRole(ash.space(), keyOf(dee), "member")).toEqual(done);
    await level(ash, bo);
    await server.restore();
    // Mal led once, and may not by her who leads no more: neither that nor what Mal does with it is followed.
    expect(await changeRole(dee.space(), keyOf(mal), "facilitator")).toEqual(done);
    await level(mal);
    expect(await changeRole(mal.space(), keyOf(bo), "facilitator")).toEqual(done);
    expect(await ash.exchange()).toEqual({ ok: false, error: { type: "Forked" } });
    expect([roleOf(ash, mal), roleOf(ash, bo)]).toEqual(["member", "member"]);
  });

  it.each(["removal", "role"] as const)(
    "are not parted by a device that gives on what it saw, and had not heard of its own %s",
    async (loss) => {
      const { server, device, ash, dee, bo, mal } = await ward();
      const cy = await device(101);
      await letIn(ash, cy, server);
      await level(ash, dee, bo, mal, cy);
      await server.backUp();
      expect(await removeMember(ash.space(), keyOf(mal))).toEqual(done);
      await level(dee);
      expect(await take(loss, ash, dee)).toEqual(done);
      await level(ash, bo);
      await server.restore();
      expect(await rotateKey(cy.space(), true)).toEqual(done);
      // Dee knows of Mal's removal, and says it again by itself.
      await level(cy, dee);
      expect(isMember(dee, mal)).toBe(false);
      expect(await bo.exchange()).toEqual({ ok: false, error: { type: "Forked" } });
      expect(told(bo)).toEqual(["Parted"]);
      await level(ash, bo, cy, ash);
      for (const each of [ash, bo, cy]) {
        expect(each.space().state.log).toEqual(ash.space().state.log);
        expect(roleOf(each, dee)).toBe(loss === "removal" ? undefined : "member");
        expect(isMember(each, mal)).toBe(false);
        expect(told(each)).toEqual(["Restored"]);
      }
    },
  );

  it("hold to a taken role whose answer was lost, and that only a member saw before the server forgot it", async () => {
    const { server, lost, ash, dee, bo, mal } = await ward();
    expect(await changeRole(ash.space(), keyOf(mal), "facilitator")).toEqual(done);
    await level(ash, dee, bo, mal);
    await server.backUp();
    lost.answers = /POST .*\/members$/;
    expect((await changeRole(ash.space(), keyOf(mal), "member")).ok).toBe(false);
    lost.answers = null;
    await level(bo);
    expect([roleOf(bo, mal), roleOf(ash, mal)]).toEqual(["member", "facilitator"]);
    await server.restore();
    expect(await rotateKey(dee.space(), true)).toEqual(done);
    await level(dee, ash, bo, mal, dee);
    for (const each of [ash, dee, bo, mal]) {
      expect(each.space().state.log).toEqual(ash.space().state.log);
      expect(roleOf(each, mal)).toBe("member");
    }
    expect(ash.space().state.pendingEntry).toHaveLength(0);
  });

  it("take a role once: what somebody gave after a taking whose answer was lost stays given", async () => {
    const { lost, ash, dee, bo, mal } = await ward();
    expect(await changeRole(ash.space(), keyOf(mal), "facilitator")).toEqual(done);
    await level(ash, dee, bo, mal);
    lost.answers = /POST .*\/members$/;
    expect((await changeRole(ash.space(), keyOf(mal), "member")).ok).toBe(false);
    lost.answers = null;
    await level(dee);
    expect(roleOf(dee, mal)).toBe("member");
    expect(await changeRole(dee.space(), keyOf(mal), "facilitator")).toEqual(done);
    await level(ash, dee, mal);
    for (const each of [ash, dee, mal]) expect(roleOf(each, mal)).toBe("facilitator");
    expect(ash.space().state.pendingEntry).toHaveLength(0);
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

  it.each([
    ["who saw only the giving comes first", ["dee", "ash"]],
    ["who took it comes first", ["ash", "dee"]],
  ] as const)("bring no role back that was given and taken again: %s", async (_which, order) => {
    const { server, device, ash, dee, bo } = await ward();
    const cy = await device(101);
    await letIn(ash, cy, server);
    await level(ash, dee, bo, cy);
    await server.backUp();
    const given = { type: "role", device: keyOf(bo), role: "facilitator" } as const;
    expect(await changeMembers(ash.space(), async () => given)).toEqual(done);
    await level(dee);
    expect(await changeMembers(ash.space(), async () => ({ ...given, role: "member" }))).toEqual(
      done,
    );
    await server.restore();
    expect(await rotateKey(cy.space(), true)).toEqual(done);
    await level(cy);
    for (const each of order) await level(each === "ash" ? ash : dee);
    await level(cy, bo, ash, dee);
    for (const each of [ash, dee, bo, cy]) {
      expect(roleOf(each, bo)).toBe("member");
      expect(each.space().state.log).toEqual(ash.space().state.log);
    }
    // Given anew, it counts.
    expect(await changeMembers(cy.space(), async () => given)).toEqual(done);
    await level(ash, dee, bo);
    for (const each of [ash, dee, bo]) expect(roleOf(each, bo)).toBe("facilitator");
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

  it("write nothing under a key that somebody removed made there, though it be without them", async () => {
    const { server, ash, dee, bo } = await ward();
    await server.backUp();
    expect(await removeMember(ash.space(), keyOf(dee))).toEqual(done);
    await level(ash, bo);
    await server.restore();
    const made: Uint8Array[] = [];
    const { tools, keys: hers } = dee.space();
    const newEpochKey = (epoch: number) => {
      const key = tools.crypto.newEpochKey(epoch);
      made.push(key.bytes);
      return key;
    };
    const noting = { keys: hers, tools: { ...tools, crypto: { ...tools.crypto, newEpochKey } } };
    const withoutHer = async (members: Membership) => rotation(noting, members, [keyOf(dee)]);
    expect(await changeMembers(dee.space(), withoutHer)).toEqual(done);
    expect(made).toHaveLength(1);
    // Bo cannot make another.
    expect(await bo.exchange()).toEqual({ ok: false, error: { type: "Forked" } });
    expect(told(bo)).toEqual(["Parted"]);
    await level(ash, bo);
    for (const { keys, membership } of [ash.space(), bo.space()]) {
      const inUse = keys.get(membership?.epoch ?? 0)?.key.bytes;
      expect(inUse).toBeDefined();
      expect(made).not.toContainEqual(inUse);
    }
  });

  it("do not follow who leads no more in giving or taking a role, be it one that was once given", async () => {
    const { server, ash, dee, bo, mal } = await ward();
    await server.backUp();
    for (const [device, role] of [
      [mal, "facilitator"],
      [mal, "member"],
      [dee, "member"],
    ] as const)
      expect(await changeRole(ash.space(), keyOf(device), role)).toEqual(done);
    await level(ash, bo);
    await server.restore();
    for (const role of ["member", "facilitator"] as const) {
      const act = { type: "role", device: keyOf(mal), role } as const;
      expect(await changeMembers(dee.space(), async () => act)).toEqual(done);
    }
    for (const each of [ash, bo]) {
      expect(await each.exchange()).toEqual({ ok: false, error: { type: "Forked" } });
      expect([roleOf(each, mal), roleOf(each, dee)]).toEqual(["member", "member"]);
    }
  });

  it("nobody is said to be removed by a device that lacks the key, and could make no other", async () => {
    const { ash, dee } = await ward();
    ash.space().keys.clear();
    expect(await removeMember(ash.space(), keyOf(dee))).toEqual({
      ok: false,
      error: { type: "CannotWrite" },
    });
  });

  it("follow into no key that they are not given", async () => {
    const { server, ash, dee, bo } = await ward();
    await server.backUp();
    expect(await changeRole(ash.space(), keyOf(dee), "member")).toEqual(done);
    await level(ash, bo);
    await server.restore();
    const forNobody = async (members: Membership) => {
      const act = await rotation(dee.space(), members, []);
      if (act?.type !== "rotate") return null;
      const turned = (bytes: Uint8Array) => bytes.map((byte) => byte ^ 1);
      const wraps = act.wraps.map((wrap) => ({ ...wrap, wrapped: turned(wrap.wrapped) }));
      return { ...act, wraps };
    };
    expect(await changeMembers(dee.space(), forNobody)).toEqual(done);
    for (const each of [ash, bo]) {
      expect(await each.exchange()).toEqual({ ok: false, error: { type: "Forked" } });
      expect(told(each)).toEqual(["Parted"]);
      expect(each.space().membership?.epoch).toBe(1);
    }
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

  it("a tab that ends right after it followed the other history finds all that is to be said again", async () => {
    const { server, lost, ash, dee, mal } = await ward();
    await server.backUp();
    expect(await removeMember(ash.space(), keyOf(mal))).toEqual(done);
    await level(ash);
    await ash.write("second", "never-sent", "remark");
    lost.requests = /POST .*\/rows$/;
    expect((await ash.exchange()).ok).toBe(false);
    expect(ash.space().outbox).toHaveLength(1);
    lost.requests = null;
    await server.restore();
    expect(await rotateKey(dee.space(), true)).toEqual(done);
    expect(await agreeOnMembers(ash.space())).toEqual(done);
    await ash.kill();
    const { outbox, known, heads, id } = ash.space();
    expect([outbox.length, known.size]).toEqual([0, 0]);
    expect(heads.own.floor).toBe(heads.own.counter + 1);
    const unsent = await ash.tools().store.unsent(id, 10);
    expect(unsent.ok && unsent.value.map((mark) => mark.id)).toEqual(["first", "second"]);
    await level(ash, dee);
    expect(await dee.text("second")).toBe("never-sent");
  });

  it("who signed as much as may be to follow other histories leaves it to others, and does not say that members parted for good", async () => {
    const { server, ash, dee, bo, mal } = await ward();
    await server.backUp();
    expect(await removeMember(ash.space(), keyOf(mal))).toEqual(done);
    const admitted = ash.space().state.log.length;
    await level(bo);
    const { state } = ash.space();
    const carried = Array.from({ length: 200 }, () => state.log[0] ?? new Uint8Array(0));
    ash.space().state = { ...state, carried };
    await server.restore();
    expect(await rotateKey(dee.space(), true)).toEqual(done);
    expect(await ash.exchange()).toEqual({ ok: false, error: { type: "Forked" } });
    expect(told(ash)).toEqual(["Parted"]);
    expect(ash.space().state.log).toHaveLength(admitted);
  });
});
