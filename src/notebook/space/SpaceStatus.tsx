import type { Space } from "#core/space/Space.ts";
import type { Told } from "#core/space/SyncStatus.ts";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { momentText } from "../momentText.ts";
import type { Workspace } from "../Workspace.ts";
import { refusalText } from "./refusalText.ts";
import "./SpaceStatus.css";

/** What was noticed while checking what arrived, in plain words. */
function toldText({ what }: Told): string {
  switch (what.type) {
    case "ClockOff":
      return m.team_told_clock();
    case "Forked":
      return m.team_told_forked();
    case "Equivocated":
      return m.team_told_equivocated();
    case "Parted":
      return m.team_told_parted();
    case "BeyondLast":
      return m.team_told_beyond_last();
    case "Restored":
      return m.team_told_restored();
    case "Withheld":
      return m.team_told_withheld();
    case "SetAside":
      return m.team_told_set_aside({ count: what.count });
    case "NewerVersion":
      return m.team_told_newer();
    case "BadSnapshot":
      return m.team_told_bad_snapshot();
  }
}

/** One quiet line: what is kept, sent or waiting. Only a refusal, or something that should not be, stands out. */
export function SpaceStatus({
  workspace,
  space,
}: {
  readonly workspace: Workspace;
  readonly space: Space;
}) {
  const now = workspace.clock.now();
  const { exchange, told } = space.status;
  const news = [...new Set(told.map(toldText))];
  return (
    <div className="space-status">
      <div className="space-status__line" role="status">
        {exchange.type === "byFile" && (
          <p>
            {m.team_status_by_file()}{" "}
            {space.status.toSend > 0 && m.team_status_in_no_file({ count: space.status.toSend })}
          </p>
        )}
        {exchange.type === "level" && <p>{m.team_status_level()}</p>}
        {exchange.type === "moving" && <p>{m.team_status_moving({ count: exchange.toSend })}</p>}
        {exchange.type === "waiting" && (
          <p>
            {m.team_status_waiting({
              since:
                now - exchange.since < 20 * 3600_000
                  ? momentText.time(exchange.since)
                  : momentText.dayNear(exchange.since, now),
            })}{" "}
            {exchange.toSend > 0 && m.team_status_to_send({ count: exchange.toSend })}{" "}
            <Button variant="quiet" onPress={() => void workspace.spaces.tryNow()}>
              {m.team_try_now()}
            </Button>
          </p>
        )}
        {news.map((text) => (
          <Notice key={text}>{text}</Notice>
        ))}
      </div>
      {exchange.type === "refused" && (
        <Notice tone="danger">{refusalText(exchange.why, space.kind)}</Notice>
      )}
    </div>
  );
}
