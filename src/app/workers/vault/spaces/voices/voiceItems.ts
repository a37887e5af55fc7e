import { base64urlnopad } from "@scure/base";
import * as v from "valibot";
import type { Clock } from "#base/Clock.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import type { SharedId, SpaceId } from "#core/space/identifiers.ts";
import { type Answer, type Voice, voiceFromSchema } from "#core/space/ReceivedRecord.ts";
import { answerSays } from "#core/space/SharedRecord.ts";
import { longestVoice, longestVoiceName } from "#core/space/VoiceDoor.ts";
import { pad, unpad } from "#crypto/padding.ts";
import { sha256 } from "#crypto/space/ownBytes.ts";
import { openSealedTo, sealTo } from "#crypto/space/sealTo.ts";
import type { SpaceState } from "#sync/SpaceState.ts";
import { encodeFields } from "#wire/encodeFields.ts";
import { idText } from "#wire/idText.ts";

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));

/** What stands sealed in a voice or an answer. */
const voiceItemSchema = v.variant("type", [
  v.object({
    type: v.literal("voice"),
    text: text(longestVoice),
    name: text(longestVoiceName),
    from: v.nullable(voiceFromSchema),
  }),
  v.object({
    type: v.literal("answer"),
    ask: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
    token: v.pipe(v.string(), v.regex(/^[\w-]{22}$/)),
    says: answerSays,
    serial: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0),
  }),
]);
export type VoiceItem = v.InferOutput<typeof voiceItemSchema>;

const info = (box: Uint8Array) => encodeFields(["headroom voice v1", box]);

/** Seals a voice or an answer to a box [G9]: what comes out says nothing of who wrote it, nor how much. */
export const sealVoiceItem = (
  box: Uint8Array,
  publicKey: Uint8Array,
  item: VoiceItem,
): Promise<Uint8Array> =>
  sealTo(publicKey, info(box), pad(new TextEncoder().encode(JSON.stringify(item))));

/** The record that a sealed item stands for, or null where it is none of this box. */
export async function openVoiceItem(
  box: Uint8Array,
  inBox: Extract<JournalRecord, { kind: "voice-box" }>,
  sealed: Uint8Array,
  clock: Clock,
): Promise<Voice | Answer | null> {
  const opened = await openSealedTo(base64urlnopad.decode(inBox.secretKey), info(box), sealed);
  if (!opened.ok) return null;
  const bytes = unpad(opened.value);
  const item = bytes && readItem(bytes);
  if (item === null) return null;
  const now = clock.now();
  const shared = { space: inBox.space as SpaceId, createdAt: now, editedAt: now, deletedAt: null };
  if (item.type === "voice" && inBox.takes === "voices") {
    const { text, name, from } = item;
    const id = idText((await sha256(sealed)).slice(0, 16)) as SharedId;
    return { kind: "voice", id, ...shared, box: inBox.id, text, name, from, asideAt: null };
  }
  if (item.type === "answer" && inBox.takes === "answers") {
    const { token, ask, says, serial } = item;
    return { kind: "answer", id: token as SharedId, ...shared, ask: ask as SharedId, says, serial };
  }
  return null;
}

function readItem(bytes: Uint8Array): VoiceItem | null {
  try {
    const parsed = v.safeParse(voiceItemSchema, JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** What the tokens of a device's answers in a space are made of: the seed that it first had there. */
export const answersBy = ({
  answersBy: before,
  device,
}: Pick<SpaceState, "answersBy" | "device">): Uint8Array =>
  before.length > 0 ? before : device.seed;

/** The token of a device's answer to an ask: the same each time, and nobody else can tell whose it is. */
export async function answerToken(
  seed: Uint8Array,
  ask: string,
  sha256: (bytes: Uint8Array) => Promise<Uint8Array>,
): Promise<string> {
  const hash = await sha256(encodeFields(["headroom answer token v1", seed, ask]));
  return idText(hash.slice(0, 16));
}
