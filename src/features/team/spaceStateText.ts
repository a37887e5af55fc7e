import type { Space } from "#core/space/Space.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import { refusalText } from "#notebook/space/refusalText.ts";

/** In one sentence how this journal stands with a team: in it, on the way in, or out. */
export function spaceStateText({ kind, state, status: { exchange }, members }: Space): string {
  switch (state.type) {
    case "open":
      return exchange.type === "refused"
        ? refusalText(exchange.why, kind)
        : m.team_people_count({ count: members.length });
    case "joining":
      return m.team_state_joining();
    case "removed":
      return kind === "own"
        ? m.team_device_state_removed({ day: momentText.day(state.at) })
        : m.team_state_removed({ day: momentText.day(state.at) });
    case "left":
      return m.team_state_left();
    case "closed":
      return m.team_state_closed();
    case "otherKind":
      return m.team_state_other_kind();
  }
}
