import type { SpaceKind } from "#core/space/Space.ts";
import type { Refusal } from "#core/space/SyncStatus.ts";
import * as m from "#messages";

/** Why a server takes nothing, and what to do: about a team, or among devices of one's own. */
export function refusalText(why: Refusal, kind: SpaceKind): string {
  switch (why.type) {
    case "NotMember":
      return kind === "own" ? m.team_device_refused_not_member() : m.team_refused_not_member();
    case "Quota":
      return kind === "own" ? m.team_device_refused_quota() : m.team_refused_quota();
    case "TooBig":
      return m.team_refused_too_big();
    case "OtherVersion":
      return m.team_refused_version();
    case "NewerVersion":
      return m.team_refused_newer();
    case "Closed":
      return kind === "own" ? m.team_device_refused_not_member() : m.team_refused_closed();
    case "NotAServer":
      return m.team_refused_no_server();
    case "NotConfirmedYet":
      return kind === "own"
        ? m.team_device_refused_not_confirmed()
        : m.team_refused_not_confirmed();
  }
}
