import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type JournalKey, newJournalKey, wipe } from "#crypto/JournalKey.ts";
import { headerLength } from "#crypto/SealedHeader.ts";
import { createSealer, type Sealer } from "#crypto/Sealer.ts";
import { seededRandom } from "./seededRandom.ts";
import { openBySpecification, unpadBySpecification } from "./specReader.ts";

const random = seededRandom(1);
const key = newJournalKey(random);
const words = new TextEncoder().encode("The bay was short of two and nobody said so.");
const aSealer = (of: JournalKey = key, journal = "journal-a") => createSealer(of, journal, random);
const reason = async (sealer: Sealer, kind: string, id: string, sealed: Uint8Array) => {
  const opened = await sealer.open(kind, id, sealed);
  return opened.ok ? "opened" : opened.error.reason;
};

/** How many bits of sealed bytes may be flipped without `opens` noticing. */
async function unnoticedFlips(
  sealed: Uint8Array,
  opens: (changed: Uint8Array) => Promise<boolean>,
): Promise<number> {
  let unnoticed = 0;
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const changed = sealed.slice();
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    if (await opens(changed)) unnoticed += 1;
  }
  return unnoticed;
}

/** In how many of the other places than its own a row opens. */
async function misplacements(sealer: Sealer, others: readonly Sealer[]): Promise<number> {
  const sealed = await sealer.seal("view", "entry-1", words);
  const places = [
    [sealer, "document", "entry-1"],
    [sealer, "view", "entry-2"],
    [sealer, "entry-1", "view"],
    [sealer, "viewe", "ntry-1"],
    [sealer, "", "viewentry-1"],
    ...others.map((other) => [other, "view", "entry-1"] as const),
  ] as const;
  const opened = await Promise.all(places.map(([by, kind, id]) => by.open(kind, id, sealed)));
  return opened.filter((result) => result.ok).length;
}

