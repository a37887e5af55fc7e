import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { createAuthorship } from "#app/workers/vault/spaces/createAuthorship.ts";
import { createSpaceCrypto } from "#app/workers/vault/spaces/createSpaceCrypto.ts";
import { someone } from "#core/space/claimsOf.ts";
import type { MemberId } from "#core/space/identifiers.ts";
import { createReplica } from "#replica/createReplica.ts";
import { idText } from "#wire/idText.ts";
import { seededRandom } from "../replica/seededRandom.ts";
import { value } from "../vault/openTestJournal.ts";

const random = seededRandom(61);
const replica = createReplica(random);
const crypto = createSpaceCrypto(random);
const authorship = createAuthorship(crypto, () => true);

const signed = new Uint8Array(
  Buffer.from(
    readFileSync(new URL("fixtures/signedProposal.txt", import.meta.url), "utf8"),
    "base64",
  ),
);

const provedIn = (state: Uint8Array) => ({
  record: value(replica.read(state)),
  proofs: replica.proofs(state),
  contents: () => replica.contents(state),
});
const editor = async (state: Uint8Array) => {
  const record = await authorship.shown(provedIn(state));
  return record.kind === "shared-proposal" ? record.editedBy : null;
};

/** The state after something was written into places that this version knows nothing of. */
function withLater(state: Uint8Array, write: (document: Y.Doc) => void): Uint8Array {
  const document = new Y.Doc();
  Y.applyUpdate(document, state);
  write(document);
  return Y.encodeStateAsUpdate(document);
}

describe("the proof of who changed a proposal last [A5]", () => {
  it("holds whatever this version came to know since it was made", async () => {
    const record = value(replica.read(signed));
    expect(record).toMatchObject({ kind: "shared-proposal", stage: "developing" });
    expect(await editor(signed)).toBe("by" in record && record.by);
  });

  it("does not hold where a word, a choice or a rewriting was changed after it", async () => {
    const record = value(replica.read(signed));
    if (record.kind !== "shared-proposal") throw new Error("a proposal");
    const changes = [
      { ...record, idea: "Cancel it." },
      { ...record, stage: "adopted" as const },
      { ...record, rewritings: record.rewritings.map((one) => ({ ...one, now: "Cancel it." })) },
    ];
    for (const next of changes)
      expect(await editor(value(replica.revise(signed, next)))).toBe(someone);
  });

  it("covers what a later version wrote into fields unknown here, and breaks only when that is changed", async () => {
    const device = await crypto.newDevice();
    const me = idText(device.keys.signing) as MemberId;
    const record = value(replica.read(signed));
    if (record.kind !== "shared-proposal") throw new Error("a proposal");
    const later = withLater(
      value(replica.revise(signed, { ...record, editedBy: me, title: "Later" })),
      (document) => {
        document.getMap("v").set("risk", { level: "low", of: [1, 2n, null] });
        document.getText("t/outlook").insert(0, "Fewer falls.");
      },
    );
    expect(await editor(later)).toBe(someone);
    const prover = { me, sign: crypto.signer(device) };
    const made = await authorship.prove(provedIn(later), prover, true);
    const proved = replica.withProofs(later, made);
    expect(await editor(proved)).toBe(me);
    const spoilt = withLater(proved, (document) => document.getText("t/outlook").insert(0, "No "));
    expect(await editor(spoilt)).toBe(someone);
    const higher = withLater(proved, (document) => document.getMap("v").set("risk", "high"));
    expect(await editor(higher)).toBe(someone);
  });

  it("a document that holds what no record can is read without harm", async () => {
    const odd = withLater(signed, (document) => {
      document.getMap("v").set("nested", new Y.Map());
      document.getMap("v").set("bytes", new Uint8Array(3));
      document.getMap("t/no words").set("a", 1);
    });
    expect(await editor(odd)).toBe(someone);
  });
});
