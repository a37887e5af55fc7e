/** What stands in every word and name of a fleet, and nowhere else. */
const canary = "Quetzalcoatlus";

/** A word of its own, to be searched for. */
export const wordOf = (count: number, step: number): string => `${canary}-${count}.${step}`;

/** A device's name, which goes to the team with its answer to the invitation. The second's is a facilitator's. */
export const nameOf = (which: number | string): string => `${canary} ${which}`;

/** What a fleet's words and names have in common, where it stands in these bytes: as it is, in hex, base64 or UTF-16; else null. */
export function findCanary(bytes: Uint8Array | string): string | null {
  const read =
    typeof bytes === "string"
      ? Buffer.from(bytes)
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return forms.some((form) => read.includes(form)) ? canary : null;
}

/** Base64 has one of three forms, by where the word begins; its first and last letters depend on what stands beside it. */
const inBase64 = [0, 1, 2].map((before) =>
  Buffer.from("x".repeat(before) + canary)
    .toString("base64")
    .slice(before === 0 ? 0 : 4, -4),
);

const forms = [
  Buffer.from(canary),
  Buffer.from(canary, "utf16le"),
  Buffer.from(Buffer.from(canary).toString("hex")),
  ...inBase64.map((text) => Buffer.from(text)),
];
