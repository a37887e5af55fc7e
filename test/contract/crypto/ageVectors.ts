import * as vectors from "cctv-age";
import { decompressSync } from "fflate";
import { openBackup } from "#crypto/backupFile.ts";

/** A vector of C2SP's CCTV for age: which file, opened by which identity, must give what. */
export interface AgeVector {
  readonly name: string;
  /** `success`, or why it must be refused. */
  readonly expected: string;
  /** SHA-256 of what is in it, in hexadecimal. */
  readonly payload: string | undefined;
  readonly identities: readonly string[];
  readonly file: Uint8Array;
}

/** Bytes as text, one character each. */
const textOf = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");

/** A head of `name: value` lines, an empty line, an age file. */
function parse(name: string, bytes: Uint8Array): AgeVector & { readonly isOther: boolean } {
  const end = bytes.findIndex((byte, at) => byte === 10 && bytes[at + 1] === 10);
  const head = textOf(bytes.subarray(0, end));
  const named = (key: string) =>
    [...head.matchAll(new RegExp(`^${key}: (.*)$`, "gm"))].map((match) => match[1] ?? "");
  const body = bytes.slice(end + 2);
  return {
    name,
    expected: named("expect")[0] ?? "",
    payload: named("payload")[0],
    identities: named("identity"),
    isOther: named("armored").length > 0 || named("passphrase").length > 0,
    file: named("compressed").length > 0 ? decompressSync(body) : body,
  };
}

/** The vectors for backups, which have one recipient and are not armoured: those of passphrases and armour are not for them. */
export const ageVectors: readonly AgeVector[] = Object.entries<Uint8Array>({ ...vectors })
  // Its types say one object, its code says one export a vector.
  .map(([name, bytes]) => parse(name, bytes))
  .filter(({ identities, isOther }) => identities.length === 1 && !isOther);

async function digestOf(parts: readonly Uint8Array[]): Promise<string> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Opens a vector's file as a backup is opened, and says whether it went as the vector says. */
export async function ageAgrees({
  expected,
  payload,
  identities,
  file,
}: AgeVector): Promise<boolean> {
  const slices = async function* () {
    for (let at = 0; at < file.length; at += 1000) yield file.slice(at, at + 1000);
  };
  const opened: Uint8Array[] = [];
  for await (const chunk of openBackup(identities[0] ?? "", slices())) {
    if (!chunk.ok) return expected !== "success";
    opened.push(chunk.value);
  }
  return expected === "success" && (await digestOf(opened)) === payload;
}
