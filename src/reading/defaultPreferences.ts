import { instant } from "#base/Clock.ts";
import { type Preferences, preferencesId } from "#core/preferences/Preferences.ts";

/** What holds until a person chooses otherwise: locked after two idle minutes (domain.md section 5), reminders on. */
export const defaultPreferences: Preferences = {
  kind: "preferences",
  id: preferencesId,
  lockMinutes: 2,
  reminders: true,
  createdAt: instant(0),
  editedAt: instant(0),
  deletedAt: null,
};
