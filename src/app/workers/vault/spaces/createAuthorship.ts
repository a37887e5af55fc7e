import { isShared, type JournalRecord } from "#core/record/JournalRecord.ts";
import { type Claim, type Claims, claimsOf, someone } from "#core/space/claimsOf.ts";
import type { SharedRecord } from "#core/space/SharedRecord.ts";
import type { SpaceCrypto } from "#sync/ports/SpaceCrypto.ts";
import type { Prover } from "#sync/ports/SpaceStore.ts";
import type { Proofs, Proved } from "#vault/Replica.ts";
import { idBytes } from "#wire/idText.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import {
  isNewerProof,
  proofBytes,
  proofSigned,
  readProof,
  serialOf,
  wholeOf,
} from "./claimProof.ts";

/** Who wrote what in a space, proved and looked at [A1–A5]. */
export interface Authorship {
  /** Whether everything is proved that the record says of members, and nothing was taken back that cannot be. */
  readonly stands: (now: Proved, before: Proved | null) => Promise<boolean>;
  /** The record as it is shown: without the name of who changed it last, where that is not proved. */
  readonly shown: (now: Proved) => Promise<JournalRecord>;
  /** Whether each update counts, not only what all come to: words that somebody said cannot be said again for them. */
  readonly isStepwise: (record: JournalRecord) => boolean;
  /** Whether a proof stands beside the record that is longer than any this version knows. */
  readonly isNewer: (now: Proved) => boolean;
  /** Proofs of what the record says of `prover` and that are not there yet. `wrote`: it was written here. */
  readonly prove: (now: Proved, prover: Prover, wrote: boolean) => Promise<Proofs>;
}

/** No bytes: no proof, or one that is of its claim alone. */
const nothing = new Uint8Array();

type Edit = NonNullable<Claims["edit"]>;

const isSameClaim = (one: Claim, other: Claim): boolean =>
  one.name === other.name &&
  one.by === other.by &&
  one.says.length === other.says.length &&
  one.says.every((field, at) => field === other.says[at]);

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
  { verify, sha256 }: Pick<SpaceCrypto, "verify" | "sha256">,
  isMember: (device: string) => boolean,
): Authorship {
  const check = async (record: SharedRecord, claim: Claim, proofs: Proofs) => {
    const proof = readProof(proofs.get(claim.name));
    const device = idBytes(claim.by, 32);
    if (proof === null || !device.ok || !isMember(claim.by)) return false;
    return verify(device.value, proofSigned(record, claim, proof), proof.signature);
  };
  /** A proof that must be there is asked for twice: whether the record stands, and who changed it last. */
  const checked = new WeakMap<Proved, Map<string, Promise<boolean>>>();
  const isProved = (now: Proved, record: SharedRecord, claim: Claim): Promise<boolean> => {
    const answers = checked.get(now) ?? new Map<string, Promise<boolean>>();
    checked.set(now, answers);
    const answer = answers.get(claim.name) ?? check(record, claim, now.proofs);
    answers.set(claim.name, answer);
    return answer;
  };
  /** Whether it is proved who changed a record last, over all that stands in its document [A5]. */
  const isEditProved = async (now: Proved, record: SharedRecord, { within, ...edit }: Edit) => {
    const says = now.contents();
    const whole = readProof(now.proofs.get(within.name))?.whole ?? nothing;
    const isWithin =
      edit.by === within.by && whole.length > 0 && sameBytes(whole, await wholeOf(says, sha256));
    return isProved(now, record, isWithin ? within : { ...edit, says });
  };
  return {
    stands: async (now, before) => {
      const { record, proofs } = now;
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
        if (isKnown && sameBytes(proof ?? nothing, old ?? nothing)) return true;
        // What somebody said before cannot be said again for them.
        if (serialOf(proof) < serialOf(old)) return false;
        return isProved(now, record, claim);
      });
      return (await Promise.all(proved)).every(Boolean);
    },
    isStepwise: (record) =>
      isShared(record) && claimsOf(record).must.some(({ name }) => name === "said"),
    isNewer: ({ proofs }) => [...proofs.values()].some(isNewerProof),
    shown: async (now) => {
      const { record } = now;
      if (!isShared(record)) return record;
      const { edit } = claimsOf(record);
      return edit === null || (await isEditProved(now, record, edit))
        ? record
        : { ...record, editedBy: someone };
    },
    prove: async (now, { me, sign }, wrote) => {
      const made = new Map<string, Uint8Array>();
      const { record, proofs, contents } = now;
      if (!isShared(record)) return made;
      const put = async (claim: Claim, whole: Uint8Array) => {
        const proof = { serial: serialOf(proofs.get(claim.name)) + 1, whole };
        const signature = await sign(proofSigned(record, claim, proof));
        made.set(claim.name, proofBytes({ ...proof, signature }));
      };
      const { must, edit } = claimsOf(record);
      const own = wrote && edit?.by === me ? edit : null;
      for (const claim of must) {
        if (claim.by !== me || (await isProved(now, record, claim))) continue;
        // Who begins a record says both at once: one signature is made, sent and checked, not two.
        const isBegun = claim.name === own?.within.name;
        await put(claim, isBegun ? await wholeOf(contents(), sha256) : nothing);
      }
      if (own === null || made.has(own.within.name)) return made;
      if (!(await isEditProved(now, record, own))) await put({ ...own, says: contents() }, nothing);
      return made;
    },
  };
}
