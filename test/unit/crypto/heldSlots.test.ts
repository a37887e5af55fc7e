import { base64urlnopad } from "@scure/base";
import { describe, expect, test } from "vitest";
import { makeDeviceSlot, makePasskeySlot } from "#crypto/heldSlot.ts";
import { newJournalKey } from "#crypto/JournalKey.ts";
import { noKeySlots, withoutHeld, withPasskey, withSlot } from "#crypto/KeySlot.ts";
import { openWithDevice, openWithPasskey } from "#crypto/openKeySlots.ts";
import { makeRecoverySlot } from "#crypto/recoverySlot.ts";
import { newRecoveryWords } from "#crypto/recoveryWords.ts";
import { seededRandom } from "./seededRandom.ts";

const random = seededRandom(9);
const secret = () => new Uint8Array(random.bytes(32));
const passkey = (bytes: Uint8Array<ArrayBuffer>) => ({
  credential: base64urlnopad.encode(random.bytes(20)),
  salt: base64urlnopad.encode(random.bytes(32)),
  secret: bytes,
});

describe("slots that nobody types", () => {
  test("[L5] a passkey's secret opens its own slot, among several, and no other", async () => {
    const key = newJournalKey(random);
    const [mine, other] = [secret(), secret()];
    const first = await makePasskeySlot(key, "j", passkey(mine), random);
    const second = await makePasskeySlot(key, "j", passkey(other), random);
    const slots = withPasskey(withPasskey(noKeySlots, first), second);
    expect(await openWithPasskey(slots, "j", first.id, mine)).toEqual({ ok: true, value: key });
    expect(await openWithPasskey(slots, "j", second.id, other)).toEqual({ ok: true, value: key });
    for (const [id, bytes] of [
      [first.id, other],
      [second.id, mine],
      ["none", mine],
    ] as const)
      expect(await openWithPasskey(slots, "j", id, bytes)).toEqual({
        ok: false,
        error: { type: "WrongKey" },
      });
    expect(await openWithPasskey(slots, "other journal", first.id, mine)).toMatchObject({
      ok: false,
    });
  });

  test("[L3] nothing about a passkey or a device slot can be changed or swapped", async () => {
    const key = newJournalKey(random);
    const mine = secret();
    const slot = await makePasskeySlot(key, "j", passkey(mine), random);
    const device = await makeDeviceSlot(key, "j", random);
    const flipped = base64urlnopad.encode(random.bytes(32));
    for (const changed of [
      { ...slot, salt: flipped },
      { ...slot, credential: flipped },
      { ...slot, epoch: 2 },
      { ...slot, id: "renamed" },
      { ...slot, version: 2 },
      { ...slot, kind: "device" },
      { ...slot, wrapped: device.wrapped },
      { ...slot, extra: true },
    ])
      expect(
        await openWithPasskey({ version: 1, slots: [changed] }, "j", changed.id, mine),
      ).toMatchObject({ ok: false });
    for (const changed of [
      { ...device, secret: flipped },
      { ...device, salt: flipped },
      { ...device, epoch: 2 },
      { ...device, id: "renamed" },
      { ...device, wrapped: slot.wrapped },
    ])
      expect(await openWithDevice({ version: 1, slots: [changed] }, "j")).toMatchObject({
        ok: false,
      });
    expect(await openWithDevice({ version: 1, slots: [device] }, "j")).toEqual({
      ok: true,
      value: key,
    });
  });

  test("[L5] [L6] passkeys and the device can be taken out; the recovery code never, nor what is not known here", async () => {
    const key = newJournalKey(random);
    const recovery = await makeRecoverySlot(key, "j", await newRecoveryWords(random), random);
    if (!recovery.ok) throw new Error("no slot");
    const unknown = { version: 9, id: "later", kind: "telepathy" };
    const one = await makePasskeySlot(key, "j", passkey(secret()), random);
    const device = await makeDeviceSlot(key, "j", random);
    let slots = withSlot({ ...noKeySlots, slots: [unknown] }, recovery.value);
    slots = withSlot(withPasskey(slots, one), device);
    expect(withSlot(slots, await makeDeviceSlot(key, "j", random)).slots).toHaveLength(4);
    expect(withoutHeld(slots, () => true).slots).toEqual([unknown, recovery.value]);
    expect(withoutHeld(slots, ({ id }) => id === recovery.value.id).slots).toEqual(slots.slots);
  });
});
