import { isShared, type JournalRecord } from "#core/record/JournalRecord.ts";
import { type Claim, claimsOf, someone } from "#core/space/claimsOf.ts";
import type { SharedRecord } from "#core/space/SharedRecord.ts";
import type { SpaceCrypto } from "#sync/ports/SpaceCrypto.ts";
import type { Prover } from "#sync/ports/SpaceStore.ts";
import type { Proofs, Proved } from "#vault/Replica.ts";
import { encodeFields } from "#wire/encodeFields.ts";
import { idBytes } from "#wire/idText.ts";
import { sameBytes } from "#wire/sameBytes.ts";

/** Who wrote what in a space, proved and looked at [A1–A5]. */
export interface Authorship {
  /** Whether everything is proved that the record says of members, and nothing was taken back that cannot be. */
  readonly stands: (now: Proved, before: Proved | null) => Promise<boolean>;
  /** The record as it is shown: without the name of who changed it last, where that is not proved. */
  readonly shown: (now: Proved) => Promise<JournalRecord>;
  /** Whether each update counts, not only what all come to: words that somebody said cannot be said again for them. */
  readonly isStepwise: (record: JournalRecord) => boolean;
  /** Proofs of what the record says of `prover` and that are not there yet. `wrote`: it was written here. */
  readonly prove: (now: Proved, prover: Prover, wrote: boolean) => Promise<Proofs>;
}

const serialLength = 4;
const proofLength = serialLength + 64;
const none = new Uint8Array();

const serialOf = (proof: Uint8Array | undefined): number =>
  proof?.length === proofLength ? new DataView(proof.buffer, proof.byteOffset).getUint32(0) : 0;

/** What a proof signs [A2]. */
const signed = ({ space, id }: SharedRecord, { name, by, says }: Claim, serial: number) =>
  encodeFields([
    "headroom authorship v1",
    ...[space, id, name, by].map((field) => field.toWellFormed()),
    serial,
    ...says.map((field) => field.toWellFormed()),
  ]);

const isSameClaim = (one: Claim, other: Claim): boolean =>
  one.name === other.name &&
  one.by === other.by &&
  one.says.length === other.says.length &&
  one.says.every((field, at) => field === other.says[at]);

/** The claim of who changed a record last, over all that stands in its document [A5]. */
function editOf(record: SharedRecord, { contents }: Proved): Claim | null {
  const { edit } = claimsOf(record);
  return edit && { ...edit, says: contents() };
}

/** Whose a record is never changes, and what was withdrawn stays so [A4]. */
function isTakenOver(now: SharedRecord, before: SharedRecord): boolean {
  if (claimsOf(before).must.length === 0) return false;
  if (now.by !== before.by) return true;
  return (
    now.kind === "shared-proposal" &&
    before.kind === "shared-proposal" &&
    before.withdrawnAt !== null &&
    now.withdrawnAt === null
  );
}

/** `isMember`: whether a device is or was a member of the space. */
export function createAuthorship(
  verify: SpaceCrypto["verify"],
  isMember: (device: string) => boolean,
): Authorship {
  const isProved = async (record: SharedRecord, claim: Claim, proofs: Proofs) => {
    const proof = proofs.get(claim.name);
    const device = idBytes(claim.by, 32);
    if (proof?.length !== proofLength || !device.ok || !isMember(claim.by)) return false;
    const bytes = signed(record, claim, serialOf(proof));
    return verify(device.value, bytes, proof.slice(serialLength));
  };
  return {
    stands: async ({ record, proofs }, before) => {
      if (!isShared(record)) return true;
      const earlier = before !== null && isShared(before.record) ? before.record : null;
      if (earlier !== null && isTakenOver(record, earlier)) return false;
      const { must } = claimsOf(record);
      // Only its own device has this name, whoever brings it.
      if (record.kind === "member-name" && record.id !== (record.by as string)) return false;
      if (must.some(({ name }) => name === "said") && record.editedBy !== record.by) return false;
      const known = earlier === null ? [] : claimsOf(earlier).must;
      const proved = must.map(async (claim) => {
        const proof = proofs.get(claim.name);
        const old = before?.proofs.get(claim.name);
        const isKnown = known.some((one) => isSameClaim(one, claim));
        // What stands here was proved when it came, or was written here and is not sent yet.
        if (isKnown && sameBytes(proof ?? none, old ?? none)) return true;
        // What somebody said before cannot be said again for them.
        if (serialOf(proof) < serialOf(old)) return false;
        return isProved(record, claim, proofs);
      });
      return (await Promise.all(proved)).every(Boolean);
    },
    isStepwise: (record) =>
      isShared(record) && claimsOf(record).must.some(({ name }) => name === "said"),
    shown: async (now) => {
      const { record, proofs } = now;
      if (!isShared(record)) return record;
      const edit = editOf(record, now);
      return edit === null || (await isProved(record, edit, proofs))
        ? record
        : { ...record, editedBy: someone };
    },
    prove: async (now, { me, sign }, wrote) => {
      const made = new Map<string, Uint8Array>();
      const { record, proofs } = now;
      if (!isShared(record)) return made;
      const { must } = claimsOf(record);
      const edit = wrote ? editOf(record, now) : null;
      for (const claim of edit === null ? must : [...must, edit]) {
        if (claim.by !== me || (await isProved(record, claim, proofs))) continue;
        const serial = serialOf(proofs.get(claim.name)) + 1;
        const proof = new Uint8Array(proofLength);
        new DataView(proof.buffer).setUint32(0, serial);
        proof.set(await sign(signed(record, claim, serial)), serialLength);
        made.set(claim.name, proof);
      }
      return made;
    },
  };
}
