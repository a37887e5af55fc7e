import * as v from "valibot";
import { newId } from "#base/newId.ts";
import { err, ok } from "#base/Result.ts";
import type { MemberId, SharedId, SpaceId } from "#core/space/identifiers.ts";
import { sharedProposalSchema } from "#core/space/SharedProposal.ts";
import type { Spaces } from "#core/space/Spaces.ts";
import { newRecoveryWords, readRecoveryWords } from "#crypto/recoveryWords.ts";
import { fromJsonBytes, toJsonBytes } from "#sync/bytesJson.ts";
import { packSpace, readSpaceFile, takeSpaceFile } from "#sync/spaceFile.ts";
import { idText } from "#wire/idText.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { spaceFailure, storageFailureIn } from "./failures.ts";
import type { DoorParts } from "./voiceDoors.ts";

const magic = new TextEncoder().encode("HdrmProp");
const version = 1;
const idLength = 16;
const noSuchSpace = err({ type: "NoSuchSpace" } as const);

/** What stands sealed in a proposal file. */
const fileSchema = v.object({ proposal: sharedProposalSchema });

/** The methods of `Spaces` that go by file instead of by server. */
export function createSpaceFiles({
  parts,
  crypto,
  records,
  running,
}: DoorParts): Pick<Spaces, "exportSpace" | "exportProposal" | "importSpace" | "importProposal"> {
  const { random, clock } = parts;
  return {
    exportSpace: async (id) => {
      const run = running.get(id);
      if (run === undefined) return noSuchSpace;
      const packed = await run.during(packSpace);
      return packed.ok ? packed : err(spaceFailure(packed.error));
    },
    importSpace: async (file) => {
      const read = readSpaceFile(file);
      if (!read.ok) return err({ type: read.error === "newer" ? "NewerFile" : "NotASpaceFile" });
      const id = idText(read.value.space) as SpaceId;
      const run = running.get(id);
      if (run === undefined) return err({ type: "NotMember" });
      const taken = await run.during((space) => takeSpaceFile(space, read.value));
      if (taken.ok) return ok({ space: id, changed: taken.value });
      return err(
        taken.error.type === "NotKept" ? storageFailureIn(taken.error) : { type: "Damaged" },
      );
    },
    exportProposal: async (id) => {
      const proposal = await records.find(id);
      if (proposal?.kind !== "shared-proposal") return noSuchSpace;
      const words = await newRecoveryWords(random);
      const entropy = await readRecoveryWords(words);
      if (!entropy.ok) throw new Error("fresh words do not read");
      const name = random.bytes(idLength);
      const secret = { invitation: name, secret: entropy.value };
      const sealed = await crypto.sealPaper("proposal file", secret, toJsonBytes({ proposal }));
      entropy.value.fill(0);
      const file = new Uint8Array([...magic, version, ...name, ...sealed]);
      return ok({ file, words });
    },
    importProposal: async (file, words, into) => {
      const start = magic.length + 1;
      if (!sameBytes(file.subarray(0, magic.length), magic)) return err({ type: "NotASpaceFile" });
      if ((file[magic.length] ?? 0) > version) return err({ type: "NewerFile" });
      const run = running.get(into);
      if (run === undefined) return err({ type: "NotMember" });
      const entropy = await readRecoveryWords(words);
      if (!entropy.ok) return err({ type: "WrongWords" });
      const name = file.slice(start, start + idLength);
      const secret = { invitation: name, secret: entropy.value };
      const opened = await crypto.openPaper("proposal file", secret, file.slice(start + idLength));
      entropy.value.fill(0);
      if (opened === null) return err({ type: "WrongWords" });
      const read = fromJsonBytes(fileSchema, opened);
      if (read === null) return err({ type: "Damaged" });
      const id = newId(random) as SharedId;
      const by = run.context.me as MemberId;
      const now = clock.now();
      // A copy under this space's name: nothing in it leads back to where it came from.
      const next = {
        ...read.proposal,
        id,
        space: into,
        by,
        source: null,
        authors: [by],
        voices: [],
        excerpts: read.proposal.excerpts.map((excerpt) => ({ ...excerpt, by })),
        createdAt: now,
        editedAt: now,
        editedBy: by,
        deletedAt: null,
      };
      const saved = await records.save({ basis: null, next });
      return saved ? ok(id) : err({ type: "StorageRefused", name: "NotKept" });
    },
  };
}
