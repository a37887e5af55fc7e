import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeFrames } from "#wire/decodeFrames.ts";
import { encodeFrames } from "#wire/encodeFrames.ts";
import { type Frame, frameTypes, rowRefusals } from "#wire/Frame.ts";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const some = fc.uint8Array({ maxLength: 600 });
const whole = fc.maxSafeNat();
const id = bytes(16);
const list = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 6 });

const arbitraries: { [Type in Frame["type"]]: fc.Arbitrary<Frame> } = {
  push: fc.record({
    type: fc.constant("push" as const),
    request: whole,
    rows: list(fc.record({ uid: id, body: some })),
  }),
  ack: fc.record({
    type: fc.constant("ack" as const),
    request: whole,
    rows: list(fc.record({ uid: id, seq: whole })),
    head: whole,
  }),
  nack: fc.record({
    type: fc.constant("nack" as const),
    request: whole,
    rows: list(fc.record({ uid: id, reason: fc.constantFrom(...rowRefusals) })),
  }),
  rows: fc.record({
    type: fc.constant("rows" as const),
    space: id,
    logId: id,
    settled: fc.boolean(),
    rows: list(fc.record({ seq: whole, uid: id, body: some })),
  }),
  level: fc.record({
    type: fc.constant("level" as const),
    space: id,
    logId: id,
    head: whole,
    floor: whole,
    membership: whole,
  }),
  hello: fc.record({
    type: fc.constant("hello" as const),
    version: whole,
    spaces: list(fc.record({ space: id, logId: id, cursor: whole })),
  }),
  nudge: fc.record({
    type: fc.constant("nudge" as const),
    space: id,
    head: whole,
    membership: whole,
  }),
  presence: fc.record({ type: fc.constant("presence" as const), space: id, sealed: some }),
  refused: fc.record({
    type: fc.constant("refused" as const),
    code: fc.constantFrom("Malformed", "TooMany"),
    details: fc.string({ unit: "grapheme", maxLength: 20 }),
  }),
  settled: fc.record({
    type: fc.constant("settled" as const),
    space: id,
    logId: id,
    rows: list(fc.record({ uid: id, seq: whole })),
  }),
  members: fc.record({ type: fc.constant("members" as const), space: id, entries: list(some) }),
  letter: fc.record({ type: fc.constant("letter" as const), tokenHash: bytes(32), sealed: some }),
  take: fc.record({ type: fc.constant("take" as const), token: bytes(32), taker: id }),
  answer: fc.record({ type: fc.constant("answer" as const), token: bytes(32), sealed: some }),
  answers: fc.record({
    type: fc.constant("answers" as const),
    answers: list(fc.record({ invitation: id, sealed: some })),
  }),
  voicebox: fc.record({ type: fc.constant("voicebox" as const), box: id, key: some }),
  voices: fc.record({
    type: fc.constant("voices" as const),
    voices: list(fc.record({ number: whole, box: id, sealed: some })),
  }),
  snapshot: fc.record({ type: fc.constant("snapshot" as const), manifest: some }),
  confirmed: fc.record({
    type: fc.constant("confirmed" as const),
    confirmations: list(fc.record({ device: bytes(32), signature: bytes(64) })),
  }),
};
const frames = fc.array(fc.oneof(...Object.values(arbitraries)), { maxLength: 8 });

describe("frames", () => {
  it("read back as they were written [F1]", () => {
    fc.assert(
      fc.property(frames, (written) => {
        expect(decodeFrames(encodeFrames(...written))).toEqual({ ok: true, value: written });
      }),
    );
  });

  it("give a value or Malformed for any bytes at all, and never more than they were given [F2]", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (any) => {
        const read = decodeFrames(any);
        expect(read.ok || read.error.type === "Malformed").toBe(true);
        if (read.ok) expect(read.value.length).toBeLessThanOrEqual(any.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it("cut, lengthened or changed anywhere, are read or refused and nothing else [F2]", () => {
    fc.assert(
      fc.property(frames, fc.nat(), fc.nat(255), (written, at, value) => {
        const good = encodeFrames(...written);
        const changed = Uint8Array.from(good);
        if (changed.length > 0) changed[at % changed.length] = value;
        for (const bad of [changed, good.subarray(0, at % (good.length + 1))]) {
          const read = decodeFrames(bad);
          expect(read.ok || read.error.type === "Malformed").toBe(true);
        }
      }),
    );
  });

  it("claiming more items or bytes than there are is refused at once, whatever the claim [F2]", () => {
    const huge = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f];
    for (const type of Object.values(frameTypes)) {
      const body = [...new Uint8Array(33), ...huge];
      expect(decodeFrames(Uint8Array.from([type, body.length, ...body])).ok).toBe(false);
      expect(decodeFrames(Uint8Array.from([type, ...huge])).ok).toBe(false);
    }
    expect(decodeFrames(Uint8Array.from([1, 0xff, 0xff, 0xff, 0xff])).ok).toBe(false);
    expect(decodeFrames(new Uint8Array(2_000_000).fill(0x80)).ok).toBe(false);
  });

  it("unknown ones of 0x80 and above are skipped, others refuse the whole [F1]", () => {
    const nudge: Frame = { type: "nudge", space: new Uint8Array(16), head: 1, membership: 2 };
    const known = encodeFrames(nudge);
    const later = Uint8Array.from([0x81, 3, 1, 2, 3, ...known, 0xff, 0]);
    expect(decodeFrames(later)).toEqual({ ok: true, value: [nudge] });
    for (const type of [0, 19, 0x7f]) {
      expect(decodeFrames(Uint8Array.from([type, 1, 0, ...known])).ok).toBe(false);
    }
  });

  it("with ids of a wrong length are a bug of the writer", () => {
    const space = new Uint8Array(15);
    expect(() => encodeFrames({ type: "nudge", space, head: 1, membership: 1 })).toThrow();
  });
});
