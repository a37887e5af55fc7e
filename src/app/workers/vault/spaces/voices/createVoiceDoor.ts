import { err, ok, type Result } from "#base/Result.ts";
import {
  longestVoice,
  longestVoiceName,
  type VoiceDoor,
  type VoiceFailure,
  type WrittenVoice,
} from "#core/space/VoiceDoor.ts";
import type { Transport } from "#sync/ports/Transport.ts";
import { routeStart, type ServerFailure, sendOrder } from "#sync/requests.ts";
import { limits } from "#wire/limits.ts";
import { sealVoiceItem } from "./voiceItems.ts";
import { readVoiceLink, type VoiceLink } from "./voiceLink.ts";
import { openVoicePage } from "./voicePage.ts";

const headers = { "content-type": "application/octet-stream" };

function voiceFailure(failure: ServerFailure): VoiceFailure {
  if (failure.type !== "Refused") return { type: "Offline" };
  switch (failure.refusal.type) {
    case "NotFound":
    case "Gone":
      return { type: "BoxGone" };
    case "TooBig":
      return { type: "TooLong" };
    case "TooMany":
    case "Quota":
      return { type: "TooMany" };
    default:
      return { type: "Offline" };
  }
}

/** The door over a way to servers. */
export function createVoiceDoor(transportTo: (origin: string) => Transport): VoiceDoor {
  /** What was sealed last and not acknowledged: sent again as it is, so that it counts once. */
  let waiting: { readonly of: string; readonly sealed: Uint8Array } | null = null;

  const ask = async (
    link: VoiceLink,
    method: string,
    body: Uint8Array,
  ): Promise<Result<Uint8Array, VoiceFailure>> => {
    const path = `${routeStart}/voices/${link.name}`;
    const answered = await sendOrder(transportTo(link.origin), { method, path, headers, body });
    return answered.ok ? answered : err(voiceFailure(answered.error));
  };
  const seal = async (
    link: VoiceLink,
    { text, name, from }: WrittenVoice,
  ): Promise<Result<Uint8Array, VoiceFailure>> => {
    const of = JSON.stringify([link.name, text, name, from]);
    if (waiting?.of === of) return ok(waiting.sealed);
    try {
      const item = { type: "voice", text: text.toWellFormed(), name: name.toWellFormed(), from };
      const sealed = await sealVoiceItem(link.box, link.publicKey, { ...item, type: "voice" });
      waiting = { of, sealed };
      return ok(sealed);
    } catch {
      // Only a browser without X25519 gets here: a link's key is 32 bytes, and any 32 bytes are a key.
      return err({ type: "CannotSeal" });
    }
  };
  return {
    open: async (address) => {
      const link = readVoiceLink(address);
      if (!link.ok) return link;
      const sealed = await ask(link.value, "GET", new Uint8Array());
      if (!sealed.ok) return sealed;
      // Told before anything is written, not after.
      const probe = await seal(link.value, { text: "", name: "", from: null });
      waiting = null;
      if (!probe.ok) return probe;
      // Sealed under what only the link says: a server that puts another page here is found out.
      const page = await openVoicePage(link.value, sealed.value);
      return page === null ? err({ type: "NotAVoiceLink" }) : ok(page);
    },
    send: async (address, voice) => {
      const link = readVoiceLink(address);
      if (!link.ok) return link;
      if (voice.text.length > longestVoice || voice.name.length > longestVoiceName)
        return err({ type: "TooLong" });
      const sealed = await seal(link.value, voice);
      if (!sealed.ok) return sealed;
      if (sealed.value.length > limits.voice) return err({ type: "TooLong" });
      const sent = await ask(link.value, "POST", sealed.value);
      if (!sent.ok) return sent;
      waiting = null;
      return ok(null);
    },
  };
}
