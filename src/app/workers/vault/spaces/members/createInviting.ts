import { ok } from "#base/Result.ts";
import type { Inviting, OpenInvitation } from "#core/space/Inviting.ts";
import type { InvitationId } from "#core/space/identifiers.ts";
import { cleanName } from "#core/space/memberNames.ts";
import { admit, openAnswer, wordsFor } from "#sync/admit.ts";
import { exchangeSpace } from "#sync/exchangeSpace.ts";
import { invite, withdrawInvitation } from "#sync/invitations.ts";
import { idBytes, idText } from "#wire/idText.ts";
import { done } from "../failures.ts";
import type { SpaceWork } from "../SpaceWork.ts";

const bytes16 = (id: string): Uint8Array => {
  const bytes = idBytes(id, 16);
  return bytes.ok ? bytes.value : new Uint8Array(16);
};

/** The methods of `Spaces` that invite into a space and let in. */
export function createInviting({ parts, records, running }: SpaceWork): Inviting {
  return {
    invite: (id, role) =>
      running.within(id, async (run) => {
        const name = await records.nameOf(id);
        const made = done(
          await run.during(async (space) => {
            // The server has to know the space before it takes a letter for it.
            const level = await exchangeSpace(space);
            return level.ok ? invite(space, role, name) : level;
          }),
        );
        if (!made.ok) return made;
        const { invitation, fragment, words, expiresAt } = made.value;
        return ok({
          id: invitation as InvitationId,
          link: `${run.context.state.server ?? ""}/join#${fragment}`,
          words,
          expiresAt: expiresAt as OpenInvitation["expiresAt"],
        });
      }),
    invitations: async (id) => {
      const run = running.get(id);
      if (run === undefined) return [];
      const open: OpenInvitation[] = [];
      for (const kept of run.context.state.invitations) {
        const answer = await openAnswer(run.context, kept);
        if (answer === null && kept.expiresAt <= parts.clock.now()) continue;
        open.push({
          id: idText(kept.invitation) as InvitationId,
          role: kept.role,
          expiresAt: kept.expiresAt as OpenInvitation["expiresAt"],
          answer: answer && {
            name: cleanName(answer.name),
            words: await wordsFor(run.context, answer),
          },
        });
      }
      return open;
    },
    withdrawInvitation: (id, invitation) =>
      running.within(id, async (run) =>
        done(await run.during((space) => withdrawInvitation(space, bytes16(invitation)))),
      ),
    admit: (id, invitation) =>
      running.within(id, async (run) =>
        done(await run.during((space) => admit(space, bytes16(invitation)))),
      ),
  };
}
