import { err, ok, type Result } from "#base/Result.ts";
import type { VoiceDoor, VoiceFailure } from "#core/space/VoiceDoor.ts";
import { openPaper } from "#crypto/space/invitation.ts";
import type { Transport } from "#sync/ports/Transport.ts";
import { routeStart, type ServerFailure, sendOrder } from "#sync/requests.ts";
import { idBytes } from "#wire/idText.ts";
import { sealVoiceItem } from "./voiceItems.ts";

/** The most that is taken of a voice, in characters. */
const longest = 20_000;
const headers = { "content-type": "application/octet-stream" };

interface VoiceLink {
  readonly origin: string;
  readonly box: Uint8Array;
  readonly name: string;
  readonly publicKey: Uint8Array;
}

/** Reads `/voice#v1.<box>.<public key>`. */
function readVoiceLink(link: string): VoiceLink | null {
  if (!URL.canParse(link)) return null;
  const { origin, hash } = new URL(link);
  const [version, name = "", key = "", ...more] = hash.slice(1).split(".");
  const box = idBytes(name, 16);
  const publicKey = idBytes(key, 32);
  if (version !== "v1" || more.length > 0 || !box.ok || !publicKey.ok) return null;
  return { origin, box: box.value, name, publicKey: publicKey.value };
}

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
  const ask = async (
    link: VoiceLink,
    method: string,
    body: Uint8Array,
  ): Promise<Result<Uint8Array, VoiceFailure>> => {
    const path = `${routeStart}/voices/${link.name}`;
    const answered = await sendOrder(transportTo(link.origin), { method, path, headers, body });
    return answered.ok ? answered : err(voiceFailure(answered.error));
  };
  return {
    open: async (address) => {
      const link = readVoiceLink(address);
      if (link === null) return err({ type: "NotAVoiceLink" });
      const key = await ask(link, "GET", new Uint8Array());
      if (!key.ok) return key;
      const secret = { invitation: link.box, secret: link.publicKey };
      const question = await openPaper("voice question", secret, key.value);
      // Sealed under what only the link says: a server that puts another question here is found out.
      return question === null
        ? err({ type: "NotAVoiceLink" })
        : ok({ question: new TextDecoder().decode(question) });
    },
    send: async (address, { text, name }) => {
      const link = readVoiceLink(address);
      if (link === null) return err({ type: "NotAVoiceLink" });
      if (text.length > longest || name.length > 200) return err({ type: "TooLong" });
      const item = { type: "voice", text: text.toWellFormed(), name: name.toWellFormed() } as const;
      const sealed = await sealVoiceItem(link.box, link.publicKey, item);
      const sent = await ask(link, "POST", sealed);
      return sent.ok ? ok(null) : sent;
    },
  };
}
