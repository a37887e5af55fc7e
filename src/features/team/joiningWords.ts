import type { SpaceId } from "#core/space/identifiers.ts";
import type { SpaceKind } from "#core/space/Space.ts";
import * as m from "#messages";

/** What is said where somebody joins a team, or links a device of their own: never the one for the other. */
export const joiningWords = {
  team: {
    title: m.team_join,
    eyebrow: m.team_title,
    says: m.team_join_says,
    link: m.team_join_field,
    linkHelp: m.team_join_link_help,
    nameOf: "me",
    nameNeeded: m.team_my_name_needed,
    join: m.team_join_done,
    file: m.team_file_invitation,
  },
  own: {
    title: m.team_device_join,
    eyebrow: m.team_devices,
    says: m.team_device_join_says,
    link: m.team_device_join_field,
    linkHelp: m.team_device_join_link_help,
    nameOf: "device",
    nameNeeded: m.team_device_name_needed,
    join: m.team_device_join,
    file: m.team_device_file_invitation,
  },
} as const;

/** Where a space that was joined is shown: one's own devices have no page of a team. */
export const placeOf = (kind: SpaceKind, space: SpaceId): string =>
  kind === "own" ? "/settings/devices" : `/team/${space}`;
