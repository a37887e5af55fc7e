import type { SpaceKind } from "./MembershipEntry.ts";

/** What the fragment of an invitation's link begins with: it says what one comes into [J1]. */
export const invitationStart: Readonly<Record<SpaceKind, string>> = {
  team: "v1.",
  own: "v2.own.",
};

/** What the fragment of a link, with or without its `#`, says that one comes into; a team unless it says a device of one's own. */
export const kindOfFragment = (fragment: string): SpaceKind =>
  fragment.replace(/^#/, "").trimStart().startsWith(invitationStart.own) ? "own" : "team";
