import type { Hono } from "hono";
import { limits } from "#wire/limits.ts";
import type { Surroundings } from "../Surroundings.ts";
import { done, refuse } from "./answers.ts";
import { forFacilitator } from "./doors.ts";
import { idIn, type MailboxEnv, noBody, oneFrame, withFrame } from "./Visit.ts";

/** What facilitators do with invitations: leave a letter, take it back, read the answers [J2, J3]. */
export function addInvitationRoutes(routes: Hono<MailboxEnv>, around: Surroundings): void {
  const { store } = around;
  routes.get(
    "/spaces/:space/answers",
    forFacilitator(around, noBody, async ({ space }) => ({
      ok: true,
      value: [{ type: "answers", answers: await store.answers(space) }],
    })),
  );
  routes.put(
    "/spaces/:space/invitations/:invitation",
    forFacilitator(around, withFrame(limits.letter), async (visit) => {
      const invitation = idIn(visit.param("invitation"), 16);
      const frame = oneFrame(visit.body, "letter");
      if (!invitation.ok) return invitation;
      if (!frame.ok) return frame;
      const { openInvitations, invitationMilliseconds } = around.settings;
      const { tokenHash, sealed } = frame.value;
      const until = around.now() + invitationMilliseconds;
      const result = await store.leaveLetter(
        { space: visit.space, invitation: invitation.value, tokenHash, sealed, until },
        openInvitations,
      );
      if (result === "taken") return refuse({ type: "Taken" });
      return result === "kept" ? done : refuse({ type: "Quota", most: openInvitations });
    }),
  );
  routes.delete(
    "/spaces/:space/invitations/:invitation",
    forFacilitator(around, noBody, async (visit) => {
      const invitation = idIn(visit.param("invitation"), 16);
      if (!invitation.ok) return invitation;
      await store.takeBack(visit.space, invitation.value);
      return done;
    }),
  );
}
