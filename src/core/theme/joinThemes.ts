import type { Instant } from "#base/Clock.ts";
import type { Theme } from "./Theme.ts";
import { changing, type ThemeDecision } from "./ThemeDecision.ts";

const earlier = (a: Theme, b: Theme): boolean =>
  a.createdAt !== b.createdAt ? a.createdAt < b.createdAt : a.id < b.id;

/** Of two themes that become one, the one that stays: the one the person named, else the older. */
const stays = (a: Theme, b: Theme): Theme => {
  if ((a.name === "") !== (b.name === "")) return a.name === "" ? b : a;
  return earlier(a, b) ? a : b;
};

/**
 * Two themes become one, whichever way round they are given. The joined one keeps the name (the
 * older name where both have one), all members, and whoever was taken out of either and is in
 * neither; the other is deleted. A join of a theme with itself changes nothing.
 */
export const joinThemes = (a: Theme, b: Theme, at: Instant): ThemeDecision => {
  if (a.id === b.id) return changing([]);
  const kept = stays(a, b);
  const gone = kept === a ? b : a;
  const known = new Set(kept.members.map((member) => member.entry));
  const members = [...kept.members, ...gone.members.filter((member) => !known.has(member.entry))];
  const inside = new Set(members.map((member) => member.entry));
  const takenOut = [...new Set([...kept.takenOut, ...gone.takenOut])];
  return changing(
    [
      {
        ...kept,
        members,
        takenOut: takenOut.filter((entry) => !inside.has(entry)),
        promptAnsweredAt: kept.promptAnsweredAt ?? gone.promptAnsweredAt,
        editedAt: at,
      },
      { ...gone, editedAt: at, deletedAt: at },
    ],
    [kept, gone],
  );
};
