import * as v from "valibot";
import { newId } from "#base/newId.ts";
import { err, ok } from "#base/Result.ts";
import type { MemberId, SharedId } from "#core/space/identifiers.ts";
import type { ProposalFiles } from "#core/space/ProposalFiles.ts";
import { sharedProposalSchema } from "#core/space/SharedProposal.ts";
import { newRecoveryWords, readRecoveryWords, wordCount } from "#crypto/recoveryWords.ts";
import { fromJsonBytes, toJsonBytes } from "#sync/bytesJson.ts";
import { spaceFile } from "#sync/fileStart.ts";
import type { SpaceWork } from "../SpaceWork.ts";
import { readOurFile } from "./readOurFile.ts";

const idLength = 16;

/** What stands sealed in a proposal file. */
const fileSchema = v.object({ proposal: sharedProposalSchema });

/** The methods of `Spaces` that carry one proposal by file, sealed with words. */
export function createProposalFiles({ tools, records, running }: SpaceWork): ProposalFiles {
  const { crypto, random, clock } = tools;
  const read: ProposalFiles["readProposal"] = async (file, words) => {
    const rest = readOurFile(file, "proposal");
    if (!rest.ok) return rest;
    const entropy = await readRecoveryWords(words);
    if (!entropy.ok) {
      const { count, unknown } = entropy.error;
      const areTwelve = count === wordCount && unknown.length === 0;
      return err(areTwelve ? { type: "WrongWords" } : { type: "NotTwelveWords", count, unknown });
    }
    const name = rest.value.slice(0, idLength);
    const secret = { invitation: name, secret: entropy.value };
    const opened =
      name.length === idLength
        ? await crypto.openPaper("proposal file", secret, rest.value.slice(idLength))
        : null;
    entropy.value.fill(0);
    if (opened === null) return err({ type: "WrongWords" });
    const found = fromJsonBytes(fileSchema, opened);
    return found === null ? err({ type: "Damaged" }) : ok(found.proposal);
  };
  return {
    exportProposal: async (id) => {
      const proposal = await records.find(id);
      if (proposal?.kind !== "shared-proposal") return err({ type: "NoSuchSpace" });
      // As it stands: who worded what before, and what was said about it, stays in the team.
      const asItStands = { ...proposal, hidden: [], rewritings: [] };
      const words = await newRecoveryWords(random);
      const entropy = await readRecoveryWords(words);
      if (!entropy.ok) throw new Error("fresh words do not read");
      const name = random.bytes(idLength);
      const secret = { invitation: name, secret: entropy.value };
      const sealed = await crypto.sealPaper(
        "proposal file",
        secret,
        toJsonBytes({ proposal: asItStands }),
      );
      entropy.value.fill(0);
      return ok({ file: spaceFile("proposal", [name, sealed]), words });
    },
    readProposal: read,
    importProposal: async (file, words, into) => {
      const run = running.get(into);
      if (run?.context.state.phase.type !== "open") return err({ type: "NotMember" });
      const found = await read(file, words);
      if (!found.ok) return found;
      const id = newId(random) as SharedId;
      const by = run.context.me as MemberId;
      const now = clock.now();
      // A copy under this space's name: nothing in it leads back to where it came from.
      const next = {
        ...found.value,
        id,
        space: into,
        by,
        source: null,
        authors: [by],
        voices: [],
        hidden: [],
        rewritings: [],
        excerpts: found.value.excerpts.map((excerpt) => ({ ...excerpt, by })),
        createdAt: now,
        editedAt: now,
        editedBy: by,
        deletedAt: null,
      };
      const saved = await records.save({ basis: null, next });
      return saved.ok ? ok(id) : saved;
    },
  };
}
