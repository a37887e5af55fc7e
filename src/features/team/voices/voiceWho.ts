import { cleanName } from "#core/space/memberNames.ts";
import type { Voice } from "#core/space/ReceivedRecord.ts";
import * as m from "#messages";

const sources = {
  patient: m.voices_from_patient,
  carer: m.voices_from_carer,
  community: m.voices_from_community,
} as const;

/** Who wrote it, as far as they chose to say. */
export function voiceWho({ name: said, from }: Pick<Voice, "name" | "from">): string {
  const name = cleanName(said);
  const source = from && sources[from]();
  if (name === "") return source ?? m.voices_somebody();
  return source === null ? name : m.voices_who_named({ name, from: source });
}
