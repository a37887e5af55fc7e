import { createDecipheriv, hkdfSync } from "node:crypto";

// Written from src/crypto/SPEC.md with node:crypto alone and nothing of src, so that the words of the
// specification, not only our own code, are enough to read a journal.

/** `lp` of [E1]. */
export function lp(...fields: readonly (string | number | Uint8Array)[]): Buffer {
  return Buffer.concat(
    fields.flatMap((field) => {
      let bytes: Buffer;
      if (typeof field === "number") {
        bytes = Buffer.alloc(4);
        bytes.writeUInt32BE(field);
      } else bytes = typeof field === "string" ? Buffer.from(field, "utf8") : Buffer.from(field);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );
}

/** Opens sealed bytes by [K2] [S2] [A1] [C1]; throws where they do not open. */
export function openBySpecification(
  sealed: Uint8Array,
  secret: Uint8Array,
  salt: Uint8Array,
  purpose: string,
  context: readonly (string | number)[],
  naming: readonly (string | number | Uint8Array)[],
): Buffer {
  const bytes = Buffer.from(sealed);
  const derive = (use: string) =>
    Buffer.from(
      hkdfSync("sha256", secret, salt, lp("headroom v1", `${purpose} ${use}`, ...context), 32),
    );
  if (bytes.toString("latin1", 0, 4) !== "Hdrm") throw new Error("magic");
  if (bytes[4] !== 1 || bytes[5] !== 1) throw new Error("version or suite");
  if (!bytes.subarray(10, 42).equals(derive("commitment"))) throw new Error("commitment");
  const decipher = createDecipheriv("aes-256-gcm", derive("key"), bytes.subarray(42, 54));
  decipher.setAAD(lp(bytes.subarray(0, 42), ...naming));
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(54, -16)), decipher.final()]);
}

/** Takes off the padding of [P2]. */
export function unpadBySpecification(padded: Buffer): Buffer {
  return padded.subarray(0, padded.lastIndexOf(0x80));
}
