import * as v from "valibot";
import { err, ok } from "#base/Result.ts";
import type { MemberId, SharedId } from "#core/space/identifiers.ts";
import type { ProposalFiles } from "#core/space/ProposalFiles.ts";
import { type SharedProposal, sharedProposalSchema } from "#core/space/SharedProposal.ts";
import { newRecoveryWords, readRecoveryWords, wordCount } from "#crypto/recoveryWords.ts";
import { fromJsonBytes, toJsonBytes } from "#sync/bytesJson.ts";
import { spaceFile } from "#sync/fileStart.ts";
import { tellingId, tellsOf } from "#sync/tellingId.ts";
import { idBytes, idText } from "#wire/idText.ts";
import type { SpaceWork } from "../SpaceWork.ts";
import { nameLength, readOurFile } from "./readOurFile.ts";

const idLength = 16;

/** What stands sealed in a proposal file. */
const fileSchema = v.object({ proposal: sharedProposalSchema });

/** What a copy's id is made from [B5]. */
const bytesOf = (id: SharedId) => new TextEncoder().encode(id);

/** The methods of `Spaces` that carry one proposal by file, sealed with words. */
export function createProposalFiles({ parts, tools, records, running }: SpaceWork): ProposalFiles {
  const { crypto, random, clock } = tools;
  /** Of a proposal, what stands in the teams of this journal that go on. */
  const standingOf = async (original: SharedProposal): Promise<readonly SharedProposal[]> => {
    const found: SharedProposal[] = [];
    for (const { context } of running.values()) {
      if (context.state.phase.type !== "open") continue;
      const all = await parts.opened.carrying.recordsOf(context.id);
      for (const record of all.ok ? all.value : []) {
        if (record.kind !== "shared-proposal" || record.withdrawnAt !== null) continue;
        const id = idBytes(record.id, idLength);
        const isCopy =
          id.ok && (await tellsOf("headroom copy of", bytesOf(original.id), id.value, crypto));
        if (isCopy || record.id === original.id) found.push(record);
      }
    }
    return found;
  };
  return {
    exportProposal: async (proposal) => {
      if ((await records.find(proposal.id)) === null) return err({ type: "NoSuchSpace" });
      // As it stands: who worded what before, and what was said about it, stays in the team.
      const asItStands = { ...proposal, hidden: [], rewritings: [] };
      const words = await newRecoveryWords(random);
      const entropy = await readRecoveryWords(words);
      if (!entropy.ok) throw new Error("fresh words do not read");
      const name = random.bytes(nameLength);
      const secret = { invitation: name, secret: entropy.value };
      const sealed = await crypto.sealPaper(
        "proposal file",
        secret,
        toJsonBytes({ proposal: asItStands }),
      );
      entropy.value.fill(0);
      return ok({ file: spaceFile("proposal", [name, sealed]), words });
    },
    readProposal: async (file, words) => {
      const rest = readOurFile(file, "proposal");
      if (!rest.ok) return rest;
      const entropy = await readRecoveryWords(words);
      if (!entropy.ok) {
        const { count, unknown } = entropy.error;
        const areTwelve = count === wordCount && unknown.length === 0;
        return err(areTwelve ? { type: "WrongWords" } : { type: "NotTwelveWords", count, unknown });
      }
      const name = rest.value.slice(0, nameLength);
      const secret = { invitation: name, secret: entropy.value };
      const opened = await crypto.openPaper("proposal file", secret, rest.value.slice(nameLength));
      entropy.value.fill(0);
      if (opened === null) return err({ type: "WrongWords" });
      const found = fromJsonBytes(fileSchema, opened);
      if (found === null) return err({ type: "Damaged" });
      return ok({ proposal: found.proposal, here: await standingOf(found.proposal) });
    },
    importProposal: async (proposal, into) => {
      const run = running.get(into);
      if (run?.context.state.phase.type !== "open") return err({ type: "NotMember" });
      // Nobody finds by it where it came from; whoever brings the file in again finds it is here.
      const fresh = await tellingId(
        "headroom copy of",
        bytesOf(proposal.id),
        random.bytes(idLength),
        crypto,
      );
      const id = idText(fresh) as SharedId;
      const by = run.context.me as MemberId;
      const now = clock.now();
      const next = {
        ...proposal,
        id,
        space: into,
        by,
        source: null,
        authors: [by],
        voices: [],
        hidden: [],
        rewritings: [],
        excerpts: proposal.excerpts.map((excerpt) => ({ ...excerpt, by })),
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
