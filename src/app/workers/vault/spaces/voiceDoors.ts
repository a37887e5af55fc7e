import { base64urlnopad } from "@scure/base";
import { err, ok } from "#base/Result.ts";
import { factsIdOf } from "#core/space/SharedView.ts";
import type { Spaces } from "#core/space/Spaces.ts";
import type { SpaceCrypto } from "#sync/ports/SpaceCrypto.ts";
import { routeStart, type ServerFailure, sendOrder } from "#sync/requests.ts";
import type { RunningSpace } from "#sync/runSpace.ts";
import { stateRow } from "#sync/SpaceContext.ts";
import { idBytes } from "#wire/idText.ts";
import { spaceFailure } from "./failures.ts";
import type { SpaceParts } from "./SpaceParts.ts";
import type { SpaceRecords } from "./spaceRecords.ts";
import { answerToken, sealVoiceItem } from "./voiceItems.ts";

/** What these methods work with. */
export interface DoorParts {
  readonly parts: SpaceParts;
  readonly crypto: SpaceCrypto;
  readonly records: SpaceRecords;
  readonly running: ReadonlyMap<string, RunningSpace>;
}

const noSuchSpace = err({ type: "NoSuchSpace" } as const);
const headers = { "content-type": "application/octet-stream" };

/** The methods of `Spaces` that concern voices and unnamed answers. */
export function createVoiceDoors({
  parts,
  crypto,
  records,
  running,
}: DoorParts): Pick<Spaces, "answer" | "voiceLink"> {
  /** Makes a box known to the server, with its question sealed for those who have the link. */
  const tellOfBox = async (run: RunningSpace, box: string) => {
    const record = await records.find(box);
    const id = idBytes(box, 16);
    if (record?.kind !== "voice-box" || !id.ok) return noSuchSpace;
    const secret = { invitation: id.value, secret: base64urlnopad.decode(record.publicKey) };
    const question = new TextEncoder().encode(record.question);
    const key = await crypto.sealPaper("voice question", secret, question);
    const told = await run.during(async (space) => {
      const { requests } = space;
      if (requests === null) return err({ type: "CannotInvite" } as const);
      const put = await requests.exchange("PUT", `/spaces/${space.id}/voicebox`, {
        type: "voicebox",
        box: id.value,
        key,
      });
      if (!put.ok) return put;
      space.state = { ...space.state, boxes: [...new Set([...space.state.boxes, box])] };
      return space.tools.store.write({ put: [stateRow(space)], drop: [] });
    });
    return told.ok ? ok(record) : err(spaceFailure(told.error));
  };

  return {
    voiceLink: async (space, box) => {
      const run = running.get(space);
      if (run === undefined) return noSuchSpace;
      const told = await tellOfBox(run, box);
      if (!told.ok) return told;
      return ok(`${run.context.state.server ?? ""}/voice#v1.${box}.${told.value.publicKey}`);
    },
    answer: async (space, ask, says) => {
      const run = running.get(space);
      const facts = await records.find(factsIdOf(space));
      const box = facts?.kind === "space-facts" ? facts.answerBox : null;
      if (run === undefined || box === null) return noSuchSpace;
      const { state, membership, me } = run.context;
      if (state.server === null) return err({ type: "Offline" });
      const isFacilitator = membership?.members.get(me)?.role === "facilitator";
      if (isFacilitator && !state.boxes.includes(box)) {
        const told = await tellOfBox(run, box);
        if (!told.ok) return told;
      }
      const record = await records.find(box);
      const id = idBytes(box, 16);
      if (record?.kind !== "voice-box" || !id.ok) return noSuchSpace;
      const token = await answerToken(state.device.seed, ask, crypto.sha256);
      const publicKey = base64urlnopad.decode(record.publicKey);
      const body = await sealVoiceItem(id.value, publicKey, { type: "answer", ask, token, says });
      // Unsigned, without a device's name: the server sees an address and a time, colleagues neither.
      const sent = await sendOrder(parts.transportTo(state.server), {
        method: "POST",
        path: `${routeStart}/voices/${box}`,
        headers,
        body,
      });
      if (sent.ok) run.wake();
      return sent.ok ? ok(null) : err(spaceFailure(sent.error as ServerFailure));
    },
  };
}
