import { base64urlnopad } from "@scure/base";
import * as v from "valibot";
import type { Random } from "#base/Random.ts";
import { instantSchema } from "#core/instantSchema.ts";
import type { VoiceBox } from "#core/space/SharedRecord.ts";
import type { VoiceInvitation } from "#core/space/VoiceDoor.ts";
import { openPaper, sealPaper } from "#crypto/space/invitation.ts";
import { sha256 } from "#crypto/space/ownBytes.ts";
import type { SpaceStore } from "#sync/ports/SpaceStore.ts";
import { idText } from "#wire/idText.ts";
import type { VoiceLink } from "./voiceLink.ts";

/** So much of what was said in public is shown; older thanks make room. */
const mostThanks = 10;
/** What a page may be before it is sealed, so that a server takes it (`limits.voiceKey`). */
const mostBytes = 12 * 1024;

const pageSchema = v.object({
  version: v.literal(1),
  team: v.string(),
  question: v.string(),
  thanks: v.array(v.object({ text: v.string(), at: instantSchema })),
});

const bytesOf = (page: v.InferOutput<typeof pageSchema>): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(page));

/** What the page of a box says: as much of the newest thanks as there is room for. */
function pageBytes({ question, thanks }: VoiceBox, team: string): Uint8Array {
  const newest = [...thanks].sort((a, b) => b.at - a.at).slice(0, mostThanks);
  const shown = newest.map(({ text, at }) => ({ text, at }));
  for (;;) {
    const bytes = bytesOf({ version: 1, team, question, thanks: shown });
    if (bytes.length <= mostBytes || shown.length === 0) return bytes;
    shown.pop();
  }
}

/**
 * The page of a box under a key that only its link gives [W2], and a mark that changes with what it
 * says; no page where the box is closed.
 */
export async function sealVoicePage(
  id: Uint8Array,
  box: VoiceBox,
  team: string,
  random: Random,
): Promise<NonNullable<Awaited<ReturnType<SpaceStore["voicePage"]>>>> {
  const isForAll = box.takes === "answers";
  if (!box.isOpen || box.deletedAt !== null) return { page: null, mark: "closed", isForAll };
  const bytes = pageBytes(box, team);
  const secret = { invitation: id, secret: base64urlnopad.decode(box.publicKey) };
  const page = await sealPaper("voice page", secret, bytes, random);
  const mark = idText((await sha256(bytes)).slice(0, 16));
  return { page, mark: isForAll ? `${mark}-all` : mark, isForAll };
}

/** What a page says; null where it was not made for this link. */
export async function openVoicePage(
  link: VoiceLink,
  sealed: Uint8Array,
): Promise<VoiceInvitation | null> {
  const secret = { invitation: link.box, secret: link.publicKey };
  const bytes = await openPaper("voice page", secret, sealed);
  if (bytes === null) return null;
  const parsed = v.safeParse(pageSchema, JSON.parse(new TextDecoder().decode(bytes)));
  if (!parsed.success) return null;
  const { team, question, thanks } = parsed.output;
  return { team, question, thanks };
}
