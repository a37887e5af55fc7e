import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { appendMembership, foldMembership } from "#wire/appendMembership.ts";
import { idText } from "#wire/idText.ts";
import type { Membership } from "#wire/Membership.ts";
import { type MembershipAct, readMembershipEntry } from "#wire/MembershipEntry.ts";
import { admit, appended, begin, entry, keysOf, rotate, someBytes } from "./membershipLog.ts";
import { newDevice, nodeCrypto, type TestDevice } from "./nodeCrypto.ts";

const [ann, ben, cay] = [newDevice(), newDevice(), newDevice()];

async function team(): Promise<Membership> {
  const alone = await appended(null, ann, begin(ann));
  return appended(alone, ann, admit(ben));
}

async function refusal(before: Membership | null, by: TestDevice, act: MembershipAct) {
  const result = await appendMembership(before, await entry(before, by, act), nodeCrypto);
  return result.ok ? "allowed" : result.error.type;
}

describe("the membership log", () => {
  it("begins with its founder as facilitator, under an id nobody else can begin [D2]", async () => {
    const first = await entry(null, ann, begin(ann));
    const space = await foldMembership(null, [first], nodeCrypto);
    if (!space.ok || !space.value) throw new Error("refused");
    const hash = await nodeCrypto.sha256(first);
    expect(space.value.space).toEqual(hash.slice(0, 16));
    expect([...space.value.members.keys()]).toEqual([idText(ann.id)]);
    expect(await refusal(null, ben, begin(ann))).toBe("NotMember");
    expect(await refusal(null, ben, { type: "leave" })).toBe("NotNext");
  });

  it("lets only a facilitator admit, change roles, rotate and close [M2]", async () => {
    const before = await team();
    const acts: MembershipAct[] = [
      admit(cay),
      { type: "role", device: ben.id, role: "facilitator" },
      rotate(before, []),
      { type: "close" },
    ];
    for (const act of acts) {
      expect(await refusal(before, ben, act)).toBe("NotFacilitator");
      expect(await refusal(before, cay, act)).toBe("NotMember");
      expect(await refusal(before, ann, act)).toBe("allowed");
    }
  });

  it("refuses a number that does not follow, another chain, and a signature of another", async () => {
    const before = await team();
    const late = await entry(before, ann, admit(cay), { number: 2 });
    expect(await appendMembership(before, late, nodeCrypto)).toEqual({
      ok: false,
      error: { type: "NotNext", number: 2 },
    });
    const other = await entry(before, ann, admit(cay), { previous: someBytes(32) });
    expect(await appendMembership(before, other, nodeCrypto)).toMatchObject({
      error: { type: "OtherChain" },
    });
    const forged: TestDevice = { id: ann.id, sign: ben.sign };
    expect(await refusal(before, forged, admit(cay))).toBe("BadSignature");
  });

  it("uses an invitation once and never takes a device back under its old keys", async () => {
    const before = await team();
    const first = admit(cay);
    const joined = await appended(before, ann, first);
    expect(await refusal(joined, ann, first)).toBe("DeviceKnown");
    const again = { ...first, keys: keysOf(newDevice()) };
    expect(await refusal(joined, ann, again)).toBe("InvitationUsed");
    const removed = await appended(joined, ann, rotate(joined, [cay]));
    expect(await refusal(removed, ann, admit(cay))).toBe("DeviceKnown");
  });

  it("takes a removed device out of the next epoch and says in which it could write", async () => {
    const before = await appended(await team(), ann, admit(cay));
    const removed = await appended(before, ann, rotate(before, [cay]));
    expect(removed.epoch).toBe(2);
    expect(removed.members.has(idText(cay.id))).toBe(false);
    expect(removed.former.get(idText(cay.id))).toMatchObject({ firstEpoch: 1, lastEpoch: 1 });
    expect(await refusal(removed, cay, { type: "leave" })).toBe("NotMember");
    const late = await appended(removed, ann, admit(newDevice()));
    expect([...late.members.values()].map(({ firstEpoch }) => firstEpoch)).toEqual([1, 1, 2]);
  });

  it("says once, by a facilitator, which row was the last of who is out of every key [M6]", async () => {
    const before = await appended(await team(), ann, admit(cay));
    const last = (device: TestDevice, counter = 7): MembershipAct => ({
      type: "last",
      rows: [{ device: device.id, counter, hash: someBytes(32) }],
    });
    expect(await refusal(before, ann, last(cay))).toBe("NoSuchDevice");
    const left = await appended(before, cay, { type: "leave" });
    // Who left has the present key still.
    expect(await refusal(left, ann, last(cay))).toBe("NoSuchDevice");
    const removed = await appended(left, ann, rotate(left, []));
    expect(await refusal(removed, ben, last(cay))).toBe("NotFacilitator");
    expect(await refusal(removed, ann, last(ben))).toBe("NoSuchDevice");
    expect(await refusal(removed, ann, last(newDevice()))).toBe("NoSuchDevice");
    expect(await refusal(removed, ann, { type: "last", rows: [] })).toBe("NoSuchDevice");
    const act = last(cay);
    const twice = act.type === "last" ? { ...act, rows: [...act.rows, ...act.rows] } : act;
    expect(await refusal(removed, ann, twice)).toBe("NoSuchDevice");
    const said = await appended(removed, ann, act);
    expect(said.former.get(idText(cay.id))?.lastRow).toMatchObject({ counter: 7 });
    expect(await refusal(said, ann, last(cay, 9))).toBe("NoSuchDevice");
  });

  it("rotates once from each epoch, with a wrap for everyone who stays and nobody else", async () => {
    const before = await team();
    const good = rotate(before, []);
    expect(await refusal(before, ann, { ...good, from: 2, to: 3 })).toBe("WrongEpoch");
    expect(await refusal(before, ann, { ...good, to: 3 })).toBe("WrongEpoch");
    expect(await refusal(before, ann, { ...good, wraps: good.wraps.slice(1) })).toBe("WrongWraps");
    const stranger = { device: cay.id, wrapped: someBytes(80) };
    expect(await refusal(before, ann, { ...good, wraps: [...good.wraps, stranger] })).toBe(
      "WrongWraps",
    );
    expect(await refusal(before, ann, { ...good, removed: [cay.id] })).toBe("NoSuchDevice");
    const rotated = await appended(before, ann, good);
    expect(await refusal(rotated, ann, good)).toBe("WrongEpoch");
  });

  it("always has a facilitator, until it is closed, and nothing follows that", async () => {
    const before = await team();
    expect(await refusal(before, ann, { type: "leave" })).toBe("NoFacilitatorLeft");
    const demoted: MembershipAct = { type: "role", device: ann.id, role: "member" };
    expect(await refusal(before, ann, demoted)).toBe("NoFacilitatorLeft");
    expect(await refusal(before, ann, rotate(before, [ann]))).toBe("NoFacilitatorLeft");
    const two = await appended(before, ann, { type: "role", device: ben.id, role: "facilitator" });
    expect(await refusal(two, ann, { type: "leave" })).toBe("allowed");
    const closed = await appended(before, ann, { type: "close" });
    expect(await refusal(closed, ann, admit(cay))).toBe("Closed");
  });

  it("never begins twice", async () => {
    expect(await refusal(await team(), ann, begin(ann))).not.toBe("allowed");
  });

  it("gives a value or Malformed for any bytes, and refuses every changed byte", async () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const read = readMembershipEntry(bytes);
        expect(read.ok || read.error.type === "Malformed").toBe(true);
      }),
      { numRuns: 1_000 },
    );
    const before = await team();
    const good = await entry(before, ann, rotate(before, []));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(good.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const bad = Uint8Array.from(good);
          bad[at] = (bad[at] ?? 0) ^ by;
          expect((await appendMembership(before, bad, nodeCrypto)).ok).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });
});
