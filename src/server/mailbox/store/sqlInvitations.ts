import { sameBytes } from "#wire/sameBytes.ts";
import type { InvitationStore } from "./InvitationStore.ts";
import {
  blob,
  optionalBlob,
  type SqlDatabase,
  type SqlRow,
  type SqlRun,
  whole,
} from "./SqlDatabase.ts";

/** Invitations, in statements that both databases run. */
export function sqlInvitations({ run, transaction, forUpdate }: SqlDatabase): InvitationStore {
  /** The row of an invitation whose token is right and whose time is not over, locked. */
  async function open(
    run: SqlRun,
    invitation: Uint8Array,
    tokenHash: Uint8Array,
    now: number,
  ): Promise<SqlRow | "none" | "expired"> {
    const [row] = await run(
      `select token_hash, letter, taker, answer, until from invitations
       where invitation = $1${forUpdate}`,
      invitation,
    );
    if (!row || !sameBytes(blob(row, "token_hash"), tokenHash)) return "none";
    return whole(row, "until") < now ? "expired" : row;
  }

  return {
    leaveLetter: ({ space, invitation, tokenHash, sealed, until }, mostOpen) =>
      transaction(async (run) => {
        const [there] = await run(
          "select space, token_hash, letter from invitations where invitation = $1",
          invitation,
        );
        if (there) {
          const isSame =
            sameBytes(blob(there, "space"), space) &&
            sameBytes(blob(there, "token_hash"), tokenHash) &&
            sameBytes(blob(there, "letter"), sealed);
          return isSame ? "kept" : "taken";
        }
        const open = await run("select invitation from invitations where space = $1", space);
        if (open.length >= mostOpen) return "tooMany";
        await run(
          `insert into invitations (invitation, space, token_hash, letter, until)
           values ($1, $2, $3, $4, $5)`,
          invitation,
          space,
          tokenHash,
          sealed,
          until,
        );
        return "kept";
      }),

    takeBack: async (space, invitation) => {
      await run("delete from invitations where space = $1 and invitation = $2", space, invitation);
    },

    takeLetter: (invitation, tokenHash, taker, now) =>
      transaction(async (run) => {
        const row = await open(run, invitation, tokenHash, now);
        if (typeof row === "string") return row;
        const before = optionalBlob(row, "taker");
        if (before && !sameBytes(before, taker)) return "used";
        await run("update invitations set taker = $2 where invitation = $1", invitation, taker);
        return { sealed: blob(row, "letter") };
      }),

    answer: (invitation, tokenHash, sealed, now) =>
      transaction(async (run) => {
        const row = await open(run, invitation, tokenHash, now);
        if (typeof row === "string") return row;
        const before = optionalBlob(row, "answer");
        if (before) return sameBytes(before, sealed) ? "kept" : "used";
        await run("update invitations set answer = $2 where invitation = $1", invitation, sealed);
        return "kept";
      }),

    answers: async (space) => {
      const rows = await run(
        `select invitation, answer from invitations
         where space = $1 and answer is not null order by invitation`,
        space,
      );
      return rows.map((row) => ({
        invitation: blob(row, "invitation"),
        sealed: blob(row, "answer"),
      }));
    },
  };
}
