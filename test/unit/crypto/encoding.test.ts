import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pad, paddedLength, unpad } from "#crypto/padding.ts";
import { encodeFields, type Field } from "#wire/encodeFields.ts";

const kinds = (fields: readonly Field[]) =>
  fields.map((field) => (field instanceof Uint8Array ? [...field] : field));
const text = fc.string({ unit: "grapheme", maxLength: 6 });

describe("fields", () => {
  test("[E1] no two lists of texts encode alike, whatever their borders", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), fc.array(text, { maxLength: 4 }), (a, b) => {
        const same = String(encodeFields(a)) === String(encodeFields(b));
        expect(same).toBe(JSON.stringify(kinds(a)) === JSON.stringify(kinds(b)));
      }),
    );
  });

  test("[E1] moving the border between two fields changes the encoding", () => {
    expect(encodeFields(["ab", "c"])).not.toEqual(encodeFields(["a", "bc"]));
    expect(encodeFields(["a", ""])).not.toEqual(encodeFields(["a"]));
  });

  test("control: joining texts without lengths does confuse them", () => {
    expect(["ab", "c"].join("")).toEqual(["a", "bc"].join(""));
  });

  test("[E1] lone surrogates and numbers out of range are refused", () => {
    expect(() => encodeFields(["\ud800"])).toThrow(RangeError);
    for (const number of [-1, 2 ** 32, 0.5, Number.NaN]) {
      expect(() => encodeFields([number])).toThrow(RangeError);
    }
  });
});

describe("padding", () => {
  const lengths = fc.oneof(
    fc.nat(5000),
    fc.nat(0x7ffffffd),
    fc
      .integer({ min: 5, max: 30 })
      .chain((power) => fc.integer({ min: -3, max: 3 }).map((near) => 2 ** power + near)),
  );

  test("[P1] up to 4,096 the length is a multiple of 256 and grows by at most 256", () => {
    for (let length = 0; length < 4096; length += 1) {
      const padded = paddedLength(length);
      expect(padded % 256).toBe(0);
      expect(padded - length).toBeGreaterThanOrEqual(1);
      expect(padded - length).toBeLessThanOrEqual(256);
    }
  });

  test("[P1] beyond, it is never shorter, never more than 12 % longer, and never shrinks", () => {
    fc.assert(
      fc.property(lengths, (length) => {
        const padded = paddedLength(length);
        expect(padded).toBeGreaterThan(length);
        if (length >= 4096) expect(padded / (length + 1)).toBeLessThanOrEqual(1.12);
        expect(paddedLength(length + 1)).toBeGreaterThanOrEqual(padded);
      }),
    );
  });

  test("[P1] PADMÉ gives the lengths worked out by hand from its paper", () => {
    // 4097: e = 12, s = 4, step 256. 100,000: e = 16, s = 5, step 2048. 1,000,000: e = 19, step 16384.
    expect([4096, 99_999, 999_999].map(paddedLength)).toEqual([4352, 100_352, 1_015_808]);
  });

  test("[P1] all sizes up to a megabyte fall on few lengths", () => {
    const seen = new Set<number>();
    for (let length = 4096; length < 1_000_000; length += 97) seen.add(paddedLength(length));
    expect(seen.size).toBeLessThan(200);
  });

  test("[P2] what was padded comes back, trailing zeros and markers included", () => {
    const ends = fc.constantFrom([], [0], [0x80], [0x80, 0, 0], [0, 0x80]);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 9000 }), ends, (start, end) => {
        const bytes = Uint8Array.from([...start, ...end]);
        expect(unpad(pad(bytes))).toEqual(bytes);
      }),
    );
  });

  test("[P3] anything but the exact padding is refused", () => {
    const padded = pad(Uint8Array.of(1, 2, 3));
    expect(unpad(new Uint8Array(0))).toBeNull();
    expect(unpad(new Uint8Array(256))).toBeNull();
    expect(unpad(padded.slice(0, 255))).toBeNull();
    expect(unpad(Uint8Array.from([...padded, ...new Uint8Array(256)]))).toBeNull();
    expect(unpad(padded.with(255, 1))).toBeNull();
    expect(unpad(padded.with(3, 0x81))).toBeNull();
    expect(unpad(padded)).toEqual(Uint8Array.of(1, 2, 3));
  });
});
