import { err, ok, type Result } from "#base/Result.ts";
import { ageEncryption } from "./backupKey.ts";

/** Why sealed bytes are not a backup that this identity opens. */
export type BackupRefusal = "notAge" | "newer" | "otherKey" | "damaged" | "unreadable";

const firstLine = new TextEncoder().encode("age-encryption.org/v1\n");
const family = "age-encryption.org/";

/** Seals a stream of any length to a recipient (`age1…`) as an age file [B2], 64 KiB at a time. */
export async function sealBackup(
  recipient: string,
  plain: ReadableStream<Uint8Array>,
): Promise<ReadableStream<Uint8Array>> {
  const { Encrypter } = await ageEncryption();
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(plain);
}

/** Whether bytes begin as an age file that this app can read. */
function beginning(start: Uint8Array): BackupRefusal | null {
  if (firstLine.every((byte, at) => start[at] === byte)) return null;
  const text = new TextDecoder().decode(start.subarray(0, firstLine.length));
  // A cut within the first line still begins like one.
  if (start.length < firstLine.length && start.length > 0 && isPrefix(start)) return "damaged";
  return text.startsWith(family) ? "newer" : "notAge";
}

const isPrefix = (start: Uint8Array): boolean => start.every((byte, at) => firstLine[at] === byte);

/** A fault while reading the file is the browser's DOMException; everything else is what the bytes are. */
const refusalOf = (fault: unknown): BackupRefusal => {
  if (fault instanceof DOMException) return "unreadable";
  return fault instanceof Error && /no identity matched/.test(fault.message)
    ? "otherKey"
    : "damaged";
};

const bytesOf = (stream: AsyncIterator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await stream.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await stream.return?.();
    },
  });

/**
 * The plain bytes of an age file, chunk by chunk as each is proved whole [B3]. A refusal ends it and
 * may come after any number of chunks: nothing may be done with them before the end is reached.
 */
export async function* openBackup(
  identity: string,
  sealed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Result<Uint8Array, BackupRefusal>> {
  const source = sealed[Symbol.asyncIterator]();
  try {
    const first = await source.next();
    const start = first.done ? new Uint8Array(0) : first.value;
    const refused = beginning(start);
    if (refused !== null) return yield err(refused);
    const { Decrypter } = await ageEncryption();
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const whole = bytesOf(prefixed(start, source));
    const opened = (await decrypter.decrypt(whole)).getReader();
    try {
      for (;;) {
        const { done, value } = await opened.read();
        if (done) return;
        yield ok(value);
      }
    } finally {
      await opened.cancel().catch(() => undefined);
    }
  } catch (fault) {
    yield err(refusalOf(fault));
  }
}

async function* prefixed(
  start: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield start;
  for (;;) {
    const { done, value } = await rest.next();
    if (done) return;
    yield value;
  }
}
