import { useState } from "react";
import { useNavigate } from "react-router";
import type { Result } from "#base/Result.ts";
import type { Space, SpaceFailure } from "#core/space/Spaces.ts";
import { takesPart } from "#core/space/takesPart.ts";
import * as m from "#messages";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { ConfirmDialog } from "#ui/ConfirmDialog.tsx";

/** The ways out of a space: leave it, close it for everybody, take its copy off this device. */
type Way = "leave" | "close" | "forget";

const words = {
  leave: { action: m.team_leave, title: m.team_leave_title, says: m.team_leave_says },
  close: { action: m.team_close, title: m.team_close_title, says: m.team_close_says },
  forget: { action: m.team_forget, title: m.team_forget_title, says: m.team_forget_says },
} as const;

/** Leaving, closing and forgetting, each after saying what it means. */
export function EndSpace({
  workspace,
  space,
  isFacilitator,
  attempt,
}: {
  readonly workspace: Workspace;
  readonly space: Space;
  readonly isFacilitator: boolean;
  readonly attempt: (act: Promise<Result<unknown, SpaceFailure>>) => Promise<boolean>;
}) {
  const navigate = useNavigate();
  const [way, setWay] = useState<Way | null>(null);
  const ways: readonly Way[] = takesPart(space)
    ? isFacilitator
      ? ["leave", "close"]
      : ["leave"]
    : ["forget"];
  const go = async (chosen: Way) => {
    const isDone = await attempt(workspace.spaces[chosen](space.id));
    if (isDone && chosen === "forget") void navigate("/team", { replace: true });
  };
  return (
    <section className="people-part" aria-labelledby="ways-out">
      <h2 id="ways-out">{m.team_ways_out()}</h2>
      <div className="team-ways">
        {ways.map((each) => (
          <Button key={each} variant="danger" onPress={() => setWay(each)}>
            {words[each].action()}
          </Button>
        ))}
      </div>
      {way && (
        <ConfirmDialog
          title={words[way].title()}
          says={`${words[way].says()} ${space.server === null && way !== "forget" ? m.team_end_by_file() : ""}`.trim()}
          action={words[way].action()}
          onConfirm={() => void go(way)}
          onClose={() => setWay(null)}
        />
      )}
    </section>
  );
}
