import type { Instant } from "#base/Clock.ts";
import type { EntryId } from "#core/identifiers.ts";
import type { Judgement, Theme } from "./Theme.ts";
import type { ThemeDecision } from "./ThemeDecision.ts";

/** `next` was made of `before`; takes just that step back from `now`, and leaves what came since. */
const stepBack = (before: Theme, next: Theme, now: Theme, at: Instant): Theme => {
  const had = new Set(before.members.map((member) => member.entry));
  const got = new Set(next.members.map((member) => member.entry));
  const added = new Set([...got].filter((entry) => !had.has(entry)));
  const kept = now.members.filter((member) => !added.has(member.entry));
  const there = new Set(kept.map((member) => member.entry));
  const back = before.members.filter(({ entry }) => !got.has(entry) && !there.has(entry));
  const members = [...kept, ...back];
  const inside = new Set(members.map((member) => member.entry));
  const outAdded = new Set(next.takenOut.filter((entry) => !before.takenOut.includes(entry)));
  const outGone = before.takenOut.filter((entry) => !next.takenOut.includes(entry));
  const takenOut = new Set<EntryId>([
    ...now.takenOut.filter((entry) => !outAdded.has(entry)),
    ...outGone,
  ]);
  const was = <Key extends "name" | "dismissedAt" | "promptAnsweredAt" | "deletedAt">(key: Key) =>
    now[key] === next[key] ? before[key] : now[key];
  return {
    ...now,
    name: was("name"),
    members,
    takenOut: [...takenOut].filter((entry) => !inside.has(entry)),
    dismissedAt: was("dismissedAt"),
    promptAnsweredAt: was("promptAnsweredAt"),
    deletedAt: was("deletedAt"),
    editedAt: at,
  };
};

/**
 * Takes a decision back. `now` holds the records as they stand (one that is missing is taken to stand
 * as the decision left it); whatever else happened to them since then stays. What is returned can
 * itself be taken back.
 */
export const undoDecision = (
  decision: ThemeDecision,
  now: { readonly themes: readonly Theme[]; readonly judgements: readonly Judgement[] },
  at: Instant,
): ThemeDecision => {
  const standing = decision.themes.map(
    (next) => now.themes.find((theme) => theme.id === next.id) ?? next,
  );
  const judged = decision.judgements.map(
    (next) => now.judgements.find((judgement) => judgement.id === next.id) ?? next,
  );
  return {
    before: standing,
    renewed: judged,
    themes: standing.map((theme, index) => {
      const next = decision.themes[index] ?? theme;
      const before = decision.before.find((earlier) => earlier.id === theme.id);
      return before === undefined
        ? { ...theme, editedAt: at, deletedAt: at }
        : stepBack(before, next, theme, at);
    }),
    judgements: judged.map((judgement) => {
      const before = decision.renewed.find((earlier) => earlier.id === judgement.id);
      return {
        ...judgement,
        editedAt: at,
        deletedAt: before === undefined ? at : before.deletedAt,
      };
    }),
  };
};
