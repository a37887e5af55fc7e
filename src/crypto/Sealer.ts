import type { Random } from "#base/Random.ts";
import { err, ok, type Result } from "#base/Result.ts";
import { encodeFields } from "#wire/encodeFields.ts";
import { deriveCommittedKey } from "./CommittedKey.ts";
import {
  createEnvelope,
  type Envelope,
  type EnvelopeFailure,
  openEnvelope,
  sealEnvelope,
} from "./envelope.ts";
import { assertUsable, type JournalKey } from "./JournalKey.ts";
import { pad, unpad } from "./padding.ts";

/**
 * Sealed bytes that do not open. `newer`: a later version wrote them. `otherEpoch` and `wrongKey`:
 * sealed under another key. `notSealed` and `damaged`: changed since, or standing where something
 * else was sealed.
 */
interface Unreadable {
  readonly type: "Unreadable";
  readonly reason: EnvelopeFailure;
}

/**
 * Seals and opens the rows of one journal. A `kind` says what a row is (`document`, `view`,
 * `version`, `draft`, `derived`, …: any text), `id` which one; sealed bytes open only under the very
 * kind and id, journal and key they were sealed with [S1].
 */
export interface Sealer {
  /** Which of the journal's keys it seals with. */
  readonly epoch: number;
  /** Whether it opens what stands under the key before, too. */
  readonly opensOlder: boolean;
  readonly seal: (
    kind: string,
    id: string,
    plaintext: Uint8Array,
  ) => Promise<Uint8Array<ArrayBuffer>>;
  readonly open: (
    kind: string,
    id: string,
    sealed: Uint8Array,
  ) => Promise<Result<Uint8Array<ArrayBuffer>, Unreadable>>;
  /** The same words sealed anew; null where `sealed` is already under the key that this sealer seals with. */
  readonly renew: (
    kind: string,
    id: string,
    sealed: Uint8Array,
  ) => Promise<Result<Uint8Array<ArrayBuffer> | null, Unreadable>>;
}

const noSalt = new Uint8Array(0);

/**
 * Additional data of rows [A1]. All but the id is the same for every row of a kind, so that part is
 * encoded once: ten thousand rows are opened on the way from unlock to search.
 */
function rowNaming(envelope: Envelope, journalId: string) {
  const starts = new Map<string, Uint8Array>();
  return (kind: string, id: string): Uint8Array<ArrayBuffer> => {
    let start = starts.get(kind);
    if (!start) {
      start = encodeFields([envelope.head, "row", journalId, kind]);
      starts.set(kind, start);
    }
    const end = encodeFields([id]);
    const whole = new Uint8Array(start.length + end.length);
    whole.set(start);
    whole.set(end, start.length);
    return whole;
  };
}

/**
 * A sealer for a journal. Derives its keys once, so that a row costs one AES-GCM call. The key's
 * bytes are not kept: the caller wipes them.
 */
export async function createSealer(
  journalKey: JournalKey,
  journalId: string,
  random: Random,
): Promise<Sealer> {
  assertUsable(journalKey);
  const { epoch, bytes } = journalKey;
  const key = await deriveCommittedKey(bytes, noSalt, "row", [journalId, epoch]);
  const envelope = createEnvelope(key, epoch);
  const naming = rowNaming(envelope, journalId);
  const open: Sealer["open"] = async (kind, id, sealed) => {
    const opened = await openEnvelope(envelope, naming(kind, id), sealed);
    if (!opened.ok) return err({ type: "Unreadable", reason: opened.error });
    const plaintext = unpad(opened.value);
    return plaintext === null ? err({ type: "Unreadable", reason: "damaged" }) : ok(plaintext);
  };
  return {
    epoch,
    opensOlder: false,
    seal: async (kind, id, plaintext) =>
      sealEnvelope(envelope, naming(kind, id), pad(plaintext), random),
    open,
    renew: async (kind, id, sealed) => {
      const opened = await open(kind, id, sealed);
      return opened.ok ? ok(null) : opened;
    },
  };
}

/**
 * Seals with the newer key and opens what stands under either, as long as a journal is being sealed
 * anew [K5]. Only the epoch in the header decides which key is tried.
 */
export function openingBoth(newer: Sealer, older: Sealer): Sealer {
  const isOlders = (opened: Awaited<ReturnType<Sealer["open"]>>) =>
    !opened.ok && opened.error.reason === "otherEpoch";
  return {
    epoch: newer.epoch,
    opensOlder: true,
    seal: newer.seal,
    open: async (kind, id, sealed) => {
      const opened = await newer.open(kind, id, sealed);
      return isOlders(opened) ? older.open(kind, id, sealed) : opened;
    },
    renew: async (kind, id, sealed) => {
      const opened = await newer.open(kind, id, sealed);
      if (opened.ok) return ok(null);
      const before = isOlders(opened) ? await older.open(kind, id, sealed) : opened;
      return before.ok ? ok(await newer.seal(kind, id, before.value)) : before;
    },
  };
}
