import type { JournalId } from "#core/identifiers.ts";
import type { Door } from "#core/journal/Door.ts";
import * as m from "#messages";
import { storageFailureText } from "./unlockFailureText.ts";

/**
 * Why a journal cannot be hidden under `name`, or null: it is blank, or another journal on this
 * device has it, so that the two could not be told apart. `own` is the journal itself, if it exists.
 */
export async function hiddenNameProblem(
  door: Pick<Door, "findHidden">,
  name: string,
  own: JournalId | null,
): Promise<string | null> {
  if (name.trim() === "") return m.common_hidden_name_empty();
  const found = await door.findHidden(name);
  if (found.ok) return found.value === own ? null : m.common_hidden_name_taken();
  return found.error.type === "NoSuchJournal" ? null : storageFailureText(found.error);
}
