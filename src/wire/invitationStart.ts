import type { SpaceKind } from "./MembershipEntry.ts";

/** What the fragment of an invitation's link begins with: it says what one comes into [J1]. */
export const invitationStart: Readonly<Record<SpaceKind, string>> = {
  team: "v1.",
  own: "v2.own.",
};

/** What the fragment of a link, with or without its `#`, says that one comes into; a team unless it says a device of one's own. */
export const kindOfFragment = (fragment: string): SpaceKind =>
  fragment.replace(/^#/, "").trimStart().startsWith(invitationStart.own) ? "own" : "team";

/** Whether a link of a kind that is known here lacks a part of its id or its secret [J1]. */
export const isCutFragment = (fragment: string): boolean => {
  const known = fragment
    .replace(/^#/, "")
    .trim()
    .match(/^(?:v1|v2\.own)(?:\.(.*))?$/)?.[1];
  return known !== undefined && !/^[\w-]{22}\.[\w-]{43}$/.test(known);
};
