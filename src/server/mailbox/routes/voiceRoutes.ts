import type { Hono } from "hono";
import { limits } from "#wire/limits.ts";
import { memberKeys } from "../memberKeys.ts";
import type { Surroundings } from "../Surroundings.ts";
import { done, refuse } from "./answers.ts";
import { forAnyone, forFacilitator, forMember } from "./doors.ts";
import { idIn, type MailboxEnv, noBody, oneFrame, wholeQuery, withFrame } from "./Visit.ts";

/** Voices of patients, carers and community members, sealed in their browser to a key of the team. */
export function addVoiceRoutes(routes: Hono<MailboxEnv>, around: Surroundings): void {
  const { store, settings, now } = around;
  routes.put(
    "/spaces/:space/voicebox",
    forFacilitator(around, withFrame(limits.voiceKey), async ({ space, body, query }) => {
      const frame = oneFrame(body, "voicebox");
      if (!frame.ok) return frame;
      const { box, key } = frame.value;
      const isForAll = query("for") === "all";
      const kept = await store.putBox(space, box, key, settings.voiceboxes, isForAll);
      if (kept === "taken") return refuse({ type: "Taken" });
      return kept === "kept" ? done : refuse({ type: "Quota", most: settings.voiceboxes });
    }),
  );
  routes.delete(
    "/spaces/:space/voicebox",
    forFacilitator(around, noBody, async (visit) => {
      const box = idIn(visit.query("box"), 16);
      if (!box.ok) return box;
      await store.dropBox(visit.space, box.value);
      return done;
    }),
  );
  routes.get(
    "/voices/:box",
    forAnyone(around, noBody, async (visit) => {
      const box = idIn(visit.param("box"), 16);
      if (!box.ok) return box;
      const key = await store.boxKey(box.value);
      return key ? { ok: true, value: key } : refuse({ type: "NotFound" });
    }),
  );
  routes.post(
    "/voices/:box",
    forAnyone(around, limits.voice, async (visit) => {
      const box = idIn(visit.param("box"), 16);
      if (!box.ok) return box;
      if (visit.body.length === 0) return refuse({ type: "Malformed" });
      const kept = await store.addVoice(box.value, visit.body, now(), settings.waitingVoiceBytes);
      if (kept === "none") return refuse({ type: "NotFound" });
      return kept === "kept" ? done : refuse({ type: "Quota", most: settings.waitingVoiceBytes });
    }),
  );
  routes.get(
    "/spaces/:space/voices",
    forMember(around, noBody, async (visit) => {
      const after = wholeQuery(visit, "after", 0);
      if (!after.ok) return after;
      // Who asks for what comes after a voice has kept everything up to it.
      const members = memberKeys(visit.membership);
      await store.readVoices(visit.space, visit.device, after.value, members);
      const voices = await store.voicesAfter(visit.space, after.value);
      return { ok: true, value: [{ type: "voices", voices }] };
    }),
  );
  routes.delete(
    "/spaces/:space/voices",
    forFacilitator(around, noBody, async (visit) => {
      const through = wholeQuery(visit, "through", 0);
      if (!through.ok) return through;
      await store.dropVoices(visit.space, through.value);
      return done;
    }),
  );
}
