import type { Refusal } from "#core/space/SyncStatus.ts";
import * as m from "#messages";

/** Why a server takes nothing, and what to do. */
export function refusalText(why: Refusal): string {
  switch (why.type) {
    case "NotMember":
      return m.team_refused_not_member();
    case "Quota":
      return m.team_refused_quota();
    case "TooBig":
      return m.team_refused_too_big();
    case "OtherVersion":
      return m.team_refused_version();
    case "Closed":
      return m.team_refused_closed();
    case "NotAServer":
      return m.team_refused_no_server();
  }
}
