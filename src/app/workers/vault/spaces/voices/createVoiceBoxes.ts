import { base64urlnopad } from "@scure/base";
import { err, ok } from "#base/Result.ts";
import type { SharedId, SpaceId } from "#core/space/identifiers.ts";
import { factsIdOf } from "#core/space/SharedView.ts";
import type { VoiceBoxes } from "#core/space/VoiceBoxes.ts";
import { exchangeSpace } from "#sync/exchangeSpace.ts";
import type { RunningSpace } from "#sync/RunningSpace.ts";
import { routeStart, sendOrder } from "#sync/requests.ts";
import { stateRow } from "#sync/SpaceContext.ts";
import { isBoxTold, tellBox, withBoxes } from "#sync/voices.ts";
import { idBytes } from "#wire/idText.ts";
import { done, spaceFailure } from "../failures.ts";
import type { SpaceWork } from "../SpaceWork.ts";
import { newVoiceKeys } from "./newVoiceKeys.ts";
import { answersBy, answerToken, openVoiceItem, sealVoiceItem } from "./voiceItems.ts";
import { voiceLinkText } from "./voiceLink.ts";

const noSuchSpace = err({ type: "NoSuchSpace" } as const);
const headers = { "content-type": "application/octet-stream" };

/** The methods of `Spaces` that concern voices and unnamed answers. */
export function createVoiceBoxes({ parts, tools, records, running }: SpaceWork): VoiceBoxes {
  const boxIn = async (space: SpaceId, box: SharedId) => {
    const record = await records.find(box);
    return record?.kind === "voice-box" && record.space === space ? record : null;
  };
  /** Brings what the server has of a box up to date; what it cannot be told now, it is told later. */
  const publish: VoiceBoxes["publishVoiceBox"] = async (space, box) => {
    const run = running.get(space);
    if (run === undefined || (await boxIn(space, box)) === null) return noSuchSpace;
    const told = await run.during(async (context) => {
      if (context.requests === null) return err({ type: "CannotInvite" } as const);
      // Only a facilitator's device may; theirs learn of it from the record.
      if (context.membership?.members.get(context.me)?.role !== "facilitator") return ok(null);
      // Kept before it is tried: every exchange from now on tries again.
      const boxes = withBoxes(context.state.boxes, [box]);
      if (boxes.length !== context.state.boxes.length) {
        context.state = { ...context.state, boxes: [...boxes] };
        const kept = await context.tools.store.write({ put: [stateRow(context)], drop: [] });
        if (!kept.ok) return kept;
        // The server has to know the space before it takes a box of it.
        const level = await exchangeSpace(context);
        if (!level.ok) return level;
      }
      return tellBox(context, box);
    });
    return done(told);
  };

  /** Which record this device's answer to an ask is: nobody else can tell. */
  const tokenFor = ({ context }: RunningSpace, ask: SharedId) =>
    answerToken(answersBy(context.state), ask, tools.crypto.sha256);

  return {
    publishVoiceBox: publish,
    voiceKeys: () => newVoiceKeys(parts.random),
    ownAnswer: async (space, ask) => {
      const run = running.get(space);
      if (run === undefined) return null;
      const record = await records.find(await tokenFor(run, ask));
      return record?.kind === "answer" && record.ask === ask ? record.says : null;
    },
    voiceLink: async (space, box) => {
      const record = await boxIn(space, box);
      const run = running.get(space);
      if (record === null || run === undefined) return noSuchSpace;
      const told = await publish(space, box);
      // A poster that hangs already is printed again without a server.
      if (!told.ok && !isBoxTold(run.context, box)) return told;
      return ok(voiceLinkText(run.context.state.server ?? "", box, record.publicKey));
    },
    answer: async (space, ask, says) => {
      const run = running.get(space);
      const facts = await records.find(factsIdOf(space));
      const box = facts?.kind === "space-facts" ? facts.answerBox : null;
      if (run === undefined || box === null) return noSuchSpace;
      const { state, membership, me } = run.context;
      if (state.server === null) return err({ type: "Offline" });
      const isFacilitator = membership?.members.get(me)?.role === "facilitator";
      if (isFacilitator && !isBoxTold(run.context, box)) {
        const told = await publish(space, box);
        if (!told.ok) return told;
      }
      const record = await records.find(box);
      const id = idBytes(box, 16);
      if (record?.kind !== "voice-box" || !id.ok) return noSuchSpace;
      const token = await tokenFor(run, ask);
      const publicKey = base64urlnopad.decode(record.publicKey);
      const earlier = await records.find(token);
      const serial = earlier?.kind === "answer" ? earlier.serial + 1 : 1;
      const item = { type: "answer", ask, token, says, serial } as const;
      const body = await sealVoiceItem(id.value, publicKey, item);
      // Unsigned, without a device's name: the server sees an address and a time, colleagues neither.
      const sent = await sendOrder(parts.transportTo(state.server), {
        method: "POST",
        path: `${routeStart}/voices/${box}`,
        headers,
        body,
      });
      if (!sent.ok) {
        const isUnknown = sent.error.type === "Refused" && sent.error.refusal.type === "NotFound";
        return err(isUnknown ? { type: "NoAnswerBox" } : spaceFailure(sent.error));
      }
      // Kept at once, so that the next one is known to come after it; where it is not, it comes from the box.
      const said = await openVoiceItem(id.value, record, body, parts.clock);
      if (said !== null) await records.save({ basis: null, next: said });
      run.wake();
      return ok(null);
    },
  };
}
