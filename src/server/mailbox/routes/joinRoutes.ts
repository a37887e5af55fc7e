import type { Hono } from "hono";
import { limits } from "#wire/limits.ts";
import type { Refusal } from "#wire/Refusal.ts";
import { sha256 } from "../nodeCrypto.ts";
import type { Surroundings } from "../Surroundings.ts";
import { type Answer, done, refuse } from "./answers.ts";
import { forAnyone } from "./doors.ts";
import { idIn, type MailboxEnv, oneFrame, withFrame } from "./Visit.ts";

const refusals = {
  none: { type: "NotFound" },
  used: { type: "Used" },
  expired: { type: "Expired" },
} as const satisfies Record<string, Refusal>;

/** What someone with an invitation may do before they are a member [J2, J3]: unsigned. */
export function addJoinRoutes(routes: Hono<MailboxEnv>, around: Surroundings): void {
  const { store, now } = around;
  routes.post(
    "/invitations/:invitation/take",
    forAnyone(around, withFrame(0), async (visit): Promise<Answer> => {
      const invitation = idIn(visit.param("invitation"), 16);
      const frame = oneFrame(visit.body, "take");
      if (!invitation.ok) return invitation;
      if (!frame.ok) return frame;
      const { token, taker } = frame.value;
      const taken = await store.takeLetter(invitation.value, sha256(token), taker, now());
      return typeof taken === "string"
        ? refuse(refusals[taken])
        : { ok: true, value: taken.sealed };
    }),
  );
  routes.post(
    "/invitations/:invitation/answer",
    forAnyone(around, withFrame(limits.letter), async (visit): Promise<Answer> => {
      const invitation = idIn(visit.param("invitation"), 16);
      const frame = oneFrame(visit.body, "answer");
      if (!invitation.ok) return invitation;
      if (!frame.ok) return frame;
      const { token, sealed } = frame.value;
      const kept = await store.answer(invitation.value, sha256(token), sealed, now());
      return kept === "kept" ? done : refuse(refusals[kept]);
    }),
  );
}
