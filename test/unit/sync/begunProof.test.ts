import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAuthorship } from "#app/workers/vault/spaces/createAuthorship.ts";
import { createSpaceCrypto } from "#app/workers/vault/spaces/createSpaceCrypto.ts";
import { someone } from "#core/space/claimsOf.ts";
import type { MemberId } from "#core/space/identifiers.ts";
import { createReplica } from "#replica/createReplica.ts";
import { idText } from "#wire/idText.ts";
import { seededRandom } from "../replica/seededRandom.ts";
import { value } from "../vault/openTestJournal.ts";

const random = seededRandom(62);
const replica = createReplica(random);
const crypto = createSpaceCrypto(random);
const authorship = createAuthorship(crypto, () => true);

/** A proposal as who began it sent it first. */
const begun = new Uint8Array(
  Buffer.from(
    readFileSync(new URL("fixtures/begunProposal.txt", import.meta.url), "utf8"),
    "base64",
  ),
);

const provedIn = (state: Uint8Array, proofs = replica.proofs(state)) => ({
  record: value(replica.read(state)),
  proofs,
  contents: () => replica.contents(state),
});
const proposal = (state: Uint8Array) => {
  const record = value(replica.read(state));
  if (record.kind !== "shared-proposal") throw new Error("a proposal");
  return record;
};
const editor = async (now: ReturnType<typeof provedIn>) => {
  const record = await authorship.shown(now);
  return record.kind === "shared-proposal" ? record.editedBy : null;
};
const stands = (now: ReturnType<typeof provedIn>) => authorship.stands(now, null);
const madeIn = (proofs: ReadonlyMap<string, Uint8Array>) => proofs.get("made") ?? new Uint8Array();

describe("the one proof of who made a proposal and changed it last [A2, A5]", () => {
  it("says both, in one signature, as long as the proposal says what it said then", async () => {
    const proofs = replica.proofs(begun);
    expect([...proofs].map(([name, { length }]) => [name, length])).toEqual([["made", 84]]);
    expect(await stands(provedIn(begun))).toBe(true);
    expect(await editor(provedIn(begun))).toBe(proposal(begun).by);
  });

  it("still says who made it, and no more who changed it last, once somebody else did", async () => {
    const device = await crypto.newDevice();
    const me = idText(device.keys.signing) as MemberId;
    const slipped = value(replica.revise(begun, { ...proposal(begun), idea: "Cancel it." }));
    expect(await editor(provedIn(slipped))).toBe(someone);
    const changed = value(
      replica.revise(begun, { ...proposal(begun), idea: "Ring the bell.", editedBy: me }),
    );
    const prover = { me, sign: crypto.signer(device) };
    const proved = replica.withProofs(
      changed,
      await authorship.prove(provedIn(changed), prover, true),
    );
    expect(await stands(provedIn(proved))).toBe(true);
    expect(await editor(provedIn(proved))).toBe(me);
  });

  it("a change of who began it is proved beside it, and what was sent again says nothing of it", async () => {
    const device = await crypto.newDevice();
    const me = idText(device.keys.signing) as MemberId;
    const prover = { me, sign: crypto.signer(device) };
    const first = replica.begin({
      ...proposal(begun),
      by: me,
      editedBy: me,
      authors: [me],
    });
    // Sent again without having been written here: nobody is said to have changed it.
    const again = await authorship.prove(provedIn(first), prover, false);
    expect(madeIn(again)).toHaveLength(68);
    expect(await editor(provedIn(first, again))).toBe(someone);
    const proved = replica.withProofs(first, await authorship.prove(provedIn(first), prover, true));
    expect(await editor(provedIn(proved))).toBe(me);
    const next = value(replica.revise(proved, { ...proposal(proved), stage: "adopted" }));
    expect(await editor(provedIn(next))).toBe(someone);
    const made = await authorship.prove(provedIn(next), prover, true);
    expect([...made.keys()]).toEqual([`edit/${me}`]);
    expect(await editor(provedIn(replica.withProofs(next, made)))).toBe(me);
    expect(await authorship.prove(provedIn(proved), prover, true)).toEqual(new Map());
  });

  it("proves nothing where any bit of it is another, or it is cut", async () => {
    const proof = madeIn(replica.proofs(begun));
    await fc.assert(
      fc.asyncProperty(fc.nat(proof.length * 8 - 1), async (bit) => {
        const spoilt = Uint8Array.from(proof);
        spoilt[bit >> 3] = (spoilt[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const now = provedIn(begun, new Map([["made", spoilt]]));
        expect(await stands(now)).toBe(false);
        expect(await editor(now)).toBe(someone);
      }),
    );
    for (const length of [0, 4, 68, 83]) {
      const now = provedIn(begun, new Map([["made", proof.slice(0, length)]]));
      expect([await stands(now), await editor(now)]).toEqual([false, someone]);
    }
  });

  it("cannot be given the hash of what somebody else wrote", async () => {
    const changed = value(replica.revise(begun, { ...proposal(begun), idea: "Cancel it." }));
    const device = await crypto.newDevice();
    const me = idText(device.keys.signing) as MemberId;
    const forged = replica.begin({ ...proposal(changed), by: me, editedBy: me, authors: [me] });
    const other = await authorship.prove(
      provedIn(forged),
      { me, sign: crypto.signer(device) },
      true,
    );
    const mixed = Uint8Array.from([
      ...madeIn(replica.proofs(begun)).slice(0, 68),
      ...madeIn(other).slice(68),
    ]);
    for (const made of [mixed, madeIn(other)]) {
      const now = provedIn(changed, new Map([["made", made]]));
      expect([await stands(now), await editor(now)]).toEqual([false, someone]);
    }
  });
});