describe("sealer", () => {
  test("[S1] what was sealed opens again, any bytes, kind and id", async () => {
    const sealer = await aSealer();
    const name = fc.string({ unit: "binary", maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(name, name, fc.uint8Array({ maxLength: 6000 }), async (kind, id, bytes) => {
        const sealed = await sealer.seal(kind, id, bytes);
        expect(await sealer.open(kind, id, sealed)).toEqual({ ok: true, value: bytes });
      }),
    );
  });

  test("[S1] a row cannot stand in for another kind, id, journal, key or epoch", async () => {
    const others = await Promise.all([
      aSealer(key, "journal-b"),
      aSealer(newJournalKey(random)),
      aSealer({ ...key, epoch: 2 }),
    ]);
    expect(await misplacements(await aSealer(), others)).toBe(0);
  });

  test("control: a sealer that forgets the names is caught", async () => {
    const sealer = await aSealer();
    const forgetful: Sealer = {
      ...sealer,
      seal: (_kind, _id, bytes) => sealer.seal("", "", bytes),
      open: (_kind, _id, sealed) => sealer.open("", "", sealed),
    };
    expect(await misplacements(forgetful, [])).toBeGreaterThan(0);
  });

  test("[A1] any flipped bit is refused", async () => {
    const sealer = await aSealer();
    const sealed = await sealer.seal("view", "entry-1", words);
    const opens = async (bytes: Uint8Array) => (await sealer.open("view", "entry-1", bytes)).ok;
    expect(await opens(sealed)).toBe(true);
    expect(await unnoticedFlips(sealed, opens)).toBe(0);
  });

  test("control: a check of the header alone is caught", async () => {
    const sealed = await (await aSealer()).seal("view", "entry-1", words);
    const header = String(sealed.slice(0, headerLength));
    const opens = async (bytes: Uint8Array) => String(bytes.slice(0, headerLength)) === header;
    expect(await unnoticedFlips(sealed, opens)).toBe((sealed.length - headerLength) * 8);
  });

  test("[S3] cut, lengthened and foreign bytes are refused and never throw", async () => {
    const sealer = await aSealer();
    const sealed = await sealer.seal("view", "entry-1", words);
    for (let length = 0; length < sealed.length; length += 1) {
      const opened = await sealer.open("view", "entry-1", sealed.slice(0, length));
      expect(opened.ok).toBe(false);
    }
    const longer = Uint8Array.from([...sealed, 0]);
    expect(await reason(sealer, "view", "entry-1", longer)).toBe("damaged");
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect((await sealer.open("view", "entry-1", bytes)).ok).toBe(false);
      }),
    );
  });

  test("[S3] a version or suite of the future is called newer, not damaged", async () => {
    const sealer = await aSealer();
    const sealed = await sealer.seal("view", "entry-1", words);
    expect(await reason(sealer, "view", "entry-1", sealed.with(4, 2))).toBe("newer");
    expect(await reason(sealer, "view", "entry-1", sealed.with(5, 2))).toBe("newer");
    expect(await reason(sealer, "view", "entry-1", sealed.with(0, 0))).toBe("notSealed");
  });

  test("[C2] another key fails at the commitment, another epoch before it", async () => {
    const sealed = await (await aSealer()).seal("view", "entry-1", words);
    const otherKey = await aSealer(newJournalKey(random));
    const otherEpoch = await aSealer({ ...key, epoch: 2 });
    expect(await reason(otherKey, "view", "entry-1", sealed)).toBe("wrongKey");
    expect(await reason(otherEpoch, "view", "entry-1", sealed)).toBe("otherEpoch");
  });

  test("[C1] ciphertext with another key's commitment does not open under either", async () => {
    const [mine, other] = await Promise.all([aSealer(), aSealer(newJournalKey(random))]);
    const sealed = await mine.seal("view", "entry-1", words);
    const theirs = await other.seal("view", "entry-1", words);
    const crossed = sealed.slice();
    crossed.set(theirs.subarray(10, 42), 10);
    expect(await reason(mine, "view", "entry-1", crossed)).toBe("wrongKey");
    expect(await reason(other, "view", "entry-1", crossed)).toBe("damaged");
  });

  test("[S2] the same words never give the same bytes twice, and show nothing but a padded size", async () => {
    const sealer = await aSealer();
    const rows = await Promise.all(
      Array.from({ length: 200 }, () => sealer.seal("view", "entry-1", words)),
    );
    expect(new Set(rows.map((row) => String(row.slice(42, 54)))).size).toBe(rows.length);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([54 + 256 + 16]));
    expect(Buffer.from(rows[0] ?? []).includes(Buffer.from("bay"))).toBe(false);
  });

  test("[S2] a row is readable from the specification alone", async () => {
    const sealed = await (await aSealer()).seal("view", "entry-1", words);
    const naming = ["row", "journal-a", "view", "entry-1"];
    const none = new Uint8Array(0);
    const read = openBySpecification(sealed, key.bytes, none, "row", ["journal-a", 1], naming);
    expect(new Uint8Array(unpadBySpecification(read))).toEqual(words);
    const elsewhere = ["row", "journal-a", "view", "entry-2"];
    expect(() =>
      openBySpecification(sealed, key.bytes, none, "row", ["journal-a", 1], elsewhere),
    ).toThrow();
  });

  test("[K4] a wiped key is refused, and wiping later does not harm the sealer", async () => {
    const own = newJournalKey(random);
    const sealer = await createSealer(own, "journal-a", random);
    wipe(own);
    expect(own.bytes).toEqual(new Uint8Array(32));
    const sealed = await sealer.seal("view", "entry-1", words);
    expect(await sealer.open("view", "entry-1", sealed)).toEqual({ ok: true, value: words });
    await expect(createSealer(own, "journal-a", random)).rejects.toThrow("wiped");
  });

  test("a row of format version 1 still opens", async () => {
    const fixed = seededRandom(20261122);
    const sealer = await createSealer(newJournalKey(fixed), "journal-a", fixed);
    const sealed = Buffer.from(rowOfVersion1, "base64url");
    expect(await sealer.open("view", "entry-1", sealed)).toEqual({ ok: true, value: words });
  });
});

/** Sealed by this code on 22 November 2026; never to be made again. */
const rowOfVersion1 =
  "SGRybQEBAAAAAfflEq0XmfrWM3eAjiV__gpYBuHZE6ZePNlYL9dvvu7JZb_muarQ1ytdmR10SiDMQdRbk6dnqDfOWe68bO69gDMVH8yRBuIUmblawhbQYYgnpvCMntO7H3V8NUz0ZBI1r9JR0l13G23HWG2bySLRWMr4f-T0YKvW3U_GKuFLy3Zm3BSBDKm2pbUejGTFYqukdIOQiRyfXouhvEAOU5cR3loNW1QqiTDWCAaOabwrgiV5rzT2LhEbsMYvIN13L3At1cb7198MUpDBoMyV9wYK0YsdIseqDlKTctDCcxlkbquMN1TdW66WeHQnjO38jbu8CZtYNth7ulmpgWng4LX7fBQ3MkPKkkju3oE4BhmADgLX6CmpmfFhQz1p6TXpZsZyeiQOYIQOnPR8zoEjhSoa6cWFK3t5g78B-PgNXeQ";
