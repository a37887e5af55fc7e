import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeUnsignedRow, joinRow, readRow, rowSigned } from "#wire/RowEnvelope.ts";
import { encodeUnsignedManifest, joinManifest, readManifest } from "#wire/SnapshotManifest.ts";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const epoch = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const heads = fc.array(
  fc.record({ device: bytes(32), counter: fc.maxSafeNat(), hash: bytes(32) }),
  { maxLength: 5 },
);
const row = fc.record({
  space: bytes(16),
  epoch,
  device: bytes(32),
  counter: fc.maxSafeNat(),
  previous: bytes(32),
  seen: heads,
  sealed: fc.uint8Array({ maxLength: 800 }),
});
const manifest = fc.record({
  space: bytes(16),
  logId: bytes(16),
  upTo: fc.maxSafeNat(),
  epoch,
  segments: fc.array(fc.record({ hash: bytes(32), size: fc.nat(1_000_000) }), { maxLength: 5 }),
  heads,
  previous: bytes(32),
  purge: fc.boolean(),
  at: fc.maxSafeNat(),
  by: bytes(32),
});

describe("rows and manifests", () => {
  it("read back as they were written, the signed bytes apart from the signature [U1]", () => {
    fc.assert(
      fc.property(row, bytes(64), (written, signature) => {
        const unsigned = encodeUnsignedRow(written);
        const read = readRow(joinRow(unsigned, signature));
        expect(read).toEqual({ ok: true, value: { ...written, unsigned, signature } });
      }),
    );
    fc.assert(
      fc.property(manifest, bytes(64), (written, signature) => {
        const unsigned = encodeUnsignedManifest(written);
        const read = readManifest(joinManifest(unsigned, signature));
        expect(read).toEqual({ ok: true, value: { ...written, unsigned, signature } });
      }),
    );
  });

  it("are refused, never thrown at, when they are anything else [F2]", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (any) => {
        for (const read of [readRow(any), readManifest(any)]) {
          expect(read.ok || read.error.type === "Malformed").toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("sign the uid with the row, so that a row cannot be put under another", () => {
    fc.assert(
      fc.property(
        bytes(16),
        bytes(16),
        fc.uint8Array({ maxLength: 40 }),
        (one, other, unsigned) => {
          fc.pre(one.join() !== other.join());
          expect(rowSigned(unsigned, one)).not.toEqual(rowSigned(unsigned, other));
        },
      ),
    );
  });
});
