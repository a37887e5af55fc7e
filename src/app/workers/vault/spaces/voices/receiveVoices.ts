import { err, ok } from "#base/Result.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import type { SpaceId } from "#core/space/identifiers.ts";
import { cleanName } from "#core/space/memberNames.ts";
import { factsIdOf } from "#core/space/SharedView.ts";
import type { SpaceStore } from "#sync/ports/SpaceStore.ts";
import { idBytes, idText } from "#wire/idText.ts";
import type { SpaceParts } from "../SpaceParts.ts";
import type { SpaceRecords } from "../spaceRecords.ts";
import { openVoiceItem } from "./voiceItems.ts";
import { sealVoicePage } from "./voicePage.ts";

/** Sent again by somebody, an earlier answer would take the place of what was answered since [W3]. */
const isLater = (record: JournalRecord, there: JournalRecord): boolean =>
  record.kind === "answer" &&
  there.kind === "answer" &&
  record.space === there.space &&
  record.serial >= there.serial;

/** The part of sync's `SpaceStore` that concerns voices: opens and keeps them, and seals pages of boxes. */
export const receiveVoices = (
  records: SpaceRecords,
  { clock, random }: Pick<SpaceParts, "clock" | "random">,
): Pick<SpaceStore, "takeVoices" | "voicePage" | "answerBox"> => ({
  answerBox: async (space) => {
    const facts = await records.find(factsIdOf(space as SpaceId));
    return facts?.kind === "space-facts" ? facts.answerBox : null;
  },
  takeVoices: async (space, voices) => {
    const unopened: (typeof voices)[number][] = [];
    for (const voice of voices) {
      const { box, sealed } = voice;
      const inBox = await records.find(idText(box));
      if (inBox === null) unopened.push(voice);
      if (inBox?.kind !== "voice-box" || inBox.space !== space) continue;
      const record = await openVoiceItem(box, inBox, sealed, clock);
      if (record === null) continue;
      const there = await records.find(record.id);
      // A voice that is here already stays as the team has it.
      if (there !== null && record.kind === "voice") continue;
      // An answer names its own id: it may replace an earlier answer, and nothing else.
      if (there !== null && !isLater(record, there)) continue;
      const isKept = await records.save({ basis: null, next: record });
      if (!isKept.ok) return err({ type: "NotKept", cause: isKept.error });
    }
    return ok(unopened);
  },
  voicePage: async (space, box) => {
    const id = idBytes(box, 16);
    const record = await records.find(box);
    if (!id.ok || record?.kind !== "voice-box" || record.space !== space) return null;
    const facts = await records.find(factsIdOf(space as SpaceId));
    const team = facts?.kind === "space-facts" ? cleanName(facts.name) : "";
    return sealVoicePage(id.value, record, team, random);
  },
});
